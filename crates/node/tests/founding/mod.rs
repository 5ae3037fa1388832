//! A partnership of four members on one node, with exercise keys.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "shared by tests; each uses a part"
)]
#![allow(clippy::arithmetic_side_effects, reason = "a test")]

use std::path::Path;

use quorate_charter::Office;
use quorate_node::{Key, Node, Signer as _};
use quorate_partnership::{Founder, Genesis, Moment, Nature, Phrase, Post, fund, members};

pub(crate) const CHARTER: &str = include_str!("../../../../charters/partnership.toml");
pub(crate) const BEGINS: Moment = Moment(1_796_115_600_000);
const A_YEAR: u64 = 365 * 24 * 60 * 60 * 1000;
const A_DAY: u64 = 24 * 60 * 60 * 1000;

pub(crate) fn key(post: Post) -> Key {
    Key::of_exercise("node tests", post)
}

pub(crate) fn post(member: &str, office: Office) -> Post {
    Post { member: member.parse().unwrap(), office }
}

pub(crate) fn representative(member: &str) -> Post {
    post(member, Office::Representative)
}

/// The four members; agreed time runs ten thousand times as fast as the clock, so that quotas renew.
pub(crate) fn genesis(nature: Nature) -> Genesis {
    let founder = |member| Founder {
        member: post(member, Office::Root).member,
        root: key(post(member, Office::Root)).public(),
        recovery: key(post(member, Office::Recovery)).public(),
        node: Key::of_exercise_node("node tests", member.parse().unwrap()).public(),
    };
    let founders = ["CAN", "DEU", "FRA", "GBR"].map(founder).to_vec();
    // Without the quota of the founding charter, which a test of the store would use up.
    let charter = CHARTER.replace("commands-a-day = 200", "commands-a-day = 1000000");
    Genesis::new(nature, BEGINS, &charter, founders).unwrap()
}

/// A new partnership whose members have accredited a representative each.
pub(crate) fn begin(directory: &Path) -> Node {
    let mut node = Node::create(directory, &genesis(Nature::Rehearsal { rate: 0 })).unwrap();
    for member in ["CAN", "DEU", "FRA", "GBR"] {
        let root = post(member, Office::Root);
        let accredit = members::Accredit {
            key: key(representative(member)).public(),
            office: Office::Representative,
            from: BEGINS,
            until: Moment(BEGINS.0 + A_YEAR),
        };
        let command = members::Command::Accredit(accredit).into();
        let signed =
            key(root).sign_command(node.basis(), root, Moment(BEGINS.0 + A_DAY), 0, command).unwrap();
        let submitted = node.submit(&[signed]).unwrap();
        assert!(
            submitted
                .answers
                .iter()
                .all(|answer| answer.as_ref().is_ok_and(|answer| answer.refusal.is_none()))
        );
    }
    node
}

/// A signed command that is always accepted.
pub(crate) fn indication(node: &Node, by: Post, nonce: u64) -> Vec<u8> {
    let source: Phrase = format!("note {nonce}").parse().unwrap();
    let indicate =
        fund::Indicate { of: by.member, standing: fund::Standing::Announced, amount: None, source };
    let expires = Moment(node.moment().0 + A_DAY);
    key(by).sign_command(node.basis(), by, expires, nonce, fund::Command::Indicate(indicate).into()).unwrap()
}
