//! Write a card by which others let this agent in.

use std::path::PathBuf;

use clap::Args;
use quorate_vault::compartment::Suite;

use super::opened::{Opened, Which};
use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Write a card by which others let this agent in, once", long_about = include_str!("card.md").trim_end())]
pub(super) struct Card {
    #[command(flatten)]
    which: Which,
    /// For a compartment of the classic suite.
    #[arg(long)]
    classic: bool,
    /// The card's file.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// The suite that is asked for.
pub(super) fn suite(classic: bool) -> Suite {
    if classic { Suite::Classic } else { Suite::PostQuantum }
}

impl Card {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let card = opened.act(|vault, now| vault.card(suite(self.classic), now))?;
        opened.keep(Some((&self.out, &card)))?;
        screen.line(&format!("{}: give it to whoever invites; it lets this agent in once", shell(&self.out)))
    }
}
