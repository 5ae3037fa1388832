//! What a line of the bank's statement is.

use alloc::format;
use alloc::string::String;

use quorate_partnership::fund::{Correction, Purpose};

/// What a line is, in a few words.
#[must_use]
pub fn purpose(purpose: Purpose) -> String {
    match purpose {
        Purpose::Receipt { from } => format!("receipt from {from}"),
        Purpose::ReceiptLessFee { from, fee } => {
            format!("receipt from {from}, less {} that a bank kept", fee.grouped())
        }
        Purpose::Payment { payment } => format!("{payment}"),
        Purpose::Unidentified => "nobody can place it yet".into(),
        Purpose::BankCharge => "bank charge".into(),
        Purpose::Income => "income".into(),
        Purpose::Refund { to } => format!("refund to {to}"),
        Purpose::Settlement { to } => format!("settlement with {to}"),
        Purpose::Returned { payment } => format!("{payment} came back"),
        Purpose::NotInstructed => "nobody instructed it".into(),
        Purpose::MadeGood { line } => format!("{line} made good"),
        Purpose::Repayment { case } => format!("repayment of {case}"),
        Purpose::Recovery { case } => format!("recovery of {case}"),
        Purpose::Exchange { bought } => format!("exchanged for {}", bought.grouped()),
        Purpose::Invest { name, matures } => format!("invested as {name} until {}", super::day(matures)),
        Purpose::Divest { name } => format!("investment {name} came back"),
        Purpose::Expense { year } => format!("expense of {year}"),
    }
}

/// What is to be put right about a line, after `that bank line 1`.
pub(super) fn correction(correction: Correction) -> String {
    match correction {
        Correction::Receipt { from } => format!("is a receipt from {from}"),
        Correction::TakeBack => "is to be taken back".into(),
    }
}

/// What a line says, with its amount.
pub(super) fn told(purpose: Purpose, amount: &str) -> String {
    match purpose {
        Purpose::Receipt { from } => format!("{amount} from {from}"),
        Purpose::ReceiptLessFee { from, fee } => {
            format!("{amount} from {from}, less {} that a bank kept and the fund bears", super::amount(fee))
        }
        Purpose::Payment { payment } => format!("{amount} for {payment}"),
        Purpose::Unidentified => format!("{amount} that nobody can place yet"),
        Purpose::BankCharge => format!("{amount} that the bank charged"),
        Purpose::Income => format!("{amount} of income that the bank credited"),
        Purpose::Refund { to } => format!("{amount} refunded to {to}, which had prepaid it"),
        Purpose::Settlement { to } => format!("{amount} paid to {to}, which left, of its settlement"),
        Purpose::Returned { payment } => format!("{amount} of {payment} that came back"),
        Purpose::NotInstructed => format!("ALARM: {amount} left that nobody instructed"),
        Purpose::MadeGood { line } => format!("{amount} by which the bank makes good {line}"),
        Purpose::Repayment { case } => format!("{amount} came back on {case}"),
        Purpose::Recovery { case } => format!("{amount} is recovered of {case}"),
        Purpose::Exchange { bought } => format!("{amount} exchanged for {}", super::amount(bought)),
        Purpose::Invest { name, matures } => {
            format!("{amount} invested as {name}, to come back on {}", super::day(matures))
        }
        Purpose::Divest { name } => format!("{amount} that came back of {name}"),
        Purpose::Expense { year } => {
            format!("{amount} that the administration spent, of the budget of {year}")
        }
    }
}
