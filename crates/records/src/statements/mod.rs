//! The accounts of a period, as a trustee gives them: position, income and expenditure, net assets, cash, what members owe,
//! commitment authority and memoranda, each beside the period before; and what seals and auditors say of them. Drawn from
//! the journal alone, by the days on which entries have effect.

mod assurance;
mod cash;
mod lines;
mod sums;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_ledger::Money;
use quorate_partnership::Day;

use self::lines::Lines;
use crate::codes::{CASH, CLEARING, TO_RESERVE};
use crate::records::Records;
use crate::table::{Cell, Column, Table};

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementLine {
    /// The statement that it is of.
    pub statement: &'static str,
    /// What it is.
    pub line: String,
    /// The codes of the accounts that it sums; none for what is no sum of accounts.
    pub codes: Vec<u16>,
    /// The figure of the period, or at its end.
    pub current: Option<Money>,
    /// The same of the period before.
    pub prior: Option<Money>,
    /// Words in the place of figures.
    pub note: String,
    /// Whether it sums lines above it.
    pub is_total: bool,
}

/// The accounts of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statements {
    /// The first and the last day.
    pub period: (Day, Day),
    /// The first and the last day of the period before.
    pub prior: (Day, Day),
    /// Every line, statement by statement.
    pub lines: Vec<StatementLine>,
}

/// The statements that the trustees' report has too.
pub(crate) const POSITION: &str = "financial position";
pub(crate) const INCOME: &str = "income and expenditure";

const COLUMNS: &[Column] = &[
    Column { key: "statement", heading: "Statement" },
    Column { key: "line", heading: "Line" },
    Column { key: "accounts", heading: "Accounts" },
    Column { key: "period", heading: "Period" },
    Column { key: "prior_period", heading: "Prior period" },
    Column { key: "note", heading: "Note" },
];

impl Records {
    /// The accounts of the days from the first to the last, and of the prior period beside them.
    #[must_use]
    pub fn accounts_for(&self, period: (Day, Day), prior: (Day, Day)) -> Statements {
        let mut lines = Lines::of(self, period, prior);
        lines.position();
        lines.income();
        lines.net_assets();
        lines.cash();
        lines.other_cash();
        lines.receivable();
        lines.authority();
        lines.memoranda();
        let mut lines = lines.done();
        lines.extend(assurance::lines(self, period, prior));
        Statements { period, prior, lines }
    }
}

impl Statements {
    /// The line of a statement with these words.
    #[must_use]
    pub fn find(&self, statement: &str, line: &str) -> Option<&StatementLine> {
        self.lines.iter().find(|found| found.statement == statement && found.line == line)
    }

    /// The accounts as a table, for other systems.
    #[must_use]
    pub fn table(&self) -> Table {
        let cells = |line: &StatementLine| {
            vec![
                Cell::text(line.statement),
                Cell::text(line.line.as_str()),
                Cell::words(line.accounts()),
                Cell::money(line.current),
                Cell::money(line.prior),
                Cell::words(line.note.as_str()),
            ]
        };
        Table { name: "accounts-for", columns: COLUMNS, rows: self.lines.iter().map(cells).collect() }
    }
}

impl StatementLine {
    /// The codes of the accounts that it sums, in words.
    #[must_use]
    pub fn accounts(&self) -> String {
        let codes: Vec<String> = self.codes.iter().map(|code| alloc::format!("{code}")).collect();
        codes.join(" ")
    }
}
