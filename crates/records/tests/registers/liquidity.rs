//! The ladder: exact, against every set of members tried one by one, and in step with the partnership's own books.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use quorate_charter::MemberCode;
use quorate_ledger::Currency;
use quorate_partnership::Day;
use quorate_records::{Cell, HORIZONS, Kind, Liquidity, Owed, Register, Rung, Smallest, When};

use crate::story::{FOUNDING, Step, What, story};
use crate::world::{MEMBERS, World};

const CODES: [&str; 6] = ["CAN", "DEU", "FRA", "GBR", "ITA", "USA"];

fn code(member: usize) -> MemberCode {
    CODES[member].parse().unwrap()
}

/// Cash and approved help, and what each of these members owes in so many days; `None` is a day not on record.
fn standing(cash: i128, approved: i128, owed: &[(usize, i128, Option<u32>)]) -> Liquidity {
    let owed = owed.iter().map(|(member, minor, day)| Owed {
        member: code(*member),
        kind: if *day == Some(0) { Kind::Due } else { Kind::Called },
        minor: *minor,
        when: match day {
            Some(0) => When::Now,
            Some(day) => When::On(Day(1_000 + day)),
            None => When::Unknown,
        },
    });
    Liquidity {
        currency: Currency::from_code("USD").unwrap(),
        today: Day(1_000),
        cash,
        held: 0,
        prepaid: BTreeMap::new(),
        invested: BTreeMap::new(),
        approved,
        in_flight: 0,
        authority: 1_000,
        owed: owed.collect(),
        other_currencies: BTreeMap::new(),
        callable: BTreeMap::new(),
    }
}

fn rung(liquidity: &Liquidity, days: u32, defaults: &[usize]) -> Rung {
    let defaults = defaults.iter().map(|member| code(*member)).collect();
    liquidity.ladder(&[days], &defaults).rungs.remove(0)
}

#[test]
fn payable_is_one_above_at_and_not_one_below() {
    for (cash, payable, left) in [(99, false, -1), (100, true, 0), (101, true, 1)] {
        let rung = rung(&standing(cash, 150, &[(2, 50, Some(0))]), 0, &[]);
        assert_eq!((rung.is_payable(), rung.left()), (payable, left));
    }
}

#[test]
fn what_falls_due_counts_from_its_day_on_and_what_has_no_day_never() {
    let liquidity = standing(10, 40, &[(2, 30, Some(30)), (3, 500, None)]);
    for (days, left) in [(0, -30), (29, -30), (30, 0), (31, 0), (365, 0), (u32::MAX, 0)] {
        assert_eq!(rung(&liquidity, days, &[]).left(), left, "in {days} days");
    }
    assert_eq!(liquidity.undated(), 500);
}

#[test]
fn whoever_is_assumed_to_default_brings_nothing_but_what_it_prepaid() {
    let mut liquidity = standing(100, 90, &[(1, 30, Some(0)), (2, 50, Some(10))]);
    liquidity.prepaid = BTreeMap::from([(code(2), 20), (code(3), 15)]);
    liquidity.held = 5;
    let own = 100 - 5 - 20 - 15;
    assert_eq!((rung(&liquidity, 0, &[]).cash, rung(&liquidity, 0, &[]).owed()), (own, 30));
    // Its own due takes what it prepaid, and no other's.
    let later = rung(&liquidity, 10, &[]);
    assert_eq!((later.cash, later.owed(), later.left()), (own + 20, 60, own + 20 + 60 - 90));
    let defaulted = rung(&liquidity, 10, &[2]);
    assert_eq!((defaulted.cash, defaulted.owed(), defaulted.defaulted), (own + 20, 30, 30));
}

#[test]
fn horizons_are_told_once_each_the_nearest_first() {
    let ladder = standing(0, 0, &[]).ladder(&[365, 0, 30, 30], &BTreeSet::new());
    assert_eq!(ladder.rungs.iter().map(|rung| rung.days).collect::<Vec<u32>>(), [0, 30, 365]);
}

#[test]
fn few_are_named_and_of_more_than_three_only_how_many() {
    let all: Vec<(usize, i128, Option<u32>)> = (0..5).map(|member| (member, 10, Some(0))).collect();
    let smallest = |cash| rung(&standing(cash, 100, &all), 0, &[]).smallest();
    let named = |members: &[usize]| Smallest::Members(members.iter().map(|member| code(*member)).collect());
    assert_eq!(smallest(49), Smallest::Nobody);
    assert_eq!(smallest(50), named(&[0]));
    assert_eq!(smallest(60), named(&[0, 1]));
    assert_eq!(smallest(70), named(&[0, 1, 2]));
    assert_eq!(smallest(80), Smallest::More(4));
    assert_eq!(smallest(99), Smallest::More(5));
    assert_eq!(smallest(100), Smallest::None);
}

#[test]
fn capacity_is_what_authority_and_money_both_allow() {
    let none = BTreeSet::new();
    let mut liquidity = standing(100, 40, &[(0, 30, Some(0)), (1, 20, Some(0)), (2, 90, Some(365))]);
    let capacity = |liquidity: &Liquidity, without| liquidity.capacity(without, &none).capacity;
    assert_eq!([0, 1, 2].map(|without| capacity(&liquidity, without)), [110, 80, 60]);
    for (authority, expected) in [(59, 59), (60, 60), (61, 60), (-1, 0)] {
        liquidity.authority = authority;
        assert_eq!(capacity(&liquidity, 2), expected, "with an authority of {authority}");
    }
    liquidity.approved = 400;
    assert_eq!(capacity(&liquidity, 0), 0);
    // What could be called is told, and counted nowhere.
    liquidity.callable = BTreeMap::from([(code(0), 7), (code(1), 9), (code(2), 8)]);
    assert_eq!(capacity(&liquidity, 0), 0);
    assert_eq!([0, 1, 2, 3].map(|without| liquidity.callable(without, &none)), [24, 15, 7, 0]);
    assert_eq!(liquidity.callable(1, &BTreeSet::from([code(1)])), 7);
}

/// Every set of the six members.
fn sets() -> impl Iterator<Item = Vec<usize>> {
    (0_u32..64).map(|set| (0..6).filter(|member| set >> member & 1 == 1).collect())
}

proptest! {
    #[test]
    fn the_worst_and_the_smallest_are_those_found_by_trying_every_set(
        cash in 0..200_i128,
        approved in 0..300_i128,
        owed in prop::collection::vec((0..6_usize, 1..60_i128, prop::option::of(0..40_u32)), 0..10),
        prepaid in prop::collection::btree_map(0..6_usize, 1..40_i128, 0..3),
        days in 0..40_u32,
    ) {
        let mut liquidity = standing(cash, approved, &owed);
        liquidity.prepaid = prepaid.into_iter().map(|(member, minor)| (code(member), minor)).collect();
        let found = rung(&liquidity, days, &[]);
        let left = |set: &[usize]| rung(&liquidity, days, set).left();
        for count in 1..=2 {
            let worst = sets().filter(|set| set.len() == count).map(|set| left(&set)).min().unwrap();
            prop_assert_eq!(found.without(count).left, worst);
        }
        let fewest = sets().filter(|set| left(set) < 0).map(|set| set.len()).min();
        let told = match found.smallest() {
            Smallest::Nobody => Some(0),
            Smallest::Members(members) => Some(members.len()),
            Smallest::More(count) => Some(count),
            Smallest::None => None,
        };
        prop_assert_eq!(told, fewest);
    }

    #[test]
    fn what_is_heard_is_what_the_partnerships_own_books_say(story in story()) {
        let mut world = World::begin();
        for step in story {
            world.take(step);
            let heard = world.records.liquidity();
            let (books, charter) = (world.partnership.fund().books(), world.partnership.charter());
            let added = Liquidity::of_books(books, charter, heard.today);
            prop_assert_eq!(Liquidity { callable: BTreeMap::new(), ..heard }, added);
        }
    }
}

fn cell(world: &World, register: Register, row: &[&str], column: &str) -> String {
    world.records.register(register).find(row, column).map(Cell::plain).unwrap_or_default()
}

#[test]
fn the_founding_story_as_the_ladder_has_it() {
    let world = World::play(&FOUNDING);
    // All is paid. FRA owes what it signed and its part of the call; GBR what it prepaid did not pay of its part.
    for days in HORIZONS.map(|days| days.to_string()) {
        let of = |column| cell(&world, Register::Liquidity, &[&days], column);
        assert_eq!(["cash", "owed", "approved", "left"].map(of), ["4.00", "3.33", "0.00", "7.33"]);
        assert_eq!(["payable", "without_one", "smallest"].map(of), ["yes", "FRA", "none"]);
    }
    let of = |row, column| cell(&world, Register::Capacity, &[row], column);
    assert_eq!(of("0", "callable"), "3.67", "7.00 signed as callable, 3.33 of it called");
}

#[test]
fn who_left_is_called_no_more_and_owes_what_it_owed() {
    let mut world = World::begin();
    world.take(Step(3, What::Sign, 90, 40));
    world.take(Step(2, What::Sign, 0, 30));
    let callable = |world: &World| world.records.liquidity().callable;
    let expected = [(MEMBERS[2], 30), (MEMBERS[3], 40)].map(|(code, minor)| (code.parse().unwrap(), minor));
    assert_eq!(callable(&world), BTreeMap::from(expected));
    let withdraw = quorate_partnership::members::Command::Withdraw(quorate_partnership::members::Withdraw {});
    world.give(MEMBERS[3], quorate_charter::Office::Root, withdraw.into());
    world.wait(366 * 24);
    assert_eq!(callable(&world), expected[..1].iter().copied().collect());
    assert_eq!(cell(&world, Register::Liquidity, &["0"], "owed"), "0.90");
    assert_eq!(cell(&world, Register::Statements, &["GBR", "can still be asked for"], "amount"), "0.00");
}
