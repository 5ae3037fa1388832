//! Keys that stand for posts in a rehearsal.

use ed25519_dalek::SigningKey;
use quorate_charter::{MemberCode, Office};
use quorate_partnership::PublicKey;

/// A sound key that stands for a post in a rehearsal, and for nothing else.
pub(crate) fn key(member: MemberCode, office: Office) -> PublicKey {
    named(member, office.name())
}

pub(crate) fn named(member: MemberCode, what: &str) -> PublicKey {
    let mut seed = [7; 32];
    let name = member.as_str().bytes().chain(what.bytes());
    for (place, byte) in seed.iter_mut().zip(name) {
        *place = byte;
    }
    PublicKey(SigningKey::from_bytes(&seed).verifying_key().to_bytes())
}
