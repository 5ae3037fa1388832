//! What the engine must know of the order that it agrees on.

use std::fmt;
use std::sync::Arc;

use arc_malachitebft_core_types as types;
use borsh::{BorshDeserialize, BorshSerialize};
use bytes::Bytes;
use sha2::{Digest as _, Sha256};
use types::{LinearTimeouts, NilOrVal, Round, SignedExtension, VoteType, VotingPower};

use crate::sign::{Ed25519, Public};

/// A height.
#[derive(
    Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub struct Height(pub u64);

impl fmt::Display for Height {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl types::Height for Height {
    const ZERO: Self = Height(0);
    const INITIAL: Self = Height(1);

    fn increment_by(&self, many: u64) -> Self {
        Height(self.0.saturating_add(many))
    }

    fn decrement_by(&self, many: u64) -> Option<Self> {
        self.0.checked_sub(many).map(Height)
    }

    fn as_u64(&self) -> u64 {
        self.0
    }
}

/// A hash: of a command, of a block, or of a key.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Id(pub [u8; 32]);

impl Id {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Id {
        Id(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().take(4).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl types::Address for Id {}

/// What is voted for: the hash of a block. The block itself travels as the one part of a proposal.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Choice(pub Id);

impl types::Value for Choice {
    type Id = Id;

    fn id(&self) -> Id {
        self.0
    }
}

/// A block on its way.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Part {
    pub height: Height,
    pub round: Round,
    pub lock: Round,
    pub proposer: Id,
    /// The block's bytes.
    pub block: Vec<u8>,
}

impl types::ProposalPart<Order> for Part {
    fn is_first(&self) -> bool {
        true
    }

    fn is_last(&self) -> bool {
        true
    }
}

/// That a block is proposed.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Proposal {
    pub height: Height,
    pub round: Round,
    pub choice: Choice,
    pub lock: Round,
    pub seat: Id,
}

impl types::Proposal<Order> for Proposal {
    fn height(&self) -> Height {
        self.height
    }

    fn round(&self) -> Round {
        self.round
    }

    fn value(&self) -> &Choice {
        &self.choice
    }

    fn take_value(self) -> Choice {
        self.choice
    }

    fn pol_round(&self) -> Round {
        self.lock
    }

    fn validator_address(&self) -> &Id {
        &self.seat
    }
}

/// A vote of the engine's. Nothing goes with it.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Vote {
    pub kind: VoteType,
    pub height: Height,
    pub round: Round,
    pub choice: NilOrVal<Id>,
    pub seat: Id,
}

impl types::Vote<Order> for Vote {
    fn height(&self) -> Height {
        self.height
    }

    fn round(&self) -> Round {
        self.round
    }

    fn value(&self) -> &NilOrVal<Id> {
        &self.choice
    }

    fn take_value(self) -> NilOrVal<Id> {
        self.choice
    }

    fn vote_type(&self) -> VoteType {
        self.kind
    }

    fn validator_address(&self) -> &Id {
        &self.seat
    }

    fn extension(&self) -> Option<&SignedExtension<Order>> {
        None
    }

    fn take_extension(&mut self) -> Option<SignedExtension<Order>> {
        None
    }

    fn extend(self, _: SignedExtension<Order>) -> Self {
        self
    }
}

/// One of the nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub seat: Id,
    pub key: Public,
}

impl types::Validator<Order> for Node {
    fn address(&self) -> &Id {
        &self.seat
    }

    fn public_key(&self) -> &Public {
        &self.key
    }

    fn voting_power(&self) -> VotingPower {
        1
    }
}

/// All nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nodes(pub Arc<[Node]>);

impl types::ValidatorSet<Order> for Nodes {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn total_voting_power(&self) -> VotingPower {
        self.0.len().try_into().unwrap_or(VotingPower::MAX)
    }

    fn get_by_address(&self, seat: &Id) -> Option<&Node> {
        self.0.iter().find(|node| node.seat == *seat)
    }

    fn get_by_index(&self, index: usize) -> Option<&Node> {
        self.0.get(index)
    }
}

/// The order that is agreed on.
#[derive(Clone)]
pub struct Order;

impl types::Context for Order {
    type Address = Id;
    type Height = Height;
    type ProposalPart = Part;
    type Proposal = Proposal;
    type Validator = Node;
    type ValidatorSet = Nodes;
    type Timeouts = LinearTimeouts;
    type Value = Choice;
    type Vote = Vote;
    type Extension = Bytes;
    type SigningScheme = Ed25519;

    fn select_proposer<'n>(&self, nodes: &'n Nodes, height: Height, round: Round) -> &'n Node {
        let turn = height.0.wrapping_add(round.as_u32().unwrap_or_default().into());
        let many = u64::try_from(nodes.0.len()).unwrap_or(1);
        &nodes.0[usize::try_from(turn % many).unwrap_or_default()]
    }

    fn new_proposal(&self, height: Height, round: Round, choice: Choice, lock: Round, seat: Id) -> Proposal {
        Proposal { height, round, choice, lock, seat }
    }

    fn new_prevote(&self, height: Height, round: Round, choice: NilOrVal<Id>, seat: Id) -> Vote {
        Vote { kind: VoteType::Prevote, height, round, choice, seat }
    }

    fn new_precommit(&self, height: Height, round: Round, choice: NilOrVal<Id>, seat: Id) -> Vote {
        Vote { kind: VoteType::Precommit, height, round, choice, seat }
    }
}
