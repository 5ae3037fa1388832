//! The commands of the positions room.

use minicbor::{Decode, Encode};

use super::{Acknowledge, Announce, Explain, RecordGrouping, Report, ReviseGrouping, Sound};
use crate::command::Provision;

/// What can be said about positions.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Command {
    /// Say where one leans, or report it of a State that is no member.
    #[n(0)]
    Sound(#[n(0)] Sound),
    /// Explain one's position.
    #[n(1)]
    Explain(#[n(0)] Explain),
    /// Report what an office of a State said that is no member.
    #[n(2)]
    Report(#[n(0)] Report),
    /// Put on record which States a grouping has.
    #[n(3)]
    RecordGrouping(#[n(0)] RecordGrouping),
    /// Put on record which it has now.
    #[n(4)]
    ReviseGrouping(#[n(0)] ReviseGrouping),
    /// Say whom one briefs in advance.
    #[n(5)]
    Announce(#[n(0)] Announce),
    /// Say that a briefing has come.
    #[n(6)]
    Acknowledge(#[n(0)] Acknowledge),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Sound(command) => command,
            Command::Explain(command) => command,
            Command::Report(command) => command,
            Command::RecordGrouping(command) => command,
            Command::ReviseGrouping(command) => command,
            Command::Announce(command) => command,
            Command::Acknowledge(command) => command,
        }
    }
}
