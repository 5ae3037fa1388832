//! The nodes that agree on the next block: one a member, whatever its votes weigh. Suspension never takes one.
//!
//! The set changes by one node a block at most, so that a newcomer is one among many that were there before.

use alloc::collections::BTreeMap;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::Event;
use crate::genesis::{Founder, Genesis};
use crate::ids::{NodesDigest, PublicKey, hash};
use crate::moment::Moment;

/// The nodes that agree on the next block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Nodes {
    #[n(0)]
    agree: BTreeMap<MemberCode, PublicKey>,
    /// Every key that a node ever had, and whose it was: none is a node's again.
    #[n(1)]
    stood: BTreeMap<PublicKey, MemberCode>,
    /// The block that changed the set last, by its moment.
    #[n(2)]
    changed: Option<Moment>,
    /// The keys that agree no more, and the block by which each went, by its moment.
    #[n(3)]
    gone: BTreeMap<PublicKey, Moment>,
    /// Members that left in a block that had changed the set already, and since when: their nodes go with the next.
    #[n(4)]
    going: BTreeMap<MemberCode, Moment>,
    /// The last change: whose node, and the key that it had before, if it had one.
    #[n(5)]
    last: Option<(MemberCode, Option<PublicKey>)>,
    /// The nodes of the genesis and every change since, in order, each hashed with what was before.
    #[cbor(n(6), with = "minicbor::bytes")]
    digest: [u8; 32],
}

impl Nodes {
    pub(super) fn founded(founders: &[Founder]) -> Nodes {
        let mut nodes = Nodes::default();
        for founder in founders {
            nodes.agree.insert(founder.member, founder.node);
            nodes.stood.insert(founder.node, founder.member);
            nodes.chain(founder.member, Some(founder.node));
        }
        nodes
    }

    /// The nodes of a genesis, for whoever follows a record without a partnership.
    #[must_use]
    pub fn begin(genesis: &Genesis) -> Nodes {
        Nodes::founded(genesis.founders())
    }

    /// Takes in what happened at this moment; whether other nodes agree since.
    pub fn hear(&mut self, event: &Event, at: Moment) -> bool {
        let before = self.digest;
        self.apply(event, at);
        self.digest != before
    }

    /// The nodes of the genesis and every change of them since, in order.
    #[must_use]
    pub fn digest(&self) -> NodesDigest {
        NodesDigest(self.digest)
    }

    /// Whether the block of this moment has changed the set.
    #[must_use]
    pub fn has_changed(&self, at: Moment) -> bool {
        self.changed == Some(at)
    }

    /// The nodes that agreed on the last block, which is of this moment, in the order of the members' codes: those of before
    /// it changed the set, if it did.
    #[must_use]
    pub fn agreed(&self, at: Moment) -> BTreeMap<MemberCode, PublicKey> {
        let mut agreed = self.agree.clone();
        match self.last.filter(|_| self.has_changed(at)) {
            Some((member, Some(key))) => agreed.insert(member, key),
            Some((member, None)) => agreed.remove(&member),
            None => None,
        };
        agreed
    }

    fn chain(&mut self, member: MemberCode, key: Option<PublicKey>) {
        let key = key.as_ref().map(|key| key.0.as_slice()).unwrap_or_default();
        self.digest = hash("quorate/nodes/1", &[&self.digest, member.as_str().as_bytes(), key]);
    }

    /// The members that have a node, each with its key, in the order of their codes.
    pub fn each(&self) -> impl Iterator<Item = (MemberCode, PublicKey)> {
        self.agree.iter().map(|(member, key)| (*member, *key))
    }

    /// How many there are: from 1 on.
    #[must_use]
    pub fn count(&self) -> usize {
        self.agree.len()
    }

    /// How many may fail while the rest go on and never fork: fewer than a third.
    #[must_use]
    pub fn may_fail(&self) -> usize {
        self.count().saturating_sub(1) / 3
    }

    /// The key of a member's node, if it has one.
    #[must_use]
    pub fn of(&self, member: MemberCode) -> Option<PublicKey> {
        self.agree.get(&member).copied()
    }

    /// Whose node's key this is, or ever was.
    #[must_use]
    pub fn whose(&self, key: &PublicKey) -> Option<MemberCode> {
        self.stood.get(key).copied()
    }

    /// Whether the node with this key agrees on the next block.
    #[must_use]
    pub fn agrees(&self, key: &PublicKey) -> bool {
        self.whose(key).is_some_and(|member| self.of(member) == Some(*key))
    }

    /// The moment of the block by which a node went that agrees no more.
    #[must_use]
    pub fn gone(&self, key: &PublicKey) -> Option<Moment> {
        self.gone.get(key).copied()
    }

    /// The node that goes with the block that begins, and since when its member is gone.
    pub(crate) fn goes(&self) -> Option<(MemberCode, Moment)> {
        self.going.first_key_value().map(|(member, since)| (*member, *since))
    }

    pub(super) fn apply(&mut self, event: &Event, at: Moment) {
        match event {
            Event::NodeNamed { member, node } => {
                let before = self.agree.insert(*member, *node);
                self.last = Some((*member, before));
                self.chain(*member, Some(*node));
                self.gone.extend(before.map(|key| (key, at)));
                self.stood.insert(*node, *member);
                self.going.remove(member);
                self.changed = Some(at);
            }
            Event::Left { member } if self.has_changed(at) => {
                self.going.insert(*member, at);
            }
            Event::Left { member } | Event::NodeGone { member } => self.take_out(*member, at),
            _ => {}
        }
    }

    fn take_out(&mut self, member: MemberCode, at: Moment) {
        self.going.remove(&member);
        // The last stays, or nobody could order what is still to be settled.
        let gone = if self.count() > 1 { self.agree.remove(&member) } else { None };
        if let Some(key) = gone {
            self.gone.insert(key, at);
            self.last = Some((member, Some(key)));
            self.chain(member, None);
            self.changed = Some(at);
        }
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;
    use crate::exercise::standing::withdraw;
    use crate::exercise::{Exercise, MEMBERS};

    fn codes(x: &Exercise) -> Vec<MemberCode> {
        x.partnership.members().nodes().each().map(|(member, _)| member).collect()
    }

    #[test]
    fn the_founders_nodes_agree_and_who_leaves_takes_its_own_along() {
        let mut x = Exercise::begin();
        assert_eq!(codes(&x), MEMBERS.map(|member| member.parse().unwrap()));
        let key = x.partnership.members().nodes().of("GBR".parse().unwrap()).unwrap();
        x.accept("GBR/root", withdraw());
        assert!(x.partnership.members().nodes().agrees(&key), "as long as the notice runs");
        x.wait("365d").pass();
        let nodes = x.partnership.members().nodes();
        assert_eq!((nodes.count(), nodes.agrees(&key)), (3, false));
        assert_eq!(nodes.whose(&key), Some("GBR".parse().unwrap()), "it is known whose it was");
        assert_eq!(nodes.gone(&key), Some(x.partnership.moment()));
    }

    #[test]
    fn of_two_that_leave_at_once_the_second_node_goes_with_the_next_block_and_the_last_stays() {
        let mut x = Exercise::begin();
        for member in MEMBERS {
            x.accept(&[member, "/root"].concat(), withdraw());
        }
        x.wait("365d").pass();
        assert_eq!(codes(&x).len(), 3, "one a block");
        let gone = |member: &str| Event::NodeGone { member: member.parse().unwrap() }.into();
        assert_eq!(x.pass(), vec![gone("DEU")]);
        assert_eq!(x.pass(), vec![gone("FRA")]);
        assert_eq!(codes(&x), ["GBR".parse().unwrap()]);
        x.pass();
        assert_eq!(x.pass(), vec![]);
        assert_eq!(codes(&x).len(), 1);
    }

    #[test]
    fn who_agreed_on_the_last_block_is_known_and_each_change_gives_another_digest() {
        use crate::exercise::keys::public;
        let [fra, xaa, deu] = ["FRA", "XAA", "DEU"].map(|code| code.parse().unwrap());
        let named = |member, node| Event::NodeNamed { member, node: public(node) };
        let events = [
            named(fra, "FRA/second"),
            named(xaa, "XAA/node"),
            Event::NodeGone { member: deu },
            Event::Left { member: xaa },
        ];
        let x = Exercise::begin();
        let mut nodes = x.partnership.members().nodes().clone();
        let mut digests = vec![nodes.digest()];
        for (at, event) in events.iter().enumerate() {
            let before: Vec<_> = nodes.each().collect();
            let (at, next) = (Moment(10 * u64::try_from(at + 1).unwrap()), Moment(u64::MAX));
            assert!(nodes.hear(event, at));
            assert_eq!(nodes.agreed(at).into_iter().collect::<Vec<_>>(), before, "{event:?}");
            assert_eq!(nodes.agreed(next).into_iter().collect::<Vec<_>>(), nodes.each().collect::<Vec<_>>());
            assert!(!digests.contains(&nodes.digest()), "{event:?}");
            digests.push(nodes.digest());
        }
        let digest = nodes.digest();
        assert!(!nodes.hear(&Event::NodeGone { member: deu }, Moment(90)), "it is gone already");
        assert!(!nodes.hear(&Event::Ratified { member: fra }, Moment(91)));
        assert_eq!(nodes.digest(), digest);
        // The same two in the other order are another history.
        let mut other = x.partnership.members().nodes().clone();
        assert!(other.hear(&events[1], Moment(10)) && other.hear(&events[0], Moment(20)));
        assert_ne!(other.digest(), digests[2]);
    }

    #[test]
    fn a_suspension_takes_no_node() {
        let mut x = Exercise::of_five();
        let decision = x.resolved(crate::exercise::standing::suspend("XAA"));
        let before = codes(&x);
        x.accept("DEU/representative", crate::exercise::commands::execute(decision));
        assert_eq!(codes(&x), before);
    }
}
