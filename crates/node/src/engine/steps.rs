//! What a replica does with what the engine decides, and when there is something to order.

use std::time::Duration;

use arc_malachitebft_core_consensus as malachite;
use arc_malachitebft_core_types as types;
use malachite::{Input, LocallyProposedValue};
use minicbor::bytes::ByteVec;
use quorate_partnership::{Admitted, Block, BlockError, BlockId, Moment};
use types::{CommitCertificate, Round, ValueOrigin};

use super::context::{Choice, Height, Order, Seat};
use super::forms::SealsForm;
use super::log::{Disk, Entry};
use super::message::{Message, Proposed};
use super::output::{Output, Timer};
use super::parts::Later;
use super::place::Place;
use super::replica::Replica;
use crate::sealed::CameTo;

/// How often a node tells how far it is.
pub(super) const REACHED_EVERY: Duration = Duration::from_secs(1);
/// The most commands told at once.
pub(super) const MAX_TOLD: usize = 256;

impl<D: Disk> Replica<D> {
    /// Tells the engine of the blocks whose time has come: whose moment is near, or for which more than two thirds voted.
    pub(super) fn release(&mut self) {
        if self.is_idle || self.has_stopped() {
            return;
        }
        let (now, rate, core) = (self.now, self.rate(), &self.core);
        let rounds = core.round().as_u32().unwrap_or_default();
        let ready: Vec<BlockId> = self
            .blocks
            .each_mut()
            .filter(|(id, held)| {
                let is_locked =
                    || (0..=rounds).any(|round| core.polka_certificate(Round::Some(round), id).is_some());
                !held.is_told && (held.is_timely(now, rate) || is_locked())
            })
            .map(|(id, _)| *id)
            .collect();
        for id in ready {
            self.tell(id, ValueOrigin::Consensus);
        }
    }

    /// Names those who signed proposals for blocks that cannot follow.
    pub(super) fn name_the_false(&mut self) {
        let core = &self.core;
        for (id, held) in self.blocks.each_mut() {
            let Err(why) = &held.judged else { continue };
            if held.is_named {
                continue;
            }
            let judged = malachite::ProposedValue {
                height: held.proposed.height,
                round: Round::Some(held.proposed.round),
                valid_round: Round::Nil,
                proposer: held.proposed.proposer,
                value: Choice(*id),
                validity: types::Validity::Invalid,
            };
            if let Some(signed) = core.proposals_for_value(&judged).first() {
                held.is_named = true;
                let (height, why) = (held.proposed.height.0, why.to_string());
                self.parts.outputs.push(Output::FalseBlock { seat: signed.message.seat, height, why });
            }
        }
    }

    /// Tells how far it is, and asks again if it is behind.
    pub(super) fn tick(&mut self) {
        self.parts.tell_all(Message::Reached(Height(self.partnership.height())));
        if self.place() != Place::After {
            self.ask();
        }
        if !self.waiting.is_empty() {
            let some = self.waiting.each().take(MAX_TOLD);
            let some = some.map(|signed| ByteVec::from(signed.bytes().to_vec())).collect();
            self.parts.tell_all(Message::Commands(some));
        }
        if self.partnership.moment() < self.told_to_pass {
            self.parts.tell_all(Message::Pass(self.told_to_pass));
        }
        self.parts.outputs.push(Output::Wake { after: REACHED_EVERY, timer: Timer::Reached });
    }

    /// Begins the next height if there is something to order.
    pub(super) fn begin_if_needed(&mut self) {
        if !self.is_idle || self.has_stopped() || !self.remembers() || self.place() != Place::Within {
            return;
        }
        let is_due = self.partnership.next_deadline().is_some_and(|deadline| deadline <= self.now)
            || self.partnership.moment() < self.told_to_pass;
        let height = self.height();
        let is_proposed = self.early.iter().any(|(_, proposed)| proposed.height == height);
        if is_due || is_proposed || !self.waiting.is_empty() {
            self.begin_height();
        }
    }

    pub(super) fn do_later(&mut self, later: Later) {
        if self.has_stopped() {
            return;
        }
        match later {
            Later::Propose(round) => self.propose(round),
            Later::TellAgain { round, lock, proposer, choice } => {
                self.tell_again((round, lock), proposer, choice);
            }
            Later::Decided(proof) => self.decided(&proof),
            Later::Ended(evidence) => self.ended(&evidence),
            Later::Proven { bytes, round, proposer } => {
                let round = round.as_u32().unwrap_or_default();
                let height = self.height();
                let block = ByteVec::from(bytes);
                let proposed = Proposed { height, round, lock: None, proposer, block };
                self.parts.note(height, &Entry::Block(proposed.clone()));
                let id = self.blocks.judge(&self.partnership, &mut self.waiting.verified, proposed);
                self.tell(id, ValueOrigin::Sync);
            }
            Later::Unproven => {}
        }
    }

    fn propose(&mut self, round: Round) {
        if !self.remembers() {
            return;
        }
        let known = self.blocks.own(round).filter(|id| self.blocks.get(id).is_some());
        let id = match known {
            Some(id) => id,
            None => match self.build(round) {
                Ok(built) => self.blocks.built(built, round, self.parts.key.seat()),
                Err(error) => return self.stop(&error.to_string()),
            },
        };
        let Some(proposed) = self.blocks.get(&id).map(|held| held.proposed.clone()) else { return };
        let height = proposed.height;
        if known.is_none() {
            self.parts.note(height, &Entry::Block(proposed.clone()));
        }
        self.parts.tell_all(Message::Block(proposed));
        self.feed(Input::Propose(LocallyProposedValue::new(height, round, Choice(id))));
    }

    /// The next block, out of what waits.
    fn build(&mut self, round: Round) -> Result<(Block, Admitted), BlockError> {
        let at = self.now.max(Moment(self.partnership.moment().0.saturating_add(1)));
        let (commands, admitted) = self.waiting.take(&self.partnership, at, round);
        let block = Block::ordered(self.partnership.head(at), self.orderer(at), commands)?;
        Ok((block, admitted))
    }

    fn tell_again(&mut self, (round, lock): (Round, Round), proposer: Seat, id: BlockId) {
        let Some(held) = self.blocks.get(&id) else { return };
        let (height, block) = (held.proposed.height, held.proposed.block.clone());
        let round = round.as_u32().unwrap_or_default();
        let proposed = Proposed { height, round, lock: lock.as_u32(), proposer, block };
        self.parts.tell_all(Message::Block(proposed));
    }

    /// Steps through a final block and keeps it.
    fn decided(&mut self, proof: &CommitCertificate<Order>) {
        let held = self.blocks.take(&proof.value_id);
        let Some(Ok((block, admitted))) = held.map(|held| held.judged) else {
            return self.stop("a block is final that this node has not, or found false");
        };
        let stepped = match self.partnership.step_admitted(&block, Some(admitted)) {
            Ok(stepped) => stepped,
            Err(error) => return self.stop(&format!("a final block does not follow: {error}")),
        };
        let seals = SealsForm::of_commit(proof);
        // Writing to a vector in memory does not fail.
        let proof = minicbor::to_vec(&seals).unwrap_or_default();
        let kept = self.parts.disk.keep(block.height(), block.bytes(), &proof);
        if self.parts.on_disk(kept).is_some() {
            self.sealed = Some(seals.for_block());
            self.waiting.ordered(block.commands());
            let digest = self.partnership.digest();
            let came_to = Box::new(CameTo::of(&self.partnership));
            let (block, nodes_changed) = (Box::new(block), self.nodes_change());
            let last = Output::Final { block, stepped, digest, came_to, seals, nodes_changed };
            self.parts.outputs.push(last);
        }
    }

    /// A height has ended.
    fn ended(&mut self, evidence: &malachite::MisbehaviorEvidence<Order>) {
        let height = self.partnership.height();
        let votes = evidence.votes.iter().map(|(seat, pairs)| (*seat, pairs.len()));
        let proposals = evidence.proposals.iter().map(|(seat, pairs)| (*seat, pairs.len()));
        for (seat, pairs) in votes.chain(proposals) {
            self.parts.outputs.push(Output::TwoFaced { seat, height, pairs });
        }
        self.keep_evidence(evidence);
        self.name_the_false();
        self.blocks.clear();
        self.is_idle = true;
        self.has_come_far_enough();
        if let (Some(deadline), Some(rate)) = (self.partnership.next_deadline(), self.rate()) {
            let after = Duration::from_millis(deadline.since(self.now).div_ceil(rate.max(1)));
            self.parts.outputs.push(Output::Wake { after, timer: Timer::Due });
        }
    }
}
