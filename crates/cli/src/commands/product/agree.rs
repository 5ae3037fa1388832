//! Take the security agreements in force.

use std::path::PathBuf;

use clap::Args;

use super::agreements::agreements;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Take the security agreements in force", long_about = include_str!("agree.md").trim_end())]
pub(super) struct Agree {
    /// The file with the agreements; without one it is shown which are in force.
    file: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

impl Agree {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        if let Some(file) = &self.file {
            opened.vault.agree(agreements(file)?);
            opened.keep(None)?;
        }
        if opened.vault.agreements().iter().len() == 0 {
            return screen
                .line("No agreement is in force here: nothing is shared with another member, or opened.");
        }
        for agreement in opened.vault.agreements().iter() {
            let (one, two) = agreement.parties();
            screen.line(&format!("{one} and {two}, by document {}", agreement.document()))?;
        }
        Ok(())
    }
}
