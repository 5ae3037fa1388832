//! Approve: what a decision on a case does. Commitment authority is set aside for all its tranches. Article:
//! cases.

use alloc::vec;
use alloc::vec::Vec;

use quorate_ledger::Money;

use super::financing::{self, is_within};
use super::{Event, Refusal, lapse};
use crate::event::Event as AnyEvent;
use crate::fund::{self, About, Bookings, account, book};
use crate::ids::{CaseNo, DecisionNo};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Whether a draft to approve this case could be tabled. What all its tranches come to.
pub(crate) fn approvable(partnership: &Partnership, case: CaseNo) -> Result<Money, AnyRefusal> {
    partnership.cases().requested(case)?;
    let (requested, charter) = (partnership.cases().requested_case(case)?, partnership.charter());
    let mut total = Money::zero(charter.fund().currency());
    for tranche in &requested.request.tranches {
        total = total.checked_add(tranche.amount).map_err(|_| Refusal::TooMuch)?;
    }
    is_within(&requested.request, total, charter)?;
    Ok(total)
}

/// What approving this case would bring.
pub(crate) fn approve(
    partnership: &Partnership,
    case: CaseNo,
    decision: DecisionNo,
    now: Moment,
) -> Result<Vec<AnyEvent>, AnyRefusal> {
    let total = approvable(partnership, case)?;
    let (requested, charter) = (partnership.cases().requested_case(case)?, partnership.charter());
    // F61: at the latest rates it is there.
    fund::covers(partnership, total)?;
    let of = fund::of_case(case);
    let allocated =
        fund::moved(book::authority(charter), (account::AVAILABLE, ""), (account::ALLOCATED, &of), total)?;
    let mut bookings = Bookings::new(partnership.fund(), now.day());
    bookings.post(allocated, About::Case { case, decision });
    let lapses = lapse::from(charter, requested, now);
    let mut events = vec![Event::Approved { case, decision, lapses }.into()];
    events.extend(financing::asked(charter, case, &requested.request).map(AnyEvent::from));
    events.extend(bookings.admitted()?);
    Ok(events)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::assist;

    #[test]
    fn commitment_authority_is_set_aside_for_all_tranches() {
        let mut x = Exercise::funded("100.00");
        x.approved(&["10.00", "20.00"]);
        let authority = book::authority(x.partnership.charter());
        assert_eq!(x.available(authority, account::AVAILABLE, ""), 70_00);
        assert_eq!(x.available(authority, account::ALLOCATED, "case-1"), 30_00);
    }

    #[test]
    fn c1_the_case_exists() {
        let x = Exercise::begin();
        let refusal = approve(&x.partnership, CaseNo(1), DecisionNo(1), x.next()).unwrap_err();
        assert_eq!(refusal, Refusal::NoSuchCase(CaseNo(1)).into());
    }

    #[test]
    fn c4_a_case_is_approved_once() {
        let mut x = Exercise::funded("100.00");
        let case = x.requested(&["10.00"]);
        let rivals = [x.adopted(assist(case)), x.adopted(assist(case))];
        x.accept("CAN/treasurer", crate::exercise::commands::execute(rivals[0]));
        x.refuse("CAN/treasurer", crate::exercise::commands::execute(rivals[1]), "C4");
        let authority = book::authority(x.partnership.charter());
        assert_eq!(x.available(authority, account::AVAILABLE, ""), 90_00);
    }

    #[test]
    fn f12_an_approval_needs_the_authority_for_all_its_tranches() {
        let mut x = Exercise::funded("100.00");
        let case = x.requested(&["60.00", "40.01"]);
        let decision = x.adopted(assist(case));
        x.refuse("CAN/treasurer", crate::exercise::commands::execute(decision), "F12");
        x.approved(&["60.00", "40.00"]);
    }
}
