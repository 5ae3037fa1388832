//! The trustees' report and what is published say the same as the accounts of a period.

use proptest::prelude::*;
use quorate_partnership::Day;
use quorate_partnership::fund::Purpose;
use quorate_records::{Statements, iati, report, words};

use crate::currencies::{money, told};
use crate::story::{FOUNDING, story};
use crate::world::World;

fn ever(world: &World) -> Statements {
    world.records.accounts_for((Day(0), Day(40_000)), (Day(0), Day(0)))
}

/// The part of the report under a heading, its figures without spaces between groups.
fn part(world: &World, heading: &str) -> String {
    let page = report(&world.records, "EXERCISE", words::Language::English)
        .replace('\u{a0}', "")
        .replace('\u{2212}', "-");
    let (_, part) = page.split_once(&format!("<h2>{heading}")).unwrap();
    part.split("</section>").next().unwrap().into()
}

/// Line by line: what is in the accounts stands in the report, and nothing else does.
fn agrees(world: &World) {
    let page = part(world, "Position");
    let accounts = ever(world);
    let mut found = 0;
    for line in &accounts.lines {
        let is_of = ["financial position", "income and expenditure"].contains(&line.statement);
        let Some(amount) = line.current.filter(|amount| is_of && !line.is_total && !amount.is_zero()) else {
            continue;
        };
        let figure: String = words::amount(amount)
            .chars()
            .filter(|letter| letter.is_ascii_digit() || "-.".contains(*letter))
            .collect();
        let wanted = format!("<dt>{} {}</dt><dd>{figure}</dd>", line.accounts(), line.line);
        assert!(page.contains(&wanted), "{wanted}: {page}");
        found += 1;
    }
    let others = ["<dt>of it set aside", "<div class=\"total\">"].map(|other| page.matches(other).count());
    let nothing = page.matches("accumulated surplus or deficit</dt><dd>0.00").count();
    assert_eq!(page.matches("<dt>").count(), found + others[0] + others[1] + nothing, "{page}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_position_is_that_of_the_accounts_line_by_line(story in story()) {
        agrees(&World::play(&story));
    }
}

#[test]
fn money_that_nobody_can_place_is_owed_and_not_had() {
    let mut world = told();
    world.line(3, Purpose::Unidentified, money("7.00", "USD"));
    world.line(4, Purpose::NotInstructed, money("2.00", "USD"));
    agrees(&world);
    let page = part(&world, "Position");
    let owes = page.find("<h3>Owes").unwrap();
    assert!(page.find("117 suspense").unwrap() > owes && page.find("118 suspense").unwrap() < owes, "{page}");
    let open = part(&world, "Open");
    assert!(open.contains("7.00 USD is held for whoever it is of"), "{open}");
    assert!(open.contains("2.00 USD is missing, an alarm") && open.contains("ALARM: bank line 4"), "{open}");
    agrees(&World::play(&FOUNDING));
}

#[test]
fn euros_are_among_the_assets_at_their_value_in_the_books() {
    let world = told();
    let accounts = ever(&world);
    let of = |line| accounts.find("financial position", line).unwrap().current.unwrap().minor();
    // 60.00 of 100.00 euros are left, which came as 108.42 dollars.
    assert_eq!(of("cash in EUR, at its value in the books"), 6_505);
    assert_eq!((of("total assets"), of("total liabilities")), (4_300 + 6_505 + due(&accounts), 0));
    assert_eq!(of("assets less liabilities"), of("net assets"));
    assert!(accounts.lines.iter().all(|line| line.line != "clearing of"));
    agrees(&world);
}

fn due(accounts: &Statements) -> i128 {
    let line = accounts.find("financial position", "due from");
    line.and_then(|line| line.current).map(|amount| amount.minor()).unwrap_or_default()
}

#[test]
fn euros_count_as_what_the_member_that_paid_them_paid_and_an_exchange_does_not() {
    let published = iati(&told().records, "XM-EXAMPLE-1").unwrap();
    let kinds =
        |kind: &str| published.activities.matches(&format!("<transaction-type code=\"{kind}\"")).count();
    let incoming = published.activities.split("<transaction ").filter(|one| one.contains("type code=\"1\""));
    let incoming: Vec<&str> = incoming.collect();
    assert_eq!(incoming.len(), 1, "{}", published.activities);
    assert!(incoming[0].contains(">108.42<") && incoming[0].contains("United Kingdom"), "{}", incoming[0]);
    assert_eq!(kinds("4"), 0, "{}", published.activities);
}

#[test]
fn a_period_beyond_the_record_says_so() {
    let world = World::play(&FOUNDING);
    let today = world.partnership.moment().day();
    let said = |to: Day| {
        let accounts = world.records.accounts_for((Day(0), to), (Day(0), Day(0)));
        accounts.find("assurance", "record").map(|line| line.note.clone())
    };
    assert_eq!(said(Day(today.0 - 1)), None);
    assert!(said(today).unwrap().starts_with("reaches "));
    assert!(said(Day(today.0 + 1)).unwrap().contains("is not in these figures"));
}
