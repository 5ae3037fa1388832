//! A register as rows and columns, before it becomes text of any kind.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use compact_str::{CompactString, ToCompactString as _};
use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_partnership::{Day, Moment, Phrase};

/// A column: its key in JSON and CSV, and its heading for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The key: small letters, digits and underscores; part of the published format.
    pub key: &'static str,
    /// The heading.
    pub heading: &'static str,
}

/// One cell. Text is as it was given; everything else is typed, so that each format can write it in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known, or nothing applies: never nought.
    Empty,
    /// Words. Codes, numbers of things and most words of ours are short: they cost no allocation.
    Text(CompactString),
    /// A count or number.
    Number(u64),
    /// An amount of money; boxed, so that a cell is no larger than a short word.
    Money(Box<Money>),
    /// A moment.
    At(Moment),
    /// A day.
    On(Day),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<CompactString>) -> Cell {
        Cell::Text(text.into())
    }

    /// Words, or nothing where there are none.
    pub fn words(text: impl Into<CompactString>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// Anything that shows as words, if there is any.
    pub fn shown(value: Option<impl fmt::Display>) -> Cell {
        value.map_or(Cell::Empty, |value| Cell::Text(value.to_compact_string()))
    }

    /// A member's or another's own words, if there are any.
    #[must_use]
    pub fn phrase(phrase: Option<&Phrase>) -> Cell {
        phrase.map_or(Cell::Empty, |phrase| Cell::text(phrase.as_str()))
    }

    /// A State, if one is named.
    #[must_use]
    pub fn state(state: Option<MemberCode>) -> Cell {
        state.map_or(Cell::Empty, |state| Cell::text(state.as_str()))
    }

    /// Several things one after another; nothing if there are none.
    pub fn listed(things: impl IntoIterator<Item = impl fmt::Display>, between: &str) -> Cell {
        let mut listed = CompactString::default();
        for (at, thing) in things.into_iter().enumerate() {
            listed.push_str(if at == 0 { "" } else { between });
            // Writing to a string does not fail.
            let _ = write!(listed, "{thing}");
        }
        Cell::words(listed)
    }

    /// An amount.
    #[must_use]
    pub fn amount(amount: Money) -> Cell {
        Cell::Money(Box::new(amount))
    }

    /// An amount, if it is known.
    #[must_use]
    pub fn money(amount: Option<Money>) -> Cell {
        amount.map_or(Cell::Empty, Cell::amount)
    }
}

/// A register: every row has a cell for every column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The register's name.
    pub name: &'static str,
    /// The columns.
    pub columns: &'static [Column],
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A register with nothing in it.
    pub(crate) fn empty(name: &'static str) -> Table {
        Table { name, columns: &[], rows: Vec::new() }
    }

    /// The rows that are for everybody, if the register says of each for whom it is: in its column `audience`.
    #[must_use]
    pub fn public(mut self) -> Option<Table> {
        let column = self.place("audience")?;
        let public = |row: &Vec<Cell>| row.get(column).is_some_and(|cell| cell.plain() == "public");
        self.rows.retain(public);
        Some(self)
    }

    /// The cells of the column with this key, a row each; none if there is no such column.
    pub fn column(&self, key: &str) -> impl Iterator<Item = &Cell> + use<'_> {
        let at = self.place(key);
        self.rows.iter().filter_map(move |row| row.get(at?))
    }

    /// The cell in the first row that begins with these cells' texts, in the column with this key; of what was withdrawn and is
    /// there anew, in the row of that.
    #[must_use]
    pub fn find(&self, row: &[&str], key: &str) -> Option<&Cell> {
        let column = self.place(key)?;
        let begins = |cells: &&Vec<Cell>| {
            row.len() <= cells.len() && row.iter().zip(cells.iter()).all(|(want, cell)| cell.plain() == *want)
        };
        let stands = |cells: &&Vec<Cell>| {
            let cell = self.place("stands").and_then(|at| cells.get(at));
            cell.is_none_or(|cell| cell.plain() != "withdrawn")
        };
        let found = || self.rows.iter().filter(begins);
        found().find(stands).or_else(|| found().next()).and_then(|cells| cells.get(column))
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }
}

impl Cell {
    /// The cell as it stands in a CSV file: exact, without grouping.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.as_str().into(),
            Cell::Number(number) => alloc::format!("{number}"),
            Cell::Money(amount) => alloc::format!("{amount}"),
            Cell::At(moment) => crate::words::exact(*moment),
            Cell::On(day) => crate::words::day(*day),
        }
    }

    /// The cell for people: amounts grouped, moments to the minute.
    #[must_use]
    pub fn readable(&self) -> String {
        match self {
            Cell::Money(amount) => crate::words::grouped(**amount),
            Cell::At(moment) => crate::words::minute(*moment),
            other => other.plain(),
        }
    }

    /// Whether the cell lines up on the right, as numbers do.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self, Cell::Number(_) | Cell::Money(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn a_cell_is_as_small_as_a_short_word() {
        assert_eq!(size_of::<Cell>(), 24);
    }

    const COLUMNS: &[Column] =
        &[Column { key: "said", heading: "Said" }, Column { key: "audience", heading: "Audience" }];

    #[test]
    fn only_what_is_for_everybody_is_public() {
        let row = |said: &str, audience: &str| vec![Cell::text(said), Cell::text(audience)];
        let rows = vec![row("a", "members"), row("b", "public"), row("public", "members")];
        let table = Table { name: "says", columns: COLUMNS, rows };
        assert_eq!(table.public().unwrap().rows, [row("b", "public")]);
        assert_eq!(Table::empty("nothing").public(), None);
    }
}
