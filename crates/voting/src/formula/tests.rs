use alloc::{string::ToString, vec};

use super::*;

fn clause() -> Formula {
    Formula::not_in_favour_at_most(1)
}

/// A formula of that depth: lists of one part around a condition.
fn nested(depth: usize) -> Result<Formula, FormulaError> {
    (1..depth).try_fold(clause(), |inner, level| {
        if level % 2 == 0 { Formula::all(vec![inner]) } else { Formula::at_least(1, vec![inner]) }
    })
}

#[test]
fn a_list_is_not_empty() {
    for result in [Formula::all(vec![]), Formula::any(vec![]), Formula::at_least(0, vec![])] {
        assert_eq!(result, Err(FormulaError::EmptyList));
    }
}

#[test]
fn at_least_from_one_to_all() {
    for (least, fits) in [(0, false), (1, true), (3, true), (4, false), (u32::MAX, false)] {
        let result = Formula::at_least(least, vec![clause(); 3]);
        assert_eq!(result.is_ok(), fits, "{least}");
        if !fits {
            assert_eq!(result, Err(FormulaError::LeastOutOfRange { least, parts: 3 }));
        }
    }
}

#[test]
fn as_deep_as_the_limit() {
    assert!(nested(15).is_ok() && nested(16).is_ok());
    assert_eq!(nested(17), Err(FormulaError::TooDeep { depth: 17 }));
}

#[test]
fn as_many_parts_as_the_limit() {
    assert!(Formula::any(vec![clause(); 255]).is_ok());
    assert_eq!(Formula::any(vec![clause(); 256]), Err(FormulaError::TooManyParts { parts: 257 }));
    let half = Formula::any(vec![clause(); 127]).unwrap();
    let error = Formula::all(vec![half.clone(), half]).unwrap_err();
    assert_eq!(error, FormulaError::TooManyParts { parts: 257 });
}

#[test]
fn is_seen_as_it_was_written() {
    let ratio = Ratio::percent(55).unwrap();
    let share = Formula::share(Measure(1), ratio, Base::Present, Strictness::MoreThan);
    let seen =
        Parts::Share { measure: Measure(1), ratio, base: Base::Present, strictness: Strictness::MoreThan };
    assert_eq!(share.parts(), seen);
    assert_eq!(clause().parts(), Parts::Clause { at_most: 1 });
    let list = vec![share, clause()];
    assert_eq!(Formula::all(list.clone()).unwrap().parts(), Parts::All(&list));
    assert_eq!(Formula::any(list.clone()).unwrap().parts(), Parts::Any(&list));
    let two = Formula::at_least(2, list.clone()).unwrap();
    assert_eq!(two.parts(), Parts::AtLeast { least: 2, parts: &list });
}

#[test]
fn errors_name_the_numbers() {
    let message = Formula::at_least(4, vec![clause(); 3]).unwrap_err().to_string();
    assert_eq!(message, "`at least 4` of 3 parts: the number must be from 1 to 3");
}
