use alloc::string::ToString;

use super::*;
use crate::{MAX_SEATS, MAX_WEIGHT};
use Conduct::{Absent, Abstain, Against, InFavour};

fn seat(participating: bool, weight: u64) -> Seat {
    Seat { participating, weights: vec![weight] }
}

/// Five seats of weights 1, 2, 4, 8, 16; the last does not take part.
fn roll() -> Roll {
    Roll::new(1, (0..5).map(|place| seat(place != 4, 1 << place)).collect()).unwrap()
}

fn bases(tally: &Tally, measure: Measure) -> Vec<u64> {
    Base::ALL.iter().map(|&base| tally.base(measure, base).unwrap()).collect()
}

#[test]
fn each_conduct_counts_in_its_bases() {
    let tally = Tally::count(&roll(), &[InFavour, Against, Abstain, Absent, Absent]).unwrap();
    assert_eq!(bases(&tally, Measure(1)), [31, 15, 7, 3]);
    assert_eq!(bases(&tally, Measure::MEMBERS), [5, 4, 3, 2]);
    assert_eq!((tally.in_favour(Measure::MEMBERS), tally.in_favour(Measure(1))), (Some(1), Some(1)));
    assert_eq!(Conduct::ALL.map(|conduct| tally.seats(conduct)), [1, 1, 1, 1]);
    assert_eq!(tally.not_in_favour(), 3);
}

#[test]
fn all_abstaining_and_nobody_voting() {
    let abstaining = Tally::count(&roll(), &[Abstain, Abstain, Abstain, Abstain, Absent]).unwrap();
    assert_eq!(bases(&abstaining, Measure(1)), [31, 15, 15, 0]);
    let silent = Tally::count(&roll(), &[Absent; 5]).unwrap();
    assert_eq!(bases(&silent, Measure(1)), [31, 15, 0, 0]);
    assert_eq!((abstaining.not_in_favour(), silent.not_in_favour()), (4, 4));
}

#[test]
fn nobody_taking_part() {
    let roll = Roll::new(1, vec![seat(false, 3); 2]).unwrap();
    let tally = Tally::count(&roll, &[Absent; 2]).unwrap();
    assert_eq!(bases(&tally, Measure(1)), [6, 0, 0, 0]);
    assert_eq!(tally.not_in_favour(), 0);
}

#[test]
fn an_undeclared_measure_has_no_sum() {
    let tally = Tally::count(&roll(), &[Absent; 5]).unwrap();
    assert_eq!(tally.last_measure(), Measure(1));
    assert!(tally.in_favour(Measure(2)).is_none() && tally.base(Measure(2), Base::Cast).is_none());
}

#[test]
fn one_conduct_for_each_seat() {
    for conducts in [4, 6] {
        let error = Tally::count(&roll(), &vec![Absent; conducts]).unwrap_err();
        assert_eq!(error, TallyError::Length { seats: 5, conducts });
    }
}

#[test]
fn who_does_not_take_part_is_absent() {
    for conduct in [InFavour, Against, Abstain] {
        let error = Tally::count(&roll(), &[InFavour, InFavour, InFavour, InFavour, conduct]).unwrap_err();
        assert_eq!(error, TallyError::NotTakingPart { seat: 4 });
        assert_eq!(error.to_string(), "seat 4 does not take part, so it must be absent");
    }
}

#[test]
fn the_largest_sums_are_exact() {
    let roll = Roll::new(1, vec![seat(true, MAX_WEIGHT); MAX_SEATS]).unwrap();
    let tally = Tally::count(&roll, &[InFavour; MAX_SEATS]).unwrap();
    assert_eq!(tally.in_favour(Measure(1)), Some(1 << 62));
}
