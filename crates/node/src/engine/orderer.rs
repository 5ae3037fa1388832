//! What a node adds to the block that it orders, and whether a block is by the one that proposes it.

use arc_malachitebft_core_consensus as malachite;
use quorate_partnership::{Block, Evidence, MAX_EVIDENCE, Moment, Orderer, SignedWord};

use super::context::{Order, Proposal, Seal, Seat, Vote};
use super::forms::ProposalForm;
use super::log::Disk;
use super::output::Output;
use super::replica::Replica;
use super::seal::{of_proposal, of_vote};

/// The most proposals of one node that wait for their blocks.
const MAX_AHEAD: usize = 8;

/// The most nodes against which evidence is kept.
const MAX_KEPT: usize = 64;

impl<D: Disk> Replica<D> {
    /// What this node adds to a block of this moment.
    pub(super) fn orderer(&self, at: Moment) -> Orderer {
        let seals = self.sealed.as_ref().filter(|_| self.partnership.names_nodes()).cloned();
        let takes = |evidence: &&Evidence| self.partnership.takes_evidence(evidence, at);
        let evidence = self.evidence.values().filter(takes).take(MAX_EVIDENCE).copied().collect();
        Orderer { node: self.seat().0, seals, evidence }
    }

    /// Keeps what the engine saw of nodes that signed two things, for the next block of this node.
    pub(super) fn keep_evidence(&mut self, seen: &malachite::MisbehaviorEvidence<Order>) {
        let of_votes = seen.votes.iter().flat_map(|(seat, pairs)| {
            let word = |vote: &Vote, seal: Seal| SignedWord { word: of_vote(vote), signature: seal.0 };
            pairs.iter().map(move |(one, other)| {
                (*seat, word(&one.message, one.signature), word(&other.message, other.signature))
            })
        });
        let of_proposals = seen.proposals.iter().flat_map(|(seat, pairs)| {
            let word =
                |said: &Proposal, seal: Seal| SignedWord { word: of_proposal(said), signature: seal.0 };
            pairs.iter().map(move |(one, other)| {
                (*seat, word(&one.message, one.signature), word(&other.message, other.signature))
            })
        });
        let all: Vec<_> = of_votes.chain(of_proposals).collect();
        for (seat, one, other) in all {
            if let Some(evidence) = Evidence::new(seat.0, one, other)
                && (self.evidence.len() < MAX_KEPT || self.evidence.contains_key(&seat))
            {
                self.evidence.insert(seat, evidence);
            }
        }
    }

    /// Takes a proposal. Without a lock it is by the one that ordered the block, so it waits until the block is here.
    pub(super) fn take_proposal(&mut self, from: Seat, form: ProposalForm) {
        if form.height < self.height() {
            return;
        }
        let known = form.height == self.height() && !self.is_idle;
        match self.blocks.get(&form.choice).filter(|_| known) {
            Some(held) => {
                let orderer = held.judged.as_ref().ok().map(|(block, _)| block.orderer());
                let is_by_another = orderer.is_some_and(|by| by.is_none_or(|by| by.node != form.seat.0));
                if form.lock.is_none() && is_by_another {
                    return self.by_another(form);
                }
                self.feed(malachite::Input::Proposal(form.read()));
            }
            None => {
                let ahead = self.ahead.iter().filter(|(seat, _)| *seat == from).count();
                if ahead < MAX_AHEAD {
                    self.ahead.push((from, form));
                }
            }
        }
    }

    /// Takes the proposals whose blocks have come.
    pub(super) fn proposals_meet_blocks(&mut self) {
        let (height, blocks) = (self.height(), &self.blocks);
        let (met, ahead) = std::mem::take(&mut self.ahead)
            .into_iter()
            .filter(|(_, form)| form.height >= height)
            .partition(|(_, form)| form.height == height && blocks.get(&form.choice).is_some());
        self.ahead = ahead;
        let met: Vec<(Seat, ProposalForm)> = met;
        for (from, form) in met {
            self.take_proposal(from, form);
        }
    }

    /// Somebody proposes a block that another ordered as if it were its own.
    fn by_another(&mut self, form: ProposalForm) {
        let (height, seat) = (form.height.0, form.seat);
        let signed = form.read();
        if self.parts.witness.is_proposal_by(&signed.message, &signed.signature, seat) {
            let why = "the block names another node as the one that ordered it".into();
            self.parts.outputs.push(Output::FalseBlock { seat, height, why });
        }
    }

    /// What made the last block final, as this node has it on its disk.
    pub(super) fn read_seals(&mut self) {
        let kept = self.parts.disk.kept(self.partnership.height(), 1);
        let last = self.parts.on_disk(kept).and_then(|rows| rows.into_iter().next());
        let is_last = |block: &[u8]| Block::id_of(block) == self.partnership.tip();
        self.sealed = last
            .filter(|(block, _)| is_last(block))
            .and_then(|(_, seals)| minicbor::decode::<super::forms::SealsForm>(&seals).ok())
            .map(|form| form.for_block());
    }
}
