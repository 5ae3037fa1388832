//! What a replica does with what other nodes say.

use arc_malachitebft_core_consensus as malachite;
use malachite::Input;
use minicbor::bytes::ByteVec;
use quorate_partnership::{Block, Moment, Signed};

use super::context::{Height, Order, Seat};
use super::log::{Disk, Entry, after};
use super::message::{Message, Proposed};
use super::output::Output;
use super::replica::Replica;
use super::steps::MAX_TOLD;

/// The most blocks for the next height that are kept while a node is not yet at it.
const MAX_EARLY: usize = 16;
/// The longest time that passes at once in a rehearsal, in milliseconds: ten years.
const MOST_PASSED_MILLIS: u64 = 10 * 366 * 24 * 60 * 60 * 1000;

impl<D: Disk> Replica<D> {
    /// Lets the time of a rehearsal pass until a moment, at all nodes; elsewhere nothing comes of it.
    pub fn pass(&mut self, now: Moment, until: Moment) -> Vec<Output> {
        self.is_now(now);
        if self.let_pass(until) {
            self.parts.tell_all(Message::Pass(until));
        }
        self.end()
    }

    pub(super) fn take_in(&mut self, from: Seat, message: Message) {
        self.note_last(from, &message);
        let Some(message) = self.until_it_remembers(from, message) else { return };
        if let Some(height) = spoken_of(&message) {
            self.notice(from, height);
        }
        match message {
            Message::Vote(form) => self.feed(Input::Vote(form.read())),
            Message::Proposal(form) => self.take_proposal(from, form),
            Message::Polka(form) => self.feed_now(form.height, Input::PolkaCertificate(form.read_polka())),
            Message::RoundOver(form) => self.feed_now(form.height, Input::RoundCertificate(form.read())),
            Message::Block(proposed) => self.take_block(from, proposed),
            Message::Commands(commands) => self.take_commands(from, &commands),
            Message::Reached(height) => self.says_to_have_reached(from, height),
            Message::Wanted(height) => self.answer(from, height),
            Message::Final(blocks) => self.take_final(from, blocks),
            Message::Pass(until) => {
                self.let_pass(until);
            }
            Message::Recall => self.tell_what_was_heard(from),
            Message::Recalled(reached, vote, proposal) => {
                self.says_to_have_reached(from, reached);
                self.recalled(from, reached, (vote.map(|form| *form), proposal.map(|form| *form)));
            }
        }
    }

    /// Notes what a node said last, should it ask one day.
    fn note_last(&mut self, from: Seat, message: &Message) {
        match message {
            Message::Vote(form) if form.seat == from => self.heard.vote(form),
            Message::Proposal(form) if form.seat == from => self.heard.proposal(form),
            _ => {}
        }
    }

    /// Time is to pass until then, if it passes here only when told to; false if that is nothing new, or too far.
    pub(super) fn let_pass(&mut self, until: Moment) -> bool {
        let is_told = self.rate().is_none() && until > self.told_to_pass.max(self.partnership.moment());
        if !is_told || until.since(self.partnership.moment()) > MOST_PASSED_MILLIS {
            return false;
        }
        self.told_to_pass = until;
        self.now = self.now.max(until);
        true
    }

    /// Certificates of another height are of no use.
    fn feed_now(&mut self, height: Height, input: Input<Order>) {
        if height == self.height() && !self.is_idle {
            self.feed(input);
        }
    }

    /// Who works at a height has reached the one before; and an idle node that hears of work begins.
    fn notice(&mut self, from: Seat, height: Height) {
        if let Some(before) = height.0.checked_sub(1) {
            self.has_reached(from, Height(before));
        }
        if height == self.height() && self.is_idle {
            self.begin_height();
        }
    }

    pub(super) fn fault(&mut self, seat: Seat, what: &'static str) {
        self.parts.outputs.push(Output::Fault { seat, what });
    }

    pub(super) fn take_block(&mut self, from: Seat, proposed: Proposed) {
        let height = self.height();
        if proposed.height == height && self.is_idle || proposed.height == after(height.0) {
            if self.early.len() < MAX_EARLY {
                self.early.push((from, proposed));
            }
            return;
        }
        if proposed.height != height || self.blocks.get(&Block::id_of(&proposed.block)).is_some() {
            return;
        }
        if !self.blocks.has_room(from) {
            return self.fault(from, "more blocks at one height than there can be");
        }
        self.parts.note(height, &Entry::Block(proposed.clone()));
        self.blocks.judge(&self.partnership, &mut self.waiting.verified, proposed);
        self.proposals_meet_blocks();
    }

    pub(super) fn take_commands(&mut self, from: Seat, commands: &[ByteVec]) {
        for bytes in commands.iter().take(MAX_TOLD) {
            let Ok(signed) = Signed::read(bytes, &self.partnership.id()) else {
                return self.fault(from, "bytes that are no command of this partnership");
            };
            if self.partnership.remembered(&signed.id()).is_none() {
                self.waiting.add(&self.partnership, signed);
            }
        }
    }
}

/// The height at which whoever says this works.
fn spoken_of(message: &Message) -> Option<Height> {
    match message {
        Message::Vote(form) => Some(form.height),
        Message::Proposal(form) => Some(form.height),
        Message::RoundOver(form) => Some(form.height),
        Message::Polka(form) => Some(form.height),
        Message::Block(proposed) => Some(proposed.height),
        Message::Commands(_)
        | Message::Reached(_)
        | Message::Wanted(_)
        | Message::Final(_)
        | Message::Pass(_)
        | Message::Recall
        | Message::Recalled(..) => None,
    }
}
