//! The commands of the cases room.

use minicbor::{Decode, Encode};

use super::{Attest, Claim, Close, Countersign, Instruct, Request};
use crate::command::Provision;

/// What can be asked about cases.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Ask for help.
    #[n(0)]
    Request(#[n(0)] Request),
    /// Attest that a tranche's condition is met.
    #[n(1)]
    Attest(#[n(0)] Attest),
    /// Instruct the payment of a tranche.
    #[n(2)]
    Instruct(#[n(0)] Instruct),
    /// Countersign an instruction.
    #[n(3)]
    Countersign(#[n(0)] Countersign),
    /// Close a case that is paid.
    #[n(4)]
    Close(#[n(0)] Close),
    /// Claim under a guarantee.
    #[n(5)]
    Claim(#[n(0)] Claim),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Request(command) => command,
            Command::Attest(command) => command,
            Command::Instruct(command) => command,
            Command::Countersign(command) => command,
            Command::Close(command) => command,
            Command::Claim(command) => command,
        }
    }
}
