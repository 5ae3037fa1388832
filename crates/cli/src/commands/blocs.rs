//! Tell who would stand with whom, by sizes and propensities.

mod json;
mod names;
mod picture;
mod tell;

use std::path::PathBuf;

use clap::Args;
use quorate_foresight::blocs::{Case, MAX_BLOCS_BYTES, Portrait, Survey};

use crate::args::Nowhere;
use crate::commands::files::{Laid, read_text};
use crate::failure::Failure;
use crate::format::Format;
use crate::present::Screen;

/// What stands on top of everything that is told of blocs.
const ASSUMED: &str = "What follows from the sizes and propensities that stand in the file, by landscape theory: no forecast, and no \
report on anybody's conduct.";

const HELP: &str = "what can stand in such a file is described in docs/blocs.md";

#[derive(Args)]
#[command(about = "Tell who would stand with whom, by sizes and propensities", long_about = include_str!("blocs.md").trim_end())]
pub(crate) struct Blocs {
    /// The file of States and of what ties and parts them.
    file: PathBuf,
    /// The most partitions that are told.
    #[arg(long, value_name = "NUMBER", default_value_t = 5)]
    limit: usize,
    /// Draw the best partition into this file.
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    nowhere: Nowhere,
}

/// A case that was looked at.
struct Looked {
    case: Case,
    survey: Survey,
    best: Portrait,
    limit: usize,
}

impl Blocs {
    pub(crate) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        self.nowhere.hold()?;
        let (name, text) = read_text(&self.file, MAX_BLOCS_BYTES)?;
        let wrong = |faults| Failure::in_whole("this file of blocs", &name, &text, &faults, HELP);
        let case = Case::read(&text).map_err(wrong)?;
        // Before the survey, which takes its time.
        let svg = self.svg.as_deref().map(Laid::begin).transpose()?;
        let survey = case.landscape().survey();
        let best = case.landscape().portrait(survey.best());
        let looked = Looked { case, survey, best, limit: self.limit };
        let svg = svg.map(|svg| svg.hold(&picture::svg(&looked))).transpose()?;
        Laid::after_in(svg, self.format, screen, |screen| match self.format {
            Format::Json => screen.text(&json::json(&looked)),
            Format::Text => tell::tell(&looked, screen),
        })
    }
}
