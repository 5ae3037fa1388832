//! Put the parts of a study together.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::MAX_CHARTER_BYTES;
use quorate_foresight::trajectory::MAX_SCENARIO_BYTES;

use super::counted::Tables;
use super::experiment;
use super::kept::{self, Kept};
use super::parts::{none, ordered};
use super::report::In;
use super::rows::Rows;
use super::summary::Summary;
use super::tables::Said;
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
        let of_one = |directory: &Path| Kept::read(directory).map(|kept| ((kept.part, kept.of), kept));
        let parts = ordered(&self.parts, "study", of_one, |first, part| Kept { part, ..*first })?;
        let Some((kept, first)) = parts.first() else { return Err(none()) };
        let read = read(&first.join("scenario.toml"), Some(&first.join("charter.toml")))?;
        for (_, part) in parts.iter().skip(1) {
            is_of(&read, part)?;
        }
        let whole = Kept { part: 1, of: 1, ..*kept };
        let mut files = kept::begin(&self.out)?;
        files.line(&tables::heading(&read.study))?;
        let mut summary = Summary::default();
        for numbered in &parts {
            let (kept, part) = numbered;
            let (charter, quarters) = (read.study.charter(), read.study.scenario().quarters());
            let mut said = Said::default();
            runs(numbered, &read, &mut said, &mut |line| files.line(line))?;
            let counted = Tables::new((part, kept), (charter, quarters), AGAIN).summary()?;
            if !said.come_to(&counted.totals) {
                let [totals, runs] = ["totals.csv", "runs.csv"].map(|name| shell(&part.join(name)));
                return Err(Failure::usage(format!("{totals} is not what {runs} comes to"), AGAIN));
            }
            summary.spread.join(&counted.spread);
            summary.totals.join(&counted.totals);
        }
        files.end(&read, &whole, &summary, self.lang)?;
        screen.line(&format!("{} parts put together in {}", parts.len(), shell(&self.out)))?;
        summary.sound()
    }
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
    said: &mut Said,
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
        let is_its = is_it("run", &number.to_string()) && is_it("seed", &seed);
        if !is_its || said.add(read.study.charter(), &cells).is_none() {
            return Err(rows.unwritten());
        }
        take(&format!("{}{}", cells.join(","), tables::ENDS))?;
    }
    match rows.next()? {
        None => Ok(()),
        Some(_) => Err(rows.unwritten()),
    }
}
