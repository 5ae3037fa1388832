use alloc::{string::ToString, vec};

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
fn a_weight_one_below_at_and_one_above_what_blocks() {
    for (weight, expected) in
        [(34, Alone::Adopted), (35, Alone::Adopted), (36, Alone::Blocked(Conduct::Against))]
    {
        let roll = roll(&[weight, 100 - weight]);
        assert_eq!(alone(&share(65, Base::Participating), &roll, 0), Ok(expected), "{weight}");
    }
}

#[test]
fn against_where_staying_away_would_not_block() {
    let roll = roll(&[40, 60]);
    for base in [Base::Present, Base::Cast] {
        assert_eq!(alone(&share(65, base), &roll, 0), Ok(Alone::Blocked(Conduct::Against)), "{base:?}");
    }
}

#[test]
fn the_clause_is_named_when_it_is_needed_for_one_conduct_only() {
    // Against is outvoted by the clause alone; abstaining or away, the others are all of the votes cast.
    let rule = Formula::any(vec![share(65, Base::Cast), Formula::not_in_favour_at_most(1)]).unwrap();
    assert_eq!(alone(&rule, &roll(&[40, 60]), 0), Ok(Alone::AdoptedByClause));
}

#[test]
fn a_single_seat_both_blocks_and_adopts() {
    let roll = roll(&[1]);
    let rule = Formula::not_in_favour_at_most(1);
    assert_eq!(alone(&rule, &roll, 0), Ok(Alone::Blocked(Conduct::Against)), "nobody is in favour");
    assert_eq!((blocks_alone(&rule, &roll), adopts_alone(&rule, &roll)), (Ok(vec![0]), Ok(vec![0])));
}

#[test]
fn who_does_not_take_part_neither_blocks_nor_adopts() {
    let roll = roll(&[30, 30, 40]);
    let rule = share(100, Base::Participating);
    assert_eq!(alone(&rule, &roll, 3), Ok(Alone::NotTakingPart));
    assert_eq!(blocks_alone(&rule, &roll), Ok(vec![0, 1, 2]));
    assert_eq!(adopts_alone(&rule, &roll), Ok(vec![]));
}

#[test]
fn adopting_alone_counts_others_away() {
    let roll = roll(&[30, 30, 40]);
    assert_eq!(adopts_alone(&share(40, Base::Participating), &roll), Ok(vec![2]));
    assert_eq!(adopts_alone(&share(100, Base::Present), &roll), Ok(vec![0, 1, 2]), "if the others stay away");
}

#[test]
fn more_than_the_whole_is_blocked_by_every_seat() {
    let rule =
        Formula::share(Measure::MEMBERS, Ratio::percent(100).unwrap(), Base::Cast, Strictness::MoreThan);
    assert_eq!(blocks_alone(&rule, &roll(&[1, 1])), Ok(vec![0, 1]));
}

#[test]
fn errors_in_their_order() {
    let roll = roll(&[1, 1]);
    let wrong = Formula::share(Measure(2), Ratio::percent(50).unwrap(), Base::Cast, Strictness::AtLeast);
    let undeclared = VerdictError::UndeclaredMeasure { measure: Measure(2), last: Measure(1) };
    let missing = alone(&wrong, &roll, 3).unwrap_err();
    assert_eq!(missing, AloneError::NoSuchSeat { seat: 3, seats: 3 });
    assert_eq!(missing.to_string(), "there is no seat 3, the roll has 3, counted from 0");
    assert_eq!(alone(&wrong, &roll, 2), Err(AloneError::Verdict(undeclared)));
    assert_eq!(blocks_alone(&wrong, &roll), Err(undeclared));
    assert_eq!(adopts_alone(&wrong, &roll), Err(undeclared));
}
