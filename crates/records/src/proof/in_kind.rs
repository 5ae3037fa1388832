//! Whether an event about help in kind records what the command says.

use quorate_charter::MemberCode;
use quorate_partnership::cases::{Command as C, InKindEvent as E, Need, Offer};

pub(super) fn says(event: &E, command: &C, member: MemberCode) -> bool {
    match (event, command) {
        (E::Needed { case, what, quantity, unit, until, .. }, C::Need(said)) => {
            let (case, quantity, until) = (*case, *quantity, *until);
            *said == Need { case, what: what.clone(), quantity, unit: unit.clone(), until }
        }
        (E::Offered { need, by, quantity, lent, value, .. }, C::Offer(said)) => {
            let (need, quantity, lent, value) = (*need, *quantity, *lent, *value);
            *by == member && *said == Offer { need, quantity, lent, value }
        }
        (E::Withdrawn { offer, .. }, C::WithdrawOffer(said)) => *offer == said.offer,
        (E::Matched { offer, quantity, .. }, C::Match(said)) => {
            (*offer, *quantity) == (said.offer, said.quantity)
        }
        (E::Delivered { offer, .. }, C::Deliver(said)) => *offer == said.offer,
        (E::Accepted { offer, quantity, .. }, C::AcceptDelivery(said)) => {
            (*offer, *quantity) == (said.offer, said.quantity)
        }
        (E::Returned { offer, .. }, C::Return(said)) => *offer == said.offer,
        _ => false,
    }
}
