//! The commands of the members room.

use minicbor::{Decode, Encode};

use super::{Accredit, ReplaceRoot, Revoke};
use crate::command::Provision;

/// What can be asked about members.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Give an office to a key.
    #[n(0)]
    Accredit(#[n(0)] Accredit),
    /// End a credential.
    #[n(1)]
    Revoke(#[n(0)] Revoke),
    /// Replace a lost or stolen root key.
    #[n(2)]
    ReplaceRoot(#[n(0)] ReplaceRoot),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Accredit(command) => command,
            Command::Revoke(command) => command,
            Command::ReplaceRoot(command) => command,
        }
    }
}
