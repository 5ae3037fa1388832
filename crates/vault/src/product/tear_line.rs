//! What ties a tear-line version to its whole, for those who are told of it, and says nothing to all others.

use minicbor::{Decode, Encode};
use quorate_partnership::hash;

use super::{NoChance, ProductId, Secret};

/// A commitment to the product of which this one is a tear-line version: the hash of that one's id and 32 random bytes, which
/// are told to the readers of the whole alone. **Every header has one**: where there is no whole it is chance, so that a reader
/// of a tear-line version does not see that it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct TearLine(#[cbor(n(0), with = "minicbor::bytes")] pub(super) [u8; 32]);

impl TearLine {
    /// The commitment to a whole.
    pub(crate) fn of(whole: ProductId, opening: &[u8; 32]) -> TearLine {
        TearLine(hash("quorate/tear-line/1", &[&whole.0, opening]))
    }

    /// That of a product that has no whole.
    pub(super) fn none() -> Result<TearLine, NoChance> {
        Secret::random().map(|chance| TearLine(*chance.expose()))
    }

    /// Whether this opens it to that whole.
    pub(crate) fn is_of(&self, whole: ProductId, opening: &[u8; 32]) -> bool {
        *self == TearLine::of(whole, opening)
    }
}

/// One for a header that is only planned.
impl Default for TearLine {
    fn default() -> TearLine {
        TearLine([0; 32])
    }
}
