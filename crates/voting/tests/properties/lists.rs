//! Minimal groups, dummies and the highest share, against trying every group.

use proptest::prelude::*;
use quorate_voting::{
    Effort, Formula, Highest, Measure, Parts, Ratio, Roll, adopts, blocks, dummies, highest_share,
    minimal_adopting, minimal_blocking,
};

use crate::groups::every_group;
use crate::random;

/// The groups that can, and of which no part can, by size and then in order.
fn minimal(roll: &Roll, can: impl Fn(&[usize]) -> bool) -> Vec<Vec<usize>> {
    let without = |group: &[usize], seat| group.iter().copied().filter(|s| *s != seat).collect::<Vec<_>>();
    let least = |group: &Vec<usize>| can(group) && !group.iter().any(|&seat| can(&without(group, seat)));
    let mut groups: Vec<Vec<usize>> = every_group(roll).into_iter().filter(least).collect();
    groups.sort_by_key(|group| (group.len(), group.clone()));
    groups
}

/// Whether any group of at most so many seats blocks.
fn blocked_by(formula: &Formula, roll: &Roll, seats: usize) -> bool {
    every_group(roll).iter().any(|group| group.len() <= seats && blocks(formula, roll, group).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn minimal_groups_are_all_and_in_order(formula in random::formula(), roll in random::roll(8)) {
        let found: Result<Vec<_>, _> =
            minimal_blocking(&formula, &roll, Effort::default()).unwrap().collect();
        prop_assert_eq!(found, Ok(minimal(&roll, |group| blocks(&formula, &roll, group).unwrap())));
        let found: Result<Vec<_>, _> =
            minimal_adopting(&formula, &roll, Effort::default()).unwrap().collect();
        prop_assert_eq!(found, Ok(minimal(&roll, |group| adopts(&formula, &roll, group).unwrap())));
    }

    #[test]
    fn dummies_are_in_no_minimal_group(formula in random::formula(), roll in random::roll(8)) {
        let groups = minimal(&roll, |group| adopts(&formula, &roll, group).unwrap());
        let seats = 0..roll.seats().len();
        let idle = seats.filter(|seat| roll.seats()[*seat].participating && !groups.iter().any(|g| g.contains(seat)));
        let found = dummies(&formula, &roll, Effort::default()).unwrap();
        prop_assert_eq!(found.undecided, vec![]);
        prop_assert_eq!(found.dummies, idle.collect::<Vec<_>>());
    }

    /// Every share that the weights of groups could make, and those just beside it.
    #[test]
    fn the_highest_share_is_highest(
        formula in random::formula(),
        roll in random::small_roll(6),
        number in any::<prop::sample::Index>(),
        seats in 0..=3_usize,
    ) {
        let number = number.index(formula.conditions().count());
        let condition = formula.conditions().nth(number).unwrap().parts();
        let Parts::Share { measure, base, .. } = condition else {
            return Err(TestCaseError::reject("a clause"));
        };
        let found = highest_share(&formula, &roll, number, seats, Effort::default()).unwrap();
        let weight = |seat: &quorate_voting::Seat| match measure {
            Measure::MEMBERS => 1,
            Measure(place) => seat.weights[usize::from(place) - 1],
        };
        let counts = |seat: &&quorate_voting::Seat| {
            seat.participating || base == quorate_voting::Base::Membership
        };
        let whole: u64 = roll.seats().iter().filter(counts).map(weight).sum();
        for twice in 1..=2 * whole.max(1) {
            let ratio = Ratio::new(twice, 2 * whole.max(1)).unwrap();
            let safe = !blocked_by(&formula.with_share(number, ratio).unwrap(), &roll, seats);
            let allowed = match found {
                Highest::AnyShare => true,
                Highest::UpTo(limit) => limit.allows(ratio),
                Highest::NoShare => false,
                Highest::Undecided => return Err(TestCaseError::fail("undecided")),
            };
            prop_assert_eq!(allowed, safe, "{:?} at {:?}", found, ratio);
        }
    }
}
