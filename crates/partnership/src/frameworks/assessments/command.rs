//! The commands about assessments.

use minicbor::{Decode, Encode};

use super::{Legal, Pathway, Standard, Withdraw};
use crate::command::{Command as AnyCommand, Provision};
use crate::frameworks;

/// What can be asked about assessments.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Say what one's own law allows.
    #[n(0)]
    Legal(#[n(0)] Legal),
    /// Say in which way one buys.
    #[n(1)]
    Pathway(#[n(0)] Pathway),
    /// Say how far one has come with a standard.
    #[n(2)]
    Standard(#[n(0)] Standard),
    /// Withdraw an entry.
    #[n(3)]
    Withdraw(#[n(0)] Withdraw),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Legal(command) => command,
            Command::Pathway(command) => command,
            Command::Standard(command) => command,
            Command::Withdraw(command) => command,
        }
    }
}

impl From<Command> for AnyCommand {
    fn from(command: Command) -> AnyCommand {
        AnyCommand::Frameworks(frameworks::Command::Assessments(command))
    }
}
