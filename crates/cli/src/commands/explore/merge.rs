//! Put the parts of a study together.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_charter::MAX_CHARTER_BYTES;
use quorate_foresight::trajectory::MAX_SCENARIO_BYTES;

use super::experiment;
use super::kept::{self, Kept, MAX_SPREAD_BYTES, MAX_TOTALS_BYTES};
use super::report::In;
use super::rows::Rows;
use super::summary::Summary;
use super::{Read, Shard, read, tables};
use crate::commands::files::read_text;
use crate::failure::Failure;
use crate::present::Screen;

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
        let parts = self.ordered()?;
        let Some((kept, first)) = parts.first() else {
            return Err(Failure::usage("there are no parts", "name the directories that `--shard` made"));
        };
        let read = read(&first.join("scenario.toml"), Some(&first.join("charter.toml")))?;
        for (_, part) in &parts {
            is_of(&read, part)?;
        }
        let whole = Kept { part: 1, of: 1, ..*kept };
        let heading = tables::heading(&read.study);
        let mut files = kept::begin(&self.out)?;
        files.line(&heading)?;
        let mut summary = Summary::default();
        for numbered in &parts {
            runs(numbered, &heading, &mut |line| files.line(line))?;
            let (_, part) = numbered;
            let (name, text) = read_text(&part.join("spread.csv"), MAX_SPREAD_BYTES)?;
            tables::add_spread(&mut summary.spread, &text).ok_or_else(|| unwritten(&name))?;
            let (name, text) = read_text(&part.join("totals.csv"), MAX_TOTALS_BYTES)?;
            tables::add_totals(&mut summary.totals, &text).ok_or_else(|| unwritten(&name))?;
            let (name, text) = read_text(&part.join("blocs.csv"), MAX_SPREAD_BYTES)?;
            tables::add_blocs(&mut summary.spread.blocs, &text).ok_or_else(|| unwritten(&name))?;
        }
        files.end(&read, &whole, &summary, self.lang)?;
        screen.line(&format!("{} parts put together in {}", parts.len(), self.out.display()))?;
        summary.sound()
    }

    /// The parts in their order, all of one study and each once.
    fn ordered(&self) -> Result<Vec<(Kept, &Path)>, Failure> {
        let mut parts = Vec::new();
        for directory in &self.parts {
            parts.push((Kept::read(directory)?, directory.as_path()));
        }
        parts.sort_by_key(|(kept, _)| kept.part);
        let first = parts.first().map(|(kept, _)| *kept);
        let help = "name all the directories that `--shard` made of one study, each once";
        let first = first.ok_or_else(|| Failure::usage("there are no parts", help))?;
        let of = u64::try_from(parts.len()).unwrap_or(u64::MAX);
        for ((kept, directory), part) in parts.iter().zip(1_u64..) {
            if *kept != (Kept { part, of, ..first }) {
                let what = format!("{} is not part {part} of {of} of one study", directory.display());
                return Err(Failure::usage(what, help));
            }
        }
        Ok(parts)
    }
}

/// Whether a part is of this scenario and charter.
fn is_of(read: &Read, part: &Path) -> Result<(), Failure> {
    let scenario = read_text(&part.join("scenario.toml"), MAX_SCENARIO_BYTES)?.1;
    let charter = read_text(&part.join("charter.toml"), MAX_CHARTER_BYTES)?.1;
    if scenario == read.scenario && charter == read.charter {
        return Ok(());
    }
    let what = format!("{} is of another scenario or charter", part.display());
    Err(Failure::usage(what, "put together only what is of one study"))
}

/// Hands on every run that a part has to have, each at its place.
fn runs(
    (kept, part): &(Kept, &Path),
    heading: &str,
    take: &mut dyn FnMut(&str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut rows = Rows::open(part, kept)?;
    if !rows.is_headed(heading) {
        return Err(rows.unwritten());
    }
    for number in (Shard { part: kept.part, of: kept.of }).runs(kept.runs) {
        let cells = rows.next()?.unwrap_or_default();
        if rows.cell(&cells, "run") != Some(number.to_string().as_str()) {
            return Err(rows.unwritten());
        }
        take(&format!("{}{}", cells.join(","), tables::ENDS))?;
    }
    match rows.next()? {
        None => Ok(()),
        Some(_) => Err(rows.unwritten()),
    }
}

fn unwritten(name: &str) -> Failure {
    Failure::usage(format!("{name} is not as `quorate explore` wrote it"), "run that part again")
}
