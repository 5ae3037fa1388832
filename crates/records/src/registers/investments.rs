//! Investments: cash that was lent on, when it is to come back, and what it came to.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::Money;
use quorate_partnership::fund::{self, EnteredLine, InvestmentName, TreasuryEvent};
use quorate_partnership::{Booked, Day, Event, LineNo};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("investment", "Investment"),
    column("line", "Line"),
    column("invested", "Invested"),
    column("on", "On"),
    column("matures", "Matures"),
    column("came_back", "Came back"),
    column("back_on", "Back on"),
    column("result", "Gain or loss"),
    column("stage", "Stage"),
];

#[derive(Clone, Debug)]
struct Row {
    name: InvestmentName,
    line: LineNo,
    amount: Money,
    matures: Day,
    /// By which line it came back, and how much.
    back: Option<(LineNo, Money)>,
    taken_back: bool,
}

/// In the order in which they were booked.
#[derive(Clone, Debug)]
pub(crate) struct Investments {
    rows: Vec<Row>,
    /// The value dates of lines that invest, or bring back, by their place.
    dates: Vec<(LineNo, Day)>,
}

impl Investments {
    pub(super) fn new(_: &Charter) -> Investments {
        Investments { rows: Vec::new(), dates: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Fund(event) = &booked.event else { return };
        match event {
            fund::Event::LineEntered { line, .. } => self.entered(line),
            fund::Event::Treasury(TreasuryEvent::Invested { line, name, amount, matures }) => {
                let (name, line, amount, matures) = (*name, *line, *amount, *matures);
                self.rows.push(Row { name, line, amount, matures, back: None, taken_back: false });
            }
            fund::Event::Treasury(TreasuryEvent::Divested { line, name, came, .. }) => {
                let stands = |row: &&mut Row| row.name == *name && !row.taken_back;
                if let Some(row) = self.rows.iter_mut().rev().find(stands) {
                    row.back = Some((*line, *came));
                }
            }
            fund::Event::LineTakenBack { line, .. } => {
                for row in &mut self.rows {
                    row.taken_back |= row.line == *line;
                    row.back = row.back.filter(|(by, _)| by != line);
                }
            }
            _ => {}
        }
    }

    fn entered(&mut self, line: &EnteredLine) {
        use fund::Purpose::{Divest, Invest};
        if let Invest { .. } | Divest { .. } = line.statement.purpose {
            self.dates.push((line.number, line.statement.value_date));
        }
    }

    fn date(&self, line: LineNo) -> Option<Day> {
        self.dates.iter().find(|(of, _)| *of == line).map(|(_, day)| *day)
    }

    /// What is invested and has not come back, and the day on which it is to.
    pub(crate) fn standing(&self) -> impl Iterator<Item = (Day, Money)> {
        let rows = self.rows.iter().filter(|row| row.back.is_none() && !row.taken_back);
        rows.map(|row| (row.matures, row.amount))
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let on = |line| self.date(line).map_or(Cell::Empty, Cell::On);
        let cells = |row: &Row| {
            let result = row.back.and_then(|(_, came)| came.checked_sub(row.amount).ok());
            let stage = match (row.taken_back, row.back) {
                (true, _) => "taken back",
                (false, Some(_)) => "came back",
                (false, None) => "invested",
            };
            vec![
                Cell::text(row.name.as_str()),
                Cell::Number(u64::from(row.line.0)),
                Cell::amount(row.amount),
                on(row.line),
                Cell::On(row.matures),
                Cell::money(row.back.map(|(_, came)| came)),
                row.back.map_or(Cell::Empty, |(line, _)| on(line)),
                Cell::money(result),
                Cell::text(stage),
            ]
        };
        Table {
            name: "investments",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}
