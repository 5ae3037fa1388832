//! Seal a message.

use clap::Args;

use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Seal a message to everyone who is in", long_about = include_str!("say.md").trim_end())]
pub(super) struct Say {
    /// The compartment.
    name: String,
    /// The message.
    text: String,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    out: Out,
}

impl Say {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let parcel = opened.act(|vault, now| vault.say(&self.name, &self.text, now))?;
        opened.keep(Some((place.path(), &parcel.bytes())))?;
        place.done(&self.which, "carry it to everyone who is in", screen)
    }
}
