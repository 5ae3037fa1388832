//! The fixed partnership of the vectors: its keys, its moments, its genesis.

use ed25519_dalek::{Signer, SigningKey};
use quorate_charter::Office;
use quorate_partnership::{
    Basis, BlockId, Command, Founder, Genesis, Moment, Nature, PartnershipId, Post, PublicKey, Unsigned,
};

/// 2026-01-01T00:00:00Z.
pub(crate) const BEGINS: Moment = Moment(1_767_225_600_000);
pub(crate) const HOUR: u64 = 3_600_000;
pub(crate) const DAY: u64 = 24 * HOUR;
/// When every vector expires: two days after the beginning.
pub(crate) const EXPIRES: Moment = Moment(BEGINS.0 + 2 * DAY);

/// The key of one seed: 32 equal bytes.
pub(crate) fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

pub(crate) fn public(key: &SigningKey) -> PublicKey {
    PublicKey(key.verifying_key().to_bytes())
}

/// The members, in the order of their codes.
const MEMBERS: [&str; 4] = ["XAA", "XBB", "XCC", "XDD"];

/// The key that holds a post: XAA has the seeds 1 to 7, one an office, XBB those from 11 on, XCC those from 21 on and
/// XDD those from 31 on.
pub(crate) fn key_of(post: Post) -> SigningKey {
    let member = MEMBERS.into_iter().position(|member| member == post.member.as_str()).unwrap();
    let first = 1 + 10 * u8::try_from(member).unwrap();
    let office = Office::ALL.into_iter().position(|office| office == post.office).unwrap();
    key(first + u8::try_from(office).unwrap())
}

/// The key of a member's node: the seeds 51 to 54.
pub(crate) fn node_of(member: &str) -> SigningKey {
    key(51 + u8::try_from(MEMBERS.into_iter().position(|known| known == member).unwrap()).unwrap())
}

pub(crate) fn post(text: &str) -> Post {
    text.parse().unwrap()
}

pub(crate) fn genesis() -> Genesis {
    let founder = |member: &str| Founder {
        member: member.parse().unwrap(),
        root: public(&key_of(post(&format!("{member}/root")))),
        recovery: public(&key_of(post(&format!("{member}/recovery")))),
        node: public(&node_of(member)),
    };
    let founders = MEMBERS.into_iter().map(founder).collect();
    Genesis::new(Nature::Real, BEGINS, include_str!("charter.toml"), founders).unwrap()
}

/// A command of a post, signed by its key on the genesis.
pub(crate) fn signed(partnership: &PartnershipId, post: Post, nonce: u64, command: Command) -> Vec<u8> {
    let key = key_of(post);
    let basis = Basis { partnership: *partnership, tip: BlockId(partnership.0) };
    let unsigned = Unsigned::prepare(basis, post, public(&key), EXPIRES, nonce, command);
    let signature = key.sign(unsigned.to_be_signed()).to_bytes();
    unsigned.with_signature(&signature)
}
