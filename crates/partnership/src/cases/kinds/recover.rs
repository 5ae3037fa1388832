//! Recover: money that was given, or lost with a loan, comes back by a line of the bank. It is help that was not given
//! after all, and nobody's income; what is over is held for the beneficiary. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use quorate_ledger::{Account, Money};

use super::Refusal;
use super::repay::give_back;
use crate::cases::Event;
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::{CaseNo, LineNo};
use crate::moment::Day;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// What of a case was given or lost, by account, as the books have it.
fn gone(partnership: &Partnership, case: CaseNo) -> Result<[(u16, i128); 2], fund::Refusal> {
    let (cash, of) = (book::cash(partnership.charter()), fund::of_case(case));
    let stands = |code| -> Result<(u16, i128), fund::Refusal> {
        let account = Account::new(code, &of)?;
        Ok((code, partnership.fund().books().available(&cash, &account).unwrap_or_default()))
    };
    Ok([stands(account::ASSISTANCE)?, stands(account::LOANS_LOST)?])
}

/// Whether something of this case could be recovered.
pub(crate) fn recoverable(partnership: &Partnership, case: CaseNo) -> Result<(), AnyRefusal> {
    partnership.cases().get(case)?;
    // C34: something was given or lost, and did not come back.
    let some = gone(partnership, case)?.into_iter().any(|(_, gone)| gone > 0);
    if some { Ok(()) } else { Err(Refusal::NothingGone(case).into()) }
}

/// The bank's statement says that money came back.
pub(crate) fn recovered(
    partnership: &Partnership,
    number: CaseNo,
    (amount, on): (Money, Day),
    line: LineNo,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    recoverable(partnership, number)?;
    let case = partnership.cases().get(number)?;
    let (cash, of, about) = (book::cash(partnership.charter()), fund::of_case(number), About::Line { line });
    let mut bookings = Bookings::new(partnership.fund(), on);
    let mut left = amount;
    for (code, gone) in gone(partnership, number)? {
        let minor = left.minor().min(gone);
        let back = Money::new(minor, amount.currency()).map_err(fund::Refusal::from)?;
        if back.is_positive() {
            bookings.post(fund::moved(cash, (account::CASH, ""), (code, &of), back)?, about);
            left = left.checked_sub(back).map_err(fund::Refusal::from)?;
        }
    }
    let back = amount.checked_sub(left).map_err(fund::Refusal::from)?;
    give_back(partnership, (number, case), back, about, &mut bookings)?;
    fund::comes_in(partnership, case.beneficiary, left, about, &mut bookings)?;
    let mut events = vec![Event::Recovered { case: number, amount: back, on, line }.into()];
    events.extend(bookings.admitted()?);
    Ok(events)
}
