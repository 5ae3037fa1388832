//! What one member owes, will owe and can be asked for, and what no majority can ask of it.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::{Currency, Money};
use quorate_partnership::fund::{Item, Owed};
use quorate_partnership::{Day, Moment};

use super::days::{Days, When};
use super::obligations::{Obligations, Signed};
use super::owed::Kind;
use super::sums::code;
use crate::registers::{Settlement, column};
use crate::table::{Cell, Column, Table};
use crate::words;

/// The most dues that are told one by one, the oldest first; the rest together.
const MOST_DUES: usize = 12;

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Due now.
    Owes,
    /// Not due yet.
    WillFallDue,
    /// What a decision can still ask.
    CanBeAsked,
    /// What none can.
    NoMajority,
    /// What it paid.
    Paid,
    /// What stands prepaid.
    Prepaid,
    /// What it pledged.
    Pledged,
    /// What it announced.
    Indicated,
    /// What it is owed since it left.
    Settlement,
}

impl Part {
    /// In words, as they stand in the register.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Part::Owes => "owes now",
            Part::WillFallDue => "will fall due",
            Part::CanBeAsked => "can still be asked for",
            Part::NoMajority => "no majority can ask",
            Part::Paid => "paid",
            Part::Prepaid => "prepaid",
            Part::Pledged => "pledged",
            Part::Indicated => "indicated",
            Part::Settlement => "owed to it since it left",
        }
    }
}

/// One figure, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is about.
    pub part: Part,
    /// What of it.
    pub what: String,
    /// How much; unknown is unknown.
    pub amount: Option<Money>,
    /// Since when.
    pub since: Option<Moment>,
    /// On which day it falls due, if that is on record.
    pub falls_due: Option<Day>,
    /// The register from which it comes.
    pub register: &'static str,
}

/// All figures of one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The member, or a State that left.
    pub member: MemberCode,
    /// In the order of the parts; the first of a part is the whole of it.
    pub figures: Vec<Figure>,
}

/// What other registers know of the member.
pub(crate) struct Known<'r> {
    /// What members owe, item by item.
    pub(crate) owed: &'r Owed,
    /// When what is not due yet falls due.
    pub(crate) days: &'r Days,
    /// What it pledged, in words, and what that comes to if that is known.
    pub(crate) pledged: Option<(String, Option<Money>)>,
    /// Whether a call decided now would bind it.
    pub(crate) is_called: bool,
    /// What it announced, or is expected to give, and how much if that is known.
    pub(crate) indicated: Option<(&'static str, Option<Money>)>,
    /// What it is owed, if it left with a share.
    pub(crate) settlement: Option<Settlement>,
}

impl Obligations {
    /// The statement of a member.
    pub(crate) fn statement(&self, member: MemberCode, known: &Known<'_>) -> Statement {
        let currency = self.sums.currency();
        let mut figures = self.owes(member, known.owed, currency);
        figures.extend(self.will_fall_due(member, known.days, currency));
        let sum = |code: u16| Money::new(self.sums.of(code, member), currency).ok();
        let signed = self.signed.get(&member);
        let can =
            figure(Part::CanBeAsked, asked(signed, known.is_called), self.still(member, known), "agreements");
        figures.push(Figure { since: signed.map(|signed| signed.at), ..can });
        figures.push(figure(Part::NoMajority, NO_MAJORITY.into(), None, "agreements"));
        let paid = self.paid.get(&member).copied().unwrap_or_default();
        let paid_what = "money that came from it, less what went back".into();
        figures.push(figure(Part::Paid, paid_what, Money::new(paid, currency).ok(), "bank-lines"));
        let prepaid = "held for it, and pays what falls due next".into();
        figures.push(figure(Part::Prepaid, prepaid, sum(code::PREPAID), "accounts"));
        let none = ("none on record".into(), Money::new(0, currency).ok());
        let (what, amount) = known.pledged.clone().unwrap_or(none);
        figures.push(figure(Part::Pledged, format!("{what}; it binds nobody"), amount, "pledges"));
        let (what, amount) = known.indicated.unwrap_or(("not stated", None));
        figures.push(figure(Part::Indicated, format!("{what}; it binds nobody"), amount, "plan"));
        figures.extend(known.settlement.iter().flat_map(settlement));
        Statement { member, figures }
    }

    fn owes(&self, member: MemberCode, owed: &Owed, currency: Currency) -> Vec<Figure> {
        let due = Kind::ALL.into_iter().filter(|kind| kind.is_due());
        let advanced = self.sums.of(code::ADVANCED, member);
        let all = due.fold(advanced, |sum, kind| sum.saturating_add(self.sums.of(kind.code(), member)));
        // The whole is as old as the oldest of it, advanced by the others or not: as the register of arrears has it.
        let oldest = owed.of(member).map(since).min();
        let since_advanced = owed.of(member).filter(|item| item.advanced).map(since).min();
        let each = oldest_first(owed, member);
        let interest = self.sums.of(Kind::Interest.code(), member);
        // What is not told one by one is the rest of what stands in the books.
        let told =
            each.iter().fold(interest.saturating_add(advanced), |sum, (_, minor)| sum.saturating_add(*minor));
        let rest = all.saturating_sub(told);
        let money = |minor| Money::new(minor, currency).ok();
        let row = |what: &str, minor, since| Figure {
            since,
            ..figure(Part::Owes, what.into(), money(minor), "accounts")
        };
        let mut rows = vec![row("in all", all, oldest)];
        if each.len() > 1 || interest > 0 || advanced > 0 {
            rows.extend(each.into_iter().map(|(since, minor)| row("of it", minor, Some(since))));
        }
        if rest > 0 {
            rows.push(row("of it, later dues together", rest, None));
        }
        if interest > 0 {
            rows.push(row("of it, late interest", interest, None));
        }
        if advanced > 0 {
            rows.push(row("of it, advanced by the others", advanced, since_advanced));
        }
        rows
    }

    fn will_fall_due(&self, member: MemberCode, days: &Days, currency: Currency) -> Vec<Figure> {
        let mut all = 0_i128;
        let mut rows = Vec::new();
        for kind in Kind::ALL.into_iter().filter(|kind| !kind.is_due()) {
            let amount = kind.stands(&self.sums, member);
            all = all.saturating_add(amount);
            for (when, minor) in days.of(kind, member, amount) {
                let (day, what) = match when {
                    When::On(day) => (Some(day), kind.name().into()),
                    When::Now | When::Unknown => (None, format!("{}, the day not on record", kind.name())),
                };
                let row = figure(Part::WillFallDue, what, Money::new(minor, currency).ok(), "accounts");
                rows.push(Figure { falls_due: day, ..row });
            }
        }
        rows.sort_by_key(|row| (row.falls_due.is_none(), row.falls_due));
        // The whole is not of the first day.
        let first = rows.first().and_then(|row| row.falls_due);
        let what = first.map_or("in all".into(), |day| format!("in all, from {} on", words::day(day)));
        rows.insert(0, figure(Part::WillFallDue, what, Money::new(all, currency).ok(), "accounts"));
        rows
    }

    /// What a call decided now could still ask of it.
    fn still(&self, member: MemberCode, known: &Known<'_>) -> Option<Money> {
        let binds = known.is_called && self.signed.get(&member).is_some_and(|signed| !signed.ended);
        let left = if binds { self.sums.of(code::CALLABLE, member) } else { 0 };
        Money::new(left, self.sums.currency()).ok()
    }
}

/// Since when something is due: the day on which it was due, also if a correction made it owed again.
fn since(item: &Item) -> Moment {
    if item.since.day() == item.day { item.since } else { item.day.begins() }
}

/// What a member owes and nobody advanced, the oldest first, as much of it as is told one by one.
fn oldest_first(owed: &Owed, member: MemberCode) -> Vec<(Moment, i128)> {
    let own = owed.of(member).filter(|item| !item.advanced);
    let mut each: Vec<(Moment, i128)> = own.map(|item| (since(item), item.amount.minor())).collect();
    if each.len() > MOST_DUES {
        each.select_nth_unstable(MOST_DUES);
        each.truncate(MOST_DUES);
    }
    each.sort_unstable();
    each
}

/// What has fallen due and can be paid, what was paid, and what falls due on days to come.
fn settlement(owed: &Settlement) -> Vec<Figure> {
    let row = |what: &str, amount| figure(Part::Settlement, what.into(), amount, "settlements");
    let mut rows = vec![row("fallen due and not paid", owed.payable), row("paid so far", owed.paid)];
    let ahead =
        owed.ahead.iter().map(|(day, amount)| Figure { falls_due: Some(*day), ..row("falls due", *amount) });
    rows.extend(ahead);
    rows
}

/// The rules that keep it stand in docs/rules.md.
const NO_MAJORITY: &str = "anything beyond: a call takes what it signed as callable and no more (F13), the account of \
it never goes below zero (F12), and its own root key alone signs for it (O1)";

fn asked(signed: Option<&Signed>, is_called: bool) -> String {
    match signed {
        None => "nothing signed".into(),
        Some(Signed { ended: true, .. }) => "the State left: it is called no more".into(),
        Some(_) if !is_called => "not called while it is not bound by the text in force".into(),
        Some(Signed { paid_in, callable, .. }) => format!(
            "callable left, of {} signed beside {} paid in",
            words::grouped(*callable),
            words::grouped(*paid_in)
        ),
    }
}

fn figure(part: Part, what: String, amount: Option<Money>, register: &'static str) -> Figure {
    Figure { part, what, amount, since: None, falls_due: None, register }
}

const COLUMNS: &[Column] = &[
    column("member", "Member"),
    column("part", "Part"),
    column("what", "What"),
    column("amount", "Amount"),
    column("since", "Since"),
    column("falls_due", "Falls due"),
    column("register", "From the register"),
];

/// Statements as one register.
pub(crate) fn table(statements: &[Statement]) -> Table {
    let row = |statement: &Statement, figure: &Figure| {
        vec![
            Cell::text(statement.member.as_str()),
            Cell::text(figure.part.name()),
            Cell::text(figure.what.as_str()),
            Cell::money(figure.amount),
            figure.since.map_or(Cell::Empty, Cell::At),
            figure.falls_due.map_or(Cell::Empty, Cell::On),
            Cell::text(figure.register),
        ]
    };
    let rows = statements
        .iter()
        .flat_map(|statement| statement.figures.iter().map(move |figure| row(statement, figure)));
    Table { name: "statements", columns: COLUMNS, rows: rows.collect() }
}
