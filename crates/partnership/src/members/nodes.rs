//! The nodes that agree on the next block: one a member, whatever its votes weigh. Suspension never takes one.
//!
//! The set changes by one node a block at most, so that a newcomer is one among many that were there before.

use alloc::collections::BTreeMap;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

use super::Event;
use crate::genesis::Founder;
use crate::ids::PublicKey;
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
}

impl Nodes {
    pub(super) fn founded(founders: &[Founder]) -> Nodes {
        let mut nodes = Nodes::default();
        for founder in founders {
            nodes.agree.insert(founder.member, founder.node);
            nodes.stood.insert(founder.node, founder.member);
        }
        nodes
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

    /// Whether the block of this moment has changed the set.
    pub(crate) fn has_changed(&self, at: Moment) -> bool {
        self.changed == Some(at)
    }

    /// The node that goes with the block that begins, and since when its member is gone.
    pub(crate) fn goes(&self) -> Option<(MemberCode, Moment)> {
        self.going.first_key_value().map(|(member, since)| (*member, *since))
    }

    pub(super) fn apply(&mut self, event: &Event, at: Moment) {
        match event {
            Event::NodeNamed { member, node } => {
                let before = self.agree.insert(*member, *node);
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
            self.changed = Some(at);
        }
    }
}

#[cfg(test)]
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
    fn a_suspension_takes_no_node() {
        let mut x = Exercise::of_five();
        let decision = x.resolved(crate::exercise::standing::suspend("XAA"));
        let before = codes(&x);
        x.accept("DEU/representative", crate::exercise::commands::execute(decision));
        assert_eq!(codes(&x), before);
    }
}
