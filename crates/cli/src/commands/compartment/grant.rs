//! Give a newcomer archive keys of earlier epochs.

use clap::Args;

use super::opened::{Opened, Which};
use super::remove::agents;
use crate::args::At;
use crate::commands::carrier::out::Out;
use crate::failure::Failure;
use crate::present::Screen;

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
    #[command(flatten)]
    out: Out,
}

impl Grant {
    pub(super) fn run(&self, at: &At, screen: &mut Screen) -> Result<(), Failure> {
        let place = self.out.needed(&self.which)?;
        let mut opened = Opened::open(at, &self.which)?;
        let agents = agents(&opened, &self.name, &self.who)?;
        let [to] = agents.as_slice() else {
            let help = "`quorate compartment roster` shows the agents: take the beginning of one's key";
            return Err(Failure::usage("to which agent?", help));
        };
        let parcel = opened.act(|vault, now| vault.grant(&self.name, to, &self.epochs, now))?;
        opened.keep(Some((place.path(), &parcel.bytes())))?;
        place.done(&self.which, "carry it to everyone who is in; all see that it was granted", screen)
    }
}
