use alloc::vec;

use super::*;
use crate::{Base, Demand, Place, Ratio, Seat, Strictness, Term, audit};

/// Seats of these weights that take part.
fn roll(weights: &[[u64; 2]]) -> Roll {
    let seat = |weights: &[u64; 2]| Seat { participating: true, weights: weights.to_vec() };
    Roll::new(2, weights.iter().map(seat).collect()).unwrap()
}

fn share(measure: u16, percent: u64) -> Formula {
    let ratio = Ratio::percent(percent).unwrap();
    Formula::share(Measure(measure), ratio, Base::Participating, Strictness::AtLeast)
}

#[test]
fn the_proof_of_one_weight_is_its_inequality() {
    let roll = roll(&[[30, 0], [30, 0], [25, 0], [15, 0]]);
    let least = least_blocking(&share(1, 65), &roll, Effort::default()).unwrap();
    // 36 of 100 must be against; the heaviest one has 30. And all would have to be against for nobody to be in
    // favour.
    let one = |demand, most, needed| Proof::Short { terms: vec![Term { demand, times: 1 }], most, needed };
    let refuted = vec![
        (0, one(Demand::Condition { rule: 0, number: 0 }, 30, 36)),
        (1, one(Demand::Somebody { rule: 0 }, 1, 4)),
    ];
    assert_eq!(least.floor, Some(Proof::Parts { of: Place::Whole { rule: 0 }, refuted }));
    assert_eq!((least.at_least, least.group), (2, Some(vec![0, 1])));
}

#[test]
fn two_weights_at_once_are_added_up() {
    // Two may have 18 of either weight, and 15 are needed; but of both together no two have more than 10 each.
    let roll = roll(&[[9, 1], [9, 1], [5, 5], [1, 9], [1, 9]]);
    let rule = Formula::all(vec![share(1, 60), share(2, 60)]).unwrap();
    let least = least_adopting(&rule, &roll, Effort::default()).unwrap();
    assert_eq!(least.exactly(), Some(3));
    let Some(Proof::Short { terms, most, needed }) = &least.floor else { panic!("{:?}", least.floor) };
    assert!(terms.len() > 1 && most < needed);
    assert_eq!(audit::adopting(&rule, &roll, &[], &least), Ok(()));
}

#[test]
fn where_sums_do_not_do_every_group_is_tried() {
    let weights: Vec<[u64; 2]> = (0..8).map(|n| if n % 2 == 0 { [3, 0] } else { [0, 3] }).collect();
    let roll = roll(&weights);
    // Of 12 each 7 are needed: three seats of each kind, although 2.33 of each would weigh enough.
    let rule = Formula::all(vec![share(1, 58), share(2, 58)]).unwrap();
    let least = least_adopting(&rule, &roll, Effort::default()).unwrap();
    assert_eq!((least.exactly(), least.floor.clone()), (Some(6), Some(Proof::Exhausted { tried: 56 })));
    assert_eq!(audit::adopting(&rule, &roll, &[], &least), Ok(()));
}

#[test]
fn where_there_are_too_many_groups_a_diagram() {
    let weights: Vec<[u64; 2]> = (0..40).map(|n| if n % 2 == 0 { [3, 0] } else { [0, 3] }).collect();
    let roll = roll(&weights);
    // Of 60 each 31 are needed: eleven seats of each kind, although 10.33 of each would weigh enough.
    let rule = Formula::all(vec![share(1, 51), share(2, 51)]).unwrap();
    let least = least_adopting(&rule, &roll, Effort::default()).unwrap();
    assert_eq!(least.exactly(), Some(22));
    let Some(Proof::Diagram(diagram)) = &least.floor else { panic!("{:?}", least.floor) };
    assert!(diagram.nodes.len() < 2_000, "{}", diagram.nodes.len());
    assert_eq!(audit::adopting(&rule, &roll, &[], &least), Ok(()));
    // With little effort there are bounds.
    let bounds = least_adopting(&rule, &roll, Effort::steps(30)).unwrap();
    assert_eq!((bounds.exactly(), bounds.at_least), (None, 21));
    assert_eq!(bounds.group.as_ref().map(Vec::len), Some(22));
    assert_eq!(audit::adopting(&rule, &roll, &[], &bounds), Ok(()));
}

#[test]
fn not_even_all_of_them() {
    let never = Formula::share(Measure(1), Ratio::percent(100).unwrap(), Base::Cast, Strictness::MoreThan);
    let roll = roll(&[[1, 0]; 3]);
    let adopting = least_adopting(&never, &roll, Effort::default()).unwrap();
    assert!(adopting.is_beyond_all());
    assert_eq!((adopting.at_least, adopting.exactly()), (4, None));
    let blocking = least_blocking(&never, &roll, Effort::default()).unwrap();
    assert_eq!((blocking.exactly(), blocking.floor, blocking.group), (Some(0), None, Some(vec![])));
}

#[test]
fn weights_that_move_are_on_the_worst_side() {
    let roll = roll(&[[30, 1], [30, 1], [25, 1], [15, 1]]);
    let rule = Formula::all(vec![share(0, 55), share(1, 65)]).unwrap();
    let moving = [Measure(1)];
    let blocking = least_blocking_whatever(&rule, &roll, &moving, Effort::default()).unwrap();
    assert_eq!(blocking.exactly(), Some(0), "whoever has no weight in it");
    let mended = Formula::any(vec![rule, Formula::not_in_favour_at_most(1)]).unwrap();
    let blocking = least_blocking_whatever(&mended, &roll, &moving, Effort::default()).unwrap();
    assert_eq!(blocking.exactly(), Some(2));
    assert_eq!(audit::blocking(&mended, &roll, &moving, &blocking), Ok(()));
    // Each member is one member, whatever moves.
    let members = [Measure::MEMBERS];
    let half = share(0, 50);
    let blocking = least_blocking_whatever(&half, &roll, &members, Effort::default()).unwrap();
    assert_eq!(blocking, least_blocking(&half, &roll, Effort::default()).unwrap());
    assert_eq!(audit::blocking(&half, &roll, &members, &blocking), Ok(()));
    let adopting = least_adopting_whatever(&half, &roll, &members, Effort::default()).unwrap();
    assert_eq!(adopting, least_adopting(&half, &roll, Effort::default()).unwrap());
    assert_eq!(audit::adopting(&half, &roll, &members, &adopting), Ok(()));
    let adopting = least_adopting_whatever(&mended, &roll, &moving, Effort::default()).unwrap();
    assert_eq!(adopting.exactly(), Some(3), "three of four members");
    assert_eq!(audit::adopting(&mended, &roll, &moving, &adopting), Ok(()));
    assert!(audit::adopting(&mended, &roll, &[], &blocking).is_err());
}
