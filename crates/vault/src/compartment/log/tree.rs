//! The tree of a log (RFC 9162, section 2.1, as C2SP's tlog-tiles hash it), of which only the beginning's whole trees are kept.

use minicbor::{Decode, Encode};
use sha2::{Digest as _, Sha256};

pub(in crate::compartment) type Hash = [u8; 32];

/// The longest log that is read of: a bound on the length of proofs, far above any log.
pub(in crate::compartment) const MAX_SIZE: u64 = 1 << 40;

/// The hash of a leaf.
pub(in crate::compartment) fn leaf(bytes: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(bytes).finalize().into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The beginning of a log: how many leaves it has, and the roots of the whole trees that it falls into, the largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(in crate::compartment) struct Front {
    #[n(0)]
    pub(in crate::compartment) size: u64,
    #[n(1)]
    hashes: Vec<Root>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub(in crate::compartment) struct Root(#[cbor(n(0), with = "minicbor::bytes")] pub(super) Hash);

impl Front {
    /// Whether it has as many trees as a log of its size.
    pub(in crate::compartment) fn is_sound(&self) -> bool {
        self.size <= MAX_SIZE && u32::try_from(self.hashes.len()) == Ok(self.size.count_ones())
    }

    pub(in crate::compartment) fn push(&mut self, leaf: Hash) {
        let (mut hash, mut size) = (leaf, self.size);
        while size & 1 == 1 {
            let Some(Root(left)) = self.hashes.pop() else { break };
            hash = node(&left, &hash);
            size >>= 1;
        }
        self.hashes.push(Root(hash));
        self.size = self.size.saturating_add(1);
    }

    /// The root over all of it; that of an empty log is SHA-256 of nothing.
    pub(in crate::compartment) fn root(&self) -> Hash {
        let mut trees = self.hashes.iter().rev().map(|Root(hash)| *hash);
        let Some(last) = trees.next() else { return Sha256::digest([]).into() };
        trees.fold(last, |right, left| node(&left, &right))
    }

    fn has(&self, tree: u32) -> bool {
        self.size.checked_shr(tree).is_some_and(|size| size & 1 == 1)
    }

    /// The tree over the leaves from one to another, if it is one of the whole ones here.
    fn whole(&self, from: u64, to: u64) -> Option<Hash> {
        let mut at = 0_u64;
        for (tree, Root(hash)) in (0..=40_u32).rev().filter(|bit| self.has(*bit)).zip(&self.hashes) {
            let end = at.saturating_add(1_u64.checked_shl(tree).unwrap_or_default());
            if (at, end) == (from, to) {
                return Some(*hash);
            }
            at = end;
        }
        None
    }
}

/// A beginning, and the leaves that follow on it.
pub(in crate::compartment) struct Known<'k> {
    pub(in crate::compartment) front: &'k Front,
    pub(in crate::compartment) leaves: &'k [Hash],
}

impl Known<'_> {
    /// Where trees of so many leaves part: the largest power of two below.
    fn middle(from: u64, to: u64) -> u64 {
        let many = to.saturating_sub(from);
        from.saturating_add(many.checked_next_power_of_two().unwrap_or(many) >> 1)
    }

    fn tree(&self, from: u64, to: u64) -> Option<Hash> {
        if to <= self.front.size {
            return self.front.whole(from, to);
        }
        if to.checked_sub(from)? == 1 {
            return self.leaves.get(usize::try_from(from.checked_sub(self.front.size)?).ok()?).copied();
        }
        let middle = Known::middle(from, to);
        Some(node(&self.tree(from, middle)?, &self.tree(middle, to)?))
    }

    /// The hashes beside the way from a leaf, which is not of the beginning, to the root of so many leaves.
    pub(in crate::compartment) fn path(&self, index: u64, size: u64) -> Option<Vec<Hash>> {
        self.beside(0, size, index)
    }

    fn beside(&self, from: u64, to: u64, index: u64) -> Option<Vec<Hash>> {
        if !(from..to).contains(&index) {
            return None;
        }
        if to.checked_sub(from)? == 1 {
            return Some(Vec::new());
        }
        let middle = Known::middle(from, to);
        let (mut path, other) = if index < middle {
            (self.beside(from, middle, index)?, self.tree(middle, to)?)
        } else {
            (self.beside(middle, to, index)?, self.tree(from, middle)?)
        };
        path.push(other);
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use ct_merkle::mem_backed_tree::MemoryBackedTree;
    use ct_merkle::{InclusionProof, RootHash};

    use super::*;

    #[test]
    fn roots_and_paths_are_those_of_the_library_from_every_beginning() {
        let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
        let (mut fronts, mut leaves) = (vec![Front::default()], Vec::new());
        for size in 1..=70_u64 {
            let bytes = size.to_be_bytes().to_vec();
            leaves.push(leaf(&bytes));
            tree.push(bytes);
            let mut front = fronts.last().unwrap().clone();
            front.push(*leaves.last().unwrap());
            assert!(front.is_sound());
            assert_eq!(front.root()[..], tree.root().as_bytes()[..], "{size}");
            fronts.push(front);
            let root = RootHash::<Sha256>::new(fronts.last().unwrap().root().into(), size);
            for from in [0, size / 3, size / 2, size - 1] {
                let front = &fronts[usize::try_from(from).unwrap()];
                let known = Known { front, leaves: &leaves[usize::try_from(from).unwrap()..] };
                for index in from..size {
                    let path = known.path(index, size).unwrap().concat();
                    let path = InclusionProof::try_from_bytes(path).unwrap();
                    let item = (index + 1).to_be_bytes().to_vec();
                    root.verify_inclusion(&item.as_slice(), index, &path).unwrap();
                }
                assert_eq!(known.path(size, size), None);
            }
        }
        assert_eq!(fronts[0].root()[..4], [0xe3, 0xb0, 0xc4, 0x42]);
    }
}
