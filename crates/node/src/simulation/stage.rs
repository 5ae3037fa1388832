//! What a simulation begins with: keys, the genesis, who is false, and how long nodes wait.

use std::sync::Arc;

use arc_malachitebft_core_types::LinearTimeouts;
use fastrand::Rng;
use quorate_charter::{Charter, MemberCode, Office};
use quorate_partnership::{
    Founder, Genesis, GenesisError, Moment, Nature, PartnershipId, Post, members::Nodes,
};
use sha2::{Digest as _, Sha256};

use super::Conditions;
use super::delegations::key;
use super::liar::Lie;
use crate::engine::NodeKey;
use crate::keys::Key;

/// The first agreed moment of every simulation: 2026-12-01T09:00:00Z.
pub(super) const BEGINS: Moment = Moment(1_796_115_600_000);
/// Agreed milliseconds for one of the nodes' clocks: four hours a second.
pub(super) const RATE: u32 = 14_400;

/// A member's node: its first, its second.
pub(super) type NodeName = (MemberCode, u8);

/// The key of a member's node.
pub(super) fn node_key(name: NodeName, partnership: PartnershipId) -> NodeKey {
    NodeKey::new(Arc::new(signing_key(name)), partnership)
}

pub(super) fn signing_key((member, which): NodeName) -> Key {
    let mut hash = Sha256::new();
    hash.update(b"quorate/simulation-node/1\0");
    hash.update(member.to_string().as_bytes());
    hash.update([which]);
    Key::from_seed(&hash.finalize().into())
}

/// A rehearsal under this charter.
pub(super) fn genesis(charter: &str) -> Result<Genesis, GenesisError> {
    let read = Charter::read(charter).map_err(GenesisError::Charter)?;
    let founder = |(member, _)| Founder {
        member,
        root: key(Post { member, office: Office::Root }).public(),
        recovery: key(Post { member, office: Office::Recovery }).public(),
        node: signing_key((member, 1)).public(),
    };
    let founders = read.members().map(founder).collect();
    Genesis::new(Nature::Rehearsal { rate: RATE }, BEGINS, charter, founders)
}

/// Who is false, and how.
pub(super) fn lies(conditions: &Conditions, of: &Nodes, dice: &mut Rng) -> Vec<Option<Lie>> {
    let nodes = of.count();
    let liars = conditions.liars.unwrap_or_else(|| dice.usize(0..=of.may_fail())).min(nodes);
    let mut places: Vec<usize> = (0..nodes).collect();
    dice.shuffle(&mut places);
    let false_ones: Vec<usize> = places.into_iter().take(liars).collect();
    (0..nodes).map(|node| false_ones.contains(&node).then(|| dice.choice(Lie::ALL)).flatten()).collect()
}

/// Shorter than a node's, so that a run has more rounds.
pub(super) fn timeouts() -> LinearTimeouts {
    let millis = std::time::Duration::from_millis;
    LinearTimeouts {
        propose: millis(600),
        propose_delta: millis(100),
        prevote: millis(300),
        prevote_delta: millis(100),
        precommit: millis(300),
        precommit_delta: millis(100),
        rebroadcast: millis(700),
        max_timeout: millis(10_000),
    }
}
