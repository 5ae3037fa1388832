//! The commands of the room of consultations.

use minicbor::{Decode, Encode};

use super::{Acknowledge, Call, Close};
use crate::command::Provision;

/// What can be asked about consultations.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Call consultations.
    #[n(0)]
    Call(#[n(0)] Call),
    /// Acknowledge a call.
    #[n(1)]
    Acknowledge(#[n(0)] Acknowledge),
    /// Close one's own consultations.
    #[n(2)]
    Close(#[n(0)] Close),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Call(command) => command,
            Command::Acknowledge(command) => command,
            Command::Close(command) => command,
        }
    }
}
