//! The report of a study: a page and charts, from what was counted alone, so that parts put together give the same bytes.

use clap::ValueEnum;
use quorate_records::words::Language;
use quorate_web::report::{Explored, Written, explored};

use super::Read;
use super::kept::Kept;
use super::summary::Summary;
use crate::failure::Failure;

/// A language of the reports.
#[derive(Clone, Copy, Default, ValueEnum)]
pub(super) enum In {
    #[default]
    En,
    Fr,
}

impl From<In> for Language {
    fn from(language: In) -> Language {
        match language {
            In::En => Language::English,
            In::Fr => Language::French,
        }
    }
}

/// Writes it.
///
/// # Errors
/// [`Failure`]: the texts of the pages cannot be read, which is a defect.
pub(super) fn of(read: &Read, kept: &Kept, summary: &Summary, language: In) -> Result<Written, Failure> {
    let runs = kept.numbers();
    let told = Explored {
        study: &read.study,
        runs: runs.clone(),
        all: kept.runs,
        seed: kept.seed,
        texts: (&read.scenario, &read.charter),
        spread: &summary.spread,
        totals: &summary.totals,
        commands: commands(kept, runs.start),
    };
    explored(&told, language.into()).map_err(|what| Failure::usage(what, ""))
}

/// What repeats it, from the study's directory.
fn commands(kept: &Kept, first: u64) -> Vec<String> {
    let Kept { runs, seed, part, of } = kept;
    let shard = if *of == 1 { String::new() } else { format!(" --shard {part}/{of}") };
    vec![
        format!(
            "quorate explore scenario.toml --charter charter.toml --runs {runs} --seed {seed}{shard} --out again"
        ),
        format!("quorate explore replay . --run {first}"),
    ]
}
