use alloc::{string::ToString, vec};

use super::*;
use crate::{Base, Ratio, Seat, Strictness};
use Conduct::{Absent, Abstain, Against, InFavour};
use Strictness::{AtLeast, MoreThan};

/// Four seats of equal weight that all take part, and a fifth that does not.
fn tally(conducts: [Conduct; 4]) -> Tally {
    let mut seats = vec![Seat { participating: true, weights: vec![10] }; 4];
    seats.push(Seat { participating: false, weights: vec![10] });
    let [a, b, c, d] = conducts;
    Tally::count(&Roll::new(1, seats).unwrap(), &[a, b, c, d, Absent]).unwrap()
}

fn half(base: Base, strictness: Strictness) -> Formula {
    Formula::share(Measure(1), Ratio::percent(50).unwrap(), base, strictness)
}

fn adopted(formula: &Formula, conducts: [Conduct; 4]) -> bool {
    formula.decide(&tally(conducts)).unwrap().adopted()
}

#[test]
fn each_base_from_one_to_three_in_favour() {
    let one = [InFavour, Against, Abstain, Absent];
    let two = [InFavour, InFavour, Against, Against];
    let three = [InFavour, InFavour, InFavour, Against];
    for (base, at_least, more_than) in [
        (Base::Membership, [false, false, true], [false, false, true]),
        (Base::Participating, [false, true, true], [false, false, true]),
        (Base::Present, [false, true, true], [false, false, true]),
        (Base::Cast, [true, true, true], [false, false, true]),
    ] {
        assert_eq!([one, two, three].map(|vote| adopted(&half(base, AtLeast), vote)), at_least, "{base:?}");
        assert_eq!([one, two, three].map(|vote| adopted(&half(base, MoreThan), vote)), more_than, "{base:?}");
    }
}

#[test]
fn the_clause_one_below_at_and_one_above() {
    for (at_most, expected) in [(1, false), (2, true), (3, true)] {
        let formula = Formula::not_in_favour_at_most(at_most);
        assert_eq!(adopted(&formula, [InFavour, InFavour, Abstain, Absent]), expected, "{at_most}");
    }
}

#[test]
fn nothing_is_adopted_with_nobody_in_favour() {
    let formula = Formula::not_in_favour_at_most(u32::MAX);
    for conduct in Conduct::NOT_IN_FAVOUR {
        let verdict = formula.decide(&tally([conduct; 4])).unwrap();
        assert!(verdict.reasons().met(), "the formula itself says yes");
        assert!(!verdict.anyone_in_favour() && !verdict.adopted() && !verdict.by_clause());
    }
}

#[test]
fn nobody_taking_part_adopts_nothing() {
    let roll = Roll::new(0, vec![Seat { participating: false, weights: vec![] }]).unwrap();
    let tally = Tally::count(&roll, &[Absent]).unwrap();
    assert!(!Formula::not_in_favour_at_most(0).decide(&tally).unwrap().adopted());
}

#[test]
fn lists_join_what_they_say() {
    let yes = half(Base::Participating, AtLeast);
    let no = half(Base::Participating, MoreThan);
    let vote = [InFavour, InFavour, Against, Against];
    for (parts, all, any, two) in [
        (vec![yes.clone(), yes.clone(), no.clone()], false, true, true),
        (vec![yes.clone(), no.clone(), no.clone()], false, true, false),
        (vec![yes.clone(), yes.clone(), yes], true, true, true),
        (vec![no.clone(), no.clone(), no], false, false, false),
    ] {
        assert_eq!(adopted(&Formula::all(parts.clone()).unwrap(), vote), all);
        assert_eq!(adopted(&Formula::any(parts.clone()).unwrap(), vote), any);
        assert_eq!(adopted(&Formula::at_least(2, parts).unwrap(), vote), two);
    }
}

#[test]
fn by_clause_only_when_the_clause_made_the_difference() {
    let share = half(Base::Participating, MoreThan);
    let rule = |list: fn(Vec<Formula>) -> Result<Formula, crate::FormulaError>| {
        list(vec![share.clone(), Formula::not_in_favour_at_most(2)]).unwrap()
    };
    let by_clause = |formula: &Formula, vote| formula.decide(&tally(vote)).unwrap().by_clause();
    let two = [InFavour, InFavour, Against, Absent];
    let three = [InFavour, InFavour, InFavour, Absent];
    assert!(by_clause(&rule(Formula::any), two), "half is not more than half");
    assert!(!by_clause(&rule(Formula::any), three), "the share was met as well");
    assert!(!by_clause(&rule(Formula::all), two), "not adopted");
    assert!(by_clause(&rule(Formula::all), three), "the clause was needed");
}

#[test]
fn every_part_keeps_its_numbers() {
    let rule = Formula::any(vec![half(Base::Present, AtLeast), Formula::not_in_favour_at_most(1)]).unwrap();
    let verdict = rule.decide(&tally([InFavour, InFavour, Abstain, Absent])).unwrap();
    let ratio = Ratio::new(1, 2).unwrap();
    let share = Reason::Share {
        measure: Measure(1),
        ratio,
        strictness: AtLeast,
        base: Base::Present,
        in_favour: 20,
        of: 30,
        met: true,
    };
    let clause = Reason::Clause { not_in_favour: 2, at_most: 1, met: false };
    assert_eq!(verdict.reasons(), &Reason::Any { met: true, parts: vec![share, clause] });
}

#[test]
fn an_undeclared_measure_is_an_error_wherever_it_stands() {
    let wrong = Formula::share(Measure(2), Ratio::percent(50).unwrap(), Base::Cast, AtLeast);
    let rule = Formula::any(vec![Formula::not_in_favour_at_most(4), wrong]).unwrap();
    let error = VerdictError::UndeclaredMeasure { measure: Measure(2), last: Measure(1) };
    assert_eq!(rule.decide(&tally([InFavour; 4])), Err(error));
    let roll = Roll::new(1, vec![Seat { participating: true, weights: vec![1] }]).unwrap();
    assert_eq!(rule.fits(&roll), Err(error));
    assert_eq!(half(Base::Cast, AtLeast).fits(&roll), Ok(()));
    assert_eq!(error.to_string(), "measure `2` is not declared, the last one is `1`");
}
