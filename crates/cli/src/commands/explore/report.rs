//! The report of a study: a page and charts, from what was counted alone, so that parts put together give the same bytes; and a
//! report of more than one study has.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use quorate_foresight::trajectory::MAX_STUDIES;
use quorate_records::words::Language;
use quorate_web::report::{Explored, More, Written, explored};

use super::apart::{Seen, Studies};
use super::counted::Tables;
use super::experiment::{Alone, alone};
use super::kept::Kept;
use super::summary::{Summary, sound};
use super::{Read, read};
use crate::commands::files::Laid;
use crate::failure::Failure;
use crate::format::Format;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Write the report of a study beside other runs", long_about = include_str!("report.md").trim_end())]
pub(crate) struct Report {
    /// The directory of the study.
    study: PathBuf,
    /// What each number that is varied does alone: the directory of a sensitivity of its scenario.
    #[arg(long, value_name = "DIRECTORY")]
    sensitivity: Option<PathBuf>,
    /// Which facts tell it apart from the study in this directory; can be given several times.
    #[arg(long, value_name = "DIRECTORY")]
    apart_from: Vec<PathBuf>,
    /// So many of a hundred runs have to be on the right side of such a fact.
    #[arg(long, value_name = "PER-CENT", default_value_t = 80, value_parser = clap::value_parser!(u64).range(51..=100))]
    #[arg(requires = "apart_from")]
    level: u64,
    /// The new file for the page.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The language of the page.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    lang: In,
}

impl Report {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let out = Laid::begin(&self.out)?;
        if self.apart_from.len() >= MAX_STUDIES {
            let what = format!("{MAX_STUDIES} studies at most are told apart, this one among them");
            return Err(Failure::usage(what, "name fewer with `--apart-from`"));
        }
        let kept = Kept::read_whole(&self.study)?;
        let read = read(&self.study.join("scenario.toml"), Some(&self.study.join("charter.toml")))?;
        let summary = Tables::of(&self.study, &kept, &read).summary()?;
        let alone = self.sensitivity.as_deref().map(|directory| alone(directory, &read)).transpose()?;
        let studies = self.studies(Seen::of(&read, &kept, summary.spread.clone()))?;
        let apart = studies
            .as_ref()
            .map(|studies| studies.apart(studies.first(), self.level, self.lang.into()))
            .transpose()?;
        let more = More { alone: alone.as_ref().map(Alone::told), apart: apart.as_ref() };
        let page = of_more(&read, &kept, &summary, more, self.lang)?.page;
        Laid::after_in(Some(out.hold(&page)?), Format::Text, screen, |_| Ok(()))?;
        summary.sound()?;
        sound(alone.map_or(0, |alone| alone.unsound))
    }

    /// The study and those from which it is to be told, if there are any.
    fn studies(&self, study: Seen) -> Result<Option<Studies>, Failure> {
        if self.apart_from.is_empty() {
            return Ok(None);
        }
        let all: Vec<PathBuf> = [&self.study].into_iter().chain(&self.apart_from).cloned().collect();
        Studies::after(Some(study), &all).map(Some)
    }
}

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
    of_more(read, kept, summary, More::default(), language)
}

/// The same, with what was run beside it.
fn of_more(
    read: &Read,
    kept: &Kept,
    summary: &Summary,
    more: More<'_>,
    language: In,
) -> Result<Written, Failure> {
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
        more,
    };
    explored(&told, language.into()).map_err(|what| Failure::usage(what, ""))
}

/// What repeats it, from the study's directory.
fn commands(kept: &Kept, first: u64) -> Vec<String> {
    let Kept { runs, seed, part, of, .. } = kept;
    let shard = if *of == 1 { String::new() } else { format!(" --shard {part}/{of}") };
    vec![
        format!(
            "quorate explore scenario.toml --charter charter.toml --runs {runs} --seed {seed}{shard} --out again"
        ),
        format!("quorate explore replay . --run {first}"),
    ]
}
