//! Name a node: a member's root names the key of its node, its first or a new one. Article: offices.

use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::standing::Needs;
use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{BlockId, PartnershipId, PublicKey};
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// What a node signs to say that it has come as far as a block and is ready to agree on the next ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Ready {
    /// The node's key.
    #[n(0)]
    pub node: PublicKey,
    /// The block that it has come to: of the last seven days.
    #[n(1)]
    pub tip: BlockId,
    /// The node's signature (Ed25519) on [`Ready::to_be_signed`].
    #[cbor(n(2), with = "minicbor::bytes")]
    pub seal: [u8; 64],
}

impl Ready {
    /// The bytes that the node of a member signs: a domain, the partnership, the member, the block.
    #[must_use]
    pub fn to_be_signed(partnership: PartnershipId, member: MemberCode, tip: BlockId) -> Vec<u8> {
        let domain: &[u8] = b"quorate/node-ready/1\0";
        [domain, &partnership.0, member.as_str().as_bytes(), &tip.0].concat()
    }
}

/// In one line: key, block and signature in hexadecimal digits.
impl fmt::Display for Ready {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:", self.node, self.tip)?;
        f.write_str(&base16ct::lower::encode_string(&self.seal))
    }
}

/// Names the key of the member's node. The node that it had, if it had one, is no node of the partnership any more.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct NameNode {
    /// What the node itself says.
    #[n(0)]
    pub ready: Ready,
}

impl Provision for NameNode {
    fn name(&self) -> &'static str {
        "member name-node"
    }

    fn offices(&self) -> Offices {
        &[Office::Root]
    }

    fn needs(&self) -> Needs {
        Needs::Place
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (member, members) = (act.post().member, partnership.members());
        let Ready { node, tip, seal } = self.ready;
        // M29: a key of its own, so that what is signed with an old one proves nothing about the new.
        if members.nodes().whose(&node).is_some() || members.stands(&node) {
            return Err(Refusal::NodeKeyStood(node).into());
        }
        // M30: the node has the key, and has come to a block of this record.
        let said = Ready::to_be_signed(partnership.id(), member, tip);
        if !partnership.knows(&tip) || !node.verifies(&said, &seal) {
            return Err(Refusal::NotReady(node).into());
        }
        // M31: the set changes by one node a block.
        if members.nodes().has_changed(now) {
            return Err(Refusal::NodesChanged.into());
        }
        Ok(vec![Event::NodeNamed { member, node }.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;
    use crate::exercise::Exercise;
    use crate::exercise::keys::{NO_POINT, WEAK, public};
    use crate::exercise::standing::{accede, admit, name_node, terms};
    use crate::members;

    fn named(x: &Exercise, member: &str, node: &str) -> Command {
        name_node(&x.partnership, member, node, x.partnership.tip())
    }

    #[test]
    fn a_root_replaces_its_members_node_and_nobody_elses() {
        let mut x = Exercise::begin();
        let (member, old) = ("FRA".parse().unwrap(), public("FRA/node"));
        assert!(x.partnership.members().nodes().agrees(&old));
        let command = named(&x, "FRA", "second node");
        let events = x.accept("FRA/root", command);
        let node = public("second node");
        assert_eq!(events, vec![Event::NodeNamed { member, node }.into()]);
        let nodes = x.partnership.members().nodes();
        assert_eq!((nodes.count(), nodes.of(member)), (4, Some(node)));
        assert!(nodes.agrees(&node) && !nodes.agrees(&old));
        assert_eq!(nodes.whose(&old), Some(member));
    }

    #[test]
    fn a_newcomer_has_a_node_once_it_is_ready() {
        let mut x = Exercise::begin();
        x.carried(admit(terms(&[("population", 50_000_000)])));
        let early = named(&x, "XAA", "XAA/node");
        x.refuse("XAA/root", early, "M7");
        x.accept("XAA/root", accede());
        assert_eq!(x.partnership.members().nodes().count(), 4);
        let command = named(&x, "XAA", "XAA/node");
        x.accept("XAA/root", command);
        assert_eq!(x.partnership.members().nodes().count(), 5);
    }

    #[test]
    fn m29_a_nodes_key_has_never_stood_for_anything_else() {
        let mut x = Exercise::begin();
        for known in ["FRA/node", "GBR/node", "FRA/root", "GBR/recovery", "DEU/treasurer"] {
            let command = named(&x, "FRA", known);
            x.refuse("FRA/root", command, "M29");
        }
        let second = named(&x, "FRA", "second node");
        x.accept("FRA/root", second);
        let back = named(&x, "FRA", "FRA/node");
        x.refuse("FRA/root", back, "M29");
    }

    #[test]
    fn m30_the_node_says_itself_that_it_has_come_to_a_block_of_this_record() {
        let mut x = Exercise::begin();
        let good = |x: &Exercise| match named(x, "FRA", "second node") {
            Command::Members(members::Command::NameNode(NameNode { ready })) => ready,
            _ => panic!("a node is named"),
        };
        let of = |ready| members::Command::NameNode(NameNode { ready }).into();
        let ready = good(&x);
        let unknown = name_node(&x.partnership, "FRA", "second node", BlockId([7; 32]));
        x.refuse("FRA/root", unknown, "M30");
        // Said for another member, by another key, by none.
        x.refuse("GBR/root", of(ready), "M30");
        x.refuse("FRA/root", of(Ready { node: public("third node"), ..ready }), "M30");
        for node in [NO_POINT, WEAK] {
            x.refuse("FRA/root", of(Ready { node, ..ready }), "M30");
        }
        let seal = ready.seal.map(|byte| byte ^ 1);
        x.refuse("FRA/root", of(Ready { seal, ..ready }), "M30");
        let tip = x.partnership.tip();
        let late = name_node(&x.partnership, "FRA", "second node", tip);
        x.pass();
        x.wait("167h").clone().accept("FRA/root", late.clone());
        x.wait("1h").pass();
        x.clone().refuse("FRA/root", late, "M30");
        let ready = good(&x);
        x.accept("FRA/root", of(ready));
    }

    #[test]
    fn m31_one_node_a_block() {
        let mut x = Exercise::begin();
        let (first, second) = (named(&x, "FRA", "second node"), named(&x, "GBR", "third node"));
        let stepped = x.together([("FRA/root", first), ("GBR/root", second.clone())]);
        let rules: Vec<_> =
            stepped.outcomes.iter().map(|o| o.refusal.as_ref().map(AnyRefusal::rule)).collect();
        assert_eq!(rules, [None, Some("M31".parse().unwrap())]);
        x.accept("GBR/root", second);
    }
}
