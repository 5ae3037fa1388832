//! What happens to the standing of members.

use alloc::collections::BTreeSet;

use quorate_charter::{Charter, MemberCode, WithdrawalArticle};

use super::seats::{enough, suffice};
use super::{Adopted, Bond, Invitation, Renewal, Standings};
use crate::agenda::{Agenda, Task};
use crate::members::Event;
use crate::moment::Moment;
use crate::partnership::Partnership;

impl Standings {
    /// Whether an adopted text comes into force once these have accepted it: they are enough by the rule, and enough
    /// of them have a voice to decide on help to any one of them under the new text.
    pub(in crate::members) fn comes_into_force(
        &self,
        charter: &Charter,
        adopted: &Adopted,
        accepted: &BTreeSet<MemberCode>,
    ) -> bool {
        let (Some(text), Some(article)) = (adopted.text.charter(), charter.amendment()) else { return false };
        let bound = self.of.iter().filter(|(_, bond)| self.binds(bond));
        let all: BTreeSet<MemberCode> = bound.clone().map(|(member, _)| *member).collect();
        let awake = |(member, bond): &(&MemberCode, &Bond)| {
            accepted.contains(*member) && bond.suspended.is_none() && !bond.rests
        };
        enough(bound.filter(awake).count(), &text) && suffice(charter, article.in_force_by(), &all, accepted)
    }

    pub(in crate::members) fn apply(&mut self, charter: &mut Charter, agenda: &mut Agenda, event: &Event) {
        match event {
            Event::Signed { member, provisionally } => self.change(*member, |bond| {
                bond.signed = true;
                bond.provisional = *provisionally;
            }),
            Event::Ratified { member } => self.change(*member, |bond| bond.ratified = true),
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
            Event::Suspended { member, until, .. } => {
                agenda.add(*until, Task::SuspensionEnds(*member));
                self.change(*member, |bond| bond.suspended = Some(*until));
            }
            Event::Restored { member, .. } => self.change(*member, |bond| {
                if let Some(until) = bond.suspended.take() {
                    agenda.remove(until, Task::SuspensionEnds(*member));
                }
            }),
            Event::AmendmentAdopted { version, terms, .. } => {
                let (amends, text) = (terms.amends, terms.text.clone());
                self.adopted.insert(*version, Adopted { amends, text, accepted: BTreeSet::new() });
                self.versions = *version;
            }
            Event::AmendmentAccepted { member, version } => self.accept(charter, *member, *version),
            Event::AmendmentInForce { version } => self.put_in_force(charter, *version),
            Event::KeysToBeReplaced { member, root, recovery, effective, .. } => {
                agenda.add(*effective, Task::KeysReplaced(*member));
                let renewal = Renewal { root: *root, recovery: *recovery, effective: *effective };
                self.renewals.insert(*member, renewal);
            }
            Event::KeysObjected { member, effective } => {
                agenda.remove(*effective, Task::KeysReplaced(*member));
                self.renewals.remove(member);
            }
            Event::KeysReplaced { member, .. } => {
                self.renewals.remove(member);
            }
            Event::VotesRest { member, .. } => self.change(*member, |bond| bond.rests = true),
            Event::VotesKept { member, again, .. } => agenda.add(*again, Task::Arrears(*member)),
            Event::VotesReturn { member } => self.change(*member, |bond| bond.rests = false),
            Event::Stated { .. }
            | Event::Accredited { .. }
            | Event::Revoked { .. }
            | Event::RootReplaced { .. } => {}
        }
    }

    fn accept(&mut self, charter: &Charter, member: MemberCode, version: u32) {
        if version == self.version {
            let notice = charter.withdrawal().map(WithdrawalArticle::notice);
            self.change(member, |bond| {
                bond.accepted = version;
                bond.notice = notice;
            });
        } else if let Some(adopted) = self.adopted.get_mut(&version) {
            adopted.accepted.insert(member);
        }
    }

    fn accede(&mut self, charter: &mut Charter, member: MemberCode) {
        let Some(Invitation { admit }) = self.invited.remove(&member) else { return };
        if let Ok(wider) = admit.charter(charter) {
            *charter = wider;
        }
        let notice = charter.withdrawal().map(WithdrawalArticle::notice);
        let bond = Bond { signed: true, ratified: true, accepted: self.version, notice, ..Bond::default() };
        self.of.insert(member, bond);
    }

    fn leave(&mut self, charter: &mut Charter, agenda: &mut Agenda, member: MemberCode) {
        *charter = charter.without_member(member);
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

    fn put_in_force(&mut self, charter: &mut Charter, version: u32) {
        let Some(adopted) = self.adopted.remove(&version) else { return };
        if let Some(text) = adopted.text.charter() {
            *charter = text.among_members_of(charter);
        }
        self.version = version;
        for member in adopted.accepted {
            self.accept(charter, member, version);
        }
        // What was adopted on the text before amends nothing any more.
        self.adopted.retain(|_, other| other.amends == version);
    }
}

/// A notice has run: the member leaves. Where fewer are left to accept a text, it may come into force now.
pub(crate) fn leaves(partnership: &Partnership, member: MemberCode) -> alloc::vec::Vec<Event> {
    let standings = &partnership.members().standings;
    let due = |at: Moment| at <= partnership.moment();
    if !standings.of.get(&member).and_then(|bond| bond.leaves).is_some_and(due) {
        return alloc::vec::Vec::new();
    }
    let mut events = alloc::vec![Event::Left { member }];
    let (mut after, mut charter) = (standings.clone(), partnership.charter().clone());
    after.apply(&mut charter, &mut Agenda::default(), &Event::Left { member });
    let next = after.adopted.iter().find(|(_, text)| {
        text.amends == after.version && after.comes_into_force(&charter, text, &text.accepted)
    });
    events.extend(next.map(|(version, _)| Event::AmendmentInForce { version: *version }));
    events
}
