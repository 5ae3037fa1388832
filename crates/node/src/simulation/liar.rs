//! Nodes that do not do as they should: they say the same words, at the wrong time or to the wrong ones.

use fastrand::Rng;
use minicbor::bytes::ByteVec;
use quorate_partnership::{Block, Digest, Extent, Head, PartnershipId};

use crate::engine::{Message, NodeKey, ProposalForm, Proposed, VoteForm};

/// What a false node does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lie {
    /// Proposes blocks on another record.
    FalseBlocks,
    /// Signs two votes where it may sign one, and tells some nodes the one and some the other.
    TwoFaced,
    /// Never tells what it proposes.
    Withholds,
    /// Tells the height that it will have reached next year.
    Boasts,
    /// Says nothing at all.
    Silent,
    /// Signs votes for places where nobody is, and garbles what it passes on.
    Babbles,
}

impl Lie {
    /// All of them.
    pub const ALL: [Lie; 6] =
        [Lie::FalseBlocks, Lie::TwoFaced, Lie::Withholds, Lie::Boasts, Lie::Silent, Lie::Babbles];

    /// That a node is false in this way, in words.
    pub(super) fn words(self) -> &'static str {
        match self {
            Lie::FalseBlocks => "a node proposed false blocks",
            Lie::TwoFaced => "a node told some the one and some the other",
            Lie::Withholds => "a node kept back what it proposed",
            Lie::Boasts => "a node claimed a height that nobody has",
            Lie::Silent => "a node said nothing",
            Lie::Babbles => "a node babbled",
        }
    }

    /// What the false node tells this one other instead of what an honest one would tell.
    pub(super) fn told(
        self,
        message: Message,
        (key, id): (&NodeKey, PartnershipId),
        (to, dice): (usize, &mut Rng),
    ) -> Vec<Message> {
        match (self, message) {
            (Lie::Silent, _) | (Lie::Withholds, Message::Block(_) | Message::Proposal(_)) => Vec::new(),
            (Lie::FalseBlocks, Message::Block(proposed)) if proposed.proposer == key.seat() => {
                false_proposal(&proposed, (key, id))
                    .map(|(block, signed)| vec![block, signed])
                    .unwrap_or_default()
            }
            // The proposal for the true block is not told.
            (Lie::FalseBlocks, Message::Proposal(_)) => Vec::new(),
            (Lie::TwoFaced, Message::Vote(vote)) if to.is_multiple_of(2) && dice.bool() => {
                let Ok(other) = key.vote(vote.clone().for_nothing()) else { return Vec::new() };
                let other = VoteForm::of(&other);
                // Some hear both.
                if dice.u32(0..3) == 0 {
                    vec![Message::Vote(vote), Message::Vote(other)]
                } else {
                    vec![Message::Vote(other)]
                }
            }
            (Lie::Boasts, Message::Reached(height)) => {
                vec![Message::Reached(crate::engine::Height(height.0.saturating_add(1_000_000)))]
            }
            (Lie::Babbles, message) => babbled(message, key, dice),
            (_, message) => vec![message],
        }
    }
}

/// The message, and others like it.
fn babbled(message: Message, key: &NodeKey, dice: &mut Rng) -> Vec<Message> {
    let mut bytes = message.to_bytes();
    let mut told = Vec::new();
    if let Message::Vote(vote) = &message {
        let elsewhere = key.vote(vote.clone().elsewhere(dice.u8(..)));
        told.extend(elsewhere.ok().map(|vote| Message::Vote(VoteForm::of(&vote))));
    }
    for _ in 0..dice.usize(1..4) {
        let place = dice.usize(0..bytes.len().max(1));
        if let Some(byte) = bytes.get_mut(place) {
            *byte ^= dice.u8(1..);
        }
    }
    told.extend(Message::from_bytes(&bytes));
    told.push(message);
    told
}

/// A block that says another digest, and the proposal signed for it.
fn false_proposal(proposed: &Proposed, (key, id): (&NodeKey, PartnershipId)) -> Option<(Message, Message)> {
    let falsified = falsified(proposed, id)?;
    let choice = Block::id_of(&falsified.block);
    let proposal = ProposalForm::of(&key.proposal(falsified.proposal(choice)).ok()?);
    Some((Message::Block(falsified), Message::Proposal(proposal)))
}

fn falsified(proposed: &Proposed, id: PartnershipId) -> Option<Proposed> {
    let block = Block::read(&proposed.block, &id).ok()?;
    let digest = Digest(block.extent().digest.0.map(|byte| byte ^ 1));
    let extent = Extent { digest, ..block.extent() };
    let head = Head { extent, ..block.head() };
    let other = Block::ordered(head, block.orderer()?.clone(), block.commands().to_vec());
    let block = ByteVec::from(other.ok()?.bytes().to_vec());
    Some(Proposed { block, ..proposed.clone() })
}
