//! The commands of the decisions room.

use minicbor::{Decode, Encode};

use super::{Amend, Close, Execute, Object, Open, Proxy, Table, Vote, Withdraw};
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
    /// Change a draft of one's own.
    #[n(4)]
    Amend(#[n(0)] Amend),
    /// Take back a draft of one's own.
    #[n(5)]
    Withdraw(#[n(0)] Withdraw),
    /// Close a written vote in which all have voted.
    #[n(6)]
    Close(#[n(0)] Close),
    /// Object, where silence would adopt.
    #[n(7)]
    Object(#[n(0)] Object),
    /// Give one's vote to another member, or end a proxy.
    #[n(8)]
    Proxy(#[n(0)] Proxy),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Table(command) => command,
            Command::Open(command) => command,
            Command::Vote(command) => command,
            Command::Execute(command) => command,
            Command::Amend(command) => command,
            Command::Withdraw(command) => command,
            Command::Close(command) => command,
            Command::Object(command) => command,
            Command::Proxy(command) => command,
        }
    }
}
