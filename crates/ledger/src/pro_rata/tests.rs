//! Every border of sharing, by hand.

use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use super::{MAX_SHARERS, MAX_TOTAL, MAX_WEIGHT_SUM, ProRata, ProRataError as E, Shares};

/// Shares the calls one after the other and returns the parts of each, with the residuals at the end.
fn run(weights: &[u64], totals: &[u64]) -> (Vec<Vec<u64>>, Vec<i64>) {
    let mut series = ProRata::new(weights.to_vec()).unwrap();
    let mut calls = Vec::new();
    for total in totals {
        let Shares { parts, next } = series.share(*total).unwrap();
        calls.push(parts);
        series = next;
    }
    (calls, series.residuals().to_vec())
}

#[test]
fn one_row_per_call() {
    let (calls, residuals) = run(&[5, 3, 2], &[10, 1, 1, 0, 1, 7]);
    assert_eq!(calls[0], [5, 3, 2], "divides evenly");
    assert_eq!(calls[1], [1, 0, 0], "the largest weight is due first");
    assert_eq!(calls[2], [0, 1, 0], "then the next");
    assert_eq!(calls[3], [0, 0, 0], "a call of nothing");
    assert_eq!(calls[4], [1, 0, 0], "due in one unit, where the third has more owing but is due in two");
    assert_eq!(calls[5], [3, 2, 2]);
    assert_eq!(residuals, [0, 0, 0], "ten and ten more: all square");
}

#[test]
fn equals_take_turns_from_the_lowest_index() {
    let (calls, residuals) = run(&[1, 1, 1], &[1, 1, 1, 2, 2, 2]);
    assert_eq!(calls, [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 0, 1], [0, 1, 1]]);
    assert_eq!(residuals, [0, 0, 0]);
}

#[test]
fn a_weight_of_zero_never_pays() {
    let (calls, residuals) = run(&[0, 7, 0, 3], &[1, 2, 3, MAX_TOTAL, 5]);
    assert!(calls.iter().all(|parts| parts[0] == 0 && parts[2] == 0));
    assert_eq!((residuals[0], residuals[2]), (0, 0));
}

#[test]
fn alone_one_pays_everything() {
    assert_eq!(run(&[9], &[0, 1, MAX_TOTAL]).0, [[0], [1], [MAX_TOTAL]]);
}

#[test]
fn the_total_is_limited() {
    let series = ProRata::new(vec![1, 2]).unwrap();
    for total in [MAX_TOTAL - 1, MAX_TOTAL] {
        assert_eq!(series.share(total).unwrap().parts.iter().sum::<u64>(), total);
    }
    assert_eq!(series.share(MAX_TOTAL + 1), Err(E::Total { total: MAX_TOTAL + 1 }));
    assert_eq!(series.share(u64::MAX), Err(E::Total { total: u64::MAX }));
}

#[test]
fn the_number_of_sharers_is_limited_at_both_ends() {
    assert_eq!(ProRata::new(vec![]), Err(E::Sharers { sharers: 0 }));
    for sharers in [1, MAX_SHARERS - 1, MAX_SHARERS] {
        assert!(ProRata::new(vec![1; sharers]).is_ok());
    }
    assert_eq!(ProRata::new(vec![1; MAX_SHARERS + 1]), Err(E::Sharers { sharers: MAX_SHARERS + 1 }));
}

#[test]
fn the_sum_of_weights_is_limited_at_both_ends() {
    assert_eq!(ProRata::new(vec![0, 0]), Err(E::WeightSum { sum: 0 }));
    assert!(ProRata::new(vec![0, 1]).is_ok());
    assert!(ProRata::new(vec![MAX_WEIGHT_SUM - 1, 1]).is_ok());
    let sum = i128::from(MAX_WEIGHT_SUM) + 1;
    assert_eq!(ProRata::new(vec![MAX_WEIGHT_SUM, 1]), Err(E::WeightSum { sum }));
    let sum = i128::from(u64::MAX) * 512;
    assert_eq!(ProRata::new(vec![u64::MAX; MAX_SHARERS]), Err(E::WeightSum { sum }), "no overflow");
}

#[test]
fn everything_at_its_limit_at_once() {
    let mut weights = vec![1; MAX_SHARERS];
    weights[0] = MAX_WEIGHT_SUM - 511;
    let (calls, residuals) = run(&weights, &[MAX_TOTAL - 1, MAX_TOTAL, 1, MAX_TOTAL]);
    let totals: Vec<u64> = calls.iter().map(|parts| parts.iter().sum()).collect();
    assert_eq!(totals, [MAX_TOTAL - 1, MAX_TOTAL, 1, MAX_TOTAL]);
    assert_eq!(residuals, [0; MAX_SHARERS], "three times the weights were called, so all are square");
}

#[test]
fn residuals_must_fit_their_weights() {
    let with = |weights: &[u64], residuals: &[i64]| {
        ProRata::with_residuals(weights.to_vec(), residuals.to_vec())
            .map(|series| series.residuals().to_vec())
    };
    assert_eq!(with(&[2, 3], &[4, -4]), Ok(vec![4, -4]));
    assert_eq!(with(&[2, 3], &[5, -5]), Err(E::Ahead { index: 1, residual: -5, sum: 5 }));
    assert_eq!(with(&[2, 3], &[i64::MIN, 0]), Err(E::Ahead { index: 0, residual: i64::MIN, sum: 5 }));
    assert_eq!(with(&[2, 3], &[4, -3]), Err(E::ResidualSum { sum: 1 }));
    assert_eq!(with(&[2, 3], &[4]), Err(E::Residuals { weights: 2, residuals: 1 }));
    assert_eq!(with(&[2, 3], &[4, -4, 0]), Err(E::Residuals { weights: 2, residuals: 3 }));
    assert_eq!(with(&[2, 0, 3], &[1, 1, -2]), Err(E::Unweighted { index: 1, residual: 1 }));
    assert_eq!(
        with(&[2, 3], &[i64::MAX, i64::MAX]).unwrap_err().to_string(),
        "residuals sum to zero, and these sum to 18446744073709551614"
    );
}

/// What no series leads to: two are nearly a unit ahead and two nearly a unit behind, and one unit is called.
#[test]
fn an_excess_is_taken_back_from_the_smallest_residual() {
    let series = ProRata::with_residuals(vec![25; 4], vec![-90, -90, 90, 90]).unwrap();
    let Shares { parts, next } = series.share(1).unwrap();
    assert_eq!(parts, [0, 0, 0, 1], "of equals the lower index is let off");
    assert_eq!(next.residuals(), [-65, -65, 115, 15]);

    let series = ProRata::with_residuals(vec![25; 4], vec![-90, -90, 95, 85]).unwrap();
    let Shares { parts, next } = series.share(1).unwrap();
    assert_eq!(parts, [0, 0, 1, 0], "the smaller residual is let off");
    assert_eq!(next.residuals(), [-65, -65, 20, 110]);

    let resumed = ProRata::with_residuals(vec![25; 4], next.residuals().to_vec());
    assert_eq!(resumed, Ok(next), "what a series says of itself can always be taken up");
}

#[test]
fn a_call_of_nothing_takes_back_what_it_would_have_paid() {
    let series = ProRata::with_residuals(vec![1, 1, 1], vec![-2, -2, 4]).unwrap();
    let Shares { parts, next } = series.share(0).unwrap();
    assert_eq!(parts, [0, 0, 0]);
    assert_eq!(next, series);
}

/// Nineteen nearly a unit ahead let two be as far behind as 64 bits hold, and a call of one cannot help both.
#[test]
fn a_residual_beyond_64_bits_is_refused_and_never_wraps() {
    let half = MAX_WEIGHT_SUM / 2;
    let mut weights = vec![0; 21];
    weights[..19].fill(2);
    weights[19..].fill(half - 19);
    let mut residuals = vec![-970_881_000_000_000_000; 21];
    residuals[19..].fill(i64::MAX);
    let gap: i128 = residuals.iter().map(|residual| i128::from(*residual)).sum();
    residuals[0] -= i64::try_from(gap).unwrap();
    let series = ProRata::with_residuals(weights, residuals).unwrap();
    assert_eq!(series.share(0).unwrap().next, series);
    assert_eq!(series.share(1), Err(E::ResidualSize { index: 19 }));
    assert_eq!(series.share(40).unwrap().parts.iter().sum::<u64>(), 40, "a call large enough can");
}
