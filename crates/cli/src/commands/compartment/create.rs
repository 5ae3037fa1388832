//! Open a compartment.

use clap::Args;

use super::card::suite;
use super::opened::{Opened, Which};
use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Open a compartment whose only agent this is", long_about = include_str!("create.md").trim_end())]
pub(super) struct Create {
    /// What this agent calls it; nobody else learns the name.
    name: String,
    #[command(flatten)]
    which: Which,
    /// By X25519 and AES-128 alone, which other programs have: what is recorded today may be opened later.
    #[arg(long)]
    classic: bool,
}

impl Create {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let suite = suite(self.classic);
        let id = opened.act(|vault, now| vault.create(&self.name, suite, now))?;
        opened.keep(None)?;
        screen.line(&format!("compartment {id}, here {}", self.name))?;
        screen.line(&format!("  {}; only this agent is in", suite.words()))
    }
}
