//! The commands of the frameworks room.

use minicbor::{Decode, Encode};

use super::{Confirm, Notice, Update, WithdrawNotice};
use crate::command::Provision;

/// What can be asked about frameworks. The numbers from 20 on are for assessments, those from 30 on for procurement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Tell the members of a framework.
    #[n(0)]
    Notice(#[n(0)] Notice),
    /// Confirm what another party reported.
    #[n(1)]
    Confirm(#[n(0)] Confirm),
    /// Take one's own word back.
    #[n(2)]
    WithdrawNotice(#[n(0)] WithdrawNotice),
    /// Report another status.
    #[n(3)]
    Update(#[n(0)] Update),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Notice(command) => command,
            Command::Confirm(command) => command,
            Command::WithdrawNotice(command) => command,
            Command::Update(command) => command,
        }
    }
}
