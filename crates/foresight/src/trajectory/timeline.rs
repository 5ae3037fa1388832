//! Who stood with whom, quarter by quarter, counted over runs: in the same memory for any number of runs.

use alloc::collections::BTreeMap;

use quorate_charter::MemberCode;

use super::results::Ran;

/// In how many runs each two members stood in one bloc at a quarter's end, and who was held by least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// By quarter, from 0, and two members, the lesser code first: in how many runs both were bound, and in one bloc.
    pairs: BTreeMap<(usize, MemberCode, MemberCode), (u64, u64)>,
    /// By quarter and member: in how many runs it was bound, and alone pivotal.
    members: BTreeMap<(usize, MemberCode), (u64, u64)>,
}

impl Timeline {
    /// Adds a run.
    pub fn add(&mut self, ran: &Ran) {
        let quarters = ran.quarters.iter().enumerate();
        for (at, blocs) in quarters.filter_map(|(at, quarter)| Some((at, quarter.blocs.as_ref()?))) {
            for (place, (one, side)) in blocs.sides.iter().enumerate() {
                self.add_member(at, *one, 1, u64::from(blocs.pivotal == Some(*one)));
                for (other, another) in blocs.sides.iter().skip(place.saturating_add(1)) {
                    self.add_pair(at, (*one, *other), 1, u64::from(side == another));
                }
            }
        }
    }

    /// Adds that two members were bound in so many runs more, and stood in one bloc in so many of them.
    pub fn add_pair(&mut self, quarter: usize, pair: (MemberCode, MemberCode), bound: u64, together: u64) {
        let (one, other) = (pair.0.min(pair.1), pair.0.max(pair.1));
        add(self.pairs.entry((quarter, one, other)).or_default(), (bound, together));
    }

    /// Adds that a member was bound in so many runs more, and pivotal in so many of them.
    pub fn add_member(&mut self, quarter: usize, member: MemberCode, bound: u64, pivotal: u64) {
        add(self.members.entry((quarter, member)).or_default(), (bound, pivotal));
    }

    /// Adds what was counted of other runs.
    pub fn join(&mut self, other: &Timeline) {
        for (of, counts) in &other.pairs {
            add(self.pairs.entry(*of).or_default(), *counts);
        }
        for (of, counts) in &other.members {
            add(self.members.entry(*of).or_default(), *counts);
        }
    }

    /// Every quarter, from 0, and two members: in how many runs both were bound, and in how many of them in one bloc.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, MemberCode, MemberCode, u64, u64)> + '_ {
        self.pairs
            .iter()
            .map(|((quarter, one, other), (bound, together))| (*quarter, *one, *other, *bound, *together))
    }

    /// Every quarter, from 0, and member: in how many runs it was bound, and in how many of them it alone was pivotal.
    pub fn members(&self) -> impl Iterator<Item = (usize, MemberCode, u64, u64)> + '_ {
        self.members.iter().map(|((quarter, member), (bound, pivotal))| (*quarter, *member, *bound, *pivotal))
    }
}

fn add(counts: &mut (u64, u64), more: (u64, u64)) {
    counts.0 = counts.0.saturating_add(more.0);
    counts.1 = counts.1.saturating_add(more.1);
}
