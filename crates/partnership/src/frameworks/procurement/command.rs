//! The commands about joint procurements.

use minicbor::{Decode, Encode};

use super::{Accept, Contract, Deliver, End, Link, Propose, Sign};
use crate::command::{Command as AnyCommand, Provision};
use crate::frameworks;

/// What can be asked about joint procurements.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Propose one.
    #[n(0)]
    Propose(#[n(0)] Propose),
    /// Sign for one's own member.
    #[n(1)]
    Sign(#[n(0)] Sign),
    /// Say that the contract is made.
    #[n(2)]
    Contract(#[n(0)] Contract),
    /// Say what belongs to it.
    #[n(3)]
    Link(#[n(0)] Link),
    /// Say that it is delivered.
    #[n(4)]
    Deliver(#[n(0)] Deliver),
    /// Accept what was delivered.
    #[n(5)]
    Accept(#[n(0)] Accept),
    /// End it.
    #[n(6)]
    End(#[n(0)] End),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Propose(command) => command,
            Command::Sign(command) => command,
            Command::Contract(command) => command,
            Command::Link(command) => command,
            Command::Deliver(command) => command,
            Command::Accept(command) => command,
            Command::End(command) => command,
        }
    }
}

impl From<Command> for AnyCommand {
    fn from(command: Command) -> AnyCommand {
        AnyCommand::Frameworks(frameworks::Command::Procurement(command))
    }
}
