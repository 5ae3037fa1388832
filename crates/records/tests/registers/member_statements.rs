//! What a member owes and can be asked for, figure by figure, each as other registers have it.

use proptest::prelude::*;
use quorate_charter::MemberCode;
use quorate_records::{Cell, Figure, Part, Register, Statement};

use crate::story::{Step, What, story};
use crate::world::{MEMBERS, World};

fn statement(world: &World, member: usize) -> Statement {
    world.records.statement(MEMBERS[member].parse().unwrap())
}

fn of(statement: &Statement, part: Part) -> Vec<&Figure> {
    statement.figures.iter().filter(|figure| figure.part == part).collect()
}

fn amount(figure: &Figure) -> String {
    figure.amount.map(|amount| amount.to_string()).unwrap_or_default()
}

/// `GBR` signs 1.00, and 2.00 and 3.00 are called from it later.
fn called() -> World {
    let mut world = World::begin();
    world.take(Step(3, What::Sign, 100, 1_000));
    for (decision, total) in [(1, 200), (2, 300)] {
        world.take(Step(1, What::Call, total, 0));
        world.take(Step(1, What::Open, decision, 0));
        (0..4).for_each(|member| world.take(Step(member, What::InFavour, decision, 0)));
        world.take(Step(1, What::Wait, 72, 0));
        world.take(Step(1, What::Execute, decision, 0));
    }
    world
}

#[test]
fn what_is_owed_is_as_old_as_it_is_and_money_pays_the_oldest() {
    let mut world = called();
    let dues = |world: &World| {
        let statement = statement(world, 3);
        let owes = of(&statement, Part::Owes);
        let days: Vec<_> = owes.iter().map(|figure| figure.since.unwrap().day()).collect();
        (owes.iter().map(|figure| amount(figure)).collect::<Vec<_>>(), days)
    };
    let (amounts, days) = dues(&world);
    assert_eq!(amounts, ["6.00", "1.00", "2.00", "3.00"]);
    assert_eq!(days[0], days[1]);
    assert!(days[1] < days[2] && days[2] < days[3]);
    world.take(Step(3, What::Receipt, 3, 150));
    world.take(Step(1, What::Line, 1, 0));
    let (amounts, later) = dues(&world);
    assert_eq!(amounts, ["4.50", "1.50", "3.00"]);
    assert_eq!(later, [days[2], days[2], days[3]]);
    world.take(Step(3, What::Receipt, 3, 500));
    world.take(Step(1, What::Line, 2, 0));
    let now = statement(&world, 3);
    assert_eq!(of(&now, Part::Owes).iter().map(|figure| amount(figure)).collect::<Vec<_>>(), ["0.00"]);
    assert_eq!(of(&now, Part::Owes)[0].since, None);
    assert_eq!(amount(of(&now, Part::Prepaid)[0]), "0.50");
    assert_eq!(amount(of(&now, Part::Paid)[0]), "6.50");
    assert_eq!(amount(of(&now, Part::CanBeAsked)[0]), "5.00");
}

#[test]
fn many_dues_are_told_one_by_one_only_the_oldest() {
    let mut world = World::begin();
    world.take(Step(3, What::Sign, 0, 400));
    for decision in 1..=14 {
        world.take(Step(1, What::Call, 1, 0));
        world.take(Step(1, What::Open, decision, 0));
        (0..4).for_each(|member| world.take(Step(member, What::InFavour, decision, 0)));
        world.take(Step(1, What::Wait, 72, 0));
        world.take(Step(1, What::Execute, decision, 0));
    }
    let statement = statement(&world, 3);
    let owes = of(&statement, Part::Owes);
    assert_eq!(owes.len(), 1 + 12 + 1);
    assert_eq!((amount(owes[0]), amount(owes[13])), ("0.14".into(), "0.02".into()));
    assert_eq!(owes[13].since, None);
}

#[test]
fn nothing_signed_is_nothing_asked_and_unknown_stays_unknown() {
    let mut world = World::begin();
    world.take(Step(2, What::Indicate, 1, 0));
    let statement = statement(&world, 1);
    let whole = |part| amount(of(&statement, part)[0]);
    assert_eq!([Part::Owes, Part::WillFallDue, Part::CanBeAsked, Part::Paid].map(whole), ["0.00"; 4]);
    assert_eq!(of(&statement, Part::Indicated)[0].amount, None, "announced, and not how much");
    assert_eq!(of(&statement, Part::Indicated)[0].what, "announced; it binds nobody");
    let beyond = &of(&statement, Part::NoMajority)[0];
    assert_eq!(beyond.amount, None);
    for rule in ["F13", "F12", "O1"] {
        assert!(beyond.what.contains(rule));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn statements_agree_with_the_other_registers(story in story()) {
        let world = World::play(&story);
        let plain = |register, row: &[&str], column| {
            world.records.register(register).find(row, column).map(Cell::plain).unwrap_or_default()
        };
        for (at, member) in MEMBERS.iter().enumerate() {
            let statement = statement(&world, at);
            let whole = |part| amount(of(&statement, part)[0]);
            prop_assert_eq!(whole(Part::Paid), plain(Register::Agreements, &[member], "received"));
            prop_assert_eq!(whole(Part::CanBeAsked), plain(Register::Agreements, &[member], "still_callable"));
            let due = plain(Register::Accounts, &["money", "111", "due from", member], "balance");
            prop_assert_eq!(whole(Part::Owes), if due.is_empty() { "0.00".into() } else { due });
            // The whole is the sum of its parts, and no older than the oldest of them.
            let dues = of(&statement, Part::Owes);
            let minor = |figure: &&Figure| figure.amount.unwrap().minor();
            if dues.len() > 1 {
                prop_assert_eq!(minor(&dues[0]), dues[1..].iter().map(minor).sum::<i128>());
            }
            prop_assert_eq!(dues[0].since.is_some(), minor(&dues[0]) > 0);
        }
        let all: Vec<MemberCode> = MEMBERS.iter().map(|member| member.parse().unwrap()).collect();
        prop_assert_eq!(world.records.statements(&all), world.records.register(Register::Statements));
    }
}
