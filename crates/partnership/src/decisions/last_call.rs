//! Last call: a decision closes only after enough blocks past its deadline, and votes in them count, so that nobody
//! who orders a block can drop the last votes. Article: decisions.

use crate::moment::Moment;

/// Of how many different members' nodes a block past its deadline is waited for before a decision closes: f + 1, where f
/// is how many of so many nodes may fail without harm. Of so many one at least is ordered by a node that drops nothing.
///
/// In a partnership on one node, whose blocks name no node, it is one block. The decision closes at the end of the last.
#[must_use]
pub(crate) fn last_call_blocks(may_fail: usize) -> usize {
    may_fail.saturating_add(1)
}

/// Whether votes are still heard on what closes at a moment, where deadlines up to another were heard out.
pub(super) fn goes_on(closes: Moment, heard: Moment) -> bool {
    heard < closes
}
