//! The register of what States that left are owed, and the figures of it elsewhere, against the partnership's own books.

use std::collections::BTreeSet;

use quorate_charter::Office;
use quorate_ledger::{Account, Side};
use quorate_partnership::fund::{self, Indicate, Purpose, SignAgreement, Standing, TakeBackLine, book};
use quorate_partnership::{LineNo, members};
use quorate_records::{Cell, HORIZONS, Part, Register};

use crate::currencies::money;
use crate::world::World;

/// `GBR` paid 100.00 in, `CAN` 50.00 and owes 10.00; `CAN` leaves, and is paid in four parts.
fn left() -> World {
    let notice = "notice = \"365d\"";
    let charter = include_str!("../../../../charters/partnership.toml");
    let with = "notice = \"30d\"\nsettlement = { instalments = 4, every = \"10d\" }";
    let public = "\n[publication]\narticle = 30\npublic = [\"fund\", \"contributions\"]\n";
    let mut world = World::under(&[&charter.replace(notice, with), public].concat());
    for (line, member, signs, pays) in [(1, "GBR", "100.00", "100.00"), (2, "CAN", "60.00", "50.00")] {
        let (paid_in, callable) = (money(signs, "USD"), money("0", "USD"));
        let agreement = SignAgreement { paid_in, callable, instalments: None };
        world.give(member, Office::Root, fund::Command::SignAgreement(agreement).into());
        world.line(line, Purpose::Receipt { from: member.parse().unwrap() }, money(pays, "USD"));
    }
    let (of, standing, source) = ("CAN".parse().unwrap(), Standing::Announced, "a speech".parse().unwrap());
    let indicate = Indicate { of, standing, amount: Some(money("900.00", "USD")), source };
    world.give("CAN", Office::Representative, fund::Command::Indicate(indicate).into());
    world.give("CAN", Office::Root, members::Command::Withdraw(members::Withdraw {}).into());
    world.wait(30 * 24);
    world
}

fn out() -> Purpose {
    Purpose::Settlement { to: "CAN".parse().unwrap() }
}

fn cell(world: &World, key: &str) -> String {
    world.records.register(Register::Settlements).find(&["CAN"], key).map(Cell::plain).unwrap()
}

fn cells<const N: usize>(world: &World, keys: [&str; N]) -> [String; N] {
    keys.map(|key| cell(world, key))
}

/// What is owed in all is what the books have.
fn agrees(world: &World) {
    let minor = |key| -> i128 { cell(world, key).replace('.', "").parse().unwrap() };
    let charter = world.partnership.charter();
    let account = Account::new(204, "CAN").unwrap();
    let stands = world.partnership.fund().books().balance(&book::cash(charter), &account).net(Side::Credit);
    assert_eq!(minor("payable") + minor("ahead"), stands);
    assert_eq!(minor("share") - minor("set_off") - minor("paid"), stands);
}

#[test]
fn the_share_is_told_from_the_day_on_which_it_is_fixed_until_it_is_paid() {
    let mut world = left();
    let keys = ["share", "set_off", "fallen_due", "paid", "payable", "ahead"];
    // 60 parts of 160, of 160.00.
    assert_eq!(cells(&world, keys), ["60.00", "10.00", "0.00", "0.00", "0.00", "50.00"]);
    agrees(&world);
    world.wait(11 * 24);
    assert_eq!(cells(&world, keys), ["60.00", "10.00", "12.50", "0.00", "12.50", "37.50"]);
    world.line(3, out(), money("12.00", "USD"));
    assert_eq!(cells(&world, keys), ["60.00", "10.00", "12.50", "12.00", "0.50", "37.50"]);
    agrees(&world);
    for member in ["FRA", "DEU"] {
        world.treasurer(member, fund::Command::TakeBackLine(TakeBackLine { line: LineNo(3) }));
    }
    assert_eq!(cells(&world, keys), ["60.00", "10.00", "12.50", "0.00", "12.50", "37.50"]);
    agrees(&world);
    world.wait(40 * 24);
    assert_eq!(cells(&world, keys), ["60.00", "10.00", "50.00", "0.00", "50.00", "0.00"]);
    assert_eq!(cell(&world, "next"), "");
    agrees(&world);
}

#[test]
fn the_statement_of_a_state_that_left_says_what_it_is_owed_and_when() {
    let mut world = left();
    world.wait(11 * 24);
    let told = |world: &World, member: &str| -> Vec<_> {
        let statement = world.records.statement(member.parse().unwrap());
        let owed = statement.figures.into_iter().filter(|figure| figure.part == Part::Settlement);
        owed.map(|figure| figure.amount.unwrap().to_string()).collect()
    };
    assert_eq!(told(&world, "CAN"), ["12.50", "0.00", "12.50", "12.50", "12.50"]);
    assert!(told(&world, "GBR").is_empty());
    let paid = |world: &World| {
        let statement = world.records.statement("CAN".parse().unwrap());
        let paid = statement.figures.into_iter().find(|figure| figure.part == Part::Paid).unwrap();
        let register = world.records.register(Register::Agreements);
        (paid.amount.unwrap().to_string(), register.find(&["CAN"], "received").map(Cell::plain).unwrap())
    };
    assert_eq!(paid(&world), ("50.00".into(), "50.00".into()));
    world.line(3, out(), money("12.50", "USD"));
    assert_eq!(paid(&world), ("37.50".into(), "37.50".into()), "less what went back");
    let plan = world.records.register(Register::Plan);
    assert!(plan.find(&["CAN"], "amount").is_none(), "what it announced ended");
}

#[test]
fn what_is_owed_is_held_for_the_state_that_left_and_counts_for_no_help() {
    let mut world = left();
    let liquidity = world.records.liquidity();
    assert_eq!((liquidity.cash, liquidity.held, liquidity.authority), (15_000, 5_000, 10_000));
    for rung in liquidity.ladder(&HORIZONS, &BTreeSet::new()).rungs {
        assert_eq!(rung.left(), 10_000, "on every day");
    }
    world.wait(41 * 24);
    world.line(3, out(), money("50.00", "USD"));
    let liquidity = world.records.liquidity();
    assert_eq!((liquidity.cash, liquidity.held), (10_000, 0));
}
