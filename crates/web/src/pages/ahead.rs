//! What happens next by time alone, as the registers tell it.

use quorate_records::{Cell, Extract, Register, Table};

use crate::visit::Page;

/// Something that time alone brings.
pub(super) struct Ahead {
    pub(super) when: Cell,
    pub(super) what: String,
    pub(super) path: String,
}

/// A register, the column that says when, the text, and the columns for its gaps `number` and `of`.
type Source = (Register, &'static str, &'static str, &'static str, &'static str);

const SOURCES: &[Source] = &[
    (Register::Decisions, "closes", "ahead-decision", "decision", "mover"),
    (Register::Payments, "until", "ahead-payment", "payment", "case"),
    (Register::Instalments, "due", "ahead-instalment", "amount", "member"),
    (Register::Sessions, "opens", "ahead-session", "session", "consultation"),
    (Register::Texts, "silence_until", "ahead-text", "text", "consultation"),
    (Register::LineSides, "stands_until", "ahead-line", "line", "side"),
    (Register::Lines, "test_due", "ahead-test", "line", "title"),
    (Register::Pledges, "lapses", "ahead-pledge", "amount", "member"),
    (Register::Loans, "next_due", "ahead-loan", "case", "beneficiary"),
    (Register::Emergencies, "until", "ahead-emergency", "number", "asked_by"),
    (Register::Membership, "until", "ahead-membership", "standing", "member"),
];

/// Stages in which nothing is waited for any more.
const OVER: &[&str] = &[
    "closed",
    "lapsed",
    "executed",
    "adopted",
    "not adopted",
    "withdrawn",
    "confirmed",
    "with the bank",
    "came back",
];

/// What comes, the earliest first.
pub(super) fn ahead(page: &Page<'_>) -> Vec<Ahead> {
    let mut all: Vec<Ahead> = SOURCES.iter().flat_map(|source| of(page, source)).collect();
    all.sort_by_key(|one| one.when.plain());
    all
}

fn of(page: &Page<'_>, (register, when, key, number, of): &Source) -> Vec<Ahead> {
    let (table, _) = page.records().extract(*register, &Extract::whole().after(when, page.records().at()));
    let one = |row: &Vec<Cell>| {
        let when = at(&table, row, when)?.clone();
        let is_over = at(&table, row, "stage").is_some_and(|stage| OVER.contains(&stage.plain().as_str()));
        let text = |key: &str| {
            let cell = at(&table, row, key);
            match cell {
                Some(Cell::Text(text)) if key == "standing" => page.language().say_in(table.name, text),
                cell => cell.map(Cell::readable).unwrap_or_default(),
            }
        };
        let what = page.with(key, &[("number", &text(number)), ("of", &text(of))]);
        (!is_over).then(|| Ahead { when, what, path: format!("/record/{}", register.name()) })
    };
    table.rows.iter().filter_map(one).collect()
}

fn at<'r>(table: &Table, row: &'r [Cell], key: &str) -> Option<&'r Cell> {
    let at = table.columns.iter().position(|column| column.key == key)?;
    row.get(at)
}
