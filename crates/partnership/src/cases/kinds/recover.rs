//! Recover: money that was given, or lost with a loan, comes back by a line of the bank. It is help that was not given
//! after all, and nobody's income; what is over is held for the beneficiary. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use quorate_ledger::{Account, Money, Side};

use super::Refusal;
use super::repay::give_back;
use crate::cases::Event;
use crate::cases::financing::{Given, given};
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::{CaseNo, LineNo};
use crate::moment::Day;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// What of a case was given or lost, by account, as the books have it: what was paid ahead first.
fn gone(partnership: &Partnership, number: CaseNo) -> Result<[(u16, i128); 3], AnyRefusal> {
    let Given { advances, assistance } = given(partnership, number)?;
    let lost = Account::new(account::LOANS_LOST, &fund::of_case(number)).map_err(fund::Refusal::from)?;
    let cash = book::cash(partnership.charter());
    let lost = partnership.fund().books().balance(&cash, &lost).net(Side::Debit);
    Ok([(account::ADVANCES, advances), (account::ASSISTANCE, assistance), (account::LOANS_LOST, lost)])
}

/// Whether something of this case could be recovered.
pub(crate) fn recoverable(partnership: &Partnership, case: CaseNo) -> Result<(), AnyRefusal> {
    // C34: something was given and left, or was lost, and did not come back.
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
    let (mut left, mut regained) = (amount, Vec::new());
    for (code, gone) in gone(partnership, number)? {
        let minor = left.minor().min(gone);
        let back = Money::new(minor, amount.currency()).map_err(fund::Refusal::from)?;
        if back.is_positive() {
            bookings.post(fund::moved(cash, (account::CASH, ""), (code, &of), back)?, about);
            left = left.checked_sub(back).map_err(fund::Refusal::from)?;
            if code == account::LOANS_LOST {
                regained = fund::regain(partnership, (number, back, on), about, &mut bookings)?;
            }
        }
    }
    let back = amount.checked_sub(left).map_err(fund::Refusal::from)?;
    give_back(partnership, (number, case), back, about, &mut bookings)?;
    fund::comes_in(partnership, case.beneficiary, left, about, &mut bookings)?;
    let mut events = vec![Event::Recovered { case: number, amount: back, on, line }.into()];
    events.extend(regained);
    events.extend(fund::came_free(partnership, number, back, &mut bookings)?);
    events.extend(bookings.admitted()?);
    Ok(events)
}
