//! What follows from a change of standing: the charter, or a text that waits, comes into force.

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};

use super::seats::{enough, suffice};
use super::{Adopted, Bond, Standings};
use crate::agenda::Agenda;
use crate::members::Event;
use crate::partnership::Partnership;

/// A change, and what follows from it at once. Asked after every change that could be the last that was missing, so
/// that nobody holds up by its silence what would not need it any more.
pub(in crate::members) fn with_what_follows(partnership: &Partnership, change: Event) -> Vec<Event> {
    let members = partnership.members();
    let (mut after, mut charter) = (members.standings.clone(), partnership.charter.clone());
    after.apply(&mut charter, &mut Agenda::default(), &change);
    let mut events = vec![change];
    count(partnership, &mut after, &charter, &mut events);
    if after.enters_into_force(&charter) {
        after.in_force = true;
        events.push(Event::EnteredIntoForce);
    }
    let next =
        after.adopted.iter().find(|(_, text)| text.amends == after.version && after.puts(text, &charter));
    if let Some(version) = next.map(|(version, _)| *version) {
        let in_force = Event::AmendmentInForce { version };
        after.apply(&mut charter, &mut Agenda::default(), &in_force);
        events.push(in_force);
        count(partnership, &mut after, &charter, &mut events);
    }
    events
}

/// Consents that wait for a depositary count once none is waited for.
fn count(partnership: &Partnership, after: &mut Standings, charter: &Charter, events: &mut Vec<Event>) {
    for member in partnership.members().instrument.counts(after, charter) {
        after.change(member, |bond| bond.ratified = true);
        events.push(Event::Ratified { member });
    }
}

/// A notice has run: the member leaves.
pub(crate) fn leaves(partnership: &Partnership, member: MemberCode) -> Vec<Event> {
    let leaves = partnership.members().standings.of.get(&member).and_then(|bond| bond.leaves);
    if leaves.is_some_and(|at| at <= partnership.moment()) {
        with_what_follows(partnership, Event::Left { member })
    } else {
        Vec::new()
    }
}

impl Standings {
    /// Whether the charter comes into force: those that ratified are enough by the rule, with everyone else absent, and
    /// as many as must take part in a decision.
    fn enters_into_force(&self, charter: &Charter) -> bool {
        let Some(article) = charter.entry_into_force().filter(|_| !self.in_force) else { return false };
        let here = self.of.iter().filter(|(_, bond)| !bond.left);
        let all: BTreeSet<MemberCode> = here.clone().map(|(member, _)| *member).collect();
        let ratified = here.filter(|(_, bond)| bond.ratified).map(|(member, _)| *member);
        let ratified: BTreeSet<MemberCode> = ratified.collect();
        let least = usize::try_from(charter.membership().least_participating()).unwrap_or(usize::MAX);
        ratified.len() >= least && suffice(charter, article.rule(), &all, &ratified)
    }

    /// Whether those who accepted a text put it in force: they are enough by the rule, and enough of them have a voice
    /// to decide on help to any one of them under the text.
    fn puts(&self, adopted: &Adopted, charter: &Charter) -> bool {
        let (Some(text), Some(article)) = (adopted.text.charter(), charter.amendment()) else { return false };
        let bound = self.of.iter().filter(|(_, bond)| self.binds(bond));
        let all: BTreeSet<MemberCode> = bound.clone().map(|(member, _)| *member).collect();
        let awake = |(member, bond): &(&MemberCode, &Bond)| {
            adopted.accepted.contains(*member) && bond.suspended.is_none() && !bond.rests
        };
        let suffice = suffice(charter, article.in_force_by(), &all, &adopted.accepted);
        suffice && enough(bound.filter(awake).count(), &text)
    }
}
