//! Make an archive key in a file.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::Phrase;
use quorate_vault::product::{ArchiveKey, CompartmentId, Secret};

use super::files::archive_text;
use super::refused;
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Make an archive key in a file", long_about = include_str!("new_key.md").trim_end())]
pub(super) struct NewKey {
    /// The compartment's id: 64 hexadecimal digits; else a new one.
    #[arg(long, value_name = "ID")]
    compartment: Option<CompartmentId>,
    /// The epoch.
    #[arg(long, default_value_t = 1)]
    epoch: u64,
    /// How long what is sealed under it is kept, in the compartment's own words.
    #[arg(long, default_value = "ordinary")]
    class: Phrase,
    /// The file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl NewKey {
    pub(super) fn run(&self, screen: &mut Screen) -> Result<(), Failure> {
        let chance = |error| refused(&error, "");
        let new = || Secret::random().map(|secret| CompartmentId(*secret.expose()));
        let compartment = self.compartment.map_or_else(new, Ok).map_err(chance)?;
        let key = ArchiveKey::random(compartment, self.epoch, self.class.clone()).map_err(chance)?;
        write_new(&self.out, archive_text(&key).as_bytes())?;
        screen.line(&format!(
            "{}: the archive key of epoch {}, class {}",
            shell(&self.out),
            self.epoch,
            self.class
        ))?;
        screen.line(&format!("  compartment {compartment}"))?;
        screen.line("  It is plain: whoever reads the file opens everything that is sealed under it.")
    }
}
