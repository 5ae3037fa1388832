//! How a replica that is behind comes to have what others have.

use arc_malachitebft_core_consensus as malachite;
use arc_malachitebft_core_types as types;
use malachite::Input;
use minicbor::bytes::ByteVec;
use quorate_partnership::Block;
use types::{ExtendedCommitCertificate, ValueResponse, VoteExtensions};

use super::context::{Height, Seat};
use super::log::{Disk, Row};
use super::message::{Final, Message};
use super::output::Output;
use super::parts::Later;
use super::replica::Replica;

/// The most bytes of final blocks in one answer.
pub(super) const MAX_FINAL_BYTES: usize = 1024 * 1024;

impl<D: Disk> Replica<D> {
    /// What a node says last of its own height holds: who once boasted and is honest again is believed again.
    pub(super) fn says_to_have_reached(&mut self, from: Seat, height: Height) {
        self.reached.insert(from, height);
        self.has_reached(from, height);
    }

    /// What a node says elsewhere shows that it has come at least this far.
    pub(super) fn has_reached(&mut self, from: Seat, height: Height) {
        let known = self.reached.entry(from).or_default();
        *known = height.max(*known);
        if height >= self.height() && self.asked.is_none() {
            self.ask();
        }
    }

    /// Asks for the blocks that another has and this node has not.
    pub(super) fn ask(&mut self) {
        let height = self.height();
        let ahead = self.reached.iter().filter(|(_, reached)| **reached >= height).map(|(seat, _)| *seat);
        // Another than last time, where there is one: who does not answer cannot keep this node behind.
        let after = ahead.clone().find(|seat| Some(*seat) > self.asked);
        let Some(whom) = after.or_else(|| ahead.min()) else {
            self.asked = None;
            return;
        };
        self.ask_of(whom);
    }

    fn ask_of(&mut self, whom: Seat) {
        self.asked = Some(whom);
        let message = Message::Wanted(self.height());
        self.parts.outputs.push(Output::Tell { to: Some(whom), message });
    }

    /// Whoever was asked has nothing for this node: its blocks of that height went, or it only said that it had them. Another
    /// is asked at once; after the last of them the next tick begins anew.
    fn ask_another(&mut self) {
        let height = self.height();
        let mut ahead = self.reached.iter().filter(|(_, reached)| **reached >= height).map(|(seat, _)| *seat);
        if let Some(next) = ahead.find(|seat| Some(*seat) > self.asked) {
            self.ask_of(next);
        }
    }

    pub(super) fn answer(&mut self, to: Seat, from: Height) {
        if from > Height(self.partnership.height()) {
            return;
        }
        let kept = self.parts.disk.kept(from.0, MAX_FINAL_BYTES);
        let Some(kept) = self.parts.on_disk(kept) else { return };
        let kept = kept.into_iter().take_while(|(block, _)| self.may_have(to, block));
        let read = |(block, seals): Row| {
            Some(Final { block: ByteVec::from(block), seals: minicbor::decode(&seals).ok()? })
        };
        let blocks = kept.filter_map(read).collect();
        self.parts.outputs.push(Output::Tell { to: Some(to), message: Message::Final(blocks) });
    }

    /// Takes final blocks, each if what comes with it proves it final.
    pub(super) fn take_final(&mut self, from: Seat, blocks: Vec<Final>) {
        let before = self.height();
        for Final { block, seals } in blocks {
            let height = self.height();
            if seals.height != height || self.has_stopped() {
                continue;
            }
            if Block::id_of(&block) != seals.choice {
                return self.fault(from, "blocks that are not those that were voted for");
            }
            if self.is_idle {
                self.begin_height();
            }
            let proof = ExtendedCommitCertificate::from_commit_certificate_and_extensions(
                seals.read_commit(),
                VoteExtensions::default(),
            );
            let Some(peer) = nobody() else { return };
            self.feed(Input::SyncValueResponse(ValueResponse::new(peer, Vec::from(block).into(), proof)));
            if !self.follow(height) {
                return self.fault(from, "votes that do not prove a block final");
            }
        }
        let height = self.height();
        if height == before {
            if self.asked == Some(from) {
                self.ask_another();
            }
            return;
        }
        self.asked = None;
        if self.reached.get(&from).is_some_and(|reached| *reached >= height) {
            // Who had these has the next.
            self.ask_of(from);
        }
    }

    /// What follows from a final block of another node; false if it was not proven final. What this node would have
    /// proposed at the height is no longer wanted once it has ended.
    fn follow(&mut self, height: Height) -> bool {
        let mut is_proven = true;
        let mut wanted = Vec::new();
        while let Some(later) = self.parts.later.pop_front() {
            match later {
                Later::Unproven => is_proven = false,
                Later::Propose(round) => wanted.push(Later::Propose(round)),
                later => self.do_later(later),
            }
        }
        if self.height() == height {
            self.parts.later.extend(wanted);
        }
        is_proven
    }
}

/// The engine wants a name for whoever sent a block; ours stands elsewhere.
fn nobody() -> Option<malachite::PeerId> {
    malachite::PeerId::from_bytes(&[0, 1, 0]).ok()
}
