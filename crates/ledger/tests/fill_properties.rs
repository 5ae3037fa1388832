//! What holds for any weights, caps and totals.
#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a test may stop at a fault")]

use proptest::prelude::*;
use quorate_ledger::{Filled, ProRata, fill};

fn vessels() -> impl Strategy<Value = Vec<(u64, u64)>> {
    let weight = prop_oneof![1 => Just(0), 4 => 1_u64..5, 4 => 1_u64..100, 2 => 1_u64..1_000_000_000];
    let cap = prop_oneof![2 => Just(0), 6 => 0_u64..200, 2 => 0_u64..1_000_000_000_000];
    prop::collection::vec((weight, cap), 1..12)
}

fn totals() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0_u64..10, 6 => 0_u64..1_000, 2 => 0_u64..2_000_000_000_000]
}

proptest! {
    #[test]
    fn the_parts_and_the_shortfall_are_the_total_and_nobody_is_beyond_its_cap(
        vessels in vessels(), total in totals()
    ) {
        let (weights, caps): (Vec<u64>, Vec<u64>) = vessels.into_iter().unzip();
        let Filled { parts, shortfall } = fill(&weights, &caps, total).unwrap();
        prop_assert_eq!(parts.iter().sum::<u64>() + shortfall, total);
        for ((part, cap), weight) in parts.iter().zip(&caps).zip(&weights) {
            prop_assert!(part <= cap && (*weight > 0 || *part == 0));
        }
        // There is a shortfall only where all that can give have given all.
        let can: u64 = weights.iter().zip(&caps).filter(|(w, _)| **w > 0).map(|(_, cap)| cap).sum();
        prop_assert_eq!(shortfall, total.saturating_sub(can));
    }

    #[test]
    fn whoever_is_not_full_gives_in_proportion_to_the_unit_and_no_less_than_who_is(
        vessels in vessels(), total in totals()
    ) {
        let (weights, caps): (Vec<u64>, Vec<u64>) = vessels.into_iter().unzip();
        let parts = fill(&weights, &caps, total).unwrap().parts;
        for i in 0..parts.len() {
            for j in 0..parts.len() {
                if weights[i] == 0 || weights[j] == 0 || parts[i] == caps[i] {
                    continue;
                }
                // part(i) is below its cap: per weight it gave no less than j, but for the odd unit.
                let (of_i, of_j) = (u128::from(parts[i] + 1), u128::from(parts[j].saturating_sub(1)));
                prop_assert!(of_i * u128::from(weights[j]) >= of_j * u128::from(weights[i]), "{:?}", parts);
            }
        }
    }

    #[test]
    fn where_no_cap_is_reached_it_is_plain_proportion(
        weights in prop::collection::vec(1_u64..100, 1..12),
        total in 0_u64..1_000,
    ) {
        let caps = vec![u64::MAX; weights.len()];
        let plain = ProRata::new(weights.clone()).unwrap().share(total).unwrap().parts;
        prop_assert_eq!(fill(&weights, &caps, total).unwrap(), Filled { parts: plain, shortfall: 0 });
    }
}

#[test]
fn a_cap_one_below_at_and_one_above_the_part() {
    for (cap, parts) in [(19, [31, 19]), (20, [30, 20]), (21, [30, 20])] {
        let filled = fill(&[3, 2], &[100, cap], 50).unwrap();
        assert_eq!(filled, Filled { parts: parts.to_vec(), shortfall: 0 });
    }
}

#[test]
fn nobody_left_gives_nothing() {
    for (weights, caps) in [(vec![0, 0], vec![5, 5]), (vec![1, 1], vec![0, 0]), (vec![], vec![])] {
        let filled = fill(&weights, &caps, 7).unwrap();
        assert_eq!((filled.parts.iter().sum::<u64>(), filled.shortfall), (0, 7));
    }
    assert!(fill(&[1], &[1, 2], 1).is_err(), "one cap for each weight");
}
