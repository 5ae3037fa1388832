//! What holds for any weights and any calls, and why the rule is not the one that first comes to mind.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may stop at a fault, and overflow checks are on"
)]

use proptest::prelude::*;
use quorate_ledger::{MAX_TOTAL, ProRata, Shares};

fn sum(weights: &[u64]) -> i128 {
    weights.iter().map(|weight| i128::from(*weight)).sum()
}

/// Weights of very different sizes, some zero.
fn weights() -> impl Strategy<Value = Vec<u64>> {
    let weight = prop_oneof![1 => Just(0), 4 => 1_u64..5, 4 => 1_u64..100, 2 => 1_u64..1_000_000_000];
    prop::collection::vec(weight, 1..12).prop_filter("someone shares", |weights| sum(weights) > 0)
}

/// Calls of a few units, where rounding is everything, and now and then of any size.
fn totals() -> impl Strategy<Value = Vec<u64>> {
    let total = prop_oneof![6 => Just(1), 6 => 0_u64..4, 2 => 0_u64..1_000, 1 => 0..=MAX_TOTAL];
    prop::collection::vec(total, 1..200)
}

/// Residuals that pass the checks, whether or not any series leads to them.
fn any_residuals(weights: &[u64]) -> impl Strategy<Value = Vec<i64>> + use<> {
    let (weights, unit) = (weights.to_vec(), i64::try_from(sum(weights)).unwrap());
    prop::collection::vec(1 - unit..=0, weights.len()).prop_map(move |mut residuals| {
        let mut heaviest = 0;
        for (index, weight) in weights.iter().enumerate() {
            if *weight == 0 {
                residuals[index] = 0;
            }
            if *weight > weights[heaviest] {
                heaviest = index;
            }
        }
        residuals[heaviest] = 0;
        residuals[heaviest] = -residuals.iter().sum::<i64>();
        residuals
    })
}

proptest! {
    /// I-7: parts come to the total exactly. I-8: what somebody paid so far is less than a unit from its exact share.
    #[test]
    fn i_7_i_8_nobody_is_ever_a_unit_out(weights in weights(), totals in totals()) {
        let unit = sum(&weights);
        let mut series = ProRata::new(weights.clone()).unwrap();
        let (mut called, mut paid) = (0_i128, vec![0_i128; weights.len()]);
        for total in totals {
            let Shares { parts, next } = series.share(total).unwrap();
            prop_assert_eq!(parts.iter().sum::<u64>(), total);
            called += i128::from(total);
            for (index, weight) in weights.iter().enumerate() {
                paid[index] += i128::from(parts[index]);
                let off = called * i128::from(*weight) - paid[index] * unit;
                prop_assert!(off.abs() < unit, "sharer {} is {}/{} out", index, off, unit);
                prop_assert_eq!(off, i128::from(next.residuals()[index]));
            }
            series = next;
        }
    }

    #[test]
    fn any_residuals_that_pass_share_exactly_and_can_be_taken_up_again(
        (weights, residuals) in weights().prop_flat_map(|w| (Just(w.clone()), any_residuals(&w))),
        totals in totals(),
    ) {
        let mut series = ProRata::with_residuals(weights.clone(), residuals).unwrap();
        for total in totals {
            let Shares { parts, next } = series.share(total).unwrap();
            prop_assert_eq!(parts.iter().sum::<u64>(), total);
            prop_assert!(weights.iter().zip(&parts).all(|(weight, part)| *weight > 0 || *part == 0));
            series = ProRata::with_residuals(weights.clone(), next.residuals().to_vec()).unwrap();
            prop_assert_eq!(&series, &next);
        }
    }
}

/// The rule that first comes to mind: left-over units to the largest residuals. Returns the largest distance from
/// an exact share, in W-ths of a unit, over so many calls of one unit each.
fn largest_residual_first(weights: &[i64], calls: usize) -> i64 {
    let unit: i64 = weights.iter().sum();
    let mut residuals = vec![0; weights.len()];
    let mut worst = 0;
    for _ in 0..calls {
        residuals.iter_mut().zip(weights).for_each(|(residual, weight)| *residual += weight);
        let mut largest = 0;
        for index in 1..residuals.len() {
            if residuals[index] > residuals[largest] {
                largest = index;
            }
        }
        residuals[largest] -= unit;
        worst = worst.max(residuals.iter().map(|residual| residual.abs()).max().unwrap());
    }
    worst
}

#[test]
fn the_largest_residual_first_would_be_a_unit_out_and_the_soonest_due_is_not() {
    assert_eq!(largest_residual_first(&[10, 10, 1, 1, 3], 15), 25, "a whole unit, of 25");
    let mut series = ProRata::new(vec![10, 10, 1, 1, 3]).unwrap();
    for _ in 0..15 {
        series = series.share(1).unwrap().next;
        assert!(series.residuals().iter().all(|residual| residual.abs() < 25), "{:?}", series.residuals());
    }
}

/// Every weighting of up to five sharers with small weights, one unit at a time through a whole period, at the end
/// of which all are square again.
#[test]
fn every_small_weighting_holds_through_its_period() {
    let mut weights = vec![1_u64; 5];
    loop {
        let unit = sum(&weights);
        let mut series = ProRata::new(weights.clone()).unwrap();
        for _ in 0..unit {
            series = series.share(1).unwrap().next;
            let worst = series.residuals().iter().map(|residual| i128::from(residual.abs())).max();
            assert!(worst < Some(unit), "{weights:?}");
        }
        assert_eq!(series, ProRata::new(weights.clone()).unwrap(), "{weights:?}");
        let Some(place) = weights.iter().rposition(|weight| *weight < 7) else { break };
        let raised = weights[place] + 1;
        weights[place..].fill(raised);
    }
}
