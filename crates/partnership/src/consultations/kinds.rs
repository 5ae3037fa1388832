//! Kinds of outcomes, of what is answered, and of how far proceedings elsewhere are.

use minicbor::{Decode, Encode};

use crate::ids::{SessionNo, StatementNo, TextNo};

/// What a text would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Outcome {
    /// The members take note.
    #[n(0)]
    TakeNote,
    /// A statement of the members.
    #[n(1)]
    Statement,
    /// A request to somebody.
    #[n(2)]
    Request,
    /// A draft decision, to be tabled and decided by its own rule.
    #[n(3)]
    DraftDecision,
    /// When they meet next.
    #[n(4)]
    NextSession,
}

impl Outcome {
    /// The outcome in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::TakeNote => "take note",
            Outcome::Statement => "statement",
            Outcome::Request => "request",
            Outcome::DraftDecision => "draft decision",
            Outcome::NextSession => "next session",
        }
    }
}

/// What a statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum About {
    /// A session, or its minutes.
    #[n(0)]
    Session(#[n(0)] SessionNo),
    /// A text.
    #[n(1)]
    Text(#[n(0)] TextNo),
    /// Another statement.
    #[n(2)]
    Statement(#[n(0)] StatementNo),
}

/// How far proceedings in another body are, as reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum ProceedingStatus {
    /// They were called.
    #[n(0)]
    Called,
    /// They were held.
    #[n(1)]
    Held,
    /// They were concluded.
    #[n(2)]
    Concluded,
}

impl ProceedingStatus {
    /// The status in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ProceedingStatus::Called => "called",
            ProceedingStatus::Held => "held",
            ProceedingStatus::Concluded => "concluded",
        }
    }
}
