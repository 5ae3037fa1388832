//! Which member's node ordered which block, and what follows: whose turn is next, and which deadlines were heard out.
//!
//! A partnership on one node knows nothing of this: its blocks name no node.

mod check;
mod evidence;
mod seals;
mod turns;
mod word;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;

pub use evidence::{Evidence, MAX_EVIDENCE, SignedWord};
pub use seals::{Seal, Seals};
use turns::Turns;
pub use word::{Word, WordKind};

use crate::decisions::last_call_blocks;
use crate::ids::PublicKey;
use crate::members::{self, Nodes};
use crate::moment::Moment;
use crate::partnership::Partnership;

/// What a node among nodes adds to the block that it orders.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Orderer {
    /// The node.
    #[n(0)]
    pub node: PublicKey,
    /// What made the parent final, as this node has it; none if the parent names no node.
    #[n(1)]
    pub seals: Option<Seals>,
    /// What proves that nodes were false, in strictly ascending order of their keys: at most [`MAX_EVIDENCE`].
    #[n(2)]
    pub evidence: Vec<Evidence>,
}

/// What the blocks so far say about their nodes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Ordering {
    /// Whether the last block names its node.
    #[n(0)]
    is_named: bool,
    #[n(1)]
    turns: Turns,
    /// Which deadlines were heard out: those up to this moment (decisions/last_call.rs).
    #[n(2)]
    heard: Moment,
    /// The moment of the last block that each member's node ordered.
    #[n(3)]
    ordered: BTreeMap<MemberCode, Moment>,
    /// What the record said last of a member's node that signed two things.
    #[n(4)]
    accused: BTreeMap<MemberCode, Accused>,
}

/// That a node signed two things: when the record said so, and at which height it signed them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Accused {
    #[n(0)]
    at: Moment,
    #[n(1)]
    height: u64,
}

impl Ordering {
    pub(crate) fn begins(at: Moment) -> Ordering {
        Ordering {
            is_named: false,
            turns: Turns::default(),
            heard: at,
            ordered: BTreeMap::new(),
            accused: BTreeMap::new(),
        }
    }

    pub(crate) fn heard(&self) -> Moment {
        self.heard
    }

    /// A block begins that this node ordered, if it names one; the nodes are those that agreed on it.
    pub(crate) fn opens(&mut self, nodes: &Nodes, orderer: Option<&Orderer>) {
        self.is_named = orderer.is_some();
        if let Some(Orderer { node, seals, .. }) = orderer
            && let Some(member) = nodes.whose(node)
        {
            self.turns.ordered(nodes, member, seals.as_ref().map(|seals| seals.turn));
        }
    }

    /// The commands of a block were heard.
    pub(crate) fn hears(&mut self, nodes: &Nodes, orderer: Option<&Orderer>, at: Moment) {
        let Some(orderer) = orderer else {
            self.heard = at;
            return;
        };
        self.ordered.extend(nodes.whose(&orderer.node).map(|member| (member, at)));
        self.ordered.retain(|member, _| nodes.of(*member).is_some());
        let mut moments: Vec<Moment> = self.ordered.values().copied().collect();
        moments.sort_unstable_by(|one, other| other.cmp(one));
        self.heard = moments.get(nodes.may_fail()).copied().map_or(self.heard, |heard| heard.max(self.heard));
    }

    pub(crate) fn apply(&mut self, event: &members::Event, at: Moment) {
        match event {
            members::Event::DoubleSigned { member, height } => {
                self.accused.insert(*member, Accused { at, height: *height });
            }
            members::Event::Left { member } => {
                self.accused.remove(member);
            }
            _ => {}
        }
    }
}

impl Partnership {
    /// Whose turn it is to order the next block, in order, and from the beginning again: each member's node after the
    /// other, those that are passed over last. Never none.
    #[must_use]
    pub fn turns(&self) -> Vec<MemberCode> {
        self.ordering.turns.next(self.nodes())
    }

    /// Whose nodes are passed over for a while, because they missed their turns: no more than may fail.
    #[must_use]
    pub fn passed_over(&self) -> Vec<MemberCode> {
        self.ordering.turns.passed_over(self.nodes())
    }

    /// Whether the last block names the node that ordered it: then the next carries what made it final.
    #[must_use]
    pub fn names_nodes(&self) -> bool {
        self.ordering.is_named
    }

    /// Of how many blocks past a deadline, each by another member's node, is waited before a decision closes.
    #[must_use]
    pub fn last_call_blocks(&self) -> usize {
        if self.ordering.is_named { last_call_blocks(self.nodes().may_fail()) } else { 1 }
    }

    /// Whether a piece of evidence could stand in the next block, at this moment.
    #[must_use]
    pub fn takes_evidence(&self, evidence: &Evidence, at: Moment) -> bool {
        self.may_accuse(evidence, at) && evidence.is_signed(self.id())
    }
}

#[cfg(test)]
mod tests;
