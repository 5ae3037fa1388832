//! Write off: a decision gives up what is outstanding of a loan. It is a loss. What members paid in and bears of it took
//! commitment authority when it was lent, and takes none again; of what income and the reserve bear, authority comes back.
//! Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use super::repay::give_back;
use crate::cases::Event;
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, Cause, account, book};
use crate::ids::{CaseNo, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// What writing off this loan would bring.
pub(crate) fn write_off(
    partnership: &Partnership,
    number: CaseNo,
    decision: DecisionNo,
    now: Moment,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let (case, _, lending) = partnership.cases().outstanding(number)?;
    let (amount, on) = (lending.outstanding_money().map_err(fund::Refusal::from)?, now.day());
    let (cash, of) = (book::cash(partnership.charter()), fund::of_case(number));
    let mut bookings = Bookings::new(partnership.fund(), on);
    let lost = fund::moved(cash, (account::LOANS_LOST, &of), (account::LOANS, &of), amount)?;
    let about = About::Case { case: number, decision };
    bookings.post(lost, about);
    let cause = Cause::Loan { case: number };
    let (borne, loss) = fund::bear(partnership, (cause, amount, on), about, &mut bookings)?;
    let covered = amount.checked_sub(borne.paid_in).map_err(fund::Refusal::from)?;
    give_back(partnership, (number, case), covered, about, &mut bookings)?;
    let mut events = vec![Event::WrittenOff { case: number, amount, on, decision }.into(), loss];
    events.extend(bookings.admitted()?);
    if case.is_paid() {
        events.push(Event::Closed { case: number }.into());
    }
    Ok(events)
}
