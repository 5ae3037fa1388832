//! What the engine needs to know of an order: heights, seats, proposals and votes, and whose turn it is.

use arc_malachitebft_core_types as types;
use core::fmt;
use minicbor::{Decode, Encode};
use quorate_partnership::{BlockId, PublicKey};
use types::{LinearTimeouts, NilOrVal, Round, SignedExtension, VoteType};

use super::validators::{Validator, Validators};

/// A place in the order: that of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Height(#[n(0)] pub u64);

impl fmt::Display for Height {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl types::Height for Height {
    const ZERO: Height = Height(0);
    const INITIAL: Height = Height(1);

    fn increment_by(&self, n: u64) -> Height {
        Height(self.0.saturating_add(n))
    }

    fn decrement_by(&self, n: u64) -> Option<Height> {
        self.0.checked_sub(n).map(Height)
    }

    fn as_u64(&self) -> u64 {
        self.0
    }
}

/// A node, by its public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Seat(#[n(0)] pub PublicKey);

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.short())
    }
}

impl fmt::Debug for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl types::Address for Seat {}

/// A signature by a node's key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct Seal(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 64]);

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().take(4).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Ed25519, verified strictly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strict;

impl types::SigningScheme for Strict {
    type DecodingError = &'static str;
    type Signature = Seal;
    type PublicKey = Seat;
    type PrivateKey = ();

    fn decode_signature(bytes: &[u8]) -> Result<Seal, &'static str> {
        bytes.try_into().map(Seal).map_err(|_| "a signature has 64 bytes")
    }

    fn encode_signature(seal: &Seal) -> Vec<u8> {
        seal.0.to_vec()
    }

    fn decode_public_key(bytes: &[u8]) -> Result<Seat, &'static str> {
        bytes.try_into().map(|key| Seat(PublicKey(key))).map_err(|_| "a key has 32 bytes")
    }

    fn encode_public_key(seat: &Seat) -> Vec<u8> {
        seat.0.0.to_vec()
    }
}

/// What is agreed on: a block, by its id. Its bytes travel beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice(pub BlockId);

impl types::Value for Choice {
    type Id = BlockId;

    fn id(&self) -> BlockId {
        self.0
    }
}

/// A proposal of the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub(super) height: Height,
    pub(super) round: Round,
    pub(super) choice: Choice,
    pub(super) lock: Round,
    pub(super) seat: Seat,
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

    fn validator_address(&self) -> &Seat {
        &self.seat
    }
}

/// A vote of the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    pub(super) kind: VoteType,
    pub(super) height: Height,
    pub(super) round: Round,
    pub(super) choice: NilOrVal<BlockId>,
    pub(super) seat: Seat,
}

impl types::Vote<Order> for Vote {
    fn height(&self) -> Height {
        self.height
    }

    fn round(&self) -> Round {
        self.round
    }

    fn value(&self) -> &NilOrVal<BlockId> {
        &self.choice
    }

    fn take_value(self) -> NilOrVal<BlockId> {
        self.choice
    }

    fn vote_type(&self) -> VoteType {
        self.kind
    }

    fn validator_address(&self) -> &Seat {
        &self.seat
    }

    fn extension(&self) -> Option<&SignedExtension<Order>> {
        None
    }

    fn take_extension(&mut self) -> Option<SignedExtension<Order>> {
        None
    }

    fn extend(self, _: SignedExtension<Order>) -> Vote {
        self
    }
}

/// What travels beside a proposal is the block as one piece; the engine's own streaming is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece;

impl types::ProposalPart<Order> for Piece {
    fn is_first(&self) -> bool {
        true
    }

    fn is_last(&self) -> bool {
        true
    }
}

/// The order of one partnership, as the engine knows it.
#[derive(Clone, Copy, Debug)]
pub struct Order;

impl types::Context for Order {
    type Address = Seat;
    type Height = Height;
    type ProposalPart = Piece;
    type Proposal = Proposal;
    type Validator = Validator;
    type ValidatorSet = Validators;
    type Timeouts = LinearTimeouts;
    type Value = Choice;
    type Vote = Vote;
    type Extension = ();
    type SigningScheme = Strict;

    /// Each in turn, as the partnership says at each height, and on by one with each round that brought nothing.
    fn select_proposer<'a>(&self, set: &'a Validators, _: Height, round: Round) -> &'a Validator {
        set.at(u64::from(round.as_u32().unwrap_or_default()))
    }

    fn new_proposal(
        &self,
        height: Height,
        round: Round,
        choice: Choice,
        lock: Round,
        seat: Seat,
    ) -> Proposal {
        Proposal { height, round, choice, lock, seat }
    }

    fn new_prevote(&self, height: Height, round: Round, choice: NilOrVal<BlockId>, seat: Seat) -> Vote {
        Vote { kind: VoteType::Prevote, height, round, choice, seat }
    }

    fn new_precommit(&self, height: Height, round: Round, choice: NilOrVal<BlockId>, seat: Seat) -> Vote {
        Vote { kind: VoteType::Precommit, height, round, choice, seat }
    }
}
