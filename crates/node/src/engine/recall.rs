//! Whether a node remembers all that it has said. One that was set back to an old copy of its disk does not, and would
//! sign a second thing where it has signed one: so after each start it asks the others what they heard of it last, and
//! signs nothing until enough have answered.
//!
//! Who was set back signs nothing up to a height at which it cannot have signed before, and follows the others meanwhile.
//! After a loss of power everywhere all remember what the others heard, and all go on.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use quorate_partnership::Word;

use super::context::{Height, Seat};
use super::forms::{ProposalForm, VoteForm};
use super::log::{Disk, Entry};
use super::message::Message;
use super::output::{Output, Timer};
use super::place::Place;
use super::replica::Replica;
use super::seal::{of_proposal, of_vote};

/// How often the others are asked.
const ASKED_EVERY: Duration = Duration::from_millis(250);
/// How often those are asked who did not answer, before the node goes on without them: about two seconds.
const MOST_ASKED: u32 = 8;
/// The most messages that are kept until a node knows whether it remembers.
const MAX_KEPT: usize = 1024;
/// Who signs at a height knows that the one before is final; of those that made it so, some may not have noticed yet.
const AT_MOST_AHEAD: u64 = 2;

/// The last vote and the last proposal of a node.
pub(super) type Last = (Option<VoteForm>, Option<ProposalForm>);

/// What a node knows of its own past.
pub(super) enum Memory {
    /// It has just begun, and asks. Until then it takes in nothing but final blocks.
    Asks {
        /// Who has answered.
        answered: BTreeSet<Seat>,
        /// How often it has asked.
        asked: u32,
        /// What came meanwhile.
        kept: Vec<(Seat, Message)>,
    },
    /// It was set back to an old copy: it signs nothing below this height.
    WasSetBack(Height),
    /// It remembers all that it said.
    Whole,
}

/// What a node said, by its own disk, when it began.
#[derive(Default)]
pub(super) struct Own {
    /// The last final height then.
    height: Height,
    /// What it said after that.
    said: BTreeSet<Word>,
}

/// What was heard last of each node, at heights that are not final.
#[derive(Default)]
pub(super) struct Heard(BTreeMap<Seat, Last>);

impl Heard {
    pub(super) fn vote(&mut self, form: &VoteForm) {
        let last = &mut self.0.entry(form.seat).or_default().0;
        if last.as_ref().is_none_or(|last| last.place() < form.place()) {
            *last = Some(form.clone());
        }
    }

    pub(super) fn proposal(&mut self, form: &ProposalForm) {
        let last = &mut self.0.entry(form.seat).or_default().1;
        if last.as_ref().is_none_or(|last| last.place() < form.place()) {
            *last = Some(form.clone());
        }
    }

    fn logged(&mut self, entry: &Entry) {
        match entry {
            Entry::Vote(form) => self.vote(form),
            Entry::Proposal(form) => self.proposal(form),
            _ => {}
        }
    }

    /// Of what is final nobody asks.
    fn of(&self, seat: Seat, height: Height) -> Last {
        let (vote, proposal) = self.0.get(&seat).cloned().unwrap_or_default();
        (vote.filter(|form| form.height > height), proposal.filter(|form| form.height > height))
    }

    pub(super) fn only(&mut self, is_node: impl Fn(Seat) -> bool) {
        self.0.retain(|seat, _| is_node(*seat));
    }
}

impl<D: Disk> Replica<D> {
    /// Whether it remembers all that it said, and may speak.
    pub(super) fn remembers(&self) -> bool {
        matches!(self.memory, Memory::Whole)
    }

    /// The height below which it signs nothing, because its disk is an old copy.
    pub fn was_set_back(&self) -> Option<u64> {
        match self.memory {
            Memory::WasSetBack(until) => Some(until.0),
            _ => None,
        }
    }

    fn others(&self) -> usize {
        self.validators.each().filter(|node| node.seat != self.seat()).count()
    }

    /// Whether enough have answered: all the others, or after a while all but those that may be down.
    fn is_answered(&self, answered: usize, asked: u32) -> bool {
        let may_fail = if asked < MOST_ASKED { 0 } else { self.validators.may_fail() };
        answered >= self.others().saturating_sub(may_fail)
    }

    /// Begins to ask, if there is anybody to ask.
    pub(super) fn recall(&mut self, log: &[Entry]) {
        self.own = Own { height: Height(self.partnership.height()), said: said_by(self.seat(), log) };
        for entry in log {
            self.heard.logged(entry);
        }
        if self.others() == 0 {
            return self.go_on();
        }
        self.core.params.enabled = false;
        self.memory = Memory::Asks { answered: BTreeSet::new(), asked: 0, kept: Vec::new() };
        self.ask_what_was_heard();
    }

    /// Asks the others what they heard of this node, again and again until it knows.
    pub(super) fn ask_what_was_heard(&mut self) {
        let Memory::Asks { answered, asked, .. } = &mut self.memory else { return };
        *asked = asked.saturating_add(1);
        let (answered, asked) = (answered.len(), *asked);
        if self.is_answered(answered, asked) {
            self.go_on();
        } else {
            self.parts.tell_all(Message::Recall);
            self.parts.outputs.push(Output::Wake { after: ASKED_EVERY, timer: Timer::Recall });
        }
    }

    /// Says what was heard of another.
    pub(super) fn tell_what_was_heard(&mut self, to: Seat) {
        let height = Height(self.partnership.height());
        let (vote, proposal) = self.heard.of(to, height);
        let message = Message::Recalled(height, vote.map(Box::new), proposal.map(Box::new));
        self.parts.outputs.push(Output::Tell { to: Some(to), message });
    }

    /// Another says what it heard of this node.
    pub(super) fn recalled(&mut self, from: Seat, reached: Height, (vote, proposal): Last) {
        if self.remembers() {
            return;
        }
        let own = self.seat();
        let vote = vote.filter(|form| form.seat == own).map(VoteForm::read);
        let proposal = proposal.filter(|form| form.seat == own).map(ProposalForm::read);
        let witness = self.parts.witness;
        let vote = vote.filter(|said| witness.is_vote_by(&said.message, &said.signature, own));
        let proposal = proposal.filter(|said| witness.is_proposal_by(&said.message, &said.signature, own));
        let words = vote.map(|said| of_vote(&said.message));
        let words = words.into_iter().chain(proposal.map(|said| of_proposal(&said.message)));
        let forgotten = words.filter(|word| self.own.has_forgotten(word)).map(|word| word.height).max();
        match (forgotten, &mut self.memory) {
            (Some(height), _) => self.set_back(reached, Height(height)),
            (None, Memory::WasSetBack(_)) => {
                // How far the others were while it was away is part of what it may have signed.
                self.set_back(reached, Height(0));
            }
            (None, Memory::Asks { answered, asked, .. }) => {
                answered.insert(from);
                let (answered, asked) = (answered.len(), *asked);
                if self.is_answered(answered, asked) {
                    self.go_on();
                }
            }
            (None, Memory::Whole) => {}
        }
    }

    fn set_back(&mut self, reached: Height, forgotten: Height) {
        let last = reached.0.saturating_add(AT_MOST_AHEAD).max(forgotten.0);
        let until = Height(last.saturating_add(1)).max(Height(self.was_set_back().unwrap_or_default()));
        if self.was_set_back() != Some(until.0) {
            self.parts.outputs.push(Output::SetBack { until: until.0 });
        }
        self.memory = Memory::WasSetBack(until);
    }

    /// Goes on where the log ends, with what came meanwhile.
    pub(super) fn go_on(&mut self) {
        let before = std::mem::replace(&mut self.memory, Memory::Whole);
        self.core.params.enabled = true;
        self.blocks.clear();
        self.is_idle = true;
        let is_as_it_began = self.own.height == Height(self.partnership.height());
        if is_as_it_began && self.place() != Place::After {
            self.replay();
        }
        let Memory::Asks { kept, .. } = before else { return };
        for (from, message) in kept {
            self.take_in(from, message);
        }
    }

    /// At a height at which it cannot have signed before, it may speak again.
    pub(super) fn has_come_far_enough(&mut self) {
        if let Memory::WasSetBack(until) = self.memory
            && self.height() >= until
        {
            self.go_on();
        }
    }

    /// Keeps for later what a node takes in only once it remembers; what is left is for now.
    pub(super) fn until_it_remembers(&mut self, from: Seat, message: Message) -> Option<Message> {
        let is_of_a_round = matches!(
            message,
            Message::Vote(_)
                | Message::Proposal(_)
                | Message::Polka(_)
                | Message::RoundOver(_)
                | Message::Block(_)
        );
        match &mut self.memory {
            Memory::Whole => Some(message),
            _ if !is_of_a_round => Some(message),
            Memory::WasSetBack(_) => None,
            Memory::Asks { kept, .. } => {
                if kept.len() < MAX_KEPT {
                    kept.push((from, message));
                }
                None
            }
        }
    }
}

impl Own {
    /// Whether this is something that the node said, and does not know of.
    fn has_forgotten(&self, word: &Word) -> bool {
        word.height > self.height.0 && !self.said.contains(word)
    }
}

/// What a node said itself, by its log.
fn said_by(own: Seat, log: &[Entry]) -> BTreeSet<Word> {
    let word = |entry: &Entry| match entry.clone() {
        Entry::Vote(form) if form.seat == own => Some(of_vote(&form.read().message)),
        Entry::Proposal(form) if form.seat == own => Some(of_proposal(&form.read().message)),
        _ => None,
    };
    log.iter().filter_map(word).collect()
}
