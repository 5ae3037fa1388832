//! The whole record, from which files are made.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use quorate_partnership::{Booked, CommandId, TreeRoot};
use sha2::Sha256;

use super::checkpoint::Checkpoint;
use super::file::Unprovable;
use super::item::Item;
use super::nodes::{Change, Judges};
use super::note::Note;

/// The whole record up to a height.
#[derive(Clone, Debug, Default)]
pub struct Whole {
    /// Every event, in order.
    pub events: Vec<Booked>,
    /// Every command that was ordered, as it was signed.
    pub commands: BTreeMap<CommandId, Vec<u8>>,
    /// Every change of the nodes, in order.
    pub changes: Vec<NodeChange>,
}

impl Whole {
    /// The root of the record's tree when it had this size; none if it is shorter.
    #[must_use]
    pub fn root_at(&self, size: u64) -> Option<TreeRoot> {
        let events = self.events.get(..usize::try_from(size).ok()?)?;
        let mut tree = Tree::new();
        events.iter().for_each(|booked| tree.push(booked.to_bytes()));
        Some(root_of(&tree))
    }
}

/// A change of the nodes that agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeChange {
    /// The place of its event in the record, from 0.
    pub event: usize,
    /// What the record came to after its block.
    pub checkpoint: Checkpoint,
    /// The nodes that agreed on its block, and that sign the checkpoint.
    pub judges: Judges,
}

pub(super) type Tree = MemoryBackedTree<Sha256, Vec<u8>>;

/// The tree of a record as it grew.
pub(super) struct Grown {
    pub(super) tree: Tree,
    /// Each change of the nodes with its proof under its own checkpoint.
    pub(super) changes: Vec<Change>,
    /// The root when the record had the size that was asked for.
    pub(super) root: TreeRoot,
}

impl Grown {
    /// Lets the tree grow, with the signed checkpoints of the changes of the nodes in their order; keeps the root that it had
    /// at a size, or its last if it never had that size.
    pub(super) fn of(whole: &Whole, notes: &[Note], size: u64) -> Result<Grown, Unprovable> {
        let tree = Tree::new();
        let mut grown = Grown { root: root_of(&tree), tree, changes: Vec::new() };
        let (mut left, mut signed) = (whole.changes.iter().peekable(), notes.iter());
        for booked in &whole.events {
            grown.tree.push(booked.to_bytes());
            if grown.tree.len() <= size {
                grown.root = root_of(&grown.tree);
            }
            let is_here = |change: &&NodeChange| change.checkpoint.extent.size == grown.tree.len();
            if let Some(change) = left.next_if(is_here) {
                let note = signed.next().filter(|note| *note.checkpoint() == change.checkpoint);
                let note = note.ok_or(Unprovable::Unchained(change.checkpoint.height))?.text();
                let event = whole.events.get(change.event);
                let item = event.and_then(|booked| item(&grown.tree, change.event, booked));
                let item = item.ok_or(Unprovable::Unchained(change.checkpoint.height))?;
                grown.changes.push(Change { item, note });
            }
        }
        Ok(grown)
    }
}

pub(super) fn root_of(tree: &Tree) -> TreeRoot {
    TreeRoot((*tree.root().as_bytes()).into())
}

/// An event with the proof that it is in a tree; none if the tree is shorter.
pub(super) fn item(tree: &Tree, at: usize, booked: &Booked) -> Option<Item> {
    let index = u64::try_from(at).ok().filter(|index| *index < tree.len())?;
    let path = tree.prove_inclusion(at).as_bytes().to_vec();
    Some(Item { index, leaf: booked.to_bytes().into(), path: path.into() })
}
