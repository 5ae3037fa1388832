//! Emergency calls as they stand: asked for by one member's treasurer, made when another member's countersigns.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::{DueOf, Event, Fund, Refusal};
use crate::agenda::{Agenda, Task};
use crate::event::By;
use crate::ids::{CallNo, EmergencyNo, PublicKey};
use crate::members::Members;
use crate::moment::Moment;

/// An emergency call and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Emergency {
    #[n(0)]
    pub(super) by: MemberCode,
    /// With which key it was asked for; `None` if that is presumed.
    #[n(1)]
    key: Option<PublicKey>,
    #[n(2)]
    pub(super) total: Money,
    /// Whoever had signed by then is bound by it.
    #[n(3)]
    pub(super) entered: Moment,
    #[n(4)]
    until: Moment,
    #[n(5)]
    waiting: bool,
    /// The call that it became.
    #[n(6)]
    call: Option<CallNo>,
}

impl Emergency {
    /// Whether the credential of the treasurer that asked for it still holds.
    pub(super) fn counts(&self, members: &Members, now: Moment) -> bool {
        members.vouches_treasurer(self.by, self.key.as_ref(), now)
    }
}

/// The end of an emergency call's time to be countersigned.
pub(crate) fn emergency_lapses(fund: &Fund, number: EmergencyNo) -> Option<Event> {
    let emergency = number.index().and_then(|at| fund.emergencies.get(at));
    emergency.filter(|waits| waits.waiting).map(|_| Event::EmergencyCallLapsed { number })
}

impl Fund {
    /// The emergency call that waits for a countersignature.
    pub(super) fn emergency(&self, number: EmergencyNo, now: Moment) -> Result<&Emergency, Refusal> {
        // F30: it exists, waits and is in time.
        let waits = |emergency: &&Emergency| emergency.waiting && now < emergency.until;
        let emergency = number.index().and_then(|at| self.emergencies.get(at));
        emergency.filter(waits).ok_or(Refusal::NoWaitingCall(number))
    }

    /// What emergency calls have asked for and nobody has paid, as long as it can still be thought to come.
    pub(super) fn coming_in_emergency(&self) -> i128 {
        let is_of = |of: DueOf| {
            of.call()
                .is_some_and(|call| self.emergencies.iter().any(|emergency| emergency.call == Some(call)))
        };
        let due = self.owed.members().flat_map(|member| self.owed.of(member));
        let due = due.filter(|item| is_of(item.of) && !item.defaulted).map(|item| item.amount.minor());
        let ahead =
            self.schedule.values().flatten().filter(|next| is_of(next.of)).map(|next| next.amount.minor());
        due.chain(ahead).fold(0, i128::saturating_add)
    }

    pub(super) fn emergency_entered(
        &mut self,
        agenda: &mut Agenda,
        at: Moment,
        (by, total, until): (MemberCode, Money, Moment),
        act: Option<&By>,
    ) {
        agenda.add(until, Task::EmergencyLapses(EmergencyNo::after(self.emergencies.len())));
        let key = act.and_then(|act| act.key);
        self.emergencies.push(Emergency { by, key, total, entered: at, until, waiting: true, call: None });
    }

    pub(super) fn emergency_ended(&mut self, agenda: &mut Agenda, number: EmergencyNo, call: Option<CallNo>) {
        if let Some(emergency) = number.index().and_then(|at| self.emergencies.get_mut(at)) {
            agenda.remove(emergency.until, Task::EmergencyLapses(number));
            (emergency.waiting, emergency.call) = (false, call);
        }
    }
}
