#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "tests count small numbers")]

use super::super::sobol::Sequence;
use super::*;

/// Values of a function of three factors, in thousandths, at the points of so many samples.
fn values(samples: u64, of: fn([i64; 3]) -> i64) -> Vec<i32> {
    let sequence = Sequence::scrambled(6, 7);
    let drawn = |sample, dimension| i64::from(sequence.at(sample, dimension) >> 22);
    let mut values = Vec::new();
    for sample in 0..samples {
        let a = [0, 1, 2].map(|dimension| drawn(sample, dimension));
        let b = [3, 4, 5].map(|dimension| drawn(sample, dimension));
        values.push(of(a));
        for factor in 0..3 {
            let mut point = a;
            point[factor] = b[factor];
            values.push(of(point));
        }
        values.push(of(b));
    }
    values.into_iter().map(|value| i32::try_from(value).unwrap()).collect()
}

fn told(values: &[i32]) -> Indices {
    indices((0, 0), values, 3, 7)
}

/// Whether an index is this many per cent, to three per cent.
fn is_near(estimate: Estimate, per_cent: i64) -> bool {
    (estimate.value - per_cent * 10_000_000).abs() < 30_000_000
}

#[test]
fn a_sum_is_parted_as_its_weights_are_squared() {
    // Variances of 1, 4 and 0: a fifth, four fifths, and nothing. Alone and in all, since nothing goes together.
    let told = told(&values(1024, |[one, two, _]| one + 2 * two));
    assert_eq!((told.samples, told.used, told.indices.len()), (1024, 1024, 3));
    for (index, per_cent) in told.indices.iter().zip([20, 80, 0]) {
        assert!(is_near(index.first, per_cent) && is_near(index.total, per_cent), "{index:?}");
        assert!(index.first.low <= index.first.value && index.first.value <= index.first.high, "{index:?}");
    }
    assert_eq!(told.indices[2].total, Estimate::default());
    assert_eq!(
        told.indices.iter().map(|index| index.parameter).collect::<Vec<_>>(),
        [Some(0), Some(1), None]
    );
}

#[test]
fn what_two_do_only_together_is_in_the_total_alone() {
    // The product of two that are even around nothing.
    let told = told(&values(1024, |[one, two, _]| (2 * one - 1023) * (2 * two - 1023) / 1023));
    for (index, per_cent) in told.indices.iter().zip([100, 100, 0]) {
        assert!(is_near(index.first, 0) && is_near(index.total, per_cent), "{index:?}");
    }
}

#[test]
fn what_does_not_vary_has_no_indices_and_what_was_not_measured_is_left_out() {
    let constant = told(&values(64, |_| 5));
    assert!(constant.indices.is_empty() && constant.mean == 5 && constant.deviation == 0, "{constant:?}");
    let mut some = values(64, |[one, ..]| one);
    some[2] = NONE;
    some[5 * 63] = NONE;
    let some = told(&some);
    assert_eq!((some.samples, some.used), (64, 62));
    let none = told(&vec![NONE; 64 * 5]);
    assert!(none.indices.is_empty() && none.used == 0);
}

#[test]
fn the_largest_values_do_not_pass_the_bounds() {
    let largest = i32::try_from(LARGEST).unwrap();
    let mut values = Vec::new();
    for sample in 0..65_536_u32 {
        let end = if sample.is_multiple_of(2) { largest } else { -largest };
        values.extend([end, -end, end, -end, end]);
    }
    let terms = Terms::of(&values, 3);
    let once = vec![1; terms.samples()];
    // Where the moved value stands against its own, the second half of each pair undoes the first.
    let undone = (-2_000_000_000, 2_000_000_000);
    assert_eq!(terms.indices(&once).unwrap(), [undone, (0, 0), undone]);
    let twice = 2 * 65_536_u128;
    assert_eq!(
        terms.variance(65_536, &once).unsigned_abs().isqrt() / twice,
        u128::try_from(LARGEST).unwrap()
    );
}

#[test]
fn fractions_are_told_to_the_nearest() {
    assert_eq!(billionths(1, 3), 333_333_333);
    assert_eq!(billionths(-2, 3), -666_666_667);
    assert_eq!(billionths(5, 5), 1_000_000_000);
    assert_eq!(billionths(1 << 117, (1 << 115) + 1), 4_000_000_000);
}

#[test]
fn indices_of_few_samples_and_intervals_below_none_are_for_a_look() {
    let estimate = |low, high| Estimate { value: low, low, high };
    let of = |used, first: Estimate| Indices {
        charter: 0,
        output: 0,
        samples: 1024,
        used,
        mean: 0,
        deviation: 1,
        indices: vec![Index { parameter: None, first, total: estimate(1, 2) }],
    };
    let told = [
        of(255, estimate(-1, 1)),
        of(256, estimate(-1, 1)),
        of(256, estimate(-2, -1)),
        of(256, estimate(-1, 0)),
    ];
    assert_eq!(told.map(|one| one.is_for_a_look()), [true, false, true, false]);
    assert!(!Indices { indices: Vec::new(), ..of(1, estimate(0, 0)) }.is_for_a_look());
}
