//! The least groups, opposed groups and implied rules, against trying every group; and every proof read anew.

use proptest::collection::vec;
use proptest::prelude::*;
use quorate_voting::{
    Effort, Formula, Implied, Opposed, Roll, adopts, adopts_against, audit, blocks, implies, least_adopting,
    least_blocking, opposed,
};
use quorate_voting::{Least, Measure, Seat, VerdictError, least_adopting_whatever, least_blocking_whatever};

use crate::groups::every_group;
use crate::random;

type Whatever = fn(&Formula, &Roll, &[Measure], Effort) -> Result<Least, VerdictError>;
type Fixed = fn(&Formula, &Roll, Effort) -> Result<Least, VerdictError>;

fn pair(whatever: Whatever, fixed: Fixed) -> (Whatever, Fixed) {
    (whatever, fixed)
}

fn smallest(roll: &Roll, can: impl Fn(&[usize]) -> bool) -> Option<usize> {
    every_group(roll).iter().filter(|group| can(group)).map(Vec::len).min()
}

fn has_opposed(formula: &Formula, roll: &Roll) -> bool {
    let groups = every_group(roll);
    let against = |a: &[usize], b: &[usize]| adopts_against(formula, roll, a, b).unwrap();
    groups.iter().any(|a| {
        let apart = |b: &&Vec<usize>| !b.iter().any(|seat| a.contains(seat));
        groups.iter().filter(apart).any(|b| against(a, b) && against(b, a))
    })
}

/// Whether a group, of which some may not take part, adopts while all others are against.
fn adopts_at_a_table(formula: &Formula, roll: &Roll, group: &[usize]) -> bool {
    let takes_part = |seat: &usize| roll.seats()[*seat].participating;
    let others: Vec<usize> = (0..roll.seats().len()).filter(takes_part).collect();
    let others: Vec<usize> = others.into_iter().filter(|seat| !group.contains(seat)).collect();
    !blocks(formula, roll, &others).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_least_groups_are_least(formula in random::formula(), roll in random::roll(9)) {
        let taking_part = roll.seats().iter().filter(|seat| seat.participating).count();
        let least = least_blocking(&formula, &roll, Effort::default()).unwrap();
        prop_assert_eq!(least.exactly(), smallest(&roll, |group| blocks(&formula, &roll, group).unwrap()));
        prop_assert_eq!(audit::blocking(&formula, &roll, &[], &least), Ok(()));
        let least = least_adopting(&formula, &roll, Effort::default()).unwrap();
        let smallest = smallest(&roll, |group| adopts(&formula, &roll, group).unwrap());
        prop_assert_eq!(least.exactly(), smallest);
        prop_assert_eq!(least.is_beyond_all(), smallest.is_none());
        prop_assert!(least.group.is_some() || least.at_least == taking_part + 1);
        prop_assert_eq!(audit::adopting(&formula, &roll, &[], &least), Ok(()));
    }

    /// T4: with the clause, the least number that blocks is m, or that of the rule if it is larger.
    #[test]
    fn the_clause_lifts_the_least_number_that_blocks(
        formula in random::formula(),
        roll in random::roll(9),
        m in 1..=9_usize,
    ) {
        let taking_part = roll.seats().iter().filter(|seat| seat.participating).count();
        let clause = Formula::not_in_favour_at_most(u32::try_from(m - 1).unwrap());
        let lifted = Formula::any(vec![formula.clone(), clause]).unwrap();
        let least = |rule: &Formula| least_blocking(rule, &roll, Effort::default()).unwrap().exactly().unwrap();
        prop_assert_eq!(least(&lifted), least(&formula).max(m).min(taking_part));
    }

    /// Whatever the weights that move, no group is smaller than the one found for all weights; and for some
    /// weights one is as small.
    #[test]
    fn weights_that_move_are_bounded_and_the_bound_is_met(
        formula in random::formula(),
        roll in random::roll(7),
        others in vec((0..=4_u64, 0..=4_u64), 7),
    ) {
        let moving = [Measure(1), Measure(2)];
        let with = |weights: &dyn Fn(usize) -> Vec<u64>| {
            let seats = roll.seats().iter().enumerate();
            let moved = seats.map(|(n, seat)| Seat { weights: weights(n), ..seat.clone() });
            Roll::new(roll.measures(), moved.collect()).unwrap()
        };
        for (whatever, fixed) in [
            pair(least_blocking_whatever, least_blocking),
            pair(least_adopting_whatever, least_adopting),
        ] {
            let floor = whatever(&formula, &roll, &moving, Effort::default()).unwrap();
            let drawn = with(&|seat| vec![others[seat].0, others[seat].1]);
            prop_assert!(fixed(&formula, &drawn, Effort::default()).unwrap().at_least >= floor.at_least);
            // All weight with the group.
            let group = floor.group.clone().unwrap_or_default();
            let theirs = with(&|seat| vec![u64::from(group.contains(&seat)); 2]);
            prop_assert_eq!(fixed(&formula, &theirs, Effort::default()).unwrap().at_least, floor.at_least);
        }
        let floor = least_blocking_whatever(&formula, &roll, &moving, Effort::default()).unwrap();
        prop_assert_eq!(audit::blocking(&formula, &roll, &moving, &floor), Ok(()));
        let floor = least_adopting_whatever(&formula, &roll, &moving, Effort::default()).unwrap();
        prop_assert_eq!(audit::adopting(&formula, &roll, &moving, &floor), Ok(()));
    }

    #[test]
    fn bounds_hold_with_little_effort(formula in random::formula(), roll in random::roll(9), steps in 0..40_u64) {
        let least = least_adopting(&formula, &roll, Effort::steps(steps)).unwrap();
        let smallest = smallest(&roll, |group| adopts(&formula, &roll, group).unwrap());
        prop_assert!(smallest.is_none_or(|smallest| least.at_least <= smallest));
        prop_assert_eq!(least.is_beyond_all(), smallest.is_none());
        prop_assert_eq!(audit::adopting(&formula, &roll, &[], &least), Ok(()));
    }

    #[test]
    fn opposed_groups_are_found_or_excluded(formula in random::formula(), roll in random::roll(6)) {
        let found = opposed(&formula, &roll, Effort::default()).unwrap();
        prop_assert_eq!(matches!(found, Opposed::Groups(..)), has_opposed(&formula, &roll));
        prop_assert!(found != Opposed::Undecided);
        prop_assert_eq!(audit::opposed(&formula, &roll, &found), Ok(()));
    }

    #[test]
    fn implied_is_every_group(
        one in random::formula(),
        other in random::formula(),
        (first, second) in random::roll(7).prop_flat_map(|roll| {
            let seats = roll.seats().len();
            (Just(roll), vec(prop::bool::weighted(0.8), seats))
        }).prop_map(|(roll, taking_part)| {
            let mut seats = roll.seats().to_vec();
            seats.iter_mut().zip(taking_part).for_each(|(seat, takes_part)| seat.participating = takes_part);
            let second = Roll::new(roll.measures(), seats).unwrap();
            (roll, second)
        }),
    ) {
        let found = implies((&one, &first), (&other, &second), Effort::default()).unwrap();
        let mut everybody = first.seats().to_vec();
        everybody.iter_mut().for_each(|seat| seat.participating = true);
        let everybody = Roll::new(first.measures(), everybody).unwrap();
        let counterexample = every_group(&everybody).iter().any(|group| {
            adopts_at_a_table(&one, &first, group) && !adopts_at_a_table(&other, &second, group)
        });
        prop_assert_eq!(matches!(found, Implied::NotBy(_)), counterexample);
        prop_assert!(found != Implied::Undecided);
        prop_assert_eq!(audit::implies((&one, &first), (&other, &second), &found), Ok(()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn sixteen_seats_are_least_as_well(formula in random::formula(), roll in random::roll(16)) {
        let least = least_blocking(&formula, &roll, Effort::default()).unwrap();
        prop_assert_eq!(least.exactly(), smallest(&roll, |group| blocks(&formula, &roll, group).unwrap()));
        let least = least_adopting(&formula, &roll, Effort::default()).unwrap();
        prop_assert_eq!(least.exactly(), smallest(&roll, |group| adopts(&formula, &roll, group).unwrap()));
    }
}
