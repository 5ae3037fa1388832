//! The commands of the audit room.

use minicbor::{Decode, Encode};

use super::{Answer, CloseFinding, GiveOpinion, OpenFinding};
use crate::command::Provision;

/// What can be asked about the audit.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Put a finding on record.
    #[n(0)]
    OpenFinding(#[n(0)] OpenFinding),
    /// Answer a finding.
    #[n(1)]
    Answer(#[n(0)] Answer),
    /// Close a finding.
    #[n(2)]
    CloseFinding(#[n(0)] CloseFinding),
    /// Give an opinion on a sealed period.
    #[n(3)]
    GiveOpinion(#[n(0)] GiveOpinion),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::OpenFinding(command) => command,
            Command::Answer(command) => command,
            Command::CloseFinding(command) => command,
            Command::GiveOpinion(command) => command,
        }
    }
}
