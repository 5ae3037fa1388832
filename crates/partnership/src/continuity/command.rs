//! The commands of the continuity room.

use minicbor::{Decode, Encode};

use super::{Close, Confirm, Outage, Record, Restored, StartFallBack, Test};
use crate::command::Provision;

/// What can be asked about lines between militaries.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Put a line on record.
    #[n(0)]
    Record(#[n(0)] Record),
    /// Confirm the state of a side.
    #[n(1)]
    Confirm(#[n(0)] Confirm),
    /// Put a test on record.
    #[n(2)]
    Test(#[n(0)] Test),
    /// Put an outage on record.
    #[n(3)]
    Outage(#[n(0)] Outage),
    /// Say that an outage is over.
    #[n(4)]
    Restored(#[n(0)] Restored),
    /// Start what takes the place of a line.
    #[n(5)]
    StartFallBack(#[n(0)] StartFallBack),
    /// End a line.
    #[n(6)]
    Close(#[n(0)] Close),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Record(command) => command,
            Command::Confirm(command) => command,
            Command::Test(command) => command,
            Command::Outage(command) => command,
            Command::Restored(command) => command,
            Command::StartFallBack(command) => command,
            Command::Close(command) => command,
        }
    }
}
