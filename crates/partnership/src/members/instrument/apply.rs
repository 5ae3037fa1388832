//! What happens to the instrument.

use alloc::collections::BTreeSet;

use quorate_charter::MemberCode;

use super::{Instrument, InstrumentEvent, Reservation};
use crate::agenda::{Agenda, Task};
use crate::members::Event as MembersEvent;
use crate::members::standing::Standings;
use crate::moment::Moment;

impl Instrument {
    pub(in crate::members) fn apply(
        &mut self,
        standings: &Standings,
        agenda: &mut Agenda,
        event: &MembersEvent,
        at: Moment,
    ) {
        for member in self.bound(standings, event) {
            self.no_notice(agenda, member);
        }
        match event {
            MembersEvent::Instrument(event) => self.hear(agenda, event, at),
            MembersEvent::Signed { member, .. } => {
                self.ad_referendum.remove(member);
            }
            MembersEvent::Ratified { member } => {
                self.lodged.remove(member);
            }
            MembersEvent::ProvisionalEnded { member } => self.no_notice(agenda, *member),
            MembersEvent::Left { member } => self.left(agenda, *member),
            _ => {}
        }
    }

    fn hear(&mut self, agenda: &mut Agenda, event: &InstrumentEvent, at: Moment) {
        use InstrumentEvent as E;
        match event {
            E::TextAdopted { terms, .. } => {
                self.texts.insert(terms.document);
            }
            E::Agreed { member } => {
                self.agreed.insert(*member);
            }
            E::FullPowersLodged { member, act, .. } => {
                self.full_powers.insert((*member, *act));
            }
            E::SignedAdReferendum { member } => {
                self.ad_referendum.insert(*member);
            }
            E::ConsentGiven { member, means } => {
                self.lodged.insert(*member, *means);
            }
            E::ProvisionalEnds { member, effective } => {
                agenda.add(*effective, Task::ProvisionalEnds(*member));
                self.ending.insert(*member, *effective);
            }
            E::Reserved { member, article, .. } => {
                let reservation = Reservation { at, objections: BTreeSet::new() };
                self.reservations.insert((*member, *article), reservation);
            }
            E::ReservationWithdrawn { member, article } => {
                self.reservations.remove(&(*member, *article));
                self.withdrawn.insert((*member, *article));
            }
            E::Objected { by, member, article, .. } => {
                if let Some(reservation) = self.reservations.get_mut(&(*member, *article)) {
                    reservation.objections.insert(*by);
                }
            }
            E::ObjectionWithdrawn { by, member, article } => {
                if let Some(reservation) = self.reservations.get_mut(&(*member, *article)) {
                    reservation.objections.remove(by);
                }
            }
            E::Declared { declaration, member, .. } => {
                self.declared = declaration.0;
                let (since, made) = self.declarations_of(*member, at);
                self.declarations.insert(*member, (since, made.saturating_add(1)));
            }
            E::StepDeclared { step, member, .. } => {
                self.stepped = step.0;
                self.steps.insert(*step, *member);
            }
            E::StepCompleted { step, .. } => {
                self.steps.remove(step);
            }
            E::RegistrationNoted { by, .. } => {
                let noted = self.registrations.entry(*by).or_default();
                *noted = noted.saturating_add(1);
            }
            E::TakenIn { .. } | E::TakesPart { .. } => {}
        }
    }

    fn no_notice(&mut self, agenda: &mut Agenda, member: MemberCode) {
        if let Some(effective) = self.ending.remove(&member) {
            agenda.remove(effective, Task::ProvisionalEnds(member));
        }
    }

    /// Of a State that left nothing waits any more; should it come back, it accedes.
    fn left(&mut self, agenda: &mut Agenda, member: MemberCode) {
        self.no_notice(agenda, member);
        self.full_powers.retain(|(of, _)| *of != member);
        self.ad_referendum.remove(&member);
        self.lodged.remove(&member);
        self.reservations.retain(|(of, _), _| *of != member);
        self.withdrawn.retain(|(of, _)| *of != member);
        self.declarations.remove(&member);
        self.registrations.remove(&member);
        self.agreed.remove(&member);
        for reservation in self.reservations.values_mut() {
            reservation.objections.remove(&member);
        }
        self.steps.retain(|_, of| *of != member);
    }
}
