use alloc::vec;

use super::*;

fn measure(name: &str) -> &'static Measure {
    MEASURES.iter().find(|measure| measure.name == name).unwrap()
}

/// A study with these values of a measure, each in a run of even and in one of odd number, quarter by quarter.
fn spread(name: &str, quarters: &[&[i64]]) -> Spread {
    let mut spread = Spread::default();
    for (at, values) in quarters.iter().enumerate() {
        for value in *values {
            spread.add_counts((at, measure(name)), *value, 2, 1);
        }
    }
    spread
}

/// With so many runs of even number, and as many of odd.
fn counted(spread: &Spread, runs: u64) -> Counted<'_> {
    Counted { spread, runs: 0..runs.saturating_mul(2) }
}

fn best(one: &[i64], others: &[&[i64]]) -> Option<(i64, bool, u64)> {
    let runs = |values: &[i64]| u64::try_from(values.len()).unwrap();
    let own = spread("blocked", &[one]);
    let spreads: Vec<Spread> = others.iter().map(|values| spread("blocked", &[values])).collect();
    let others: Vec<Counted<'_>> =
        spreads.iter().zip(others).map(|(spread, values)| counted(spread, runs(values))).collect();
    let weighed = Weighed::of(Half::Even, &counted(&own, runs(one)), &others).unwrap();
    let best = weighed.best(0, measure("blocked"));
    best.map(|(best, right)| {
        // The same threshold puts as much there when it is asked for alone.
        assert_eq!(weighed.right(0, measure("blocked"), best), right);
        (best.value, best.at_least, weighed.per_mille(right))
    })
}

#[test]
fn the_best_threshold_is_the_one_that_puts_most_runs_on_their_side() {
    // Apart for sure, either way.
    assert_eq!(best(&[3, 4], &[&[0, 1]]), Some((3, true, 1000)));
    assert_eq!(best(&[0, 1], &[&[3, 4]]), Some((1, false, 1000)));
    // Three of four on the one side, all on the other: seven eighths.
    assert_eq!(best(&[0, 5, 5, 5], &[&[0, 0, 0, 0]]), Some((5, true, 875)));
    // Both sides count alike, however many runs they have.
    assert_eq!(best(&[5], &[&[0, 0, 0, 5]]), Some((5, true, 875)));
    // Nothing divides what is all the same, and nothing tells apart what is alike.
    assert_eq!(best(&[2, 2], &[&[2]]), None);
    assert_eq!(best(&[0, 1], &[&[0, 1]]), Some((1, true, 500)));
    // Several others count alike, too: one of two is told apart for sure, the other not at all.
    assert_eq!(best(&[5, 5], &[&[0, 0, 0], &[5]]), Some((5, true, 750)));
}

#[test]
fn a_run_in_which_it_was_not_measured_is_on_no_right_side() {
    let (one, other) = (spread("in-favour", &[&[1, 1]]), spread("in-favour", &[&[0, 0]]));
    let right = |runs| {
        let weighed = Weighed::of(Half::Odd, &counted(&one, runs), &[counted(&other, 2)]).unwrap();
        weighed.per_mille(weighed.best(0, measure("in-favour")).unwrap().1)
    };
    assert_eq!((right(2), right(4)), (1000, 750));
}

#[test]
fn a_signpost_stands_from_the_quarter_from_which_it_never_falls_below() {
    let one = spread("blocked", &[&[0, 0], &[5, 5], &[0, 5], &[5, 5], &[5, 6]]);
    let other = spread("blocked", &[&[0, 0], &[0, 0], &[0, 5], &[0, 0], &[0, 5]]);
    let found = |level| signposts(&counted(&one, 2), &[counted(&other, 2)], 5, level).unwrap();
    let told: Vec<(&str, u32, i64, u64, u64)> = found(700)
        .iter()
        .map(|post| (post.measure.name, post.from, post.threshold.value, post.right, post.least))
        .collect();
    assert_eq!(told, [("blocked", 4, 5, 1000, 750)]);
    // At the level itself, and one above it.
    assert_eq!(found(750).len(), 1);
    assert!(found(751).is_empty());
    // At half, everything that can be divided at all stands from the first such quarter on.
    assert_eq!(found(500)[0].from, 2);
}

#[test]
fn what_is_chosen_by_runs_of_even_number_is_judged_by_those_of_odd_number() {
    let (mut one, mut other) = (Spread::default(), Spread::default());
    let blocked = measure("blocked");
    for at in 0..2 {
        // Of even number, apart for sure: 5 and 6 against 0. Of odd number, one of four is on the wrong side, and then
        // all of the one.
        one.add_counts((at, blocked), 5, 1, 0);
        one.add_counts((at, blocked), 6, 1, 0);
        one.add_counts((at, blocked), if at == 0 { 5 } else { 0 }, 2, 2);
        other.add_counts((at, blocked), 0, 3, 1);
        other.add_counts((at, blocked), if at == 0 { 7 } else { 0 }, 1, 1);
    }
    let found = signposts(&counted(&one, 2), &[counted(&other, 2)], 2, 1000).unwrap();
    let told: Vec<(u32, i64, u64, u64)> =
        found.iter().map(|post| (post.from, post.threshold.value, post.right, post.least)).collect();
    assert_eq!(told, [(1, 5, 750, 500)]);
    // There has to be something to choose by, and something to judge by.
    let few = Counted { spread: &one, runs: 0..1 };
    assert_eq!(signposts(&few, &[counted(&other, 2)], 2, 800).err(), Some(Untold::NoHalf));
}

#[test]
fn what_no_record_holds_is_no_signpost() {
    let (one, other) = (spread("affinity", &[&[900]]), spread("affinity", &[&[-900]]));
    assert!(signposts(&counted(&one, 1), &[counted(&other, 1)], 1, 500).unwrap().is_empty());
}

#[test]
fn the_earliest_is_first_and_then_the_surest() {
    let mut one = spread("blocked", &[&[0, 0], &[5, 5]]);
    let mut other = spread("blocked", &[&[0, 0], &[0, 0]]);
    for (name, own, others) in [("paid", [9, 9], [0, 9]), ("requests", [9, 9], [0, 0])] {
        for at in 0..2 {
            for (own, others) in own.iter().zip(others) {
                one.add_counts((at, measure(name)), *own, 2, 1);
                other.add_counts((at, measure(name)), others, 2, 1);
            }
        }
    }
    let found = signposts(&counted(&one, 2), &[counted(&other, 2)], 2, 700).unwrap();
    let names: Vec<(&str, u32)> = found.iter().map(|post| (post.measure.name, post.from)).collect();
    assert_eq!(names, vec![("requests", 1), ("paid", 1), ("blocked", 2)]);
}

#[test]
fn shares_of_any_numbers_of_runs_are_compared_exactly_or_not_at_all() {
    assert_eq!(common_measure(6, 4), Some(12));
    assert_eq!(common_measure(1, 10_000), Some(10_000));
    assert_eq!(common_measure(5, 0), None);
    assert_eq!(common_measure(100_000_000, 99_999_999), Some(9_999_999_900_000_000));
    assert_eq!(common_measure(9_999_999_900_000_000, 99_999_989), None);
    let none = Spread::default();
    assert!(signposts(&counted(&none, 0), &[counted(&none, 1)], 1, 500).is_err());
}
