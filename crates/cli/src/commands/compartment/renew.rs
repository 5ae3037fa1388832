//! Fresh keys, and the next credential.

use clap::Args;

use super::opened::{Opened, Which};
use super::told::tell;
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Give a compartment fresh keys and this agent's next credential")]
#[command(long_about = include_str!("renew.md").trim_end())]
pub(super) struct Renew {
    /// The compartment.
    name: String,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    out: Out,
}

impl Renew {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let taken = opened.act(|vault, now| vault.renew(&self.name, now))?;
        opened.keep(Some((place.path(), &taken.parcel.bytes())))?;
        tell(&taken.told, screen)?;
        place.done(&self.which, "carry it to everyone who is in", screen)
    }
}
