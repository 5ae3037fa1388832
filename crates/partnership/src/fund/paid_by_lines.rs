//! What each line of the bank's statement paid of what was due, so that it can be owed again. Article: contributions.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::{About, Item};
use crate::ids::LineNo;

/// By line: of whom it paid what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct PaidByLines {
    #[n(0)]
    lines: BTreeMap<LineNo, Vec<(MemberCode, Item)>>,
}

impl PaidByLines {
    /// Takes note of what an entry paid.
    pub fn note(&mut self, about: &About, paid: &[(MemberCode, Item)]) {
        if let About::Line { line } = about
            && !paid.is_empty()
        {
            self.lines.entry(*line).or_default().extend_from_slice(paid);
        }
    }

    /// What a line paid.
    #[must_use]
    pub fn of(&self, line: LineNo) -> &[(MemberCode, Item)] {
        self.lines.get(&line).map(Vec::as_slice).unwrap_or_default()
    }

    /// The line pays nothing any more: what it had paid.
    pub fn end(&mut self, line: LineNo) -> Vec<(MemberCode, Item)> {
        self.lines.remove(&line).unwrap_or_default()
    }
}
