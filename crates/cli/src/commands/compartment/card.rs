//! Write a card by which others let this agent in.

use clap::Args;
use quorate_vault::compartment::Suite;

use super::opened::{Opened, Which};
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Write a card by which others let this agent in, once", long_about = include_str!("card.md").trim_end())]
pub(super) struct Card {
    #[command(flatten)]
    which: Which,
    /// For a compartment of the classic suite.
    #[arg(long)]
    classic: bool,
    #[command(flatten)]
    out: Out,
}

/// The suite that is asked for.
pub(super) fn suite(classic: bool) -> Suite {
    if classic { Suite::Classic } else { Suite::PostQuantum }
}

impl Card {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let card = opened.act(|vault, now| vault.card(suite(self.classic), now))?;
        opened.keep(Some((place.path(), &card)))?;
        place.done(&self.which, "give it to whoever invites; it lets this agent in once", screen)
    }
}
