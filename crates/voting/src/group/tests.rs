use alloc::string::ToString;

use super::*;
use crate::{Base, Measure, Ratio, Seat, Strictness};

/// Seats of these weights that take part, and one of weight 100 that does not.
fn roll(weights: &[u64]) -> Roll {
    let mut seats: Vec<_> =
        weights.iter().map(|&weight| Seat { participating: true, weights: vec![weight] }).collect();
    seats.push(Seat { participating: false, weights: vec![100] });
    Roll::new(1, seats).unwrap()
}

fn share(percent: u64, base: Base) -> Formula {
    Formula::share(Measure(1), Ratio::percent(percent).unwrap(), base, Strictness::AtLeast)
}

#[test]
fn a_group_one_below_at_and_one_above_what_blocks() {
    for (weight, expected) in [(4, false), (5, false), (6, true)] {
        let roll = roll(&[30, weight, 70 - weight]);
        assert_eq!(blocks(&share(65, Base::Participating), &roll, &[0, 1]), Ok(expected), "{weight}");
        assert_eq!(blocks(&share(65, Base::Cast), &roll, &[1, 0, 1]), Ok(expected), "{weight}");
    }
}

#[test]
fn a_group_one_below_at_and_one_above_what_adopts() {
    for (weight, expected) in [(34, false), (35, true), (36, true)] {
        let roll = roll(&[30, weight, 70 - weight]);
        assert_eq!(adopts(&share(65, Base::Participating), &roll, &[0, 1]), Ok(expected), "{weight}");
        assert_eq!(adopts(&share(65, Base::Cast), &roll, &[0]), Ok(true), "the others stay away");
    }
}

#[test]
fn nobody_adopts_nothing_and_blocks_what_never_holds() {
    let roll = roll(&[1, 1]);
    let clause = Formula::not_in_favour_at_most(2);
    assert_eq!(adopts(&clause, &roll, &[]), Ok(false));
    assert_eq!((blocks(&clause, &roll, &[]), blocks(&clause, &roll, &[0, 1])), (Ok(false), Ok(true)));
    let never = Formula::share(Measure(1), Ratio::percent(100).unwrap(), Base::Cast, Strictness::MoreThan);
    assert_eq!((blocks(&never, &roll, &[]), unanimity_adopts(&never, &roll)), (Ok(true), Ok(false)));
    assert_eq!(unanimity_adopts(&clause, &roll), Ok(true));
}

#[test]
fn errors_name_the_seat() {
    let roll = roll(&[1, 1]);
    let rule = share(50, Base::Cast);
    let missing = blocks(&rule, &roll, &[0, 3]).unwrap_err();
    assert_eq!(missing.to_string(), "there is no seat 3, the roll has 3, counted from 0");
    let away = adopts(&rule, &roll, &[2]).unwrap_err();
    assert_eq!(away, GroupError::NotTakingPart { seat: 2 });
    assert_eq!(away.to_string(), "seat 2 does not take part, so it belongs to no group");
    let wrong = Formula::share(Measure(2), Ratio::percent(50).unwrap(), Base::Cast, Strictness::AtLeast);
    let undeclared = VerdictError::UndeclaredMeasure { measure: Measure(2), last: Measure(1) };
    assert_eq!(blocks(&wrong, &roll, &[0]), Err(GroupError::Verdict(undeclared)));
}
