//! The nodes that agree.

use std::sync::Arc;

use arc_malachitebft_core_types as types;
use quorate_charter::MemberCode;
use quorate_partnership::Partnership;
use types::VotingPower;

use super::context::{Order, Seat};

/// A member's node in the set that agrees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validator {
    /// Whose it is.
    pub member: MemberCode,
    /// Its key.
    pub seat: Seat,
}

impl types::Validator<Order> for Validator {
    fn address(&self) -> &Seat {
        &self.seat
    }

    fn public_key(&self) -> &Seat {
        &self.seat
    }

    fn voting_power(&self) -> VotingPower {
        1
    }
}

/// The nodes that agree, one a member, in the order of the members' codes: one unit of power each. Never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validators {
    first: Arc<Validator>,
    all: Arc<Vec<Validator>>,
    /// Whose turn it is at the next height, in order, and from the beginning again.
    turns: Arc<Vec<Validator>>,
}

impl Validators {
    /// The set of these nodes, and whose turn it is; `None` if there are none.
    fn new(mut nodes: Vec<Validator>, turns: &[MemberCode]) -> Option<Validators> {
        nodes.sort_by_key(|node| node.member);
        let first = Arc::new(nodes.first()?.clone());
        let of = |member: &MemberCode| nodes.iter().find(|node| node.member == *member).cloned();
        let turns = Arc::new(turns.iter().filter_map(of).collect());
        Some(Validators { first, all: Arc::new(nodes), turns })
    }

    /// The nodes that agree on the next block; `None` if a partnership has none, which is never so.
    #[must_use]
    pub fn of(partnership: &Partnership) -> Option<Validators> {
        let node = |(member, key)| Validator { member, seat: Seat(key) };
        Validators::new(partnership.nodes().each().map(node).collect(), &partnership.turns())
    }

    /// Whether these are the same nodes, whosever turn it is.
    pub(super) fn are_those(&self, others: &Validators) -> bool {
        self.all == others.all
    }

    /// The nodes, in the order of the members' codes.
    pub fn each(&self) -> impl Iterator<Item = &Validator> {
        self.all.iter()
    }

    /// Whose node this is.
    #[must_use]
    pub fn member(&self, seat: Seat) -> Option<MemberCode> {
        self.all.iter().find(|node| node.seat == seat).map(|node| node.member)
    }

    /// The node whose turn has this number.
    pub(super) fn at(&self, turn: u64) -> &Validator {
        let turns = u64::try_from(self.turns.len()).unwrap_or(u64::MAX);
        let place = turn.checked_rem(turns).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| self.turns.get(place)).unwrap_or(&self.first)
    }

    /// How many may fail while the rest go on and never fork: fewer than a third.
    #[must_use]
    pub fn may_fail(&self) -> usize {
        self.all.len().saturating_sub(1) / 3
    }
}

impl types::ValidatorSet<Order> for Validators {
    fn count(&self) -> usize {
        self.all.len()
    }

    fn total_voting_power(&self) -> VotingPower {
        VotingPower::try_from(self.all.len()).unwrap_or(VotingPower::MAX)
    }

    fn get_by_address(&self, seat: &Seat) -> Option<&Validator> {
        self.all.iter().find(|node| node.seat == *seat)
    }

    fn get_by_index(&self, index: usize) -> Option<&Validator> {
        self.all.get(index)
    }
}

#[cfg(test)]
mod tests {
    use quorate_partnership::PublicKey;
    use types::{Context, Round, ValidatorSet};

    use super::*;
    use crate::engine::context::Height;

    fn nodes(codes: &[&str], turns: &[&str]) -> Validators {
        let node = |(at, code): (usize, &&str)| Validator {
            member: code.parse().unwrap(),
            seat: Seat(PublicKey([u8::try_from(at).unwrap(); 32])),
        };
        let turns: Vec<MemberCode> = turns.iter().map(|code| code.parse().unwrap()).collect();
        Validators::new(codes.iter().enumerate().map(node).collect(), &turns).unwrap()
    }

    #[test]
    fn a_round_that_brought_nothing_is_the_next_ones_turn() {
        let set = nodes(&["GBR", "CAN", "FRA", "DEU"], &["FRA", "GBR", "DEU"]);
        let turn = |height, round| Order.select_proposer(&set, Height(height), Round::new(round)).member;
        for height in [1, u64::MAX] {
            let turns: Vec<String> = (0..5).map(|round| turn(height, round).to_string()).collect();
            assert_eq!(turns, ["FRA", "GBR", "DEU", "FRA", "GBR"]);
        }
        assert_eq!(turn(1, u32::MAX).to_string(), "FRA");
        assert_eq!(nodes(&["CAN", "DEU"], &[]).at(3).member.to_string(), "CAN");
        assert!(set.are_those(&nodes(&["GBR", "CAN", "FRA", "DEU"], &["CAN"])));
        assert!(!set.are_those(&nodes(&["GBR", "CAN", "FRA"], &["FRA"])));
    }

    #[test]
    fn fewer_than_a_third_may_fail() {
        let codes = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"];
        let may_fail: Vec<usize> = (1..=7).map(|many| nodes(&codes[..many], &[]).may_fail()).collect();
        assert_eq!(may_fail, [0, 0, 0, 1, 1, 1, 2]);
        assert_eq!(nodes(&codes, &[]).total_voting_power(), 7);
        assert!(Validators::new(Vec::new(), &[]).is_none());
    }
}
