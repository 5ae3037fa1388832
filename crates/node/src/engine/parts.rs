//! What the engine asks of its node, effect by effect.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use arc_malachitebft_core_consensus as malachite;
use arc_malachitebft_core_types as types;
use arc_malachitebft_signing as signing;
use futures_util::FutureExt as _;
use malachite::{
    ConsensusMsg, Effect, LivenessMsg, MisbehaviorEvidence, Resumable, Resume, SignedConsensusMsg,
};
use quorate_partnership::BlockId;
use signing::VerifierExt as _;
use types::{
    CertificateError, CommitCertificate, LinearTimeouts, Round, SignedMessage, Timeout, TimeoutKind,
};

use crate::keys::SignError;

use super::context::{Height, Order, Seat};
use super::forms::{ProposalForm, RoundForm, SealsForm, VoteForm};
use super::log::{Disk, DiskError, Entry};
use super::message::Message;
use super::output::{Output, Timer};
use super::seal::{NodeKey, Witness};

/// What is done once the engine has finished with an input.
pub(super) enum Later {
    /// A block is wanted.
    Propose(Round),
    /// A block is to be told again, for another round.
    TellAgain { round: Round, lock: Round, proposer: Seat, choice: BlockId },
    /// A block is final.
    Decided(CommitCertificate<Order>),
    /// A height has ended; this is what was seen of those that said two things.
    Ended(MisbehaviorEvidence<Order>),
    /// What proves a block final was verified: the block can be judged.
    Proven { bytes: Vec<u8>, round: Round, proposer: Seat },
    /// What was said to prove a block final proves nothing.
    Unproven,
}

/// The node's side of the engine.
pub(super) struct Parts<D> {
    pub(super) key: NodeKey,
    pub(super) witness: Witness,
    pub(super) disk: D,
    pub(super) timeouts: LinearTimeouts,
    pub(super) outputs: Vec<Output>,
    pub(super) later: VecDeque<Later>,
    pub(super) timers: Timers,
    /// Whether what the engine takes in comes from the log: it is not logged again.
    pub(super) replays: bool,
    /// Why nothing is said any more: the disk failed, or the node's key does not sign.
    pub(super) failed: Option<String>,
}

/// The timers of the engine that run; each has a number of its own, so that one that was cancelled is known.
#[derive(Default)]
pub(super) struct Timers {
    running: BTreeMap<(u8, u32), (u64, Timeout)>,
    given: u64,
}

impl Timers {
    fn key(timeout: Timeout) -> (u8, u32) {
        let kind = match timeout.kind {
            TimeoutKind::Propose => 0,
            TimeoutKind::Prevote => 1,
            TimeoutKind::Precommit => 2,
            TimeoutKind::Rebroadcast => 3,
            TimeoutKind::FinalizeHeight(_) => 4,
        };
        (kind, timeout.round.as_u32().unwrap_or_default())
    }

    fn start(&mut self, timeout: Timeout) -> u64 {
        self.given = self.given.saturating_add(1);
        self.running.insert(Timers::key(timeout), (self.given, timeout));
        self.given
    }

    /// The timeout that this timer was started for, if it was not cancelled.
    pub(super) fn elapsed(&mut self, number: u64) -> Option<Timeout> {
        let (key, timeout) =
            self.running.iter().find(|(_, (given, _))| *given == number).map(|(key, (_, t))| (*key, *t))?;
        self.running.remove(&key);
        Some(timeout)
    }
}

impl<D: Disk> Parts<D> {
    /// Tells all other nodes.
    pub(super) fn tell_all(&mut self, message: Message) {
        if self.failed.is_none() {
            self.outputs.push(Output::Tell { to: None, message });
        }
    }

    /// Keeps a failure of the disk: nothing is said after it.
    pub(super) fn on_disk<T>(&mut self, done: Result<T, DiskError>) -> Option<T> {
        match done {
            Ok(done) => Some(done),
            Err(error) => {
                self.failed.get_or_insert_with(|| error.to_string());
                None
            }
        }
    }

    /// Writes an entry down.
    pub(super) fn note(&mut self, height: Height, entry: &Entry) {
        if self.replays || self.failed.is_some() {
            return;
        }
        // Writing to a vector in memory does not fail.
        let bytes = minicbor::to_vec(entry).unwrap_or_default();
        let done = self.disk.log(height.0, &bytes);
        self.on_disk(done);
    }

    /// Signs, unless something failed before. Where nothing is signed, the engine lets go of the input that asked for it.
    fn signed<T>(&mut self, sign: impl FnOnce(&NodeKey) -> Result<T, SignError>) -> Option<T> {
        if self.failed.is_some() {
            return None;
        }
        match sign(&self.key) {
            Ok(signed) => Some(signed),
            Err(error) => {
                self.failed = Some(error.to_string());
                None
            }
        }
    }

    fn force(&mut self) {
        if !self.replays && self.failed.is_none() {
            let done = self.disk.force();
            self.on_disk(done);
        }
    }

    /// Does what the engine asks, at once.
    pub(super) fn on(&mut self, effect: Effect<Order>) -> Resume<Order> {
        match effect {
            Effect::CancelAllTimeouts(r) => {
                self.timers.running.clear();
                r.resume_with(())
            }
            Effect::CancelTimeout(timeout, r) => {
                self.timers.running.remove(&Timers::key(timeout));
                r.resume_with(())
            }
            Effect::ScheduleTimeout(timeout, r) => {
                let after = self.duration(timeout);
                let timer = Timer::Engine(self.timers.start(timeout));
                self.outputs.push(Output::Wake { after, timer });
                r.resume_with(())
            }
            Effect::StartRound(_, _, _, _, r) => {
                self.force();
                r.resume_with(())
            }
            Effect::GetValue(_, round, _, r) => {
                self.later.push_back(Later::Propose(round));
                r.resume_with(())
            }
            Effect::RestreamProposal(_, round, lock, proposer, choice, r) => {
                self.later.push_back(Later::TellAgain { round, lock, proposer, choice });
                r.resume_with(())
            }
            Effect::WalAppend(height, input, r) => {
                if let Some(entry) = Entry::of(&input) {
                    self.note(height, &entry);
                }
                r.resume_with(())
            }
            Effect::Decide(certificate, _, r) => {
                // Nothing is said before the block is kept, and that ends the log of its height.
                self.later.push_back(Later::Decided(certificate));
                r.resume_with(())
            }
            Effect::Finalize(_, _, evidence, r) => {
                self.later.push_back(Later::Ended(evidence));
                r.resume_with(())
            }
            other => self.on_word(other),
        }
    }

    fn duration(&self, timeout: Timeout) -> Duration {
        // The library wants a round; every timeout that it schedules has one.
        if timeout.round.is_nil() { Duration::ZERO } else { self.timeouts.duration_for(timeout) }
    }

    /// What is said and signed.
    fn on_word(&mut self, effect: Effect<Order>) -> Resume<Order> {
        match effect {
            Effect::PublishConsensusMsg(said, r) => {
                // It is on the disk before anyone hears it.
                self.force();
                self.tell_all(match said {
                    SignedConsensusMsg::Vote(vote) => Message::Vote(VoteForm::of(&vote)),
                    SignedConsensusMsg::Proposal(proposal) => Message::Proposal(ProposalForm::of(&proposal)),
                });
                r.resume_with(())
            }
            Effect::PublishLivenessMsg(said, r) => {
                self.force();
                self.tell_all(match said {
                    LivenessMsg::Vote(vote) => Message::Vote(VoteForm::of(&vote)),
                    LivenessMsg::PolkaCertificate(polka) => Message::Polka(SealsForm::of_polka(&polka)),
                    LivenessMsg::SkipRoundCertificate(over) => Message::RoundOver(RoundForm::of(&over)),
                });
                r.resume_with(())
            }
            Effect::RepublishVote(vote, r) => {
                self.tell_all(Message::Vote(VoteForm::of(&vote)));
                r.resume_with(())
            }
            Effect::RepublishRoundCertificate(over, r) => {
                self.tell_all(Message::RoundOver(RoundForm::of(&over)));
                r.resume_with(())
            }
            Effect::SignVote(vote, r) => match self.signed(|key| key.vote(vote)) {
                Some(vote) => r.resume_with(vote),
                None => Resume::Continue,
            },
            Effect::SignProposal(proposal, r) => match self.signed(|key| key.proposal(proposal)) {
                Some(proposal) => r.resume_with(proposal),
                None => Resume::Continue,
            },
            Effect::CertVerifiedSyncValue(value, proposer, r) => {
                let (bytes, round) = (value.value_bytes.to_vec(), value.certificate.round);
                self.later.push_back(Later::Proven { bytes, round, proposer });
                r.resume_with(())
            }
            Effect::CertRejectedSyncValue(_, _, _, r) => {
                self.later.push_back(Later::Unproven);
                r.resume_with(())
            }
            other => self.on_proof(other),
        }
    }

    /// What is verified.
    fn on_proof(&mut self, effect: Effect<Order>) -> Resume<Order> {
        let witness = self.witness;
        match effect {
            Effect::VerifySignature(signed, seat, r) => r.resume_with(is_by(witness, &signed, seat)),
            Effect::VerifyCommitCertificate(proof, set, most, r) => {
                r.resume_with(at_once(witness.verify_commit_certificate(&Order, &proof, &set, most)))
            }
            Effect::VerifyExtendedCommitCertificate(proof, set, most, policy, r) => {
                let verified = witness.verify_extended_commit_certificate(&Order, &proof, &set, most, policy);
                r.resume_with(at_once(verified))
            }
            Effect::VerifyPolkaCertificate(proof, set, most, r) => {
                r.resume_with(at_once(witness.verify_polka_certificate(&Order, &proof, &set, most)))
            }
            Effect::VerifyRoundCertificate(proof, set, most, r) => {
                r.resume_with(at_once(witness.verify_round_certificate(&Order, &proof, &set, most)))
            }
            // Votes carry nothing but themselves.
            Effect::ExtendVote(_, _, _, _, r) => r.resume_with(None),
            Effect::VerifyVoteExtension(_, _, _, _, _, _, r) => {
                r.resume_with(Err(malachite::VoteExtensionError::InvalidVoteExtension))
            }
            // The rest was answered before.
            _ => Resume::Continue,
        }
    }
}

fn is_by(witness: Witness, signed: &SignedMessage<Order, ConsensusMsg<Order>>, seat: Seat) -> bool {
    match &signed.message {
        ConsensusMsg::Vote(vote) => vote.seat == seat && witness.is_vote_by(vote, &signed.signature, seat),
        ConsensusMsg::Proposal(proposal) => {
            proposal.seat == seat && witness.is_proposal_by(proposal, &signed.signature, seat)
        }
    }
}

/// The library is written for verifiers that wait; ours does not.
#[allow(clippy::result_large_err, reason = "the library's own error")]
fn at_once(
    verified: impl Future<Output = Result<(), CertificateError<Order>>>,
) -> Result<(), CertificateError<Order>> {
    verified.now_or_never().unwrap_or(Err(CertificateError::VerificationError(None)))
}
