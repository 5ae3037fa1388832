//! The record's tree (RFC 9162, section 2.1): every event is a leaf, and one hash stands for all of them in order.
//!
//! The partnership keeps the right-hand edge alone: one hash for each whole part of the tree, at most 64. Whoever
//! proves that an event is in the record needs the events, and keeps them elsewhere.

use alloc::vec::Vec;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use sha2::{Digest as _, Sha256};

use crate::ids::{Digest, TreeRoot};

/// The record so far: how many events, the root of their tree, and their chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// How many events.
    pub size: u64,
    /// The root of their tree.
    pub root: TreeRoot,
    /// Each event's hash chained to the one before.
    pub digest: Digest,
}

/// The right-hand edge of the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Edge {
    size: u64,
    /// The roots of the whole parts, the largest first: one for each bit of the size.
    parts: Vec<[u8; 32]>,
}

impl Edge {
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf at the right.
    pub(crate) fn push(&mut self, leaf: &[u8]) {
        let mut right = leaf_hash(leaf);
        // A part as large as what was just made whole joins it, from the right on.
        for _ in 0..self.size.trailing_ones() {
            let Some(left) = self.parts.pop() else { break };
            right = node_hash(&left, &right);
        }
        self.parts.push(right);
        self.size = self.size.saturating_add(1);
    }

    /// The root over all leaves.
    pub(crate) fn root(&self) -> TreeRoot {
        let over = |right: [u8; 32], left: &[u8; 32]| node_hash(left, &right);
        let mut parts = self.parts.iter().rev();
        // The tree of nothing has the hash of nothing.
        let last = parts.next().copied().unwrap_or_else(|| Sha256::new().finalize().into());
        TreeRoot(parts.fold(last, over))
    }
}

/// The size and the roots of the whole parts, of which there are as many as the size has bits.
impl<C> Encode<C> for Edge {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), EncodeError<W::Error>> {
        let Edge { size, parts } = self;
        let parts: Vec<TreeRoot> = parts.iter().copied().map(TreeRoot).collect();
        e.encode_with((size, parts), ctx)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Edge {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Edge, DecodeError> {
        let at = d.position();
        let (size, parts): (u64, Vec<TreeRoot>) = d.decode_with(ctx)?;
        if u32::try_from(parts.len()) != Ok(size.count_ones()) {
            return Err(DecodeError::message("not the edge of a tree of this size").at(at));
        }
        Ok(Edge { size, parts: parts.into_iter().map(|root| root.0).collect() })
    }
}

fn leaf_hash(leaf: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update([0]).chain_update(leaf).finalize().into()
}

fn node_hash(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    /// The leaves and roots that implementations of Certificate Transparency test against.
    const LEAVES: [&[u8]; 8] = [
        b"",
        &[0x00],
        &[0x10],
        &[0x20, 0x21],
        &[0x30, 0x31],
        &[0x40, 0x41, 0x42, 0x43],
        &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        &[0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
    ];
    const ROOTS: [&str; 9] = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    #[test]
    fn roots_are_those_that_others_publish() {
        let mut edge = Edge::default();
        assert_eq!(edge.root().to_string(), ROOTS[0]);
        for (leaf, root) in LEAVES.iter().zip(&ROOTS[1..]) {
            edge.push(leaf);
            assert_eq!(edge.root().to_string(), *root, "{}", edge.size());
        }
        assert_eq!((edge.size(), edge.parts.len()), (8, 1));
    }
}
