//! One node's part in the agreement: what it hears goes in, what it says comes out, and nothing else happens.
//!
//! No clock, no socket and no chance are in here; the disk is whatever stands behind [`Disk`]. The same replica runs in a
//! node and, thousands of times over, in the simulation.

use std::collections::BTreeMap;

use arc_malachitebft_core_consensus as malachite;
use arc_malachitebft_core_types as types;
use malachite::{Input, ProposedValue, State};
use minicbor::bytes::ByteVec;
use quorate_partnership::{BlockId, Evidence, Moment, Nature, Partnership, Seals, Signed};
use types::{LinearTimeouts, Round, Validity, ValueOrigin, ValuePayload, VoteExtensionPolicy};

use super::blocks::Blocks;
use super::context::{Choice, Height, Order, Seat};
use super::forms::ProposalForm;
use super::log::{Disk, after};
use super::message::{Message, Proposed};
use super::output::{Output, Timer};
use super::parts::{Parts, Timers};
use super::place::Place;
use super::recall::{Heard, Memory, Own};
use super::seal::{NodeKey, Witness};
use super::steps::MAX_TOLD;
use super::validators::Validators;
use super::waiting::Waiting;

/// The most inputs of later heights that are kept, in heights and for each.
const LATER_HEIGHTS: usize = 10;
const LATER_INPUTS: usize = 500;

/// One node's part in the agreement.
pub struct Replica<D> {
    pub(super) core: State<Order>,
    pub(super) parts: Parts<D>,
    pub(super) validators: Validators,
    pub(super) partnership: Partnership,
    pub(super) blocks: Blocks,
    pub(super) waiting: Waiting,
    /// A block for the next height, which came while this one was not yet at it.
    pub(super) early: Vec<(Seat, Proposed)>,
    /// How far the others are known to be.
    pub(super) reached: BTreeMap<Seat, Height>,
    /// Whom blocks were asked of.
    pub(super) asked: Option<Seat>,
    /// Whether the last height has ended and the next has not begun: nothing is to be ordered.
    pub(super) is_idle: bool,
    pub(super) now: Moment,
    /// Until when a rehearsal's time was told to pass.
    pub(super) told_to_pass: Moment,
    /// What made the last block final.
    pub(super) sealed: Option<Seals>,
    /// What proves that others signed two things.
    pub(super) evidence: BTreeMap<Seat, Evidence>,
    /// Proposals that wait for their blocks, and from whom they came.
    pub(super) ahead: Vec<(Seat, ProposalForm)>,
    pub(super) heard: Heard,
    pub(super) own: Own,
    pub(super) memory: Memory,
    has_stopped: bool,
    /// Whether it has said that it stopped: nothing is said after that.
    is_silent: bool,
}

impl<D: Disk> Replica<D> {
    /// A replica of a partnership as of the last final block on its disk; `None` if nobody could agree on a next one,
    /// which is never so.
    pub fn new(
        partnership: Partnership,
        key: NodeKey,
        disk: D,
        timeouts: LinearTimeouts,
    ) -> Option<Replica<D>> {
        let validators = Validators::of(&partnership)?;
        let params = malachite::Params {
            address: key.seat(),
            threshold_params: types::ThresholdParams::default(),
            value_payload: ValuePayload::ProposalAndParts,
            enabled: true,
        };
        let next = after(partnership.height());
        let parts = Parts {
            witness: Witness(partnership.id()),
            key,
            disk,
            timeouts,
            outputs: Vec::new(),
            later: Default::default(),
            timers: Timers::default(),
            replays: false,
            failed: None,
        };
        Some(Replica {
            core: State::new(Order, next, validators.clone(), params, LATER_HEIGHTS, LATER_INPUTS),
            parts,
            validators,
            now: partnership.moment(),
            told_to_pass: Moment(0),
            sealed: None,
            evidence: BTreeMap::new(),
            ahead: Vec::new(),
            heard: Heard::default(),
            own: Own::default(),
            memory: Memory::Whole,
            partnership,
            blocks: Blocks::default(),
            waiting: Waiting::default(),
            early: Vec::new(),
            reached: BTreeMap::new(),
            asked: None,
            is_idle: true,
            has_stopped: false,
            is_silent: false,
        })
    }

    /// All that is true, as of the last final block.
    pub fn partnership(&self) -> &Partnership {
        &self.partnership
    }

    /// This node.
    pub fn seat(&self) -> Seat {
        self.parts.key.seat()
    }

    /// Agreed milliseconds for one that passes at the node; `None` where time passes only when told to.
    pub(super) fn rate(&self) -> Option<u64> {
        match self.partnership.nature() {
            Nature::Real => Some(1),
            Nature::Rehearsal { rate: 0 } => None,
            Nature::Rehearsal { rate } => Some(u64::from(rate)),
        }
    }

    /// The height at which the node works: the next.
    pub(super) fn height(&self) -> Height {
        after(self.partnership.height())
    }

    /// It is this moment, by the node's clock or later as a rehearsal was told.
    pub(super) fn is_now(&mut self, now: Moment) {
        self.now = now.max(self.told_to_pass);
    }

    /// Takes commands, from representatives of this member or of others.
    pub fn submit(&mut self, now: Moment, commands: Vec<Signed>) -> Vec<Output> {
        self.is_now(now);
        let mut new = Vec::new();
        for signed in commands {
            let bytes = ByteVec::from(signed.bytes().to_vec());
            if self.partnership.remembered(&signed.id()).is_none()
                && self.waiting.add(&self.partnership, signed)
            {
                new.push(bytes);
            }
        }
        for some in new.chunks(MAX_TOLD) {
            self.parts.tell_all(Message::Commands(some.to_vec()));
        }
        self.end()
    }

    /// A timer elapsed.
    pub fn wake(&mut self, now: Moment, timer: Timer) -> Vec<Output> {
        self.is_now(now);
        match timer {
            Timer::Engine(number) => {
                let elapsed = self.parts.timers.elapsed(number);
                if let Some(timeout) = elapsed.filter(|_| self.remembers()) {
                    self.feed(Input::TimeoutElapsed(timeout));
                }
            }
            Timer::Reached => self.tick(),
            Timer::Due => {}
            Timer::Recall => self.ask_what_was_heard(),
        }
        self.end()
    }

    /// Another node says something. From whom it comes is known by the link.
    pub fn hear(&mut self, now: Moment, from: Seat, message: Message) -> Vec<Output> {
        self.is_now(now);
        let is_within = self.validators.member(from).is_some() && from != self.seat();
        match message {
            Message::Wanted(height) if from != self.seat() => self.answer(from, height),
            Message::Recall if from != self.seat() => self.tell_what_was_heard(from),
            // What a State gives before its node agrees: its accession, and the name of its node.
            Message::Commands(commands) if from != self.seat() => self.take_commands(from, &commands),
            message if is_within && self.place() != Place::After => self.take_in(from, message),
            _ => {}
        }
        self.end()
    }

    /// Gives an input to the engine. What it refuses is no matter; it has said so to nobody.
    pub(super) fn feed(&mut self, input: Input<Order>) {
        // An error here is about the one input: the engine has dropped it.
        let _ = self.try_feed(input);
    }

    #[allow(clippy::result_large_err, reason = "the library's own error")]
    pub(super) fn try_feed(&mut self, input: Input<Order>) -> Result<(), malachite::Error<Order>> {
        if self.has_stopped || self.parts.failed.is_some() {
            return Ok(());
        }
        let (state, parts) = (&mut self.core, &mut self.parts);
        malachite::process!(input: input, state: state, metrics: &(), with: effect => {
            Ok::<_, malachite::Error<Order>>(parts.on(effect))
        })
    }

    /// Begins the next height.
    pub(super) fn begin_height(&mut self) {
        self.is_idle = false;
        let (height, set) = (self.height(), self.validators.clone());
        self.feed(Input::StartHeight(height, set, false, None, VoteExtensionPolicy::Disabled));
        for (from, proposed) in std::mem::take(&mut self.early) {
            self.take_block(from, proposed);
        }
        self.proposals_meet_blocks();
    }

    /// Tells the engine what a block was found to be.
    pub(super) fn tell(&mut self, id: BlockId, origin: ValueOrigin) {
        let Some(held) = self.blocks.get_mut(&id) else { return };
        held.is_told = true;
        let judged = ProposedValue {
            height: held.proposed.height,
            round: Round::Some(held.proposed.round),
            valid_round: held.proposed.lock.map_or(Round::Nil, Round::Some),
            proposer: held.proposed.proposer,
            value: Choice(id),
            validity: Validity::from_bool(held.judged.is_ok()),
        };
        self.feed(Input::ProposedValue(judged, origin));
    }

    /// What follows from what was done, until nothing follows.
    pub(super) fn end(&mut self) -> Vec<Output> {
        loop {
            while let Some(later) = self.parts.later.pop_front() {
                self.do_later(later);
            }
            self.release();
            self.begin_if_needed();
            if self.parts.later.is_empty() {
                break;
            }
        }
        self.name_the_false();
        if let Some(error) = self.parts.failed.clone() {
            self.stop(&error);
        }
        let outputs = std::mem::take(&mut self.parts.outputs);
        if std::mem::replace(&mut self.is_silent, self.has_stopped) { Vec::new() } else { outputs }
    }

    /// Says nothing any more, and why.
    pub(super) fn stop(&mut self, why: &str) {
        if !self.has_stopped {
            self.has_stopped = true;
            self.parts.failed.get_or_insert_with(|| why.into());
            self.parts.later.clear();
            self.parts.outputs.push(Output::Stopped { why: why.into() });
        }
    }

    pub(super) fn has_stopped(&self) -> bool {
        self.has_stopped || self.parts.failed.is_some()
    }
}
