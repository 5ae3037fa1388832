//! The table of runs of a study, read again line by line.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use super::kept::{Kept, unwritten};
use super::tables;
use crate::commands::files::open_file;
use crate::failure::Failure;

/// The longest line that is read: what `quorate explore` writes of the most members is far shorter.
const MAX_ROW_BYTES: u64 = 64 * 1024;

/// The runs of a study, one after the other.
pub(super) struct Rows {
    path: PathBuf,
    lines: BufReader<File>,
    columns: Vec<String>,
    /// How many there have to be, and how many were read.
    all: u64,
    read: u64,
}

impl Rows {
    pub(super) fn open(directory: &Path, kept: &Kept) -> Result<Rows, Failure> {
        let path = directory.join("runs.csv");
        let runs = kept.numbers();
        let all = runs.end.saturating_sub(runs.start);
        let lines = BufReader::new(open_file(&path)?);
        let mut rows = Rows { path, lines, columns: Vec::new(), all, read: 0 };
        rows.columns = rows.line()?.map(|line| cells(&line)).unwrap_or_default();
        Ok(rows)
    }

    /// The next run; none, after all that there have to be.
    ///
    /// # Errors
    /// [`Failure`]: a table that ends before its last run, or goes on after it, is not the study's.
    pub(super) fn next(&mut self) -> Result<Option<Vec<String>>, Failure> {
        let line = self.line()?.map(|line| cells(&line));
        if line.is_none() && self.read == self.all {
            return Ok(None);
        }
        self.read = self.read.saturating_add(1);
        match line.filter(|cells| self.read <= self.all && cells.len() == self.columns.len()) {
            Some(cells) => Ok(Some(cells)),
            None => Err(self.unwritten()),
        }
    }

    /// What stands in a column; nothing, where there is no such column.
    pub(super) fn cell<'c>(&self, cells: &'c [String], column: &str) -> Option<&'c str> {
        let at = self.columns.iter().position(|name| name == column)?;
        cells.get(at).map(String::as_str)
    }

    /// The number in a column; none, where it is left empty.
    pub(super) fn number(&self, cells: &[String], column: &str) -> Result<Option<u64>, Failure> {
        match self.cell(cells, column) {
            Some("") => Ok(None),
            cell => match cell.and_then(|cell| cell.parse().ok()) {
                Some(number) => Ok(Some(number)),
                None => Err(self.unwritten()),
            },
        }
    }

    /// Whether its heading is this one.
    pub(super) fn is_headed(&self, heading: &str) -> bool {
        self.columns == cells(heading)
    }

    /// A table that is not as it was written.
    pub(super) fn unwritten(&self) -> Failure {
        let all = self.all;
        let help = format!("it has a heading and {all} whole lines, one for each run: run the study again");
        unwritten(&self.path, help)
    }

    fn line(&mut self) -> Result<Option<String>, Failure> {
        let mut line = String::new();
        let read = (&mut self.lines).take(MAX_ROW_BYTES).read_line(&mut line);
        let read = read.map_err(|source| Failure::File { path: self.path.clone(), to_be: "read", source })?;
        match (read, line.strip_suffix(tables::ENDS)) {
            (0, _) => Ok(None),
            (_, Some(line)) => Ok(Some(line.to_owned())),
            (_, None) => Err(self.unwritten()),
        }
    }
}

fn cells(line: &str) -> Vec<String> {
    line.trim_end_matches(tables::ENDS).split(',').map(str::to_owned).collect()
}
