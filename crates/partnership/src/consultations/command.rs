//! The commands of the room of consultations.

use minicbor::{Decode, Encode};

use super::{
    Acknowledge, Attend, BreakSilence, Call, Close, Conclude, Convene, Dissociate, GiveMinutes, Link,
    NameDecision, State, Support, TableText,
};
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
    /// Convene a session.
    #[n(3)]
    Convene(#[n(0)] Convene),
    /// Attend a session.
    #[n(4)]
    Attend(#[n(0)] Attend),
    /// Give the minutes of a session.
    #[n(5)]
    GiveMinutes(#[n(0)] GiveMinutes),
    /// Put a statement on record.
    #[n(6)]
    State(#[n(0)] State),
    /// Table a text.
    #[n(7)]
    TableText(#[n(0)] TableText),
    /// Break the silence on a text.
    #[n(8)]
    BreakSilence(#[n(0)] BreakSilence),
    /// Support a text.
    #[n(9)]
    Support(#[n(0)] Support),
    /// Dissociate the member from a text.
    #[n(10)]
    Dissociate(#[n(0)] Dissociate),
    /// Have a text recorded over an objection.
    #[n(11)]
    Conclude(#[n(0)] Conclude),
    /// Name the decision that a text asked for.
    #[n(12)]
    NameDecision(#[n(0)] NameDecision),
    /// Report proceedings in another body.
    #[n(13)]
    Link(#[n(0)] Link),
}

impl Command {
    pub(crate) fn provision(&self) -> &dyn Provision {
        match self {
            Command::Call(command) => command,
            Command::Acknowledge(command) => command,
            Command::Close(command) => command,
            Command::Convene(command) => command,
            Command::Attend(command) => command,
            Command::GiveMinutes(command) => command,
            Command::State(command) => command,
            Command::TableText(command) => command,
            Command::BreakSilence(command) => command,
            Command::Support(command) => command,
            Command::Dissociate(command) => command,
            Command::Conclude(command) => command,
            Command::NameDecision(command) => command,
            Command::Link(command) => command,
        }
    }
}
