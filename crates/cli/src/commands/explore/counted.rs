//! What was counted of a study's runs, read again: as it was written of these runs, or not at all.

use std::path::Path;

use quorate_charter::Charter;
use quorate_foresight::trajectory::{Spread, Totals};

use super::Read;
use super::kept::{Kept, unwritten};
use super::summary::Summary;
use super::tables::{self, Of};
use crate::commands::files::read_text;
use crate::failure::Failure;

/// The longest table that is read.
const MAX_TABLE_BYTES: usize = 64 * 1024 * 1024;

/// The tables of what was counted, by their names in a study's directory.
pub(super) const SPREAD: &str = "spread.csv";
pub(super) const TOTALS: &str = "totals.csv";
pub(super) const BLOCS: &str = "blocs.csv";

/// A study's tables.
pub(super) struct Tables<'a> {
    directory: &'a Path,
    of: Of<'a>,
    /// What to do about one that is not as it was written.
    help: &'a str,
}

impl<'a> Tables<'a> {
    pub(super) fn new(
        (directory, kept): (&'a Path, &Kept),
        (charter, quarters): (&'a Charter, u32),
        help: &'a str,
    ) -> Tables<'a> {
        Tables { directory, of: Of { charter, quarters, runs: kept.numbers() }, help }
    }

    /// Those of a whole study.
    pub(super) fn of(directory: &'a Path, kept: &Kept, read: &'a Read) -> Tables<'a> {
        let of = (read.study.charter(), read.study.scenario().quarters());
        Tables::new((directory, kept), of, "run the study again with `quorate explore`")
    }

    /// All of them.
    pub(super) fn summary(&self) -> Result<Summary, Failure> {
        let mut spread = self.spread()?;
        spread.blocs = self.read(BLOCS, tables::read_blocs)?;
        Ok(Summary { spread, totals: self.totals()? })
    }

    /// How the runs spread, without who stood with whom.
    pub(super) fn spread(&self) -> Result<Spread, Failure> {
        self.read(SPREAD, tables::read_spread)
    }

    /// What whole runs came to.
    pub(super) fn totals(&self) -> Result<Totals, Failure> {
        self.read(TOTALS, tables::read_totals)
    }

    fn read<T>(&self, name: &str, read: fn(&str, &Of<'_>) -> Option<T>) -> Result<T, Failure> {
        let path = self.directory.join(name);
        let (_, text) = read_text(&path, MAX_TABLE_BYTES)?;
        read(&text, &self.of).ok_or_else(|| unwritten(&path, self.help))
    }
}
