//! The end of a sealed file: what its segments are checked by, and the way to its key.

use minicbor::{Decode, Encode};

use super::archive::WRAPPED;
use super::body::{MAX_SEGMENTS, SEGMENT, segments};
use super::header::MAX_HEADER;
use super::key::TAG;
use quorate_partnership::hash;

use super::ProductId;

/// How a sealed file begins.
pub(super) const BEGINNING: &[u8; 16] = b"quorate/product1";
/// The longest signature, sealed, in bytes.
const MAX_SIGNATURE: usize = 2048;

/// The foot, in deterministic CBOR; its length follows it, in eight bytes, and then the file ends.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Foot {
    #[n(0)]
    version: u8,
    /// How long the text is, filled up.
    #[n(1)]
    pub(super) filled: u64,
    /// What follows from the product's key: no second key opens the file to another text.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(super) commitment: [u8; 32],
    /// The product's key or a half of it, under the archive's.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub(super) wrapped: Vec<u8>,
    /// The header.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub(super) header: Vec<u8>,
    /// The originator's signature: sealed, for it would say to everybody whose the product is.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub(super) signature: Vec<u8>,
    /// The hash of each segment, one after the other.
    #[cbor(n(6), with = "minicbor::bytes")]
    pub(super) hashes: Vec<u8>,
}

/// The longest foot, in bytes.
pub(super) const MAX_FOOT: u64 = 32 * MAX_SEGMENTS + 512 * 1024;

impl Foot {
    pub(super) fn new(filled: u64, commitment: [u8; 32], hashes: Vec<u8>) -> Foot {
        let (wrapped, header, signature) = (Vec::new(), Vec::new(), Vec::new());
        Foot { version: 1, filled, commitment, wrapped, header, signature, hashes }
    }

    /// The product that has these segments and this key.
    pub(super) fn product(&self) -> ProductId {
        let length = self.filled.to_be_bytes();
        ProductId(hash("quorate/product-id/1", &[&length, &self.commitment, &self.hashes]))
    }

    /// Its bytes, with their length after them.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory does not fail.
        let mut bytes = minicbor::to_vec(self).unwrap_or_default();
        let length = u64::try_from(bytes.len()).unwrap_or_default();
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes
    }

    /// Reads a foot; none if it is none, or not in the one form.
    pub(super) fn read(bytes: &[u8]) -> Option<Foot> {
        let foot: Foot = minicbor::decode(bytes).ok()?;
        let count = usize::try_from(segments(foot.filled)?).ok()?;
        let is_sized = foot.version == 1
            && foot.wrapped.len() == WRAPPED
            && (TAG..=MAX_HEADER.saturating_add(TAG)).contains(&foot.header.len())
            && (TAG..=MAX_SIGNATURE).contains(&foot.signature.len())
            && foot.hashes.len() == count.checked_mul(32)?;
        (is_sized && minicbor::to_vec(&foot).ok()? == bytes).then_some(foot)
    }

    /// How long the file is whose foot has this length, both in bytes.
    pub(super) fn file(&self, foot: u64) -> Option<u64> {
        let tags = segments(self.filled)?.checked_mul(u64::try_from(TAG).ok()?)?;
        let beginning = u64::try_from(BEGINNING.len()).ok()?;
        beginning.checked_add(self.filled)?.checked_add(tags)?.checked_add(foot)?.checked_add(8)
    }

    /// The hash of a segment, and how long its text is.
    pub(super) fn segment(&self, at: u64) -> Option<(&[u8], usize)> {
        let from = usize::try_from(at).ok()?.checked_mul(32)?;
        let before = at.checked_mul(u64::try_from(SEGMENT).ok()?)?;
        let length = usize::try_from(self.filled.checked_sub(before)?).ok()?.min(SEGMENT);
        Some((self.hashes.get(from..from.checked_add(32)?)?, length))
    }
}
