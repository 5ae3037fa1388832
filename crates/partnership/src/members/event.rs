//! What happens in the members room.

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office};

use crate::ids::PublicKey;
use crate::moment::Moment;

/// Something that happened to a member's keys.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Event {
    /// A key was given an office; it works from the next block.
    #[n(0)]
    Accredited {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The key.
        #[n(1)]
        key: PublicKey,
        /// The office.
        #[n(2)]
        office: Office,
        /// The first moment of the term.
        #[n(3)]
        from: Moment,
        /// The first moment after the term.
        #[n(4)]
        until: Moment,
    },
    /// A credential was ended; it stopped working at once.
    #[n(1)]
    Revoked {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The key.
        #[n(1)]
        key: PublicKey,
        /// The office.
        #[n(2)]
        office: Office,
    },
    /// A member's root key was replaced on the word of its recovery key.
    #[n(2)]
    RootReplaced {
        /// The member.
        #[n(0)]
        member: MemberCode,
        /// The new root key.
        #[n(1)]
        root: PublicKey,
        /// Whether all credentials of the member ended with the old root.
        #[n(2)]
        end_credentials: bool,
    },
}
