//! What nodes tell one another.

use arc_malachitebft_core_types::Round;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{BlockId, Moment};

use super::context::{Choice, Height, Proposal, Seat};
use super::forms::{ProposalForm, RoundForm, SealsForm, VoteForm};

/// One thing that a node tells another. Who tells it is known from the link.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Message {
    /// A vote of the engine.
    #[n(0)]
    Vote(#[n(0)] VoteForm),
    /// A proposal of the engine; its block travels beside it.
    #[n(1)]
    Proposal(#[n(0)] ProposalForm),
    /// First votes of more than two thirds for one block.
    #[n(2)]
    Polka(#[n(0)] SealsForm),
    /// Votes that justify going on to another round.
    #[n(3)]
    RoundOver(#[n(0)] RoundForm),
    /// A block that is proposed.
    #[n(4)]
    Block(#[n(0)] Proposed),
    /// Signed commands that wait to be ordered.
    #[n(5)]
    Commands(#[n(0)] Vec<ByteVec>),
    /// The height that the node has reached.
    #[n(6)]
    Reached(#[n(0)] Height),
    /// A wish for the blocks from this height on.
    #[n(7)]
    Wanted(#[n(0)] Height),
    /// Final blocks, each with what proves it final.
    #[n(8)]
    Final(#[n(0)] Vec<Final>),
    /// A rehearsal whose time passes only when told to: it is to pass until this moment.
    #[n(9)]
    Pass(#[n(0)] Moment),
    /// A wish to know what was heard last of the node that asks.
    #[n(10)]
    Recall,
    /// The height that was reached, and what was heard last of the other node after that: its vote, its proposal.
    #[n(11)]
    Recalled(#[n(0)] Height, #[n(1)] Option<Box<VoteForm>>, #[n(2)] Option<Box<ProposalForm>>),
}

/// A block that is proposed, and where.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Proposed {
    /// The height at which.
    #[n(0)]
    pub height: Height,
    /// The round in which.
    #[n(1)]
    pub round: u32,
    /// The round in which more than two thirds voted for it first, if any did.
    #[n(2)]
    pub lock: Option<u32>,
    /// By whom.
    #[n(3)]
    pub proposer: Seat,
    /// The block's bytes.
    #[n(4)]
    pub block: ByteVec,
}

impl Proposed {
    /// What its proposer signs to propose this block.
    pub(crate) fn proposal(&self, id: BlockId) -> Proposal {
        let round = Round::Some(self.round);
        let lock = self.lock.map_or(Round::Nil, Round::Some);
        Proposal { height: self.height, round, choice: Choice(id), lock, seat: self.proposer }
    }
}

/// A final block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Final {
    /// The block's bytes.
    #[n(0)]
    pub block: ByteVec,
    /// The second votes of more than two thirds for it.
    #[n(1)]
    pub seals: SealsForm,
}

/// Bytes that are no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are no message between nodes")]
pub struct NoMessage;

impl Message {
    /// The message in bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to a vector in memory does not fail.
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads a message.
    ///
    /// # Errors
    /// [`NoMessage`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Message, NoMessage> {
        let mut decoder = minicbor::Decoder::new(bytes);
        let message = decoder.decode().map_err(|_| NoMessage)?;
        if decoder.position() == bytes.len() { Ok(message) } else { Err(NoMessage) }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;
    use quorate_partnership::PartnershipId;

    use super::*;
    use crate::engine::NodeKey;
    use crate::keys::Key;

    fn every() -> Vec<Message> {
        let key = NodeKey::new(Arc::new(Key::from_seed(&[7; 32])), PartnershipId([1; 32]));
        let proposed = Proposed {
            height: Height(3),
            round: 1,
            lock: Some(0),
            proposer: key.seat(),
            block: ByteVec::from(vec![1, 2, 3]),
        };
        let signed = ProposalForm::of(&key.proposal(proposed.proposal(BlockId([5; 32]))).unwrap());
        vec![
            Message::Proposal(signed),
            Message::Block(proposed),
            Message::Commands(vec![ByteVec::from(vec![9])]),
            Message::Reached(Height(7)),
            Message::Wanted(Height(8)),
            Message::Final(Vec::new()),
            Message::Pass(Moment(9)),
            Message::Recall,
            Message::Recalled(Height(2), None, None),
        ]
    }

    #[test]
    fn what_is_written_is_read() {
        for message in every() {
            let bytes = message.to_bytes();
            assert_eq!(Message::from_bytes(&bytes), Ok(message.clone()));
            let mut longer = bytes.clone();
            longer.push(0);
            assert_eq!(Message::from_bytes(&longer), Err(NoMessage));
            for end in 0..bytes.len() {
                assert_eq!(Message::from_bytes(&bytes[..end]), Err(NoMessage), "{message:?} cut at {end}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_message_or_none(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Message::from_bytes(&bytes);
        }

        /// A list that claims to be long is not made room for before its items are there.
        #[test]
        fn a_claimed_length_costs_nothing(kind in 5_u8..9, claimed in any::<u32>()) {
            let mut bytes = vec![0x82, kind, 0x9a];
            bytes.extend(claimed.to_be_bytes());
            prop_assert!(claimed == 0 || Message::from_bytes(&bytes).is_err());
        }
    }
}
