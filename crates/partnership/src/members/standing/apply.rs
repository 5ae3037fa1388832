//! What happens to the standing of members.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;

use quorate_charter::{Charter, MemberCode};

use super::{Adopted, Bond, Invitation, Renewal, Standings, Terms};
use crate::agenda::{Agenda, Task};
use crate::members::{Event, InstrumentEvent};
use crate::moment::Moment;

impl Standings {
    fn suspend(&mut self, agenda: &mut Agenda, member: MemberCode, until: Moment) {
        agenda.add(until, Task::SuspensionEnds(member));
        self.change(member, |bond| bond.suspend(until));
    }

    fn restore(&mut self, agenda: &mut Agenda, member: MemberCode) {
        self.change(member, |bond| {
            if let Some(until) = bond.suspended.take() {
                agenda.remove(until, Task::SuspensionEnds(member));
            }
        });
    }

    pub(in super::super) fn apply(&mut self, charter: &mut Arc<Charter>, agenda: &mut Agenda, event: &Event) {
        match event {
            Event::Signed { member, provisionally } => self.change(*member, |bond| {
                bond.signed = true;
                bond.provisional = *provisionally;
            }),
            Event::Ratified { member } | Event::Instrument(InstrumentEvent::TakesPart { member }) => {
                self.change(*member, |bond| bond.ratified = true);
            }
            Event::EnteredIntoForce => self.in_force = true,
            Event::ProvisionalEnded { member } => self.change(*member, |bond| bond.provisional = false),
            Event::NoticeGiven { member, effective } => {
                agenda.add(*effective, Task::WithdrawalTakesEffect(*member));
                self.change(*member, |bond| bond.leaves = Some(*effective));
            }
            Event::NoticeTakenBack { member, effective } => {
                agenda.remove(*effective, Task::WithdrawalTakesEffect(*member));
                self.change(*member, |bond| bond.leaves = None);
            }
            Event::Left { member } => self.leave(charter, agenda, *member),
            Event::Invited { terms, .. } => {
                self.invited.insert(terms.member, Invitation { admit: terms.clone() });
            }
            Event::Acceded { member, .. } => self.accede(charter, *member),
            Event::Suspended { member, until, .. } => self.suspend(agenda, *member, *until),
            Event::Restored { member, .. } => self.restore(agenda, *member),
            Event::AmendmentAdopted { version, terms, .. } => {
                let (amends, text) = (terms.amends, terms.text.clone());
                self.adopted.insert(*version, Adopted { amends, text, accepted: BTreeSet::new() });
                self.versions = *version;
            }
            Event::AmendmentAccepted { member, version } => self.accept(charter, *member, *version),
            Event::AmendmentInForce { version } => self.put_in_force(charter, *version),
            Event::KeysToBeReplaced { member, root, recovery, effective, .. } => {
                let renewal = Renewal { root: *root, recovery: *recovery, effective: *effective };
                self.renew(agenda, *member, renewal);
            }
            Event::KeysObjected { member, effective } => {
                agenda.remove(*effective, Task::KeysReplaced(*member));
                self.renewals.remove(member);
            }
            Event::KeysReplaced { member, .. } => {
                self.renewals.remove(member);
            }
            Event::VotesRest { member, .. } => self.change(*member, |bond| bond.rests = true),
            Event::VotesKept { member, again, .. } => self.keep_votes(agenda, *member, *again),
            Event::VotesReturn { member } => self.change(*member, |bond| bond.rests = false),
            Event::Stated { .. }
            | Event::Accredited { .. }
            | Event::Revoked { .. }
            | Event::RootReplaced { .. }
            | Event::NodeNamed { .. }
            | Event::NodeGone { .. }
            | Event::Beneficiaries(_)
            | Event::Instrument(_)
            | Event::DoubleSigned { .. } => {}
        }
    }

    fn renew(&mut self, agenda: &mut Agenda, member: MemberCode, renewal: Renewal) {
        agenda.add(renewal.effective, Task::KeysReplaced(member));
        self.renewals.insert(member, renewal);
    }

    fn keep_votes(&mut self, agenda: &mut Agenda, member: MemberCode, again: Moment) {
        agenda.add(again, Task::Arrears(member));
        self.change(member, |bond| bond.kept = Some(again));
    }

    fn accept(&mut self, charter: &Charter, member: MemberCode, version: u32) {
        if version == self.version {
            let terms = Terms::of(charter);
            self.change(member, |bond| {
                bond.accepted = version;
                bond.terms = terms;
            });
        } else if let Some(adopted) = self.adopted.get_mut(&version) {
            adopted.accepted.insert(member);
        }
    }

    fn accede(&mut self, charter: &mut Arc<Charter>, member: MemberCode) {
        let Some(Invitation { admit }) = self.invited.remove(&member) else { return };
        if let Ok(wider) = admit.charter(charter) {
            *charter = Arc::new(wider);
        }
        let terms = Terms::of(charter);
        let bond = Bond { signed: true, ratified: true, accepted: self.version, terms, ..Bond::default() };
        self.of.insert(member, bond);
    }

    fn leave(&mut self, charter: &mut Arc<Charter>, agenda: &mut Agenda, member: MemberCode) {
        *charter = Arc::new(charter.without_member(member));
        if let Some(Bond { suspended: Some(until), .. }) = self.of.get(&member) {
            agenda.remove(*until, Task::SuspensionEnds(member));
        }
        if let Some(renewal) = self.renewals.remove(&member) {
            agenda.remove(renewal.effective, Task::KeysReplaced(member));
        }
        for adopted in self.adopted.values_mut() {
            adopted.accepted.remove(&member);
        }
        self.of.insert(member, Bond { left: true, ..Bond::default() });
    }

    fn put_in_force(&mut self, charter: &mut Arc<Charter>, version: u32) {
        let Some(adopted) = self.adopted.remove(&version) else { return };
        if let Some(text) = adopted.text.charter() {
            *charter = Arc::new(text.among_members_of(charter));
        }
        self.version = version;
        self.text = Some(adopted.text);
        for member in adopted.accepted {
            self.accept(charter, member, version);
        }
        // What was adopted on the text before amends nothing any more.
        self.adopted.retain(|_, other| other.amends == version);
    }
}
