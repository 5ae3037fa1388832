//! Write what a command is signed on to a file.

use std::path::PathBuf;

use clap::Args;

use crate::args::At;
use crate::commands::basis_file::BasisFile;
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write what a command is signed on to a file, for a machine without the record", long_about = include_str!("basis.md").trim_end())]
pub(crate) struct Basis {
    /// The file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Basis {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let session = Session::open(at)?;
        let node = session.node();
        let (basis, height) = (node.basis(), node.records().height());
        let file = BasisFile { basis, height, moment: node.next_moment() };
        write_new(&self.out, file.text().as_bytes())?;
        screen.line(&format!(
            "{} says what to sign on: block {height}; it serves for six days",
            shell(&self.out)
        ))
    }
}
