//! Show a release.

use std::path::PathBuf;

use clap::Args;
use quorate_partnership::PublicKey;
use quorate_vault::marking::date_time;

use super::release::{named, read};
use crate::args::At;
use crate::commands::compartment::opened::{Opened, Which};
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Show whose a release is, of what, and whom it names", long_about = include_str!("show_release.md").trim_end())]
pub(super) struct ShowRelease {
    /// The release.
    file: PathBuf,
    #[command(flatten)]
    which: Which,
}

impl ShowRelease {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &self.which)?;
        let release = read(&opened, &self.file)?;
        screen.line(&format!("{}", release.product()))?;
        screen.line(&format!("  released by {} at {}", named(release.by()), date_time(release.at())))?;
        let [now, later, agents] = release.named();
        let own = opened.vault.identity().public();
        for agent in &now {
            screen.line(&format!("  read at once by {}", whose(agent, &own)))?;
        }
        if let Some(opens) = release.opens() {
            for agent in &later {
                screen.line(&format!("  read from {} on by {}", date_time(opens), whose(agent, &own)))?;
            }
            let (needed, count) = release.scheme();
            screen.line(&format!("  once {needed} of {count} release agents handed over their shares:"))?;
            for agent in &agents {
                screen.line(&format!("    {}", whose(agent, &own)))?;
            }
        }
        Ok(())
    }
}

fn whose(agent: &PublicKey, own: &PublicKey) -> String {
    let this = if agent == own { ", which is this one" } else { "" };
    format!("agent {}{this}", agent.short())
}
