//! Write every register as CSV, with a description that other programs read.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use quorate_records::data_package;

use crate::args::At;
use crate::commands::files::replace_text;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write every register as CSV, with a description that other programs read", long_about = include_str!("data_package.md").trim_end())]
pub(crate) struct DataPackage {
    /// The folder.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
}

impl DataPackage {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let session = Session::open(at)?;
        let directory = session.node().directory();
        if is_within(&self.out, directory) {
            let what = format!("{} is the partnership's own directory, or in it", shell(&self.out));
            return Err(Failure::usage(
                what,
                "name another folder: the registers are copies, to be given to others",
            ));
        }
        let files = data_package(session.node().records());
        let failed = |source| Failure::File { path: self.out.clone(), to_be: "written", source };
        fs::create_dir_all(&self.out).map_err(failed)?;
        for (name, text) in &files {
            replace_text(&self.out.join(name), text)?;
        }
        screen.line(&format!(
            "{}: {} registers, described in datapackage.json",
            shell(&self.out),
            files.len().saturating_sub(1)
        ))
    }
}

/// Whether a folder, which may not be there yet, is this directory or in it.
fn is_within(folder: &Path, directory: &Path) -> bool {
    let Ok(directory) = fs::canonicalize(directory) else { return false };
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.into());
    let there = whole.ancestors().find_map(|part| fs::canonicalize(part).ok());
    there.is_some_and(|there| there.starts_with(&directory))
}
