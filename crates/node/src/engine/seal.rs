//! What a node signs for the engine, and how that is verified. Every signature is bound to the partnership.

use std::sync::Arc;

use arc_malachitebft_core_types as types;
use arc_malachitebft_signing as signing;
use async_trait::async_trait;
use quorate_charter::MemberCode;
use quorate_partnership::members::Ready;
use quorate_partnership::{Basis, BlockId, PartnershipId, Word, WordKind};
use signing::VerificationResult;
use types::{NilOrVal, Round, SignedMessage, VoteType};

use crate::keys::{SignError, Signer};

use super::context::{Order, Proposal, Seal, Seat, Vote};

/// A proposal, as a word of its node.
pub(super) fn of_proposal(proposal: &Proposal) -> Word {
    let Proposal { height, round, choice, lock, .. } = proposal;
    let (turn, block, lock) = (number(*round), Some(choice.0), lock.as_u32());
    Word { kind: WordKind::Puts, height: height.0, turn, block, lock }
}

/// A vote, as a word of its node.
pub(super) fn of_vote(vote: &Vote) -> Word {
    let Vote { kind, height, round, choice, .. } = vote;
    let kind = match kind {
        VoteType::Prevote => WordKind::First,
        VoteType::Precommit => WordKind::Second,
    };
    let block = match choice {
        NilOrVal::Nil => None,
        NilOrVal::Val(id) => Some(*id),
    };
    Word { kind, height: height.0, turn: number(*round), block, lock: None }
}

/// What is signed has a round.
fn number(round: Round) -> u32 {
    round.as_u32().unwrap_or_default()
}

/// The key of a node, for one partnership.
pub struct NodeKey {
    signer: Arc<dyn Signer>,
    partnership: PartnershipId,
}

impl NodeKey {
    /// The key for the orders of this partnership.
    #[must_use]
    pub fn new(signer: Arc<dyn Signer>, partnership: PartnershipId) -> NodeKey {
        NodeKey { signer, partnership }
    }

    /// The node.
    #[must_use]
    pub fn seat(&self) -> Seat {
        Seat(self.signer.public())
    }

    /// Signs, as the node of a member, that it has come to a block.
    ///
    /// # Errors
    /// [`SignError`].
    pub fn ready(&self, member: MemberCode, tip: BlockId) -> Result<Ready, SignError> {
        self.signer.sign_ready(Basis { partnership: self.partnership, tip }, member)
    }

    pub(crate) fn vote(&self, vote: Vote) -> Result<SignedMessage<Order, Vote>, SignError> {
        let said = of_vote(&vote).to_be_signed(self.partnership, &vote.seat.0);
        Ok(SignedMessage::new(vote, Seal(self.signer.sign(&said)?)))
    }

    pub(crate) fn proposal(&self, proposal: Proposal) -> Result<SignedMessage<Order, Proposal>, SignError> {
        let said = of_proposal(&proposal).to_be_signed(self.partnership, &proposal.seat.0);
        Ok(SignedMessage::new(proposal, Seal(self.signer.sign(&said)?)))
    }
}

/// Verifies what nodes sign for the orders of one partnership.
#[derive(Clone, Copy, Debug)]
pub(super) struct Witness(pub(super) PartnershipId);

impl Witness {
    pub(super) fn is_vote_by(self, vote: &Vote, seal: &Seal, seat: Seat) -> bool {
        of_vote(vote).is_by(&seat.0, self.0, &seal.0)
    }

    pub(super) fn is_proposal_by(self, proposal: &Proposal, seal: &Seal, seat: Seat) -> bool {
        of_proposal(proposal).is_by(&seat.0, self.0, &seal.0)
    }
}

type Verified = Result<VerificationResult, signing::Error>;

/// The library counts the signatures of certificates by this.
#[async_trait]
impl signing::Verifier<Order> for Witness {
    async fn verify_signed_vote(&self, vote: &Vote, seal: &Seal, seat: &Seat) -> Verified {
        Ok(VerificationResult::from_bool(self.is_vote_by(vote, seal, *seat)))
    }

    async fn verify_signed_proposal(&self, proposal: &Proposal, seal: &Seal, seat: &Seat) -> Verified {
        Ok(VerificationResult::from_bool(self.is_proposal_by(proposal, seal, *seat)))
    }

    async fn verify_signed_vote_extension(
        &self,
        _: &types::VoteExtensionScope<Order>,
        (): &(),
        _: &Seal,
        _: &Seat,
    ) -> Verified {
        Ok(VerificationResult::Invalid)
    }

    async fn verify_validator_proof(&self, _: &types::ValidatorProof<Order>) -> Verified {
        Ok(VerificationResult::Invalid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::context::{Choice, Height};
    use crate::keys::Key;

    fn key(partnership: u8) -> NodeKey {
        NodeKey::new(Arc::new(Key::from_seed(&[7; 32])), PartnershipId([partnership; 32]))
    }

    fn vote(kind: VoteType, choice: NilOrVal<BlockId>, seat: Seat) -> Vote {
        Vote { kind, height: Height(3), round: Round::Some(1), choice, seat }
    }

    #[test]
    fn a_vote_stands_for_one_partnership_one_place_and_one_block() {
        let (key, other) = (key(1), key(2));
        let choice = NilOrVal::Val(BlockId([5; 32]));
        let signed = key.vote(vote(VoteType::Prevote, choice, key.seat())).unwrap();
        let (said, seal, seat) = (signed.message.clone(), signed.signature, key.seat());
        assert!(Witness(PartnershipId([1; 32])).is_vote_by(&said, &seal, seat));
        assert!(!Witness(PartnershipId([2; 32])).is_vote_by(&said, &seal, seat));
        assert_ne!(other.vote(said.clone()).unwrap().signature, seal);
        for otherwise in [
            Vote { kind: VoteType::Precommit, ..said.clone() },
            Vote { height: Height(4), ..said.clone() },
            Vote { round: Round::Some(2), ..said.clone() },
            Vote { choice: NilOrVal::Nil, ..said.clone() },
            Vote { choice: NilOrVal::Val(BlockId([6; 32])), ..said },
        ] {
            assert!(!Witness(PartnershipId([1; 32])).is_vote_by(&otherwise, &seal, seat), "{otherwise:?}");
        }
    }

    #[test]
    fn a_vote_is_no_proposal() {
        let key = key(1);
        let (height, round, choice) = (Height(3), Round::Some(1), Choice(BlockId([5; 32])));
        let proposal = Proposal { height, round, choice, lock: Round::Nil, seat: key.seat() };
        let signed = key.proposal(proposal.clone()).unwrap();
        let witness = Witness(PartnershipId([1; 32]));
        assert!(witness.is_proposal_by(&proposal, &signed.signature, key.seat()));
        let locked = Proposal { lock: Round::Some(0), ..proposal };
        assert!(!witness.is_proposal_by(&locked, &signed.signature, key.seat()));
        for kind in [VoteType::Prevote, VoteType::Precommit] {
            let vote = vote(kind, NilOrVal::Val(choice.0), key.seat());
            assert!(!witness.is_vote_by(&vote, &signed.signature, key.seat()));
        }
    }
}
