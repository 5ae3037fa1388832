//! Write every register as CSV, with a description that other programs read.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use quorate_records::data_package;

use crate::args::At;
use crate::commands::files::write_text;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write every register as CSV, with a description that other programs read")]
#[command(about = "Write every register as CSV, with a description that other programs read", long_about = include_str!("data_package.md").trim_end())]
pub(crate) struct DataPackage {
    /// The folder.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl DataPackage {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let session = Session::open(at)?;
        let files = data_package(session.node().records());
        let failed = |source| Failure::File { path: self.out.clone(), to_be: "written", source };
        fs::create_dir_all(&self.out).map_err(failed)?;
        for (name, text) in &files {
            write_text(&self.out.join(name), text)?;
        }
        screen.line(&format!(
            "{}: {} registers, described in datapackage.json",
            shell(&self.out),
            files.len().saturating_sub(1)
        ))
    }
}
