//! The commands of the capabilities room.

use minicbor::{Decode, Encode};

use super::{Declare, Withdraw};
use crate::command::Provision;

/// What can be said about capabilities.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Declare a thing of one's own.
    #[n(0)]
    Declare(#[n(0)] Declare),
    /// Withdraw it.
    #[n(1)]
    Withdraw(#[n(0)] Withdraw),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Declare(command) => command,
            Command::Withdraw(command) => command,
        }
    }
}
