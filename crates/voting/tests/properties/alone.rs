//! Who blocks and who adopts, against every vote there can be.

use proptest::prelude::*;
use quorate_voting::{Alone, Conduct, Formula, Roll, adopts_alone, alone, blocks_alone};

use crate::{naive, random};

/// The seats that take part and whose conduct is, or is not, in favour.
fn seats(roll: &Roll, conducts: &[Conduct], in_favour: bool) -> Vec<usize> {
    let takes_part = |&seat: &usize| roll.seats()[seat].participating;
    let so = |&seat: &usize| (conducts[seat] == Conduct::InFavour) == in_favour;
    (0..conducts.len()).filter(takes_part).filter(so).collect()
}

/// The seats of which some vote, in which they alone are or are not in favour, ends so.
fn single(formula: &Formula, roll: &Roll, in_favour: bool, adopted: bool) -> Vec<usize> {
    let ends_so = |conducts: &Vec<Conduct>| naive::adopted(formula, roll, conducts, true) == adopted;
    let mut found: Vec<usize> = random::every_vote(roll)
        .iter()
        .filter(|conducts| ends_so(conducts))
        .filter_map(|conducts| <[usize; 1]>::try_from(seats(roll, conducts, in_favour)).ok())
        .flatten()
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn blocking_and_adopting_agree_with_every_vote(formula in random::formula(), roll in random::roll(5)) {
        prop_assert_eq!(blocks_alone(&formula, &roll), Ok(single(&formula, &roll, false, false)));
        prop_assert_eq!(adopts_alone(&formula, &roll), Ok(single(&formula, &roll, true, true)));
    }

    #[test]
    fn alone_is_the_worst_over_the_conducts(formula in random::formula(), roll in random::roll(8)) {
        for (seat, its) in roll.seats().iter().enumerate() {
            let votes = Conduct::NOT_IN_FAVOUR.map(|conduct| {
                let other = |other: usize| if other == seat { conduct } else { Conduct::InFavour };
                (0..roll.seats().len()).map(other).collect::<Vec<_>>()
            });
            let ends = |clauses: bool| {
                votes.each_ref().map(|vote| naive::adopted(&formula, &roll, vote, clauses))
            };
            // A seat that can block at all can do so by voting against, the first conduct tried.
            let expected = match (its.participating, ends(true), ends(false)) {
                (false, ..) => Alone::NotTakingPart,
                (true, [true, true, true], [true, true, true]) => Alone::Adopted,
                (true, [true, true, true], _) => Alone::AdoptedByClause,
                (true, ..) => Alone::Blocked(Conduct::Against),
            };
            prop_assert_eq!(alone(&formula, &roll, seat), Ok(expected), "seat {}", seat);
        }
    }

    /// `R or not in favour <= m - 1`: fewer than m never block, and m or more are judged by R alone. With m
    /// above the number that takes part, all of them would be fewer than m; but if all refuse, nobody is in
    /// favour and nothing is adopted.
    #[test]
    fn the_clause_is_never_blocked_by_fewer_than_m(formula in random::formula(), roll in random::roll(6)) {
        let taking_part = roll.seats().iter().filter(|seat| seat.participating).count();
        let votes = random::every_vote(&roll);
        for m in 1..=taking_part {
            let clause = Formula::not_in_favour_at_most(u32::try_from(m - 1).unwrap());
            let lifted = Formula::any(vec![formula.clone(), clause]).unwrap();
            for conducts in &votes {
                let refusing = seats(&roll, conducts, false).len();
                let tally = quorate_voting::Tally::count(&roll, conducts).unwrap();
                let adopted = lifted.decide(&tally).unwrap().adopted();
                if refusing < m {
                    prop_assert!(adopted, "{} refusing, m is {}", refusing, m);
                } else {
                    prop_assert_eq!(adopted, formula.decide(&tally).unwrap().adopted());
                }
            }
        }
    }
}
