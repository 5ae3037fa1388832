//! Put the parts of a study together.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::MAX_CHARTER_BYTES;
use quorate_foresight::trajectory::MAX_SCENARIO_BYTES;

use super::counted::Tables;
use super::experiment;
use super::kept::{self, Kept};
use super::report::In;
use super::rows::Rows;
use super::summary::Summary;
use super::{Read, read, tables};
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::{Screen, shell};

/// What to do about a part that is not as it was written.
pub(super) const AGAIN: &str = "run that part again";

#[derive(Args)]
#[command(about = "Put the parts of a study together", long_about = include_str!("merge.md").trim_end())]
pub(crate) struct Merge {
    /// The new directory for the whole.
    out: PathBuf,
    /// The directories of all parts.
    #[arg(required = true)]
    parts: Vec<PathBuf>,
    /// The language of the report.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    lang: In,
}

impl Merge {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        if self.parts.first().is_some_and(|part| experiment::is_one(part)) {
            return experiment::merge(&self.out, &self.parts, self.lang, screen);
        }
        let of_one = |directory: &Path| Kept::read(directory).map(|kept| (kept.part, kept));
        let parts = ordered(&self.parts, "study", of_one, |first, part, of| Kept { part, of, ..*first })?;
        let Some((kept, first)) = parts.first() else { return Err(none()) };
        let read = read(&first.join("scenario.toml"), Some(&first.join("charter.toml")))?;
        for (_, part) in &parts {
            is_of(&read, part)?;
        }
        let whole = Kept { part: 1, of: 1, ..*kept };
        let mut files = kept::begin(&self.out)?;
        files.line(&tables::heading(&read.study))?;
        let mut summary = Summary::default();
        for numbered in &parts {
            runs(numbered, &read, &mut |line| files.line(line))?;
            let (kept, part) = numbered;
            let (charter, quarters) = (read.study.charter(), read.study.scenario().quarters());
            let counted = Tables::new((part, kept), (charter, quarters), AGAIN).summary()?;
            summary.spread.join(&counted.spread);
            summary.totals.join(&counted.totals);
        }
        files.end(&read, &whole, &summary, self.lang)?;
        screen.line(&format!("{} parts put together in {}", parts.len(), shell(&self.out)))?;
        summary.sound()
    }
}

/// The parts in their order, all of them and each once: what was asked of each, and its directory. `numbered` says what it has to
/// be as part so much of so many.
pub(super) fn ordered<'p, T: PartialEq>(
    directories: &'p [PathBuf],
    of_one: &str,
    read: impl Fn(&Path) -> Result<(u64, T), Failure>,
    numbered: impl Fn(&T, u64, u64) -> T,
) -> Result<Vec<(T, &'p Path)>, Failure> {
    let mut parts = Vec::new();
    for directory in directories {
        let (part, asked) = read(directory)?;
        parts.push((part, asked, directory.as_path()));
    }
    parts.sort_by_key(|(part, ..)| *part);
    let parts: Vec<(T, &Path)> = parts.into_iter().map(|(_, asked, directory)| (asked, directory)).collect();
    let (first, _) = parts.first().ok_or_else(none)?;
    let of = u64::try_from(parts.len()).unwrap_or(u64::MAX);
    for ((asked, directory), part) in parts.iter().zip(1_u64..) {
        if *asked != numbered(first, part, of) {
            let what = format!("{} is not part {part} of {of} of one {of_one}", shell(directory));
            let help = format!("name all the directories that `--shard` made of one {of_one}, each once");
            return Err(Failure::usage(what, help));
        }
    }
    Ok(parts)
}

/// Nothing is to be put together.
pub(super) fn none() -> Failure {
    Failure::usage("there are no parts", "name the directories that `--shard` made")
}

/// Whether a part is of this scenario and charter.
fn is_of(read: &Read, part: &Path) -> Result<(), Failure> {
    let scenario = read_text(&part.join("scenario.toml"), MAX_SCENARIO_BYTES)?.1;
    let charter = read_text(&part.join("charter.toml"), MAX_CHARTER_BYTES)?.1;
    if scenario == read.scenario && charter == read.charter {
        return Ok(());
    }
    let what = format!("{} is of another scenario or charter", shell(part));
    Err(Failure::usage(what, "put together only what is of one study"))
}

/// Hands on every run that a part has to have, each at its place and by its seed.
fn runs(
    (kept, part): &(Kept, &Path),
    read: &Read,
    take: &mut dyn FnMut(&str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut rows = Rows::open(part, kept)?;
    if !rows.is_headed(&tables::heading(&read.study)) {
        return Err(rows.unwritten());
    }
    for number in kept.numbers() {
        let cells = rows.next()?.unwrap_or_default();
        let seed = format!("{:016x}", read.study.scenario().seed(kept.seed, number));
        let is_it = |column, is: &str| rows.cell(&cells, column) == Some(is);
        if !is_it("run", &number.to_string()) || !is_it("seed", &seed) {
            return Err(rows.unwritten());
        }
        take(&format!("{}{}", cells.join(","), tables::ENDS))?;
    }
    match rows.next()? {
        None => Ok(()),
        Some(_) => Err(rows.unwritten()),
    }
}
