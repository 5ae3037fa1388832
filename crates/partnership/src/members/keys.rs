//! A member's keys, and the offices that it gave to others.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use ed25519_dalek::VerifyingKey;
use minicbor::{Decode, Encode};
use quorate_charter::Office;

use crate::ids::PublicKey;
use crate::moment::Moment;

/// An office given to a key, from one moment until another.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Credential {
    #[n(0)]
    pub(super) key: PublicKey,
    #[n(1)]
    pub(super) office: Office,
    #[n(2)]
    pub(super) from: Moment,
    #[n(3)]
    pub(super) until: Moment,
}

impl Credential {
    pub(super) fn holds(&self, at: Moment) -> bool {
        self.from <= at && !self.over(at)
    }

    pub(super) fn over(&self, at: Moment) -> bool {
        self.until <= at
    }

    pub(super) fn gives(&self, key: &PublicKey, office: Office) -> bool {
        self.key == *key && self.office == office
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Keys {
    #[n(0)]
    pub(super) root: PublicKey,
    #[n(1)]
    pub(super) recovery: PublicKey,
    /// Those that were not ended; one whose term is over goes when the next is given.
    #[n(2)]
    pub(super) credentials: Vec<Credential>,
    /// Every key that ever stood for the member, in any office: none is its root again.
    #[n(3)]
    pub(super) stood: BTreeSet<PublicKey>,
}

impl Keys {
    pub(super) fn credential(&self, key: &PublicKey, office: Office) -> Option<&Credential> {
        self.credentials.iter().find(|held| held.gives(key, office))
    }

    pub(super) fn end(&mut self, key: &PublicKey, office: Office) {
        self.credentials.retain(|held| !held.gives(key, office));
    }
}

/// A key ready to verify with. One that is no point of the curve is never known, so that nothing verifies under it.
pub(super) fn ready(key: PublicKey) -> Option<(PublicKey, VerifyingKey)> {
    VerifyingKey::from_bytes(&key.0).ok().map(|verifying| (key, verifying))
}
