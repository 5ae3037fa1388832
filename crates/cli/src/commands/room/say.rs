//! Seal a message.

use std::path::PathBuf;

use clap::Args;

use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Seal a message to everyone who is in", long_about = include_str!("say.md").trim_end())]
pub(super) struct Say {
    /// The compartment.
    name: String,
    /// The message.
    text: String,
    #[command(flatten)]
    which: Which,
    /// The file of the parcel for the others.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Say {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let parcel = opened.act(|vault, now| vault.say(&self.name, &self.text, now))?;
        opened.keep(Some((&self.out, &parcel.bytes())))?;
        screen.line(&format!("{}: carry it to everyone who is in", shell(&self.out)))
    }
}
