//! The forms in which what the engine says is written: on the links between nodes and in a node's own log.

use arc_malachitebft_core_types as types;
use minicbor::{Decode, Encode};
use quorate_partnership::{BlockId, Seal as BlockSeal, Seals};
use types::{
    CommitCertificate, CommitSignature, NilOrVal, PolkaCertificate, PolkaSignature, Round, RoundCertificate,
    RoundCertificateType, RoundSignature, SignedProposal, SignedVote, VoteType,
};

use super::context::{Choice, Height, Order, Proposal, Seal, Seat, Vote};

/// First or second vote of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub(super) enum Kind {
    #[n(0)]
    Prevote,
    #[n(1)]
    Precommit,
}

impl Kind {
    fn of(kind: VoteType) -> Kind {
        match kind {
            VoteType::Prevote => Kind::Prevote,
            VoteType::Precommit => Kind::Precommit,
        }
    }

    fn read(self) -> VoteType {
        match self {
            Kind::Prevote => VoteType::Prevote,
            Kind::Precommit => VoteType::Precommit,
        }
    }
}

fn choice(id: Option<BlockId>) -> NilOrVal<BlockId> {
    id.map_or(NilOrVal::Nil, NilOrVal::Val)
}

fn id(choice: &NilOrVal<BlockId>) -> Option<BlockId> {
    match choice {
        NilOrVal::Nil => None,
        NilOrVal::Val(id) => Some(*id),
    }
}

fn round(number: Option<u32>) -> Round {
    number.map_or(Round::Nil, Round::Some)
}

/// A signed vote of the engine.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct VoteForm {
    #[n(0)]
    kind: Kind,
    #[n(1)]
    pub(super) height: Height,
    #[n(2)]
    round: u32,
    #[n(3)]
    choice: Option<BlockId>,
    #[n(4)]
    pub(super) seat: Seat,
    #[n(5)]
    seal: Seal,
}

impl VoteForm {
    /// Its place among the votes of its node.
    pub(super) fn place(&self) -> (Height, u32, bool) {
        (self.height, self.round, matches!(self.kind, Kind::Precommit))
    }

    /// The vote in its place for no block.
    pub(crate) fn for_nothing(self) -> Vote {
        Vote { choice: NilOrVal::Nil, ..self.read().message }
    }

    /// The vote at a place where nobody is.
    pub(crate) fn elsewhere(self, which: u8) -> Vote {
        let vote = self.read().message;
        let far = |by: u32| Round::Some(vote.round.as_u32().unwrap_or_default().saturating_add(by));
        match which % 5 {
            0 => Vote { round: Round::Some(u32::MAX), ..vote },
            1 => Vote { round: far(9), ..vote },
            2 => Vote { round: far(11), ..vote },
            3 => Vote { height: Height(u64::MAX), ..vote },
            _ => Vote { height: Height(vote.height.0.saturating_add(1)), ..vote },
        }
    }

    pub(crate) fn of(signed: &SignedVote<Order>) -> VoteForm {
        let Vote { kind, height, round, choice, seat } = &signed.message;
        VoteForm {
            kind: Kind::of(*kind),
            height: *height,
            round: round.as_u32().unwrap_or_default(),
            choice: id(choice),
            seat: *seat,
            seal: signed.signature,
        }
    }

    pub(super) fn read(self) -> SignedVote<Order> {
        let VoteForm { kind, height, round, choice: id, seat, seal } = self;
        let vote = Vote { kind: kind.read(), height, round: Round::Some(round), choice: choice(id), seat };
        SignedVote::new(vote, seal)
    }
}

/// A signed proposal of the engine.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ProposalForm {
    #[n(0)]
    pub(super) height: Height,
    #[n(1)]
    round: u32,
    #[n(2)]
    pub(super) choice: BlockId,
    #[n(3)]
    pub(super) lock: Option<u32>,
    #[n(4)]
    pub(super) seat: Seat,
    #[n(5)]
    seal: Seal,
}

impl ProposalForm {
    /// Its place among the proposals of its node.
    pub(super) fn place(&self) -> (Height, u32) {
        (self.height, self.round)
    }

    pub(crate) fn of(signed: &SignedProposal<Order>) -> ProposalForm {
        let Proposal { height, round, choice, lock, seat } = &signed.message;
        ProposalForm {
            height: *height,
            round: round.as_u32().unwrap_or_default(),
            choice: choice.0,
            lock: lock.as_u32(),
            seat: *seat,
            seal: signed.signature,
        }
    }

    pub(super) fn read(self) -> SignedProposal<Order> {
        let ProposalForm { height, round: number, choice, lock, seat, seal } = self;
        let (round, lock) = (Round::Some(number), round(lock));
        SignedProposal::new(Proposal { height, round, choice: Choice(choice), lock, seat }, seal)
    }
}

/// Votes of one kind, of one round, for one block: more than two thirds of them prove something.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SealsForm {
    #[n(0)]
    pub(super) height: Height,
    #[n(1)]
    round: u32,
    #[n(2)]
    pub(super) choice: BlockId,
    #[n(3)]
    seals: Vec<(Seat, Seal)>,
}

impl SealsForm {
    /// The round in which they were given: so many before it brought nothing.
    #[must_use]
    pub fn round(&self) -> u32 {
        self.round
    }

    pub(super) fn of_commit(certificate: &CommitCertificate<Order>) -> SealsForm {
        let seals = certificate.commit_signatures.iter().map(|one| (one.address, one.signature)).collect();
        SealsForm {
            height: certificate.height,
            round: certificate.round.as_u32().unwrap_or_default(),
            choice: certificate.value_id,
            seals,
        }
    }

    pub(super) fn read_commit(self) -> CommitCertificate<Order> {
        let seals = self.seals.into_iter().map(|(seat, seal)| CommitSignature::new(seat, seal)).collect();
        CommitCertificate {
            height: self.height,
            round: Round::Some(self.round),
            value_id: self.choice,
            commit_signatures: seals,
        }
    }

    /// The same, as the next block carries it.
    pub(super) fn for_block(&self) -> Seals {
        let seal = |(seat, seal): &(Seat, Seal)| BlockSeal { node: seat.0, signature: seal.0 };
        let mut by: Vec<BlockSeal> = self.seals.iter().map(seal).collect();
        by.sort_unstable();
        Seals { turn: self.round, by }
    }

    pub(super) fn of_polka(certificate: &PolkaCertificate<Order>) -> SealsForm {
        let seals = certificate.polka_signatures.iter().map(|one| (one.address, one.signature)).collect();
        SealsForm {
            height: certificate.height,
            round: certificate.round.as_u32().unwrap_or_default(),
            choice: certificate.value_id,
            seals,
        }
    }

    pub(super) fn read_polka(self) -> PolkaCertificate<Order> {
        let seals = self.seals.into_iter().map(|(seat, seal)| PolkaSignature::new(seat, seal)).collect();
        PolkaCertificate {
            height: self.height,
            round: Round::Some(self.round),
            value_id: self.choice,
            polka_signatures: seals,
        }
    }
}

/// Votes that justify going on to a round.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RoundForm {
    #[n(0)]
    pub(super) height: Height,
    #[n(1)]
    round: u32,
    #[n(2)]
    is_skip: bool,
    #[n(3)]
    seals: Vec<(Kind, Option<BlockId>, Seat, Seal)>,
}

impl RoundForm {
    pub(super) fn of(certificate: &RoundCertificate<Order>) -> RoundForm {
        let seal = |one: &RoundSignature<Order>| {
            (Kind::of(one.vote_type), id(&one.value_id), one.address, one.signature)
        };
        RoundForm {
            height: certificate.height,
            round: certificate.round.as_u32().unwrap_or_default(),
            is_skip: certificate.cert_type == RoundCertificateType::Skip,
            seals: certificate.round_signatures.iter().map(seal).collect(),
        }
    }

    pub(super) fn read(self) -> RoundCertificate<Order> {
        let seal = |(kind, id, seat, seal): (Kind, _, _, _)| {
            RoundSignature::new(kind.read(), choice(id), seat, seal)
        };
        RoundCertificate {
            height: self.height,
            round: Round::Some(self.round),
            cert_type: match self.is_skip {
                true => RoundCertificateType::Skip,
                false => RoundCertificateType::Precommit,
            },
            round_signatures: self.seals.into_iter().map(seal).collect(),
        }
    }
}
