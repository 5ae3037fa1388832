//! Hand over a share of a briefing, once its time has come.

use std::path::PathBuf;

use clap::Args;
use quorate_vault::release::{Clocks, hand_over};

use super::release::read;
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which};
use crate::commands::files::write_new;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Hand over this release agent's share, once the time has come", long_about = include_str!("hand_over.md").trim_end())]
pub(super) struct HandOver {
    /// The release.
    file: PathBuf,
    #[command(flatten)]
    which: Which,
    /// Where to write what is handed over.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl HandOver {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &self.which)?;
        let release = read(&opened, &self.file)?;
        let node = opened.node();
        let clocks = Clocks { own: node.own_moment(), recorded: node.partnership().moment() };
        let handed = opened.look(|vault, now| Ok(hand_over(vault.identity(), &release, clocks, now)?))?;
        write_new(&self.out, handed.bytes())?;
        screen.line(&format!("{}: give it to everybody who reads by this release", shell(&self.out)))
    }
}
