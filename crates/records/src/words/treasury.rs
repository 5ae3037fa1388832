//! What happened to what the fund has, a sentence an event.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_ledger::Money;
use quorate_partnership::fund::{Borne, Cause, TreasuryEvent};

use super::{amount, day, minute};

pub(super) fn sentence(event: &TreasuryEvent) -> String {
    use TreasuryEvent as E;
    match event {
        E::Lost { loss, cause, borne, .. } => {
            format!("{loss}, {}: borne {}", self::cause(*cause), parts(*borne))
        }
        E::Regained { loss, borne, .. } => format!("{loss} is borne no more {}", parts(*borne)),
        E::PutInReserve { year, income, amount: kept, left } => format!(
            "the net income of {year} is {}: {} go to the reserve, {} of all income so far stay outside it",
            amount(*income),
            amount(*kept),
            amount(*left)
        ),
        E::Invested { name, amount: invested, matures, .. } => {
            format!("{} are invested as {name}, to come back on {}", amount(*invested), day(*matures))
        }
        E::Divested { name, invested, came, .. } => {
            format!("{name}, invested with {}, came back with {}", amount(*invested), amount(*came))
        }
        E::Budgeted { year, amount: sum, decision, ends } => format!(
            "by {decision}, {} are set aside for the expenses of {year}, to be entered before {}",
            amount(*sum),
            minute(*ends)
        ),
        E::BudgetEnded { year, back } => {
            format!("it is too late for expenses of {year}: {} that were not spent go back", amount(*back))
        }
        E::Restored { call, total } => {
            format!("{call} restores {} that members had paid in and that bore losses", amount(*total))
        }
    }
}

/// What was lost, in a few words.
pub(crate) fn cause(cause: Cause) -> String {
    match cause {
        Cause::BankCharge { line } => format!("bank charge, {line}"),
        Cause::NotInstructed { line } => format!("debit that nobody instructed, {line}"),
        Cause::Exchange { line } => format!("exchange, {line}"),
        Cause::Loan { case } => format!("loan of {case} written off"),
        Cause::Investment { line } => format!("investment, {line}"),
        Cause::Income { line } => format!("income taken back, {line}"),
    }
}

fn parts(borne: Borne) -> String {
    let by = |(what, part): (&str, Money)| part.is_positive().then(|| format!("by {what}, {}", amount(part)));
    let all = [("income", borne.income), ("the reserve", borne.reserve), ("paid-in capital", borne.paid_in)];
    all.into_iter().filter_map(by).collect::<Vec<String>>().join("; ")
}
