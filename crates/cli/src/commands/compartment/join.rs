//! Come in.

use std::path::PathBuf;

use clap::Args;

use super::opened::{Opened, Which, parcel, told_of};
use crate::args::At;
use crate::failure::Failure;
use crate::present::Screen;

#[derive(Args)]
#[command(about = "Come in, by the parcel of whoever invited", long_about = include_str!("join.md").trim_end())]
pub(super) struct Join {
    /// What this agent calls the compartment.
    name: String,
    /// The parcel.
    parcel: PathBuf,
    #[command(flatten)]
    which: Which,
}

impl Join {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let parcel = parcel(&self.parcel)?;
        let mut opened = Opened::open(at, &self.which)?;
        let id = opened.attempt(|vault, now| vault.join(&self.name, &parcel, now));
        let id = id.map_err(|refusal| told_of(&self.parcel, &refusal))?;
        opened.keep(None)?;
        screen.line(&format!("compartment {id}, here {}: this agent is in", self.name))
    }
}
