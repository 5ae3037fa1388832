//! The commands of the members room.

use minicbor::{Decode, Encode};

use super::{
    Accede, Accept, Accredit, EndProvisional, InstrumentCommand, NameNode, ObjectKeys, Ratify, ReplaceRoot,
    Revoke, Sign, State, Stay, Withdraw,
};
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
    /// Sign the charter.
    #[n(3)]
    Sign(#[n(0)] Sign),
    /// Ratify the charter.
    #[n(4)]
    Ratify(#[n(0)] Ratify),
    /// End one's own provisional application.
    #[n(5)]
    EndProvisional(#[n(0)] EndProvisional),
    /// Give notice of withdrawal.
    #[n(6)]
    Withdraw(#[n(0)] Withdraw),
    /// Take one's notice back.
    #[n(7)]
    Stay(#[n(0)] Stay),
    /// Accede on invitation.
    #[n(8)]
    Accede(#[n(0)] Accede),
    /// Accept an adopted text.
    #[n(9)]
    Accept(#[n(0)] Accept),
    /// Object to new keys.
    #[n(10)]
    ObjectKeys(#[n(0)] ObjectKeys),
    /// State something on a decision that concerns one's own member.
    #[n(11)]
    State(#[n(0)] State),
    /// Name the key of one's own node.
    #[n(12)]
    NameNode(#[n(0)] NameNode),
    /// The charter as an instrument.
    #[n(20)]
    Instrument(#[n(0)] InstrumentCommand),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Accredit(command) => command,
            Command::Revoke(command) => command,
            Command::ReplaceRoot(command) => command,
            Command::Sign(command) => command,
            Command::Ratify(command) => command,
            Command::EndProvisional(command) => command,
            Command::Withdraw(command) => command,
            Command::Stay(command) => command,
            Command::Accede(command) => command,
            Command::Accept(command) => command,
            Command::ObjectKeys(command) => command,
            Command::State(command) => command,
            Command::NameNode(command) => command,
            Command::Instrument(command) => command.provision(),
        }
    }
}
