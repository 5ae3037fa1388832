//! That the record as of an earlier height is the beginning of one that is signed.

use alloc::vec::Vec;

use quorate_partnership::TreeRoot;

use super::note::Note;
use super::whole::{Tree, Whole, root_of};

/// What the record came to at a height, and what leads from there to a signed checkpoint.
///
/// Whoever has the events up to that height computes the root from them (RFC 9162, 2.1.1), and needs to believe nobody: `path`
/// leads from it to the root that the members' nodes signed (RFC 9162, 2.1.4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The height.
    pub height: u64,
    /// How many events the record had then.
    pub size: u64,
    /// The root of its tree.
    pub root: TreeRoot,
    /// The consistency proof between the two sizes; empty if they are the same, or the first is 0.
    pub path: Vec<[u8; 32]>,
    /// A signed checkpoint of that height or a later one.
    pub note: Note,
}

impl Begun {
    /// The same of a height, from the whole record up to a signed checkpoint; none if the checkpoint is of an earlier height, or
    /// of another record.
    #[must_use]
    pub fn of(whole: &Whole, note: &Note, height: u64) -> Option<Begun> {
        let signed = note.checkpoint();
        if height > signed.height {
            return None;
        }
        let size = whole.events.partition_point(|booked| booked.height <= height);
        let mut tree = Tree::new();
        whole.events.get(..size)?.iter().for_each(|booked| tree.push(booked.to_bytes()));
        let root = root_of(&tree);
        let rest = whole.events.get(size..)?;
        rest.iter().for_each(|booked| tree.push(booked.to_bytes()));
        if (tree.len(), root_of(&tree)) != (signed.extent.size, signed.extent.root) {
            return None;
        }
        let path = if size == 0 || rest.is_empty() { Vec::new() } else { path(&tree, rest.len()) };
        Some(Begun { height, size: u64::try_from(size).ok()?, root, path, note: note.clone() })
    }
}

fn path(tree: &Tree, added: usize) -> Vec<[u8; 32]> {
    tree.prove_consistency(added).as_bytes().as_chunks::<32>().0.to_vec()
}
