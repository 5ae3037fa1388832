//! Show the register of prior sharing obligations.

use clap::Args;
use quorate_records::words::minute;
use quorate_vault::compartment::Obligation;
use quorate_vault::marking::Level;

use super::opened::{Opened, Which, told};
use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Show which members are obliged to pass material on", long_about = include_str!("obligations.md").trim_end())]
pub(super) struct Obligations {
    /// The compartment.
    name: String,
    #[command(flatten)]
    which: Which,
}

impl Obligations {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let opened = Opened::open(at, &self.which)?;
        let all = opened.vault.obligations(&self.name).map_err(|refusal| told(&refusal))?;
        if all.is_empty() {
            return screen.line("No member has said that it is obliged to pass material on.");
        }
        all.iter().try_for_each(|one| screen.line(&line(one)))
    }
}

/// An obligation, in words.
pub(super) fn line(one: &Obligation) -> String {
    let Obligation { member, to, under, by, at, .. } = one;
    let levels: Vec<&str> = one.levels.iter().map(|level: &Level| level.name()).collect();
    let of = if levels.is_empty() { "material of every level".to_owned() } else { levels.join(", ") };
    let says = if one.ended { "is no more obliged" } else { "is obliged" };
    format!("{member} {says} to pass on to {to}: {of}, by document {under} (said by {by} at {})", minute(*at))
}
