//! Properties of one verdict, and of two that differ in one thing.

use proptest::prelude::*;
use quorate_voting::{Conduct, Formula, Roll, Tally, Verdict};

use crate::{naive, random};

fn decide(formula: &Formula, roll: &Roll, conducts: &[Conduct]) -> Verdict {
    formula.decide(&Tally::count(roll, conducts).unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn agrees_with_the_naive_evaluation(formula in random::formula(), (roll, conducts) in random::vote(8)) {
        prop_assert_eq!(formula.fits(&roll), Ok(()));
        let verdict = decide(&formula, &roll, &conducts);
        prop_assert_eq!(verdict.adopted(), naive::adopted(&formula, &roll, &conducts, true));
        let without = naive::adopted(&formula, &roll, &conducts, false);
        prop_assert_eq!(verdict.by_clause(), verdict.adopted() && !without);
    }

    #[test]
    fn more_support_never_hurts(formula in random::formula(), (roll, conducts) in random::vote(8)) {
        let before = decide(&formula, &roll, &conducts).adopted();
        for seat in 0..conducts.len() {
            if roll.seats()[seat].participating {
                let mut more = conducts.clone();
                more[seat] = Conduct::InFavour;
                prop_assert!(!before || decide(&formula, &roll, &more).adopted(), "seat {}", seat);
            }
        }
    }

    /// No seat ever has to stay away in order not to be adopted over: from absent to against, and from abstain to
    /// against, the bases grow and nothing else changes.
    #[test]
    fn voting_against_never_adopts_what_staying_away_would_have_stopped(
        formula in random::formula(),
        (roll, conducts) in random::vote(8),
    ) {
        let adopted = |seat: usize, conduct| {
            let mut changed = conducts.clone();
            changed[seat] = conduct;
            decide(&formula, &roll, &changed).adopted()
        };
        for seat in (0..conducts.len()).filter(|seat| roll.seats()[*seat].participating) {
            let [against, abstain, absent] = Conduct::NOT_IN_FAVOUR.map(|conduct| adopted(seat, conduct));
            prop_assert!(!against || (abstain && absent), "seat {}", seat);
            prop_assert!(!abstain || absent, "seat {}", seat);
        }
    }

    #[test]
    fn nobody_in_favour_adopts_nothing(formula in random::formula(), (roll, conducts) in random::vote(8)) {
        let mut conducts = conducts;
        for conduct in &mut conducts {
            if *conduct == Conduct::InFavour {
                *conduct = Conduct::Abstain;
            }
        }
        let verdict = decide(&formula, &roll, &conducts);
        prop_assert!(!verdict.adopted() && !verdict.anyone_in_favour());
    }

    #[test]
    fn by_clause_implies_adopted(formula in random::formula(), (roll, conducts) in random::vote(8)) {
        let verdict = decide(&formula, &roll, &conducts);
        prop_assert!(verdict.adopted() || !verdict.by_clause());
    }

    #[test]
    fn the_order_of_seats_does_not_matter(
        (roll, conducts, order) in random::vote(8).prop_flat_map(|(roll, conducts)| {
            let order: Vec<usize> = (0..conducts.len()).collect();
            (Just(roll), Just(conducts), Just(order).prop_shuffle())
        }),
    ) {
        let seats = order.iter().map(|&seat| roll.seats()[seat].clone()).collect();
        let shuffled: Vec<Conduct> = order.iter().map(|&seat| conducts[seat]).collect();
        let other = Roll::new(roll.measures(), seats).unwrap();
        prop_assert_eq!(Tally::count(&roll, &conducts), Tally::count(&other, &shuffled));
    }
}
