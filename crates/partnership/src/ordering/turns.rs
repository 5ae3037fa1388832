//! Whose turn it is to order the next block: each member's node after the other, and none that missed its turn for a
//! while, so that a node that is down does not cost a wait each time.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use crate::members::Nodes;

/// After how many turns missed in a row a node is passed over no longer than before.
const MOST_DOUBLED: u32 = 5;

/// How a node missed its turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
struct Missed {
    /// How often, since it last ordered a block.
    #[n(0)]
    often: u32,
    /// For how many blocks it is still passed over.
    #[n(1)]
    rests: u64,
}

/// Whose turn it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Turns {
    /// Whose node ordered the last block.
    #[n(0)]
    last: Option<MemberCode>,
    /// Whose turn it was at the last block, in order.
    #[n(1)]
    taken: Vec<MemberCode>,
    /// The members whose nodes missed their last turn.
    #[n(2)]
    missed: BTreeMap<MemberCode, Missed>,
}

impl Turns {
    /// Whose turn it is at the next block, in order, and from the beginning again: whoever has a node, from the one after
    /// the last block's on, and those that are passed over last. Never none, and never without one: who alone knows what
    /// others may have made final has its turn at every height.
    pub(crate) fn next(&self, nodes: &Nodes) -> Vec<MemberCode> {
        let passed = self.passed_over(nodes);
        let mut turns: Vec<MemberCode> = nodes.each().map(|(member, _)| member).collect();
        turns.sort_by_key(|member| (passed.contains(member), Some(*member) <= self.last, *member));
        turns
    }

    /// At most as many as may fail, so that enough are left of those that may be down now: those that missed most.
    pub(crate) fn passed_over(&self, nodes: &Nodes) -> Vec<MemberCode> {
        let rest = |(member, missed): (&MemberCode, &Missed)| {
            (missed.rests > 0 && nodes.of(*member).is_some()).then_some((missed.often, *member))
        };
        let mut resting: Vec<_> = self.missed.iter().filter_map(rest).collect();
        resting.sort_by(|one, other| other.cmp(one));
        resting.into_iter().take(nodes.may_fail()).map(|(_, member)| member).collect()
    }

    /// A block is ordered by a member's node, and it shows in which turn its parent became final.
    pub(crate) fn ordered(&mut self, nodes: &Nodes, by: MemberCode, parent: Option<u32>) {
        let turns = self.next(nodes);
        let many = u64::try_from(nodes.count()).unwrap_or(u64::MAX);
        for member in self.missed_at(parent) {
            let missed = self.missed.entry(member).or_default();
            missed.often = missed.often.saturating_add(1);
            missed.rests = many.saturating_mul(1 << missed.often.min(MOST_DOUBLED));
        }
        for missed in self.missed.values_mut() {
            missed.rests = missed.rests.saturating_sub(1);
        }
        self.missed.remove(&by);
        self.missed.retain(|member, _| nodes.of(*member).is_some());
        (self.taken, self.last) = (turns, Some(by));
    }

    /// Who missed a turn before this one at the last block. If all had theirs, nobody is singled out.
    fn missed_at(&self, turn: Option<u32>) -> Vec<MemberCode> {
        let turn = turn.and_then(|turn| usize::try_from(turn).ok());
        let missed = turn.filter(|turn| *turn < self.taken.len()).and_then(|turn| self.taken.get(..turn));
        missed.into_iter().flatten().filter(|member| Some(**member) != self.last).copied().collect()
    }
}

#[cfg(test)]
#[path = "turns/tests.rs"]
mod tests;
