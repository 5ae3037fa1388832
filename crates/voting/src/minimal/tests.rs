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
    assert_eq!(last, Err(Stopped { tries: 1_000, size: 95 }));
    assert_eq!(groups.next(), None);
    let message = last.unwrap_err().to_string();
    assert_eq!(message, "stopped after 1000 tries, among groups of 95 seats: there may be more");
}
