//! Money of a payment that came back: the tranche can be instructed again, and the beneficiary's case is no worse.
//! Article: payments.

use alloc::vec::Vec;

use quorate_ledger::{Account, Money};

use super::payments::{Payment, Progress, settles};
use super::{Cases, Event, Stage};
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::{CaseNo, DecisionNo, LineNo, PaymentNo, TrancheNo};
use crate::moment::Day;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// What a payment that can come back paid, or was to pay.
struct Left {
    case: CaseNo,
    tranche: TrancheNo,
    decision: DecisionNo,
    amount: Money,
    in_flight: bool,
    /// On which account of the case it stands.
    became: u16,
}

impl Cases {
    fn left(&self, number: PaymentNo) -> Option<Left> {
        let Payment { case, tranche, progress, .. } = *self.payment(number).ok()?;
        let in_flight = match progress {
            Progress::InFlight => true,
            Progress::Settled => false,
            Progress::Waiting | Progress::Lapsed | Progress::Returned => return None,
        };
        let held = self.get(case).ok()?;
        let decision = match held.stage {
            Stage::Approved(decision) | Stage::Closed(Some(decision)) => decision,
            Stage::Requested | Stage::Closed(None) => return None,
        };
        let amount = held.tranche(tranche).ok()?.amount;
        let became = held.becomes(tranche);
        Some(Left { case, tranche, decision, amount, in_flight, became })
    }

    /// What happens in the fund and matters to cases.
    pub(crate) fn hear(&mut self, event: &fund::Event) {
        if let fund::Event::PaymentReturned { payment, case, tranche, .. } = event {
            self.advance(*payment, Progress::Returned);
            if let Some(tranche) = self.tranche_mut(*case, *tranche) {
                tranche.payment = None;
                tranche.paid = false;
            }
            if let Some(case) = self.case_mut(*case) {
                case.told_of_what_is_kept();
            }
            self.reopen(*case);
        }
    }

    /// A case that was closed after its approval is open again. Whether it was closed.
    pub(super) fn reopen(&mut self, case: CaseNo) -> bool {
        let Ok(Stage::Closed(Some(decision))) = self.get(case).map(|case| case.stage) else { return false };
        self.set(case, Stage::Approved(decision));
        true
    }
}

/// The amount of a payment whose money can come back: one that is with the bank, or settled, and of which nothing was
/// repaid or recovered, nor, of pre-financing, attested as used.
pub(crate) fn can_come_back(
    partnership: &Partnership,
    number: PaymentNo,
) -> Result<Option<Money>, fund::Refusal> {
    let Some(Left { case, tranche, amount, in_flight, became, .. }) = partnership.cases().left(number) else {
        return Ok(None);
    };
    let (charter, books) = (partnership.charter(), partnership.fund().books());
    let stands = |book, code, of: &str| -> Result<i128, fund::Refusal> {
        Ok(books.available(&book, &Account::new(code, of)?).unwrap_or_default())
    };
    let mut left = stands(book::authority(charter), account::CONSUMED, &fund::of_tranche(case, tranche))?;
    if became == account::ADVANCES {
        left = left.min(stands(book::cash(charter), became, &fund::of_case(case))?);
    }
    Ok(Some(amount).filter(|amount| in_flight || left >= amount.minor()))
}

/// The bank's statement says that the money of a payment came back. If it had not been said yet that it left, it is said
/// now. The help is taken out of the books, and the authority stands as it was set aside for the case.
pub(crate) fn comes_back(
    partnership: &Partnership,
    line: LineNo,
    number: PaymentNo,
    value_date: Day,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let charter = partnership.charter();
    let Some(left) = partnership.cases().left(number) else {
        return Err(fund::Refusal::from(fund::LineRefusal::NotReturnable(number)).into());
    };
    let Left { case, tranche, decision, amount, .. } = left;
    let mut bookings = Bookings::new(partnership.fund(), value_date);
    let mut events = Vec::new();
    if left.in_flight {
        events.extend(settles(partnership, (number, value_date), &mut bookings)?);
    }
    let about = About::Returned { line, payment: number, case, decision };
    let of = (fund::of_case(case), fund::of_tranche(case, tranche));
    let cash = book::cash(charter);
    // What had been lent is not lent any more; what was repaid of it already is not taken back twice: F36.
    bookings.post(fund::moved(cash, (account::CASH, ""), (left.became, &of.0), amount)?, about);
    let authority = book::authority(charter);
    let set_aside = fund::moved(authority, (account::CONSUMED, &of.1), (account::ALLOCATED, &of.0), amount)?;
    bookings.post(set_aside, about);
    events.extend(bookings.admitted()?);
    if left.became == account::LOANS {
        let lent = partnership.fund().paid_on(number).unwrap_or(value_date);
        events.push(Event::NotLent { case, amount, on: value_date, lent: Some(lent) }.into());
    }
    let returned = fund::Event::PaymentReturned { line, payment: number, case, tranche };
    events.push(returned.into());
    Ok(events)
}

#[cfg(test)]
mod tests;
