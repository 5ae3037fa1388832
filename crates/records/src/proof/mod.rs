//! What can be shown to an outsider: a checkpoint of the record, signed by the members' nodes, and a file that proves
//! one decision from the genesis alone.
//!
//! A [`Checkpoint`] is a tlog-checkpoint (C2SP) as a signed note; [`RecordFile`] carries the genesis, a checkpoint, the
//! changes of the nodes that lead from the one to the other, and
//! what concerns one decision, each event with its proof of inclusion and each command as it was signed.
//! [`verify`] believes nothing in it but the genesis, whose fingerprint the reader compares. [`ConsistencyFile`] shows of two
//! checkpoints that the record of one is the beginning of that of the other; [`Tiles`] are the whole record as static files.

mod begun;
mod check;
mod checkpoint;
mod consistency;
mod fault;
mod file;
mod financing;
mod in_kind;
mod instrument;
mod item;
mod nodes;
mod note;
mod paper;
mod says;
mod select;
mod tiles;
mod whole;

pub use begun::Begun;
pub use check::{Expected, Payee, Proven, verify};
pub use checkpoint::{Checkpoint, MAX_TREE_SIZE};
pub use consistency::{Compared, ConsistencyFile, Fork, compare, is_consistency_file};
pub use fault::{Check, Fault};
pub use file::{MAX_RECORD_FILE_BYTES, MAX_RECORD_FILE_EVENTS, RecordFile, Unprovable};
pub use nodes::{Judges, MAX_NODE_CHANGES};
pub use note::{MAX_NOTE_BYTES, Note};
pub use paper::{grouped_hex, root_words, words_of};
pub use tiles::{Tile, Tiles, TooLong};
pub use whole::{NodeChange, Whole};

/// How many of so many nodes can be false without harm: fewer than a third.
///
/// ```
/// assert_eq!([1, 3, 4, 6, 7].map(quorate_records::proof::false_nodes), [0, 0, 1, 1, 2]);
/// ```
#[must_use]
pub fn false_nodes(nodes: usize) -> usize {
    nodes.saturating_sub(1).checked_div(3).unwrap_or_default()
}
