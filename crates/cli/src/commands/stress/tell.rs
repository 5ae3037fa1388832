//! What was found, for people.

use quorate_foresight::stress::{Left, Row};
use quorate_records::{Cell, Column, Table, words};

use super::names::{amount, cell, pay_nothing};
use super::{ASSUMED, Found, reverse, shocks, withheld};
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen, register, width};

const NOTHING_CALLED: &[Column] = &columns("paid_in", "Paid in");
const ALL_CALLED: &[Column] = &columns("callable", "Callable");

/// The columns of the ladder, with what stands beside what is there.
const fn columns(key: &'static str, heading: &'static str) -> [Column; 6] {
    [
        Column { key: "days", heading: "By day" },
        Column { key: "due", heading: "To be paid" },
        Column { key, heading },
        Column { key: "there", heading: "There" },
        Column { key: "one", heading: "N-1" },
        Column { key: "two", heading: "N-2" },
    ]
}

const PROMISES: &[Column] = &[
    Column { key: "promise", heading: "Promise" },
    Column { key: "to", heading: "To" },
    Column { key: "part", heading: "Part" },
    Column { key: "amount", heading: "Amount" },
    Column { key: "asked", heading: "Asked for on day" },
    Column { key: "approved", heading: "Approved on day" },
    Column { key: "by", heading: "To be paid by day" },
    Column { key: "paid", heading: "Paid on day" },
];

pub(super) fn all(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    screen.paragraph("", EXERCISE)?;
    screen.paragraph("", ASSUMED)?;
    screen.line(&format!("\n{}", found.world.plan().title()))?;
    assumed(found, screen)?;
    ladder(found, screen)?;
    promises(found, screen)?;
    shocks::tell(found, screen)?;
    if let Some(withheld) = &found.withheld {
        withheld::tell(found, withheld, screen)?;
    }
    reverse::tell(found, screen)?;
    not_counted(found, screen)
}

/// What is assumed, beside what the shocks are.
fn assumed(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    let world = &found.world;
    let plan = world.plan();
    let sources: Vec<&str> = plan.sources().into_iter().collect();
    screen.paragraph("", &format!("Its numbers are from: {}", sources.join("; ")))?;
    let assumed = plan.assumed();
    screen.item("everybody is in favour of what is promised and of every call, and signs: votes are not what is tested here")?;
    screen.item("whoever is not said to be late or to default pays all that falls due on its day")?;
    screen.item(&format!(
        "help is asked for {} before its first part is to be paid, a call for what is missing is moved {} before that \
         day, and the bank pays after {}; what was asked for first is approved first",
        days(assumed.ask_ahead),
        days(assumed.call_ahead),
        days(assumed.bank_days)
    ))?;
    if world.is_on_record() {
        let (all, today) = (amount(world, world.approved()), "day 0 is that of the last block on record");
        screen
            .item(&format!("{today}; {all} are approved and not paid: they can be asked for on any day"))?;
    }
    for (held, cost) in world.abroad() {
        screen.item(&format!(
            "{} are held that had cost {}: they are exchanged for that when a payment needs it, and are not *there* before",
            words::amount(held),
            words::amount(cost)
        ))?;
    }
    Ok(())
}

/// Days in words.
pub(super) fn days(days: u32) -> String {
    if days == 1 { "1 day".into() } else { format!("{days} days") }
}

fn ladder(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    let currency = found.world.currency().code();
    screen.line(&format!("\nThe ladder with nothing called, in {currency}"))?;
    step(found, (NOTHING_CALLED, nothing_called, |row| row.rung.paid_in), screen)?;
    screen.line(&format!("\nThe ladder with all called on day 0 that can be, in {currency}"))?;
    step(found, (ALL_CALLED, all_called, |row| row.rung.callable), screen)?;
    screen.item(
        "callable: signed by all and not called, so that it is not there; what a call of all of it brings by then is what \
         stands beside it",
    )
}

fn nothing_called(row: &Row) -> &[Left] {
    &row.nothing_called
}

fn all_called(row: &Row) -> &[Left] {
    &row.all_called
}

/// The columns, what is there, and what stands beside it.
type Side = (&'static [Column], fn(&Row) -> &[Left], fn(&Row) -> i128);

fn step(found: &Found, (columns, there, beside): Side, screen: &mut Screen) -> Result<(), Failure> {
    let world = &found.world;
    let cells = |row: &Row| {
        let first =
            [Cell::Number(u64::from(row.rung.days)), cell(world, row.rung.due), cell(world, beside(row))];
        let left = |at: usize| there(row).get(at).map_or(Cell::Empty, |left| cell(world, left.there));
        first.into_iter().chain((0..3).map(left)).collect::<Vec<Cell>>()
    };
    let rows = found.ladder.rows.iter().map(cells).collect();
    screen.text(&register(&Table { name: "ladder", columns, rows }, width()))?;
    for row in &found.ladder.rows {
        screen.item(&format!("day {}: {}", row.rung.days, suffices(found, row, there(row))))?;
    }
    Ok(())
}

/// Whether what is to be paid by then is there, and by whose default it is not.
fn suffices(found: &Found, row: &Row, left: &[Left]) -> String {
    let short = left.iter().find(|left| left.there < row.rung.due);
    let most = found.ladder.defaults;
    match short {
        None if most == 0 => "enough".into(),
        None if most == 1 => "enough whoever one defaults".into(),
        None => "enough whichever two default".into(),
        Some(left) => {
            let missing = amount(&found.world, row.rung.due.saturating_sub(left.there));
            match left.without.as_slice() {
                [] => format!("short by {missing} though all pay"),
                without => format!("short by {missing} if {}", pay_nothing(without)),
            }
        }
    }
}

fn promises(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    let Some(calm) = found.calm() else { return Ok(()) };
    if calm.served.is_empty() {
        return screen.line("\nNothing is promised in a file, so that nothing is asked of promises");
    }
    screen.line(&format!("\nIf nothing goes wrong, in {}", found.world.currency().code()))?;
    let mut rows = Vec::new();
    let day = |day: Option<u32>| day.map_or(Cell::text("never"), |day| Cell::Number(u64::from(day)));
    for served in &calm.served {
        for (number, tranche) in (1_u64..).zip(&served.tranches) {
            rows.push(vec![
                Cell::text(served.name.as_str()),
                Cell::text(served.to.as_str()),
                Cell::Number(number),
                cell(&found.world, tranche.amount),
                day(Some(served.asks)),
                day(served.approved),
                day(Some(tranche.by)),
                day(tranche.paid),
            ]);
        }
    }
    screen.text(&register(&Table { name: "promises", columns: PROMISES, rows }, width()))?;
    for promise in found.world.plan().promises() {
        screen.item(&format!("{}: {} ({})", promise.name, promise.why, promise.source))?;
    }
    let called: Vec<String> = calm
        .called
        .iter()
        .map(|(member, minor)| format!("{member} for {}", amount(&found.world, *minor)))
        .collect();
    let called = if called.is_empty() { "nobody".into() } else { called.join(", ") };
    screen.item(&format!("called for it: {called}"))?;
    if calm.beyond > 0 {
        let beyond = amount(&found.world, calm.beyond);
        screen.item(&format!(
            "{beyond} of what is missing is beyond all that members signed: no call can ask it"
        ))?;
    }
    for (served, rule) in calm.served.iter().filter_map(|served| Some((served, served.refused?))) {
        if !served.holds() {
            screen.item(&format!("{}: refused last by rule {rule} (docs/rules.md)", served.name))?;
        }
    }
    Ok(())
}

fn not_counted(found: &Found, screen: &mut Screen) -> Result<(), Failure> {
    screen.line("\nCounted nowhere")?;
    screen.item(
        "emergency calls, notes that members could lodge, pledges and announcements, income, and repayments of loans to \
         come",
    )?;
    if found.world.is_on_record() {
        screen.item("payments and decisions that are under way on record: they stay as they are")?;
        screen.item("on which day approved help will be asked for: that is not on record")?;
    }
    Ok(())
}
