//! Last call: a decision closes only after enough blocks past its deadline, and votes in them count, so that nobody
//! who orders a block can drop the last votes. Article: decisions.

use crate::moment::Moment;

/// The number of blocks, by different members, past its deadline that a decision still hears: f + 1, where f is how
/// many nodes may fail without harm. Of so many one at least is ordered by a node that drops nothing. One node
/// leaves f at 0.
///
/// The block is the first whose moment is not before the deadline, and the decision closes at its end. With more
/// nodes this becomes a count of blocks, each by another node.
pub const LAST_CALL_BLOCKS: u64 = 1;

/// Whether a block on a parent of this moment still hears votes on what closes then: its parent came before the
/// deadline, so that it is one of the [`LAST_CALL_BLOCKS`], or earlier.
pub(super) fn is_heard(closes: Moment, parent: Moment) -> bool {
    parent < closes
}
