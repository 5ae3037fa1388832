//! Why a file proves nothing: the check that failed, and where.

use alloc::string::String;
use core::fmt;

/// What is checked, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The bytes are a file in its one form, within its limits.
    Form,
    /// The genesis can be read, and is the one that was expected.
    Genesis,
    /// The checkpoint is one of this partnership, in its one form.
    Checkpoint,
    /// The nodes that judge it follow from those of the genesis, change by change, each signed by those before.
    Nodes,
    /// Enough of the members' nodes signed it.
    Signers,
    /// It goes on from the checkpoint that the reader holds.
    Held,
    /// One record is the beginning of the other.
    Consistency,
    /// Each event is in the record that the checkpoint names.
    Inclusion,
    /// What is in the file concerns the decision, and nothing else is in it.
    Concern,
    /// Each command is there once, well signed, and says what the event says.
    Command,
    /// The key that signed held the post.
    Post,
    /// The votes in the file are those counted, and the rule gives the verdict on record.
    Count,
}

impl Check {
    /// The check in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Check::Form => "form",
            Check::Genesis => "genesis",
            Check::Checkpoint => "checkpoint",
            Check::Nodes => "nodes",
            Check::Signers => "signers",
            Check::Held => "held",
            Check::Consistency => "consistency",
            Check::Inclusion => "inclusion",
            Check::Concern => "concern",
            Check::Command => "command",
            Check::Post => "post",
            Check::Count => "count",
        }
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Why a file proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The check that failed: the first, in their order.
    pub check: Check,
    /// At which event, by its place in the record, from 0.
    pub event: Option<u64>,
    /// What is wrong.
    pub what: String,
}

impl Fault {
    pub(super) fn new(check: Check, what: impl Into<String>) -> Fault {
        Fault { check, event: None, what: what.into() }
    }

    pub(super) fn at(check: Check, event: u64, what: impl Into<String>) -> Fault {
        Fault { check, event: Some(event), what: what.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the check of `{}` fails", self.check)?;
        if let Some(event) = self.event {
            write!(f, " at event {event} of the record")?;
        }
        write!(f, ": {}", self.what)
    }
}

impl core::error::Error for Fault {}
