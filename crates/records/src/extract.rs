//! An extract of a register: what a page shows of ten thousand rows.

use core::cell::Cell as Known;

use quorate_partnership::Moment;

use crate::table::{Cell, Table};

/// Which rows are sought, by what stands in one of their columns.
#[derive(Clone, Copy, Debug)]
enum Sought {
    /// This number.
    Number(&'static str, u64),
    /// A moment or a day after this one.
    After(&'static str, Moment),
}

/// What a register knows of a row before it makes cells of it: the key of a column, and the number or the moment (in
/// milliseconds) that will stand in it.
pub(crate) type Foreknown<T> = (&'static str, fn(&T) -> Option<u64>);

/// Which rows of a register are asked for.
#[derive(Clone, Debug)]
pub struct Extract {
    from: usize,
    most: usize,
    newest_first: bool,
    sought: Option<Sought>,
    /// How many rows there are, once a register has given only the part.
    all: Known<Option<usize>>,
}

impl Extract {
    /// All rows.
    #[must_use]
    pub fn whole() -> Extract {
        Extract::first(0, usize::MAX)
    }

    /// So many rows from the one with this number, counted from 0.
    #[must_use]
    pub fn first(from: usize, most: usize) -> Extract {
        Extract { from, most, newest_first: false, sought: None, all: Known::new(None) }
    }

    /// The same, counted from the last row, which comes first.
    #[must_use]
    pub fn last(from: usize, most: usize) -> Extract {
        Extract { newest_first: true, ..Extract::first(from, most) }
    }

    /// Of the rows in which this number stands in the column with this key.
    #[must_use]
    pub fn with_number(self, key: &'static str, number: u64) -> Extract {
        Extract { sought: Some(Sought::Number(key, number)), ..self }
    }

    /// Of the rows in which a moment or a day after this one stands in the column with this key.
    #[must_use]
    pub fn after(self, key: &'static str, moment: Moment) -> Extract {
        Extract { sought: Some(Sought::After(key, moment)), ..self }
    }

    /// The rows of the part, in the order of the register, of as many as there are. A register whose rows cost little until
    /// they are made into cells asks for this before it makes them.
    pub(crate) fn of<T, I: Iterator<Item = T> + Clone>(
        &self,
        all: usize,
        rows: I,
    ) -> impl Iterator<Item = T> + use<T, I> {
        self.seek(all, rows, &[])
    }

    /// The same of a register that knows what will stand in some columns: only rows that are sought are made into cells.
    pub(crate) fn seek<T, I: Iterator<Item = T> + Clone>(
        &self,
        all: usize,
        rows: I,
        columns: &[Foreknown<T>],
    ) -> impl Iterator<Item = T> + use<T, I> {
        let known = |key: &str| columns.iter().find(|(column, _)| *column == key).map(|(_, value)| *value);
        let value = self.sought.map(|sought| known(sought.key()));
        let sought = self.sought.filter(|_| value.is_some_and(|value| value.is_some()));
        let fits = move |row: &T| match (sought, value.flatten()) {
            (Some(sought), Some(value)) => value(row).is_some_and(|value| sought.fits(value)),
            _ => true,
        };
        let found = rows.filter(fits);
        let (skipped, taken) = match (self.sought, sought) {
            // The cells tell, once they are made.
            (Some(_), None) => (0, all),
            (None, _) => self.counted(all),
            (Some(_), Some(_)) => self.counted(found.clone().count()),
        };
        found.skip(skipped).take(taken)
    }

    fn counted(&self, all: usize) -> (usize, usize) {
        self.all.set(Some(all));
        self.range(all)
    }

    /// The table as asked for, and how many rows there are: what gave all its rows is cut.
    pub(crate) fn cut(&self, mut table: Table) -> (Table, usize) {
        let all = self.all.get().unwrap_or_else(|| {
            if let Some(sought) = self.sought {
                let at = table.columns.iter().position(|column| column.key == sought.key());
                table
                    .rows
                    .retain(|row| at.and_then(|at| row.get(at)).is_some_and(|cell| sought.stands(cell)));
            }
            let all = table.rows.len();
            let (skipped, taken) = self.range(all);
            table.rows.truncate(skipped.saturating_add(taken));
            table.rows.drain(..skipped.min(table.rows.len()));
            all
        });
        if self.newest_first {
            table.rows.reverse();
        }
        (table, all)
    }

    /// How many rows are left out before the part, and how many are in it.
    fn range(&self, all: usize) -> (usize, usize) {
        let rest = all.saturating_sub(self.from);
        let taken = rest.min(self.most);
        (if self.newest_first { rest.saturating_sub(taken) } else { self.from.min(all) }, taken)
    }
}

impl Sought {
    const fn key(self) -> &'static str {
        match self {
            Sought::Number(key, _) | Sought::After(key, _) => key,
        }
    }

    /// Whether a number, or a moment in milliseconds, is what is sought.
    const fn fits(self, value: u64) -> bool {
        match self {
            Sought::Number(_, number) => value == number,
            Sought::After(_, moment) => value > moment.0,
        }
    }

    /// Whether what is sought stands in a cell.
    fn stands(self, cell: &Cell) -> bool {
        match (self, cell) {
            (Sought::Number(..), Cell::Number(number)) => self.fits(*number),
            (Sought::After(..), Cell::At(moment)) => self.fits(moment.0),
            (Sought::After(_, moment), Cell::On(day)) => *day > moment.day(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;
    use crate::table::Column;

    fn numbers(part: &Extract, in_parts: bool) -> (Vec<u64>, usize) {
        let row = |number| vec![Cell::Number(number)];
        let rows = if in_parts { part.of(5, 1..=5).map(row).collect() } else { (1..=5).map(row).collect() };
        let (table, all) = part.cut(Table { rows, ..Table::empty("numbers") });
        let number = |row: &Vec<Cell>| row.first().map(|cell| cell.plain().parse().unwrap()).unwrap();
        (table.rows.iter().map(number).collect(), all)
    }

    #[test]
    fn a_part_is_the_same_whether_a_register_gave_all_or_not() {
        let asked = [
            (Extract::whole(), vec![1, 2, 3, 4, 5]),
            (Extract::first(1, 2), vec![2, 3]),
            (Extract::first(4, 2), vec![5]),
            (Extract::first(9, 2), vec![]),
            (Extract::last(0, 2), vec![5, 4]),
            (Extract::last(4, 2), vec![1]),
            (Extract::last(9, 2), vec![]),
        ];
        for (part, wanted) in asked {
            for in_parts in [false, true] {
                assert_eq!(numbers(&part.clone(), in_parts), (wanted.clone(), 5));
            }
        }
    }
    const COLUMNS: &[Column] =
        &[Column { key: "of", heading: "Of" }, Column { key: "until", heading: "Until" }];

    /// Rows of two columns, by a register that foreknows what stands in them, in none, or that gives all.
    fn sought(part: &Extract, columns: Option<&[Foreknown<(u64, u64)>]>) -> (Vec<u64>, usize) {
        let rows = [(1, 10), (2, 20), (1, 30), (1, 40), (2, 50)];
        let cells = |(of, until): (u64, u64)| vec![Cell::Number(of), Cell::At(Moment(until))];
        let rows = match columns {
            Some(columns) => part.seek(rows.len(), rows.into_iter(), columns).map(cells).collect(),
            None => rows.into_iter().map(cells).collect(),
        };
        let (table, all) = part.cut(Table { name: "two", columns: COLUMNS, rows });
        let until = |row: &Vec<Cell>| match row.get(1) {
            Some(Cell::At(until)) => until.0,
            _ => 0,
        };
        (table.rows.iter().map(until).collect(), all)
    }

    #[test]
    fn what_is_sought_is_found_whether_a_register_knows_it_before_or_not() {
        let asked = [
            (Extract::whole().with_number("of", 1), (vec![10, 30, 40], 3)),
            (Extract::last(0, 2).with_number("of", 1), (vec![40, 30], 3)),
            (Extract::first(1, 1).with_number("of", 2), (vec![50], 2)),
            (Extract::whole().with_number("of", 3), (vec![], 0)),
            (Extract::whole().after("until", Moment(30)), (vec![40, 50], 2)),
            (Extract::whole().after("until", Moment(29)), (vec![30, 40, 50], 3)),
            (Extract::whole().with_number("nowhere", 1), (vec![], 0)),
        ];
        let foreknown: [Foreknown<(u64, u64)>; 2] = [("of", |row| Some(row.0)), ("until", |row| Some(row.1))];
        for (part, wanted) in asked {
            for columns in [None, Some(&[][..]), Some(&foreknown[..1]), Some(&foreknown[..])] {
                assert_eq!(sought(&part.clone(), columns), wanted, "{part:?}");
            }
        }
    }
}
