//! Lines of the bank's statement that are neither a receipt nor a payment: whether they can be booked, and how.
//! Article: payments.

use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::{Account, Money};

use super::about::About;
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::event::Event;
use super::lines::{Line, Stage};
use super::purpose::Purpose;
use super::treasury::{self, Cause};
use super::{EnterLine, LineRefusal, Refusal, fees};
use crate::cases;
use crate::event::Event as AnyEvent;
use crate::ids::LineNo;
use crate::partnership::Partnership;

/// Whether a line could be booked as things are, as far as its purpose says.
pub(super) fn bookable(partnership: &Partnership, statement: &EnterLine) -> Result<(), Refusal> {
    let amount = statement.amount;
    match statement.purpose {
        Purpose::Refund { to } => {
            let prepaid = prepaid(partnership, to)?;
            // F35: a refund leaves only for what stands as prepaid by the member.
            if amount.minor() > prepaid.minor() {
                return Err(LineRefusal::NotPrepaid { member: to, prepaid, line: amount }.into());
            }
        }
        Purpose::Settlement { to } => {
            let payable = partnership.fund().payable(partnership.charter(), to)?;
            // F33: only what has fallen due to a State that left, and was not paid.
            if amount.minor() > payable.minor() {
                return Err(LineRefusal::NotPayable { member: to, payable, line: amount }.into());
            }
        }
        Purpose::Returned { payment } => {
            // F36: what comes back had left, and comes back once.
            let left = cases::can_come_back(partnership, payment)?;
            let left = left.ok_or(LineRefusal::NotReturnable(payment))?;
            // F11: whole.
            if left != amount {
                return Err(Refusal::OtherAmount { payment, instructed: left, line: amount });
            }
        }
        Purpose::MadeGood { line } => {
            // F37: what is made good is missing, and is made good whole.
            let missing = missing(partnership, line)?.statement().amount;
            if missing != amount {
                return Err(LineRefusal::NotTheSame { left: line, missing, back: amount }.into());
            }
        }
        Purpose::ReceiptLessFee { from, fee } => fees::bookable(partnership, from, (amount, fee))?,
        Purpose::Invest { name, matures } => treasury::can_invest(partnership, statement, (name, matures))?,
        Purpose::Expense { year } => treasury::can_spend(partnership, year, amount)?,
        Purpose::Divest { name } => _ = treasury::stands(partnership.fund(), name)?,
        _ => {}
    }
    Ok(())
}

/// What stands as prepaid by a State.
pub(super) fn prepaid(partnership: &Partnership, member: MemberCode) -> Result<Money, Refusal> {
    let charter = partnership.charter();
    let account = Account::new(account::PREPAID, member.as_str())?;
    let stands = partnership.fund().books().available(&book::cash(charter), &account);
    Ok(Money::new(stands.unwrap_or_default(), charter.fund().currency())?)
}

/// The line of a debit that nobody instructed and that the bank has not made good.
fn missing(partnership: &Partnership, number: LineNo) -> Result<&Line, LineRefusal> {
    let line = partnership.fund().line(number);
    let stands =
        |line: &&Line| line.stage() == Stage::Booked && line.statement().purpose == Purpose::NotInstructed;
    line.filter(stands).ok_or(LineRefusal::NotMissing(number))
}

/// The entries of a line once it is booked, and what else it tells.
pub(super) fn entries(
    partnership: &Partnership,
    number: LineNo,
    statement: &EnterLine,
) -> Result<Vec<AnyEvent>, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let (about, amount) = (About::Line { line: number }, statement.amount);
    let mut bookings = Bookings::new(fund, statement.value_date);
    let cash = (account::CASH, "");
    let moved = |debit, credit| moved(book::cash(charter), debit, credit, amount);
    let mut tells = Vec::new();
    match statement.purpose {
        Purpose::Unidentified => bookings.post(moved(cash, (account::SUSPENSE, ""))?, about),
        Purpose::Income => bookings.post(moved(cash, (account::INCOME, ""))?, about),
        Purpose::Refund { to } => bookings.post(moved((account::PREPAID, to.as_str()), cash)?, about),
        Purpose::Settlement { to } => bookings.post(moved((account::SETTLEMENT, to.as_str()), cash)?, about),
        Purpose::ReceiptLessFee { from, fee } => {
            let line = (number, statement.value_date);
            tells.push(fees::receipt(partnership, from, (amount, fee), line, &mut bookings)?);
        }
        Purpose::BankCharge => {
            bookings.post(moved((account::BANK_CHARGES, ""), cash)?, about);
            let loss = (Cause::BankCharge { line: number }, amount, statement.value_date);
            tells.push(treasury::take(partnership, loss, about, &mut bookings)?);
        }
        Purpose::NotInstructed => {
            bookings.post(moved((account::NOT_INSTRUCTED, ""), cash)?, about);
            tells.push(Event::Alarmed { line: number, amount }.into());
            let loss = (Cause::NotInstructed { line: number }, amount, statement.value_date);
            tells.push(treasury::take(partnership, loss, about, &mut bookings)?);
        }
        Purpose::MadeGood { line } => {
            for (posted, entry) in missing(partnership, line)?.posted().iter().rev() {
                treasury::put_back(charter, (*posted, entry), about, &mut bookings)?;
            }
            tells.extend(treasury::not_lost(fund, line, statement.value_date));
        }
        Purpose::Invest { name, matures } => {
            let told = treasury::invests(partnership, (number, statement), (name, matures), &mut bookings)?;
            tells.extend(told);
        }
        Purpose::Divest { name } => {
            tells.extend(treasury::divests(partnership, (number, statement), name, &mut bookings)?);
        }
        Purpose::Expense { year } => {
            treasury::spends(partnership, (number, year, amount), &mut bookings)?;
        }
        // Booked where lines are (lines.rs).
        Purpose::Receipt { .. }
        | Purpose::Payment { .. }
        | Purpose::Returned { .. }
        | Purpose::Repayment { .. }
        | Purpose::Recovery { .. }
        | Purpose::Exchange { .. } => {}
    }
    tells.extend(bookings.admitted()?);
    Ok(tells)
}

#[cfg(test)]
mod tests;
