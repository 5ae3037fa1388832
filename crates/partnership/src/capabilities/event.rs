//! What happens in the capabilities room.

use alloc::boxed::Box;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::name::ThingName;
use super::thing::Thing;

/// Something that was said about capabilities.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A member declared a thing of its own.
    #[n(0)]
    Declared {
        /// The member.
        #[n(0)]
        by: MemberCode,
        /// How often it has declared it now, from 1, since it last had not; this one alone stands.
        #[n(1)]
        version: u32,
        /// The thing.
        #[n(2)]
        thing: Box<Thing>,
    },
    /// A member withdrew a thing.
    #[n(1)]
    Withdrawn {
        /// The member.
        #[n(0)]
        by: MemberCode,
        /// The thing's name among its own.
        #[n(1)]
        name: ThingName,
    },
}
