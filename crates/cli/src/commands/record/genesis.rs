//! Write the genesis to a file.

use std::path::PathBuf;

use clap::Args;
use quorate_records::proof::grouped_hex;

use crate::args::At;
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};
use crate::session::Session;

#[derive(Args)]
#[command(about = "Write the genesis to a file, for others to check record files by", long_about = include_str!("genesis.md").trim_end())]
pub(crate) struct Genesis {
    /// The file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Genesis {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let session = Session::open(at)?;
        let genesis = session.node().genesis();
        write_new(&self.out, &genesis.to_bytes())?;
        screen.line(&format!("the genesis stands in {}; its fingerprint is", shell(&self.out)))?;
        screen.line(&format!("  {}", grouped_hex(&genesis.id().0)))
    }
}
