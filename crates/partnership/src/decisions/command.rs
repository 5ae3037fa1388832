//! The commands of the decisions room.

use minicbor::{Decode, Encode};

use super::{Execute, Open, Table, Vote};
use crate::command::Provision;

/// What can be asked about decisions.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Table a draft decision.
    #[n(0)]
    Table(#[n(0)] Table),
    /// Open the vote on one's own draft.
    #[n(1)]
    Open(#[n(0)] Open),
    /// Vote.
    #[n(2)]
    Vote(#[n(0)] Vote),
    /// Execute an adopted decision.
    #[n(3)]
    Execute(#[n(0)] Execute),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Table(command) => command,
            Command::Open(command) => command,
            Command::Vote(command) => command,
            Command::Execute(command) => command,
        }
    }
}
