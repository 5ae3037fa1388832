//! Who stands with whom at the end of a quarter, by what members think of each other then.

use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::run::Run;
use crate::blocs::{Landscape, MAX_STATES, Partition};

/// To so many members all partitions are tried in every quarter; beyond, the best is looked for.
const EXACT_MEMBERS: usize = 10;
/// From so many beginnings.
const STARTS: u64 = 8;

/// Who stands with whom: the partition of least energy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocs {
    /// Those that are bound, each with whether it stands in the second bloc; the first is that of the first member.
    pub sides: Vec<(MemberCode, bool)>,
    /// Whether the second bloc has the greater capability.
    pub is_second_greatest: bool,
    /// The part of the greatest bloc in the capability of all, per mille.
    pub part: i64,
    /// What two of one bloc think of each other, on the mean, each two weighted by the capabilities of both; none where no
    /// two of one bloc have any.
    pub cohesion: Option<i64>,
    /// Who is held in its bloc by least, if that is one alone.
    pub pivotal: Option<MemberCode>,
    /// How far the member that is held least gets on with its own bloc better than with the other, per capability of all
    /// others; none where nobody thinks anything of anybody.
    pub held: Option<i64>,
}

impl Blocs {
    /// One or two.
    #[must_use]
    pub fn count(&self) -> i64 {
        if self.sides.iter().any(|(_, second)| *second) { 2 } else { 1 }
    }

    /// The members of a bloc.
    pub fn bloc(&self, second: bool) -> impl Iterator<Item = MemberCode> + '_ {
        self.sides.iter().filter(move |(_, side)| *side == second).map(|(member, _)| *member)
    }

    /// The members of the bloc with the greatest capability; of equal ones, of the first.
    pub fn greatest(&self) -> impl Iterator<Item = MemberCode> + '_ {
        self.bloc(self.is_second_greatest)
    }
}

/// What those that are bound think of each other, each of each.
pub(super) struct Affinities<'b> {
    bound: &'b [MemberCode],
    capabilities: Vec<i64>,
    /// By member: of each other; of itself nothing.
    rows: Vec<Vec<i64>>,
}

impl Run<'_> {
    pub(super) fn affinities<'b>(&self, bound: &'b [MemberCode]) -> Affinities<'b> {
        let of = |member: MemberCode, other: MemberCode| {
            if member == other { 0 } else { self.affinity(member, other) }
        };
        let row = |member: &MemberCode| bound.iter().map(|other| of(*member, *other)).collect();
        let capability = |member: &MemberCode| self.study.scenario.member(*member).capability;
        Affinities {
            bound,
            capabilities: bound.iter().map(capability).collect(),
            rows: bound.iter().map(row).collect(),
        }
    }
}

impl Affinities<'_> {
    /// The mean of what each thinks of the others, on the mean; none where there are no others.
    pub(super) fn mean(&self) -> Option<i64> {
        let others = count(self.bound.len().saturating_sub(1));
        let each = self.rows.iter().map(|row| sum(row.iter()).checked_div(others));
        each.sum::<Option<i64>>()?.checked_div(count(self.bound.len())).filter(|_| others > 0)
    }

    /// Who stands with whom. The propensity of two is the sum of what either thinks of the other.
    pub(super) fn blocs(&self) -> Option<Blocs> {
        if self.bound.is_empty() || self.bound.len() > MAX_STATES {
            return None;
        }
        let of = |one: usize, other: usize| {
            self.rows.get(one).and_then(|row| row.get(other)).copied().unwrap_or_default()
        };
        let both = |one: usize, other: usize| of(one, other).saturating_add(of(other, one));
        let landscape = Landscape::new(&self.capabilities, both)?;
        let best = landscape.best_of(EXACT_MEMBERS, STARTS);
        let sides: Vec<(MemberCode, bool)> =
            self.bound.iter().enumerate().map(|(at, member)| (*member, best.is_second(at))).collect();
        let size = |second: bool| {
            let of = sides.iter().zip(&self.capabilities).filter(|((_, side), _)| *side == second);
            of.fold(0_i64, |sum, (_, capability)| sum.saturating_add(*capability))
        };
        let (first, second) = (size(false), size(true));
        let greatest = first.max(second).saturating_mul(1000);
        let cohesion = landscape.cohesion(|one, other| best.together(one, other));
        let least = landscape.least_held(best);
        let alone = least.filter(|(_, alone)| *alone);
        Some(Blocs {
            is_second_greatest: second > first,
            part: greatest.checked_div(first.saturating_add(second)).unwrap_or_default(),
            // Of two, each thinks half of it.
            cohesion: cohesion.and_then(|cohesion| cohesion.checked_div(2)),
            pivotal: alone.and_then(|(at, _)| self.bound.get(at).copied()),
            held: least.and_then(|(at, _)| self.hold(&landscape, best, at)),
            sides,
        })
    }

    /// What holds a member in its bloc, on the mean of what either thinks of the other. It does not count its own capability:
    /// that of all others weighs.
    fn hold(&self, landscape: &Landscape, best: Partition, at: usize) -> Option<i64> {
        let own = self.capabilities.get(at).copied()?;
        let others = sum(self.capabilities.iter()).saturating_sub(own).saturating_mul(2);
        landscape.hold(best, at).checked_div(others)
    }
}

fn sum<'n>(numbers: impl Iterator<Item = &'n i64>) -> i64 {
    numbers.fold(0, |sum, one| sum.saturating_add(*one))
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}
