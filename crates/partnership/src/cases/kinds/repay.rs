//! Repay: money that comes back on a loan, by a line of the bank. Interest is paid first, then principal, the oldest
//! instalment first; what is over is held for the payer. Principal that came back is nobody's income, and gives back
//! the commitment authority that its payment consumed. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use quorate_ledger::{Account, Money};

use super::lending::Lending;
use super::{Loan, Refusal};
use crate::cases::{Case, Cases, Event, Kind};
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::{CaseNo, LineNo, TrancheNo};
use crate::moment::Day;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

impl Cases {
    /// A loan of which something was paid out.
    pub(super) fn loan(&self, number: CaseNo) -> Result<(&Case, &Loan, &Lending), AnyRefusal> {
        let case = self.get(number)?;
        match (&case.request.kind, &case.lending) {
            (Some(Kind::Loan(loan)), Some(lending)) => Ok((case, loan, lending)),
            _ => Err(Refusal::NothingOutstanding(number).into()),
        }
    }

    /// A loan of which something is outstanding.
    pub(super) fn outstanding(&self, number: CaseNo) -> Result<(&Case, &Loan, &Lending), AnyRefusal> {
        let (case, loan, lending) = self.loan(number)?;
        // C20: something was paid out, and not all of it came back or was written off.
        if lending.outstanding() > 0 {
            Ok((case, loan, lending))
        } else {
            Err(Refusal::NothingOutstanding(number).into())
        }
    }
}

/// Whether money could come back on this case.
pub(crate) fn repayable(partnership: &Partnership, case: CaseNo) -> Result<(), AnyRefusal> {
    owing(partnership, case).map(|_| ())
}

/// A loan on which something is owed: principal, or interest where all of that is back.
fn owing(partnership: &Partnership, number: CaseNo) -> Result<(&Case, &Loan, &Lending), AnyRefusal> {
    let (case, loan, lending) = partnership.cases().loan(number)?;
    // C20: something is outstanding, or interest on what was is not paid.
    if lending.outstanding() > 0 || lending.interest_owed(loan, partnership.moment().day()) > 0 {
        Ok((case, loan, lending))
    } else {
        Err(Refusal::NothingOutstanding(number).into())
    }
}

/// The bank's statement says that money came back.
pub(crate) fn repaid(
    partnership: &Partnership,
    number: CaseNo,
    (amount, on): (Money, Day),
    line: LineNo,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let (case, loan, lending) = owing(partnership, number)?;
    let parts = lending.parts(loan, amount, on).map_err(fund::Refusal::from)?;
    let (cash, of, about) = (book::cash(partnership.charter()), fund::of_case(number), About::Line { line });
    let mut bookings = Bookings::new(partnership.fund(), on);
    for (part, to) in [(parts.interest, account::LOAN_INTEREST), (parts.principal, account::LOANS)] {
        if part.is_positive() {
            bookings.post(fund::moved(cash, (account::CASH, ""), (to, &of), part)?, about);
        }
    }
    give_back(partnership, (number, case), parts.principal, about, &mut bookings)?;
    fund::comes_in(partnership, case.beneficiary, parts.over, about, &mut bookings)?;
    let (interest, principal) = (parts.interest, parts.principal);
    let mut events = vec![Event::Repaid { case: number, interest, principal, on, line }.into()];
    let came = interest.checked_add(principal).map_err(fund::Refusal::from)?;
    events.extend(fund::came_free(partnership, number, came, &mut bookings)?);
    events.extend(bookings.admitted()?);
    if principal.is_positive() && principal.minor() == lending.outstanding() && case.is_paid() {
        events.push(Event::Closed { case: number }.into());
    }
    Ok(events)
}

/// Gives back the commitment authority that payments of this case consumed, the oldest first.
pub(super) fn give_back(
    partnership: &Partnership,
    (number, case): (CaseNo, &Case),
    amount: Money,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), AnyRefusal> {
    let authority = book::authority(partnership.charter());
    let mut left = amount.minor();
    for (at, _) in case.tranches.iter().enumerate() {
        let of = fund::of_tranche(number, TrancheNo::after(at));
        let of_tranche = Account::new(account::CONSUMED, &of).map_err(fund::Refusal::from)?;
        let consumed = partnership.fund().books().available(&authority, &of_tranche).unwrap_or_default();
        let back = left.min(consumed);
        if back > 0 {
            left = left.saturating_sub(back);
            let back = Money::new(back, amount.currency()).map_err(fund::Refusal::from)?;
            let free = fund::moved(authority, (account::CONSUMED, &of), (account::AVAILABLE, ""), back)?;
            bookings.post(free, about);
        }
    }
    Ok(())
}
