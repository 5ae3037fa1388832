//! Write the trustees' report.

use std::path::PathBuf;

use clap::Args;
use quorate_records::report;

use crate::args::At;
use crate::commands::files::write_new_text;
use crate::failure::Failure;
use crate::present::{EXERCISE, Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write the trustees' report as a page to read and to print")]
#[command(about = "Write the trustees' report as a page to read and to print", long_about = include_str!("report.md").trim_end())]
pub(crate) struct Report {
    /// The file, a page of HTML.
    #[arg(long, value_name = "FILE")]
    html: PathBuf,
}

impl Report {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let session = Session::open(at)?;
        let became = write_new_text(&self.html, &report(session.node().records(), EXERCISE))?;
        screen.line(&format!("{} {became}", shell(&self.html)))
    }
}
