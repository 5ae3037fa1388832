#![allow(clippy::arithmetic_side_effects, reason = "small numbers in tests")]

use alloc::boxed::Box;

use super::*;
use crate::{Base, Diagram, Effort, Proof, Ratio, Seat, Strictness, Term, least_adopting, least_blocking};

/// Of each of two weights, seats that have one or the other.
fn roll(seats: u64) -> Roll {
    let weights = |n: u64| if n.is_multiple_of(2) { vec![3, 0] } else { vec![0, 3] };
    Roll::new(2, (0..seats).map(|n| Seat { participating: true, weights: weights(n) }).collect()).unwrap()
}

fn share(measure: u16, percent: u64) -> Formula {
    let ratio = Ratio::percent(percent).unwrap();
    Formula::share(Measure(measure), ratio, Base::Participating, Strictness::AtLeast)
}

fn rule(percent: u64) -> Formula {
    Formula::all(vec![share(1, percent), share(2, percent)]).unwrap()
}

#[test]
fn a_bound_without_its_proof() {
    let roll = roll(8);
    let least = least_blocking(&rule(60), &roll, Effort::default()).unwrap();
    assert_eq!(blocking(&rule(60), &roll, &[], &least), Ok(()));
    let with = |change: fn(&mut Least)| {
        let mut tampered = least.clone();
        change(&mut tampered);
        blocking(&rule(60), &roll, &[], &tampered)
    };
    assert_eq!(with(|least| least.floor = None), Err(Objection::Bounds));
    assert_eq!(with(|least| least.at_least = 0), Err(Objection::Bounds));
    assert_eq!(with(|least| least.at_least = 5), Err(Objection::Bounds));
    assert_eq!(with(|least| least.group = None), Err(Objection::Bounds));
    assert_eq!(with(|least| least.group = Some(vec![0, 1])), Err(Objection::GroupFails));
    assert_eq!(with(|least| least.group = Some(vec![2, 0])), Err(Objection::Group));
    assert_eq!(with(|least| least.group = Some(vec![0, 2, 8])), Err(Objection::Group));
    assert_eq!(with(|least| least.group = Some(vec![0, 2, 2])), Err(Objection::Group));
    assert!(blocking(&rule(61), &roll, &[], &least).is_ok(), "61 % of 12 is 60 % of 12, rounded up");
    assert!(blocking(&rule(90), &roll, &[], &least).is_err(), "another rule");
    let undeclared = blocking(&share(3, 50), &roll, &[], &least);
    assert!(matches!(undeclared, Err(Objection::Verdict(_))));
}

/// A claim about groups that adopt, with this proof that none of that size does.
fn claim(size: usize, proof: Proof) -> Least {
    Least { at_least: size + 1, floor: Some(proof), group: Some((0..8).collect()) }
}

fn short(number: usize, times: i128, most: i128, needed: i128) -> Proof {
    Proof::Short { terms: vec![Term { demand: Demand::Condition { rule: 0, number }, times }], most, needed }
}

#[test]
fn a_sum_with_other_numbers() {
    let roll = roll(8);
    let claims = |size, proof| adopting(&rule(60), &roll, &[], &claim(size, proof));
    assert_eq!(claims(2, short(0, 1, 6, 8)), Ok(()), "two seats have 6 of the 8 that are 60 % of 12");
    assert_eq!(claims(2, short(0, 1, 5, 8)), Err(Objection::Numbers { most: 6, needed: 8 }));
    assert_eq!(claims(2, short(0, 1, 6, 9)), Err(Objection::Numbers { most: 6, needed: 8 }));
    assert_eq!(claims(3, short(0, 1, 9, 8)), Err(Objection::Enough { most: 9, needed: 8 }));
    let exactly = adopting(&rule(50), &roll, &[], &claim(2, short(0, 1, 6, 6)));
    assert_eq!(exactly, Err(Objection::Enough { most: 6, needed: 6 }));
    let demand = Demand::Condition { rule: 0, number: 2 };
    assert_eq!(claims(2, short(2, 1, 6, 8)), Err(Objection::NoSuchDemand { demand }));
    assert_eq!(claims(2, short(0, 0, 0, 0)), Err(Objection::TooLarge));
    assert_eq!(claims(2, short(0, i128::MAX, 6, 8)), Err(Objection::TooLarge));
}

#[test]
fn a_list_of_which_too_little_is_refuted() {
    let roll = roll(8);
    let rule = Formula::any(vec![share(1, 60), share(2, 60)]).unwrap();
    let place = Place::List { rule: 0, number: 0 };
    let claims = |of, refuted| adopting(&rule, &roll, &[], &claim(2, Proof::Parts { of, refuted }));
    let each = |number| (number, short(number, 1, 6, 8));
    assert_eq!(claims(place, vec![each(0), each(1)]), Ok(()));
    assert_eq!(claims(place, vec![each(0)]), Err(Objection::TooFewParts { place }));
    for number in [0, 2] {
        let none = Err(Objection::NoSuchPart { place, number });
        assert_eq!(claims(place, vec![each(0), each(number)]), none);
    }
    let elsewhere = Place::List { rule: 0, number: 1 };
    let none = Err(Objection::NoSuchList { place: elsewhere });
    assert_eq!(claims(elsewhere, vec![each(0), each(1)]), none);
    // A demand of one of two parts is none of the goal itself.
    let alone = adopting(&rule, &roll, &[], &claim(2, short(0, 1, 6, 8)));
    assert_eq!(alone, Err(Objection::NoSuchDemand { demand: Demand::Condition { rule: 0, number: 0 } }));
}

#[test]
fn a_part_that_is_met_leaves_one_less_to_be_met() {
    let roll = roll(8);
    // Two seats of each kind meet the first two of the three.
    let rule = Formula::at_least(2, vec![share(1, 50), share(2, 50), share(0, 100)]).unwrap();
    let of = Place::List { rule: 0, number: 0 };
    let all_members = || (2, short(2, 1, 4, 8));
    let beside = Proof::Parts { of, refuted: vec![all_members()] };
    let claims = |refuted| adopting(&rule, &roll, &[], &claim(4, Proof::Parts { of, refuted }));
    assert_eq!(claims(vec![(0, beside), all_members()]), Err(Objection::TooFewParts { place: of }));
    assert_eq!(claims(vec![all_members()]), Err(Objection::TooFewParts { place: of }));
}

#[test]
fn groups_that_were_not_all_tried() {
    let roll = roll(8);
    let claims = |size, tried| adopting(&rule(60), &roll, &[], &claim(size, Proof::Exhausted { tried }));
    assert_eq!(claims(5, 56), Ok(()));
    assert_eq!(claims(5, 55), Err(Objection::Tried { groups: 56 }));
    assert_eq!(claims(6, 28), Err(Objection::Counterexample));
    let many = self::roll(60);
    let proof = Proof::Exhausted { tried: 118_264_581_564_861_424 };
    let claim = Least { at_least: 31, floor: Some(proof), group: Some((0..60).collect()) };
    assert_eq!(adopting(&rule(60), &many, &[], &claim), Err(Objection::TooLarge));
}

#[test]
fn a_diagram_with_any_number_changed() {
    let roll = roll(16);
    let least = least_adopting(&rule(54), &roll, Effort::default()).unwrap();
    let Some(Proof::Diagram(diagram)) = &least.floor else { panic!("not a diagram") };
    let with = |change: &dyn Fn(&mut Diagram)| {
        let (mut tampered, mut diagram) = (least.clone(), diagram.clone());
        change(&mut diagram);
        tampered.floor = Some(Proof::Diagram(Box::new((*diagram).clone())));
        adopting(&rule(54), &roll, &[], &tampered)
    };
    assert_eq!(with(&|_| {}), Ok(()));
    let whole = Err(Objection::Diagram { node: None });
    assert_eq!(with(&|diagram| assert!(diagram.order.pop().is_some())), whole);
    assert_eq!(with(&|diagram| diagram.order[1] = diagram.order[0]), whole);
    assert_eq!(with(&|diagram| assert!(diagram.demands.pop().is_some())), whole);
    assert_eq!(with(&|diagram| assert!(diagram.nodes.pop().is_some())), whole);
    assert_eq!(with(&|diagram| diagram.nodes.clear()), whole);
    for number in 0..diagram.nodes.len() {
        let bad =
            |change: &dyn Fn(&mut crate::Node)| with(&|diagram| change(&mut diagram.nodes[number])).is_err();
        assert!(bad(&|node| node.has.iter_mut().for_each(|has| *has = None)), "anything, at {number}");
        let more = |node: &mut crate::Node| node.has.iter_mut().flatten().for_each(|has| *has += 1);
        assert!(bad(&more), "one more of everything, at {number}");
        assert!(bad(&|node| node.asked += 1), "another level, at {number}");
        assert!(bad(&|node| assert!(node.has.pop().is_some())), "a number less, at {number}");
        if !diagram.nodes[number].next.is_empty() {
            assert!(bad(&|node| node.next.clear()), "no reason, at {number}");
            assert!(bad(&|node| assert!(node.next.pop().is_some())), "a choice less, at {number}");
            assert!(bad(&|node| node.next[1] = Some(usize::MAX)), "leads nowhere, at {number}");
            if diagram.nodes[number].members > 0 {
                assert!(bad(&|node| node.members -= 1), "a member less, at {number}");
            }
            if diagram.nodes[number].members < 9 {
                assert!(bad(&|node| node.next[0] = None), "a choice left out, at {number}");
            }
        }
    }
}

/// A demand that stands there twice takes the place of one that could be met.
#[test]
fn a_diagram_that_leaves_a_demand_out() {
    let roll = roll(8);
    let whole = Ratio::percent(100).unwrap();
    let never = Formula::share(Measure::MEMBERS, whole, Base::Participating, Strictness::MoreThan);
    let rule = Formula::any(vec![never, share(0, 50)]).unwrap();
    let demand = |number| Demand::Condition { rule: 0, number };
    let node = crate::Node { asked: 0, members: 0, has: vec![Some(0); 3], next: vec![] };
    let claims = |demands| {
        let diagram = Diagram { order: (0..8).collect(), demands, nodes: vec![node.clone()] };
        let floor = Some(Proof::Diagram(Box::new(diagram)));
        adopting(&rule, &roll, &[], &Least { at_least: 9, floor, group: None })
    };
    let somebody = Demand::Somebody { rule: 0 };
    let first = Err(Objection::Diagram { node: Some(0) });
    assert_eq!(claims(vec![demand(0), demand(1), somebody]), first, "four of eight can");
    let whole = Err(Objection::Diagram { node: None });
    assert_eq!(claims(vec![demand(0), demand(0), somebody]), whole);
    assert_eq!(claims(vec![demand(0), somebody, somebody]), whole);
    assert_eq!(claims(vec![demand(0), somebody]), whole);
}

#[test]
fn opposed_groups_that_are_not() {
    let roll = roll(8);
    let half = share(0, 50);
    let found = crate::opposed(&half, &roll, Effort::default()).unwrap();
    let Opposed::Groups(first, second) = &found else { panic!("two times four") };
    assert_eq!((first.len(), second.len()), (4, 4));
    assert_eq!(opposed(&half, &roll, &found), Ok(()));
    let fewer = Opposed::Groups(first.clone(), second[1..].to_vec());
    assert_eq!(opposed(&half, &roll, &fewer), Err(Objection::GroupFails));
    let both = Opposed::Groups(first.clone(), first.clone());
    assert_eq!(opposed(&half, &roll, &both), Err(Objection::Group));
    assert_eq!(opposed(&half, &roll, &Opposed::Undecided), Ok(()));
    let proof = crate::opposed(&share(0, 51), &roll, Effort::default()).unwrap();
    assert_eq!(opposed(&share(0, 51), &roll, &proof), Ok(()));
    assert!(opposed(&half, &roll, &proof).is_err());
}

#[test]
fn an_implication_that_is_not() {
    let roll = roll(8);
    let (more, less) = (share(0, 75), share(0, 50));
    let found = crate::implies((&more, &roll), (&less, &roll), Effort::default()).unwrap();
    assert_eq!(implies((&more, &roll), (&less, &roll), &found), Ok(()));
    assert!(implies((&less, &roll), (&more, &roll), &found).is_err());
    let not = crate::implies((&less, &roll), (&more, &roll), Effort::default()).unwrap();
    assert_eq!(implies((&less, &roll), (&more, &roll), &not), Ok(()));
    assert_eq!(implies((&more, &roll), (&less, &roll), &not), Err(Objection::GroupFails));
    let other = self::roll(6);
    let differ = Err(Objection::Seats { first: 8, second: 6 });
    assert_eq!(implies((&more, &roll), (&less, &other), &found), differ);
}
