use alloc::string::ToString;

use super::*;
use crate::{Base, Measure, Ratio, Seat, Strictness};

fn members(number: usize) -> Roll {
    Roll::new(0, vec![Seat { participating: true, weights: vec![] }; number]).unwrap()
}

fn share(percent: u64) -> Formula {
    let ratio = Ratio::percent(percent).unwrap();
    Formula::share(Measure::MEMBERS, ratio, Base::Participating, Strictness::AtLeast)
}

#[test]
fn nobody_is_the_only_one_where_nobody_is_needed() {
    let never = Formula::share(Measure(0), Ratio::percent(100).unwrap(), Base::Cast, Strictness::MoreThan);
    let groups: Vec<_> = minimal_blocking(&never, &members(3), Effort::default()).unwrap().collect();
    assert_eq!(groups, [Ok(vec![])]);
    assert_eq!(minimal_adopting(&never, &members(3), Effort::default()).unwrap().next(), None);
}

#[test]
fn the_first_of_very_many_come_at_once() {
    let groups = minimal_adopting(&share(50), &members(190), Effort::default()).unwrap();
    let first: Vec<_> = groups.take(2).map(Result::unwrap).collect();
    assert_eq!(first[0], (0..95).collect::<Vec<_>>());
    assert_eq!(first[1], (0..94).chain([95]).collect::<Vec<_>>());
}

#[test]
fn a_list_that_stops_says_so() {
    let mut groups = minimal_adopting(&share(50), &members(190), Effort::steps(1_000)).unwrap();
    let last = groups.by_ref().last().unwrap();
    let Err(stopped) = last else { panic!("there are more than anyone can list") };
    assert!(stopped.size == 95 && stopped.tries > 100);
    assert_eq!(groups.next(), None);
    let message = Stopped { tries: 1_000, size: 95 }.to_string();
    assert_eq!(message, "stopped after 1000 tries, among groups of 95 seats: there may be more");
}

/// A try takes longer where there are more conditions, so there are fewer for the same effort.
#[test]
fn a_rule_of_many_conditions_is_tried_less_often() {
    let tries = |conditions| {
        let rule = Formula::all(vec![share(50); conditions]).unwrap();
        let last = minimal_adopting(&rule, &members(40), Effort::steps(20_000)).unwrap().last();
        last.unwrap().unwrap_err().tries
    };
    let (few, many) = (tries(2), tries(255));
    assert!(many > 0 && many < few / 2, "{many} and {few}");
    // With too little even to remember what can be reached, nothing is tried.
    let rule = Formula::all(vec![share(50); 255]).unwrap();
    let mut groups = minimal_adopting(&rule, &members(190), Effort::steps(1)).unwrap();
    assert_eq!(groups.next(), Some(Err(Stopped { tries: 0, size: 0 })));
    assert_eq!(groups.next(), None);
}
