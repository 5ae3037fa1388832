//! One event with the proof that it is in the record.

use ct_merkle::{InclusionProof, RootHash};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{Booked, Extent};
use sha2::Sha256;

/// One event with the proof that it is in the record.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Item {
    /// Its place in the record, from 0.
    #[n(0)]
    pub(super) index: u64,
    /// Its bytes: a leaf of the tree.
    #[n(1)]
    pub(super) leaf: ByteVec,
    /// The hashes beside the way from the leaf to the root, one after the other.
    #[n(2)]
    pub(super) path: ByteVec,
}

impl Item {
    /// The event, if it is at its place in the record that came to this; or why not.
    pub(super) fn read_in(&self, extent: &Extent) -> Result<Booked, &'static str> {
        if self.index >= extent.size {
            return Err("the record of the checkpoint is shorter");
        }
        let root = RootHash::<Sha256>::new(extent.root.0.into(), extent.size);
        let path = InclusionProof::try_from_bytes(self.path.to_vec());
        let path = path.map_err(|_| "its path is not made of hashes")?;
        root.verify_inclusion(&self.leaf.as_slice(), self.index, &path)
            .map_err(|_| "it is not in the record of the checkpoint at this place")?;
        Booked::from_bytes(&self.leaf).ok_or("it is no event that is known here")
    }
}
