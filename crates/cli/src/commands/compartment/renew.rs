//! Fresh keys, and the next credential.

use std::path::PathBuf;

use clap::Args;

use super::opened::{Opened, Which};
use super::told::tell;
use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Give a compartment fresh keys and this agent's next credential")]
#[command(long_about = include_str!("renew.md").trim_end())]
pub(super) struct Renew {
    /// The compartment.
    name: String,
    #[command(flatten)]
    which: Which,
    /// The file of the parcel for the others.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Renew {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let taken = opened.act(|vault, now| vault.renew(&self.name, now))?;
        opened.keep(Some((&self.out, &taken.parcel.bytes())))?;
        tell(&taken.told, screen)?;
        screen.line(&format!("{}: carry it to everyone who is in", shell(&self.out)))
    }
}
