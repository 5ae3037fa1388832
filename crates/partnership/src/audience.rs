//! Who may read an entry: everybody, or the members alone.

use minicbor::{Decode, Encode};

/// For whom an entry of the main order is. Every member's node reads the whole order, so there is nothing narrower here:
/// what only its parties may read stands in a partnership of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Audience {
    /// The members alone: nothing that is published shows it.
    #[default]
    #[n(0)]
    Members,
    /// Everybody.
    #[n(1)]
    Public,
}

impl Audience {
    /// The audience in a word, as registers show it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Audience::Members => "members",
            Audience::Public => "public",
        }
    }
}
