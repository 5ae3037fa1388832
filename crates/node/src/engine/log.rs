//! What a node writes down before it says it, so that a crash cannot make it say something else.

use arc_malachitebft_core_consensus as malachite;
use arc_malachitebft_core_types as types;
use malachite::Input;
use minicbor::{Decode, Encode};
use types::{Round, Timeout, TimeoutKind, ValueOrigin};

use super::context::{Height, Order};
use super::forms::{ProposalForm, SealsForm, VoteForm};
use super::judged::JudgedForm;
use super::message::Proposed;

/// One entry of the log of a height.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub(super) enum Entry {
    #[n(0)]
    Vote(#[n(0)] VoteForm),
    #[n(1)]
    Proposal(#[n(0)] ProposalForm),
    #[n(2)]
    Polka(#[n(0)] SealsForm),
    #[n(3)]
    Timeout(#[n(0)] u8, #[n(1)] u32),
    #[n(4)]
    Judged(#[n(0)] JudgedForm),
    #[n(5)]
    Block(#[n(0)] Proposed),
}

impl Entry {
    /// What has to be written down of an input; nothing of those from which nothing follows that is said.
    pub(super) fn of(input: &Input<Order>) -> Option<Entry> {
        Some(match input {
            Input::Vote(vote) => Entry::Vote(VoteForm::of(vote)),
            Input::Proposal(proposal) => Entry::Proposal(ProposalForm::of(proposal)),
            Input::PolkaCertificate(certificate) => Entry::Polka(SealsForm::of_polka(certificate)),
            Input::TimeoutElapsed(Timeout { kind, round }) => Entry::Timeout(number(*kind)?, round.as_u32()?),
            Input::ProposedValue(judged, _) => Entry::Judged(JudgedForm::of(judged)),
            Input::StartHeight(..)
            | Input::RoundCertificate(_)
            | Input::Propose(_)
            | Input::SyncValueResponse(_) => return None,
        })
    }

    /// The input again, or the block.
    pub(super) fn read(self) -> Result<Input<Order>, Proposed> {
        Ok(match self {
            Entry::Vote(form) => Input::Vote(form.read()),
            Entry::Proposal(form) => Input::Proposal(form.read()),
            Entry::Polka(form) => Input::PolkaCertificate(form.read_polka()),
            Entry::Timeout(kind, round) => {
                Input::TimeoutElapsed(Timeout::new(Round::Some(round), timeout(kind)))
            }
            Entry::Judged(form) => Input::ProposedValue(form.read(), ValueOrigin::Consensus),
            Entry::Block(proposed) => return Err(proposed),
        })
    }
}

fn number(kind: TimeoutKind) -> Option<u8> {
    match kind {
        TimeoutKind::Propose => Some(0),
        TimeoutKind::Prevote => Some(1),
        TimeoutKind::Precommit => Some(2),
        TimeoutKind::Rebroadcast | TimeoutKind::FinalizeHeight(_) => None,
    }
}

fn timeout(number: u8) -> TimeoutKind {
    match number {
        0 => TimeoutKind::Propose,
        1 => TimeoutKind::Prevote,
        _ => TimeoutKind::Precommit,
    }
}

/// Why the disk did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct DiskError(pub String);

/// A final block as it is kept: its bytes, and those of what proves it final.
pub type Row = (Vec<u8>, Vec<u8>);

/// What the engine needs of a disk.
pub trait Disk {
    /// Adds an entry to the log of a height. It need not be durable yet.
    ///
    /// # Errors
    /// What the disk says.
    fn log(&mut self, height: u64, entry: &[u8]) -> Result<(), DiskError>;

    /// Makes all that was logged durable.
    ///
    /// # Errors
    /// What the disk says; then nothing that was logged may be said.
    fn force(&mut self) -> Result<(), DiskError>;

    /// Keeps a final block with what proves it final. When this returns it is durable, and the log of its height is no
    /// longer needed.
    ///
    /// # Errors
    /// What the disk says; then nobody may be told of the block.
    fn keep(&mut self, height: u64, block: &[u8], seals: &[u8]) -> Result<(), DiskError>;

    /// The final blocks from a height on, each with what proves it final, up to this many bytes of blocks and at least
    /// one if there is one.
    ///
    /// # Errors
    /// What the disk says.
    fn kept(&self, from: u64, most: usize) -> Result<Vec<Row>, DiskError>;

    /// The entries that were logged of a height, in order.
    ///
    /// # Errors
    /// What the disk says.
    fn logged(&self, height: u64) -> Result<Vec<Vec<u8>>, DiskError>;
}

/// The height whose log is the first that is still needed.
pub(super) fn after(height: u64) -> Height {
    Height(height.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use malachite::ProposedValue;
    use quorate_partnership::{BlockId, PartnershipId};
    use types::{NilOrVal, PolkaCertificate, Validity, VoteType};

    use super::*;
    use crate::engine::NodeKey;
    use crate::engine::context::{Choice, Vote};
    use crate::keys::Key;

    #[test]
    fn what_is_logged_is_what_is_replayed() {
        let key = NodeKey::new(Arc::new(Key::from_seed(&[7; 32])), PartnershipId([1; 32]));
        let (height, round, id, seat) = (Height(3), Round::Some(1), BlockId([5; 32]), key.seat());
        let votes = [NilOrVal::Nil, NilOrVal::Val(id)].map(|choice| {
            let kind = VoteType::Precommit;
            Input::Vote(key.vote(Vote { kind, height, round, choice, seat }).unwrap())
        });
        let judged = |validity| ProposedValue {
            height,
            round,
            valid_round: Round::Nil,
            proposer: seat,
            value: Choice(id),
            validity,
        };
        let value = |validity| Input::ProposedValue(judged(validity), ValueOrigin::Consensus);
        let polka = PolkaCertificate::new(height, round, id, Vec::new());
        let timeouts = [TimeoutKind::Propose, TimeoutKind::Prevote, TimeoutKind::Precommit]
            .map(|kind| Input::TimeoutElapsed(Timeout::new(round, kind)));
        let others = [value(Validity::Valid), value(Validity::Invalid), Input::PolkaCertificate(polka)];
        for input in votes.into_iter().chain(timeouts).chain(others) {
            let bytes = minicbor::to_vec(Entry::of(&input).unwrap()).unwrap();
            assert_eq!(minicbor::decode::<Entry>(&bytes).unwrap().read(), Ok(input));
        }
    }

    #[test]
    fn a_timeout_after_which_nothing_new_is_said_is_not_logged() {
        let rebroadcast = Timeout::new(Round::Some(0), TimeoutKind::Rebroadcast);
        assert_eq!(Entry::of(&Input::TimeoutElapsed(rebroadcast)), None);
    }
}
