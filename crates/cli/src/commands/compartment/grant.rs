//! Give a newcomer archive keys of earlier epochs.

use std::path::PathBuf;

use clap::Args;

use super::opened::{Opened, Which};
use super::remove::agents;
use crate::args::At;
use crate::failure::Failure;
use crate::present::{Screen, shell};

#[derive(Args)]
#[command(about = "Give a newcomer archive keys of earlier epochs", long_about = include_str!("grant.md").trim_end())]
pub(super) struct Grant {
    /// The compartment.
    name: String,
    /// The beginning of the agent's key, of at least eight digits, or its member if that has one agent.
    who: String,
    /// The epochs.
    #[arg(long = "epoch", value_name = "NUMBER", required = true)]
    epochs: Vec<u64>,
    #[command(flatten)]
    which: Which,
    /// The file of the parcel for everyone who is in.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Grant {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let mut opened = Opened::open(at, &self.which)?;
        let agents = agents(&opened, &self.name, &self.who)?;
        let [to] = agents.as_slice() else {
            let help = "`quorate compartment roster` shows the agents: take the beginning of one's key";
            return Err(Failure::usage("to which agent?", help));
        };
        let parcel = opened.act(|vault, now| vault.grant(&self.name, to, &self.epochs, now))?;
        opened.keep(Some((&self.out, &parcel.bytes())))?;
        screen.line(&format!(
            "{}: carry it to everyone who is in; all see that it was granted",
            shell(&self.out)
        ))
    }
}
