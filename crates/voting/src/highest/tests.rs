use super::*;
use crate::Seat;

fn roll(weights: &[u64]) -> Roll {
    let seat = |&weight: &u64| Seat { participating: true, weights: vec![weight] };
    Roll::new(1, weights.iter().map(seat).collect()).unwrap()
}

fn share(percent: u64, strictness: Strictness) -> Formula {
    Formula::share(Measure(1), Ratio::percent(percent).unwrap(), Base::Participating, strictness)
}

fn highest(formula: &Formula, weights: &[u64], number: usize, seats: usize) -> Highest {
    highest_share(formula, &roll(weights), number, seats, Effort::default()).unwrap()
}

#[test]
fn the_border_is_what_remains_in_favour() {
    let up_to = |in_favour, of, inclusive| Highest::UpTo(Limit { in_favour, of, inclusive });
    let at_least = share(65, Strictness::AtLeast);
    assert_eq!(highest(&at_least, &[40, 30, 20, 10], 0, 1), up_to(3, 5, true));
    assert_eq!(highest(&at_least, &[40, 30, 20, 10], 0, 2), up_to(3, 10, true));
    let more_than = share(65, Strictness::MoreThan);
    assert_eq!(highest(&more_than, &[40, 30, 20, 10], 0, 1), up_to(3, 5, false));
    assert_eq!(highest(&at_least, &[40, 0], 0, 1), Highest::NoShare, "one has it all");
    assert_eq!(highest(&at_least, &[40, 30], 0, 2), Highest::NoShare, "all of them");
}

#[test]
fn the_rest_of_the_rule_protects_or_does_not() {
    let lifted = |m| {
        let clause = Formula::not_in_favour_at_most(m);
        Formula::any(vec![clause, share(65, Strictness::AtLeast)]).unwrap()
    };
    assert_eq!(highest(&lifted(1), &[40, 30, 20, 10], 1, 1), Highest::AnyShare);
    assert!(matches!(highest(&lifted(1), &[40, 30, 20, 10], 1, 2), Highest::UpTo(_)));
    let all = Formula::share(Measure::MEMBERS, Ratio::WHOLE, Base::Participating, Strictness::AtLeast);
    let both = Formula::all(vec![all, share(65, Strictness::AtLeast)]).unwrap();
    assert_eq!(highest(&both, &[40, 30, 20, 10], 1, 1), Highest::NoShare);
    let effort = Effort::steps(0);
    assert_eq!(highest_share(&both, &roll(&[1]), 1, 1, effort), Ok(Highest::Undecided));
}

#[test]
fn only_a_share_has_a_border() {
    let rule = Formula::not_in_favour_at_most(1);
    for number in [0, 1] {
        let error = highest_share(&rule, &roll(&[1]), number, 1, Effort::default());
        assert_eq!(error, Err(HighestError::NoSuchShare { number }));
    }
}

#[test]
fn rounding_stays_within() {
    let limit = |in_favour, of, inclusive| Limit { in_favour, of, inclusive };
    for (limit, parts, expected) in [
        (limit(3, 5, true), 100, Some((60, 100))),
        (limit(3, 5, false), 100, Some((59, 100))),
        (limit(2, 3, true), 10_000, Some((6_666, 10_000))),
        (limit(1, 200, true), 100, None),
        (limit(1, 100, false), 100, None),
        (limit(1, 1, true), 100, Some((100, 100))),
    ] {
        let expected = expected.map(|(part, whole)| Ratio::new(part, whole).unwrap());
        assert_eq!(limit.rounded_down(parts), expected, "{limit:?}");
        assert!(expected.is_none_or(|ratio| limit.allows(ratio)));
    }
    assert!(limit(3, 5, false) < limit(3, 5, true) && limit(3, 5, true) < limit(2, 3, false));
}
