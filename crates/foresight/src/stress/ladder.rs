//! The ladder: what is there on days to come, with and without what can be called, and if one or two members default.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::figures::Rung;
use super::outcome::Outcome;
use super::shock::{Calls, Shock};
use super::world::World;
use super::{HORIZONS, MAX_RUNS};

/// What is there on days to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// A row for each of [`HORIZONS`].
    pub rows: Vec<Row>,
    /// So many members together were assumed to default at most; fewer than asked where there are too many to try.
    pub defaults: usize,
    /// Whether the books balanced in every run.
    pub balanced: bool,
    /// How many runs it took.
    pub runs: usize,
}

/// One day of the ladder. Amounts in the smallest units of the fund's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the books say on that day if all pay and nothing is called.
    pub rung: Rung,
    /// What there is if nothing is called: if nobody defaults, if the worst one does, if the worst two do.
    pub nothing_called: Vec<Left>,
    /// The same if on day 0 all is called that can be.
    pub all_called: Vec<Left>,
}

/// What is left for promises, and whose default leaves so little.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// What could be promised and paid by that day, what was since day 0 included: [`Rung::there`].
    pub there: i128,
    /// What those others can still be called for then.
    pub callable: i128,
    /// Who defaults; of several such sets the first by code.
    pub without: Vec<MemberCode>,
}

impl World {
    /// The ladder.
    #[must_use]
    pub fn ladder(&self) -> Ladder {
        let (sets, defaults) = self.sets_to_default();
        let run = |calls| sets.iter().map(move |set| self.run(&Shock::of(set.clone()), calls));
        let nothing: Vec<Outcome> = run(Calls::None).collect();
        let all: Vec<Outcome> = run(Calls::All).collect();
        let rows = (0..HORIZONS.len()).filter_map(|at| {
            let rung = *nothing.first()?.rungs.get(at)?;
            let worst = |outcomes: &[Outcome]| {
                (0..=defaults).filter_map(|size| worst(&sets, outcomes, size, at)).collect()
            };
            Some(Row { rung, nothing_called: worst(&nothing), all_called: worst(&all) })
        });
        let rows = rows.collect();
        let balanced = nothing.iter().chain(&all).all(|outcome| outcome.balanced);
        Ladder { rows, defaults, balanced, runs: sets.len().saturating_mul(2) }
    }

    /// What becomes of everything promised if nobody defaults, if each member does, and if each pair does, in this order; what is
    /// missing is called in time.
    #[must_use]
    pub fn each_default(&self) -> Vec<(BTreeSet<MemberCode>, Outcome)> {
        let (sets, _) = self.sets_to_default();
        let run = |set: BTreeSet<MemberCode>| {
            let outcome = self.run(&Shock::of(set.clone()), Calls::AsNeeded);
            (set, outcome)
        };
        sets.into_iter().map(run).collect()
    }

    /// Nobody, every member, and every pair, as far as they are asked about and are not too many to try.
    pub(super) fn sets_to_default(&self) -> (Vec<BTreeSet<MemberCode>>, usize) {
        let asked = usize::try_from(self.plan.tests.defaults).unwrap_or(usize::MAX);
        let mut all = Vec::from([BTreeSet::new()]);
        let mut to = 0_usize;
        for size in 1..=asked.min(self.members.len()) {
            let left = MAX_RUNS.saturating_sub(all.len());
            let more = sets(&self.members, size, left.saturating_add(1));
            if more.len() > left {
                break;
            }
            all.extend(more);
            to = size;
        }
        (all, to)
    }
}

/// The set of this size that leaves least on a day.
fn worst(sets: &[BTreeSet<MemberCode>], outcomes: &[Outcome], size: usize, at: usize) -> Option<Left> {
    let of_size = sets.iter().zip(outcomes).filter(|(set, _)| set.len() == size);
    let left = of_size.filter_map(|(set, outcome)| Some((outcome.rungs.get(at)?, set)));
    let (rung, set) = left.min_by_key(|(rung, _)| rung.there())?;
    let without = set.iter().copied().collect();
    Some(Left { there: rung.there(), callable: rung.callable, without })
}

/// All sets of so many members in the order of their codes, but no more than so many.
pub(super) fn sets(members: &[MemberCode], size: usize, most: usize) -> Vec<BTreeSet<MemberCode>> {
    let mut found = Vec::new();
    grow(members, size, most, &mut Vec::new(), &mut found);
    found
}

fn grow(
    members: &[MemberCode],
    size: usize,
    most: usize,
    begun: &mut Vec<MemberCode>,
    found: &mut Vec<BTreeSet<MemberCode>>,
) {
    if begun.len() == size {
        found.push(begun.iter().copied().collect());
        return;
    }
    let mut rest = members;
    while let Some((first, others)) = rest.split_first() {
        // Fewer are left than are wanted: nothing comes of it.
        if found.len() >= most || begun.len().saturating_add(rest.len()) < size {
            return;
        }
        begun.push(*first);
        grow(others, size, most, begun, found);
        begun.pop();
        rest = others;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_once_in_the_order_of_the_codes_and_no_more_than_asked() {
        let members: Vec<MemberCode> =
            ["AAA", "BBB", "CCC"].iter().map(|code| code.parse().unwrap()).collect();
        let told = |size, most| -> Vec<Vec<&str>> {
            let all = sets(&members, size, most);
            let codes = |set: &BTreeSet<MemberCode>| -> Vec<&str> {
                members.iter().filter(|member| set.contains(*member)).map(MemberCode::as_str).collect()
            };
            all.iter().map(codes).collect()
        };
        assert_eq!(told(0, 9), [Vec::<&str>::new()]);
        assert_eq!(told(2, 9), [["AAA", "BBB"], ["AAA", "CCC"], ["BBB", "CCC"]]);
        assert_eq!(told(3, 9), [["AAA", "BBB", "CCC"]]);
        assert_eq!(told(2, 2), [["AAA", "BBB"], ["AAA", "CCC"]]);
        assert!(told(4, 9).is_empty());
    }
}
