//! Release a product of one's own to named agents.

use std::path::{Path, PathBuf};

use clap::Args;
use quorate_vault::agent::Credential;
use quorate_vault::release::{self as vault, Terms};

use super::named::cards;
use super::open::product;
use super::seen::consented_readers;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which, judged, told_of};
use crate::commands::files::read_bytes;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Release a product of one's own to named agents", long_about = include_str!("release.md").trim_end())]
pub(super) struct Release {
    /// The product.
    file: PathBuf,
    /// The compartment in which it was shared.
    #[arg(long = "in", value_name = "COMPARTMENT")]
    name: String,
    /// The cards of the agents that are to read it.
    #[arg(long, value_name = "CARD", required = true)]
    to: Vec<PathBuf>,
    #[command(flatten)]
    which: Which,
    /// Where to write the release.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Release {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let product = product(&self.file)?;
        let terms = Terms { now: cards(&self.to)?, later: None };
        let mut opened = Opened::open(at, &self.which)?;
        let readers = terms.now.iter().map(|one| one.post().member).collect();
        let release = opened.act(|vault, now| vault.release(&self.name, &product, &terms, now))?;
        // Said before anything is written: whoever releases it sets an obligation aside, and has to know it.
        consented_readers((&opened, &self.name), release.product(), &readers, screen)?;
        screen.flush()?;
        opened.keep(Some((&self.out, release.bytes())))?;
        screen.line(&format!("{}: give it, with the product, to:", shell(&self.out)))?;
        for to in &terms.now {
            screen.item(&named(to))?;
        }
        screen.line("It opens it for nobody else. Once it was opened nothing takes it back.")
    }
}

/// Reads a release, and judges it by the record.
pub(super) fn read(opened: &Opened, path: &Path) -> Result<vault::Release, Failure> {
    of_bytes(opened, path, &read_bytes(path, vault::MAX_RELEASE_BYTES)?)
}

/// The same of what was read already.
pub(super) fn of_bytes(opened: &Opened, path: &Path, bytes: &[u8]) -> Result<vault::Release, Failure> {
    judged(opened.node(), |now| vault::Release::read(bytes, now)).map_err(|error| told_of(path, &error))
}

/// An agent, in words.
pub(super) fn named(credential: &Credential) -> String {
    format!("{} (agent {})", credential.post(), credential.agent().short())
}
