//! An extract of a register: what a page shows of ten thousand rows.

use core::cell::Cell as Known;

use crate::table::Table;

/// Which rows of a register are asked for.
#[derive(Clone, Debug)]
pub struct Extract {
    from: usize,
    most: usize,
    newest_first: bool,
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
        Extract { from, most, newest_first: false, all: Known::new(None) }
    }

    /// The same, counted from the last row, which comes first.
    #[must_use]
    pub fn last(from: usize, most: usize) -> Extract {
        Extract { newest_first: true, ..Extract::first(from, most) }
    }

    /// The rows of the part, in the order of the register, of as many as there are. A register whose rows cost little until
    /// they are made into cells asks for this before it makes them.
    pub(crate) fn of<T>(&self, all: usize, rows: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        self.all.set(Some(all));
        let (skipped, taken) = self.range(all);
        rows.skip(skipped).take(taken)
    }

    /// The table as asked for, and how many rows there are: what gave all its rows is cut.
    pub(crate) fn cut(&self, mut table: Table) -> (Table, usize) {
        let all = self.all.get().unwrap_or_else(|| {
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

#[cfg(test)]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;
    use crate::table::Cell;

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
}
