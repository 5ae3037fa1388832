//! The accounts of a period agree with the registers, whatever happened.

use std::collections::BTreeMap;

use proptest::prelude::*;
use quorate_partnership::Day;
use quorate_records::{Cell, Register, StatementLine, Statements};

use crate::currencies::told;
use crate::story::{FOUNDING, story};
use crate::world::World;

const FIRST: u32 = 20_454;
const EVER: Day = Day(40_000);

fn minor(line: &StatementLine) -> i128 {
    line.current.unwrap().minor()
}

fn figure(accounts: &Statements, statement: &str, line: &str) -> i128 {
    minor(accounts.find(statement, line).unwrap())
}

/// The balances of the accounts register by code.
fn balances(world: &World) -> BTreeMap<u64, i128> {
    let mut by_code = BTreeMap::new();
    for row in world.records.register(Register::Accounts).rows {
        if let (Cell::Number(code), Cell::Money(amount)) = (&row[1], &row[4]) {
            *by_code.entry(*code).or_default() += amount.minor();
        }
    }
    by_code.retain(|_, minor| *minor != 0);
    by_code
}

/// The lines of one account each that are figures at the end.
fn standing(accounts: &Statements) -> BTreeMap<u64, i128> {
    let at_the_end = |line: &&StatementLine| {
        ["financial position", "commitment authority", "memoranda"].contains(&line.statement)
            && !line.is_total
            && line.codes.len() == 1
            && line.line != "accumulated surplus or deficit"
    };
    accounts.lines.iter().filter(at_the_end).map(|line| (u64::from(line.codes[0]), minor(line))).collect()
}

fn hangs_together(accounts: &Statements) {
    let of = |statement, line| figure(accounts, statement, line);
    let position = |line| of("financial position", line);
    assert_eq!(position("total assets") - position("total liabilities"), position("assets less liabilities"));
    assert_eq!(position("assets less liabilities"), position("net assets"));
    assert_eq!(position("net assets"), of("changes in net assets", "net assets at the end"));
    let cash = |line| of("cash flow", line);
    assert_eq!(
        cash("cash at the beginning") + cash("total received") - cash("total paid"),
        cash("cash at the end")
    );
    let found = |line: &str| accounts.find("financial position", line).map(minor).unwrap_or_default();
    assert_eq!(found("cash"), cash("cash at the end"));
    assert_eq!(
        of("income and expenditure", "surplus or deficit"),
        of("changes in net assets", "surplus or deficit")
    );
    let granted = accounts.find("commitment authority", "authority granted").map(minor).unwrap_or_default();
    assert_eq!(granted, of("commitment authority", "available, allocated, committed and consumed"));
    let contra: i128 = accounts
        .lines
        .iter()
        .filter(|line| line.statement == "memoranda")
        .map(|line| if line.line == "memoranda, contra" { -minor(line) } else { minor(line) })
        .sum();
    assert_eq!(contra, 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn all_sums_agree_with_the_accounts_register(story in story()) {
        let world = World::play(&story);
        let accounts = world.records.accounts_for((Day(0), EVER), (Day(0), Day(0)));
        hangs_together(&accounts);
        let mut balances = balances(&world);
        balances.retain(|code, _| !(400..600).contains(code));
        prop_assert_eq!(standing(&accounts), balances);
        let receivable = world.records.register(Register::Accounts).rows;
        for row in receivable.iter().filter(|row| matches!(row[1], Cell::Number(110..=114))) {
            let (Cell::Text(of), Cell::Money(amount)) = (&row[3], &row[4]) else { continue };
            let line = accounts.find("contributions receivable", of).map(minor).unwrap_or_default();
            prop_assert_eq!(line, amount.minor());
        }
    }

    #[test]
    fn a_period_begins_where_the_one_before_ended(story in story(), day in 0..40_u32) {
        let world = World::play(&story);
        let (before, after) = ((Day(0), Day(FIRST + day)), (Day(FIRST + day + 1), EVER));
        let first = world.records.accounts_for(before, (Day(0), Day(0)));
        let second = world.records.accounts_for(after, before);
        hangs_together(&first);
        hangs_together(&second);
        for (statement, end, beginning) in [
            ("cash flow", "cash at the end", "cash at the beginning"),
            ("changes in net assets", "net assets at the end", "net assets at the beginning"),
        ] {
            prop_assert_eq!(figure(&first, statement, end), figure(&second, statement, beginning));
        }
        // The column of the prior period is that period's own.
        for line in first.lines.iter().filter(|line| line.current.is_some() && !line.codes.is_empty()) {
            let beside = second.find(line.statement, &line.line).and_then(|line| line.prior);
            prop_assert_eq!(beside.map(|money| money.minor()), Some(minor(line)), "{:?}", line);
        }
    }
}

#[test]
fn the_founding_story_in_figures() {
    let world = World::play(&FOUNDING);
    let accounts = world.records.accounts_for((Day(0), EVER), (Day(0), Day(0)));
    let of = |statement, line| figure(&accounts, statement, line);
    assert_eq!(
        of("cash flow", "received against due from") + of("cash flow", "received against prepaid by"),
        1000
    );
    assert_eq!(of("cash flow", "paid against payments in flight"), 600);
    assert_eq!(of("income and expenditure", "assistance"), 600);
    assert_eq!(of("financial position", "accumulated surplus or deficit"), -600);
    // Of the call of 333 the 100 paid before pay a part; and 100 were never paid.
    assert_eq!(of("contributions receivable", "total receivable"), 333 - 100 + 100);
}

#[test]
fn a_sealed_period_says_who_sealed_it_and_what_auditors_say() {
    let world = World::play(&FOUNDING);
    let until = Day(world.partnership.moment().day().0 - 1);
    let said = |to: Day, line: &str| {
        let accounts = world.records.accounts_for((Day(0), to), (Day(0), Day(0)));
        accounts.find("assurance", line).map(|line| line.note.clone())
    };
    assert_eq!(said(until, "sealed").unwrap(), "yes: seal 1, by treasurers of DEU and FRA");
    assert_eq!(said(until, "journal against the seal").unwrap(), "the same totals and balances");
    assert_eq!(said(until, "opinions").unwrap(), "FRA qualified");
    assert_eq!(said(until, "audited").unwrap(), "the charter asks for no opinions");
    assert_eq!(said(until, "open findings").unwrap(), "1, 0 of them material");
    let earlier = Day(until.0 - 1);
    assert!(said(earlier, "sealed").unwrap().starts_with("yes: seal 1 until "));
    assert_eq!(said(earlier, "opinions").unwrap(), "none");
    assert!(said(Day(until.0 + 1), "sealed").unwrap().starts_with("no: "));
    assert_eq!(said(Day(until.0 + 1), "journal against the seal"), None);
}

#[test]
fn accounts_count_as_audited_once_so_many_members_auditors_gave_an_opinion() {
    let charter = include_str!("../../../../charters/partnership.toml");
    for (asked, note) in [
        (1, "yes: opinions of 1 members' auditors, 1 asked"),
        (2, "no: opinions of 1 members' auditors, 2 asked"),
    ] {
        let mut world = World::under(&format!("{charter}\n[audit]\narticle = 40\nopinions = {asked}\n"));
        FOUNDING.iter().for_each(|step| world.take(*step));
        let until = Day(world.partnership.moment().day().0 - 1);
        let accounts = world.records.accounts_for((Day(0), until), (Day(0), Day(0)));
        assert_eq!(accounts.find("assurance", "audited").unwrap().note, note);
    }
}

#[test]
fn the_cash_of_another_currency_flows_in_that_currency() {
    let world = told();
    let accounts = world.records.accounts_for((Day(0), EVER), (Day(0), Day(0)));
    let of = |line: &str| figure(&accounts, "cash flow in other currencies", line);
    let held = world.records.register(Register::Currencies);
    let mut found = 0;
    for row in &held.rows {
        let code = row[0].plain();
        let Some(Cell::Money(amount)) = held.find(&[&code], "held") else { continue };
        if amount.is_zero() {
            continue;
        }
        let flowed = of(&format!("received in {code}")) - of(&format!("exchanged, or given back, in {code}"));
        assert_eq!((of(&format!("{code} at the end")), flowed), (amount.minor(), amount.minor()));
        found += 1;
    }
    assert!(found > 0, "{held:?}");
}
