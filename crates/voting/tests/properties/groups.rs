//! What groups can do, against every vote there can be.

use proptest::prelude::*;
use quorate_voting::{Conduct, Formula, Roll, adopts, blocks};

use crate::{naive, random};

/// Every group of seats that take part.
pub(crate) fn every_group(roll: &Roll) -> Vec<Vec<usize>> {
    let mut groups = vec![vec![]];
    for (seat, _) in roll.seats().iter().enumerate().filter(|(_, seat)| seat.participating) {
        let with: Vec<Vec<usize>> = groups.iter().map(|group| [&group[..], &[seat]].concat()).collect();
        groups.extend(with);
    }
    groups
}

/// Whether some vote in which exactly this group is, or is not, in favour ends so.
fn some_vote(formula: &Formula, roll: &Roll, group: &[usize], in_favour: bool, adopted: bool) -> bool {
    let fits = |vote: &Vec<Conduct>| {
        vote.iter()
            .enumerate()
            .filter(|(seat, _)| roll.seats()[*seat].participating)
            .all(|(seat, conduct)| (*conduct == Conduct::InFavour) == (group.contains(&seat) == in_favour))
    };
    random::every_vote(roll)
        .iter()
        .filter(|vote| fits(vote))
        .any(|vote| naive::adopted(formula, roll, vote, true) == adopted)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn groups_agree_with_every_vote(formula in random::formula(), roll in random::roll(4)) {
        for group in every_group(&roll) {
            prop_assert_eq!(
                blocks(&formula, &roll, &group),
                Ok(some_vote(&formula, &roll, &group, false, false))
            );
            prop_assert_eq!(
                adopts(&formula, &roll, &group),
                Ok(some_vote(&formula, &roll, &group, true, true))
            );
        }
    }
}
