//! What names a product and a compartment, wherever they are.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use quorate_partnership::{DocumentHash, HexError};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                DocumentHash(self.0).fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl FromStr for $name {
            type Err = HexError;

            fn from_str(text: &str) -> Result<$name, HexError> {
                text.parse::<DocumentHash>().map(|hash| $name(hash.0))
            }
        }
    };
}

id! {
    /// A sealed product: the hash of its length, its segments and the commitment to its key (docs/vault.md). The same everywhere,
    /// and nobody gives it out.
    ProductId
}
id! {
    /// A compartment: the hash of its founder's credential and chance. Whoever carries its parcels sees it, and nothing else
    /// names it. Never a number that a node gives out: numbers of one node have meant other groups at another.
    CompartmentId
}
