//! What is wrong in a charter's text, and where.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::line::brief;

/// One thing that is wrong in a text: the place, what is wrong there, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    at: Range<usize>,
    what: String,
    help: String,
}

impl Fault {
    /// A fault at these bytes of the text, which quotes no more of it than people read.
    #[must_use]
    pub fn new(at: Range<usize>, what: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault { at, what: brief(&what.into()), help: help.into() }
    }

    /// The bytes of the text at fault, for carets; within the text, possibly empty.
    #[must_use]
    pub fn at(&self) -> Range<usize> {
        self.at.clone()
    }

    /// What is wrong, in a sentence without capital or full stop.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// What to do about it; empty when the fault says it all.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }

    /// The same fault in a longer text, of which this text starts at byte `by`.
    #[must_use]
    pub(crate) fn moved(self, by: usize) -> Fault {
        let at = self.at.start.saturating_add(by)..self.at.end.saturating_add(by);
        Fault { at, ..self }
    }
}

/// Everything that is wrong in a text: never empty, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    first: Fault,
    others: Vec<Fault>,
}

impl Faults {
    /// The faults of a list, or nothing for an empty one.
    #[must_use]
    pub fn from_list(mut list: Vec<Fault>) -> Option<Faults> {
        list.sort_by_key(|fault| fault.at.start);
        let mut list = list.into_iter();
        let first = list.next()?;
        Some(Faults { first, others: list.collect() })
    }

    /// The first fault in the order of the text.
    #[must_use]
    pub fn first(&self) -> &Fault {
        &self.first
    }

    /// All faults, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        core::iter::once(&self.first).chain(&self.others)
    }
}

impl From<Fault> for Faults {
    fn from(first: Fault) -> Faults {
        Faults { first, others: Vec::new() }
    }
}
