//! Seals of periods: proposed by one member's treasurer, in force when another member's countersigns.

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::closing::Totals;
use super::event::Event;
use super::{Fund, Refusal};
use crate::agenda::{Agenda, Task};
use crate::event::By;
use crate::ids::{PublicKey, SealNo};
use crate::members::Members;
use crate::moment::{Day, Moment};

/// A seal and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Seal {
    #[n(0)]
    by: MemberCode,
    /// With which key it was given; `None` if that is presumed.
    #[n(1)]
    key: Option<PublicKey>,
    #[n(2)]
    totals: Totals,
    #[n(3)]
    lapses: Moment,
    #[n(4)]
    waiting: bool,
}

impl Seal {
    pub(super) fn by(&self) -> MemberCode {
        self.by
    }

    pub(super) fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Whether the credential of the treasurer that gave it still holds.
    pub(super) fn counts(&self, members: &Members, now: Moment) -> bool {
        members.vouches_treasurer(self.by, self.key.as_ref(), now)
    }
}

impl Fund {
    /// The last day of the last sealed period.
    #[must_use]
    pub fn sealed_until(&self) -> Option<Day> {
        self.closing.sealed()
    }

    /// Whether a sealed period ends on this day.
    pub(crate) fn is_period(&self, until: Day) -> bool {
        self.closing.is_period(until)
    }

    /// What the books come to at the end of a day that is not sealed.
    pub(super) fn totals(&self, until: Day) -> Totals {
        self.closing.totals(until)
    }

    pub(super) fn next_seal(&self) -> SealNo {
        SealNo::after(self.seals.len())
    }

    /// F45: days only forward.
    pub(super) fn still_open(&self, until: Day) -> Result<(), Refusal> {
        let is_sealed = self.closing.sealed().is_some_and(|sealed| until <= sealed);
        if is_sealed { Err(Refusal::SealedAlready) } else { Ok(()) }
    }

    /// The seal that waits for a countersignature.
    pub(super) fn waiting_seal(&self, number: SealNo, now: Moment) -> Result<&Seal, Refusal> {
        let seal = number.index().and_then(|at| self.seals.get(at));
        // F47: the seal exists, waits and is in time.
        seal.filter(|seal| seal.waiting && now < seal.lapses).ok_or(Refusal::NoWaitingSeal(number))
    }

    pub(super) fn apply_seal(&mut self, agenda: &mut Agenda, event: &Event, by: Option<&By>) {
        match event {
            Event::SealProposed { by: member, totals, lapses, .. } => {
                agenda.add(*lapses, Task::SealLapses(self.next_seal()));
                let (by, key, lapses) = (*member, by.and_then(|by| by.key), *lapses);
                self.seals.push(Seal { by, key, totals: totals.clone(), lapses, waiting: true });
            }
            Event::Sealed { seal, totals, .. } => {
                if let Some(lapses) = self.seal_ended(*seal) {
                    agenda.remove(lapses, Task::SealLapses(*seal));
                }
                self.closing.seal(totals.until);
            }
            Event::SealLapsed { seal } => {
                self.seal_ended(*seal);
            }
            _ => {}
        }
    }

    fn seal_ended(&mut self, number: SealNo) -> Option<Moment> {
        let seal = number.index().and_then(|at| self.seals.get_mut(at))?;
        seal.waiting = false;
        Some(seal.lapses)
    }
}

/// The end of a seal's time to be countersigned.
pub(crate) fn seal_lapses(fund: &Fund, seal: SealNo) -> Option<Event> {
    let waits = seal.index().and_then(|at| fund.seals.get(at)).filter(|waits| waits.waiting);
    waits.map(|_| Event::SealLapsed { seal })
}
