//! Write the trustees' report.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use quorate_records::report;
use quorate_records::words::Language;

use crate::args::At;
use crate::commands::files::write_new_text;
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write the trustees' report as a page to read and to print", long_about = include_str!("report.md").trim_end())]
pub(crate) struct Report {
    /// The file, a page of HTML.
    #[arg(long, value_name = "FILE")]
    html: PathBuf,
    /// The language of the page.
    #[arg(long, value_enum, default_value_t = In::En)]
    language: In,
}

/// A language of the partnership.
#[derive(Clone, Copy, ValueEnum)]
enum In {
    /// English.
    En,
    /// French.
    Fr,
}

impl Report {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let session = Session::open(at)?;
        Failure::without_fund(session.node().records().charter())?;
        let language = match self.language {
            In::En => Language::English,
            In::Fr => Language::French,
        };
        let became = write_new_text(&self.html, &report(session.node().records(), EXERCISE, language))?;
        screen.line(&format!("{} {became}", shell(&self.html)))
    }
}
