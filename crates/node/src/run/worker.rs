//! The thread in which a replica lives: whatever happens to it happens here, one thing after another.

mod documents;
mod signs;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

use minicbor::bytes::ByteVec;
use quorate_charter::MemberCode;
use quorate_partnership::{CommandId, Signed};

use tracing::{debug, error, info, warn};

use super::changes::Changes;
use super::cosigned::Cosigned;
use super::opening::Keeper;
use super::parcel::Parcel;
use super::pending::Pending;
use super::pulse::{Doing, Pulse};
use super::roads::Roads;
use super::status::Named;
use super::talk::{Place, Reply, Request};
use super::tally::Tally;
use super::timers::Timers;
use crate::clock::Clock;
use crate::documents::Desk;
use crate::engine::{Disk, DiskError, Output, Replica, Seat, Timer};
use crate::keys::Watched;
use crate::links::Frame;
use crate::sealed::CameTo;
use crate::store::NodeDisk;

/// The longest that a worker waits for something to happen.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// What can happen to a node.
pub(super) enum Event {
    /// Another node says something.
    Heard { from: Seat, frame: Frame },
    /// Somebody at its door asks.
    Asked { request: Request, reply: SyncSender<Reply> },
    /// It is to end.
    Stop,
}

/// What is known of another node besides what its links tell.
#[derive(Default)]
pub(super) struct Known {
    pub(super) heard: Option<Instant>,
    pub(super) false_block: Option<Named>,
    pub(super) two_faced: Option<Named>,
    pub(super) faults: u64,
}

/// A node at work.
pub(super) struct Worker<D> {
    pub(super) replica: Replica<D>,
    pub(super) key: Arc<Watched>,
    clock: Clock,
    pub(super) member: MemberCode,
    pub(super) roads: Roads,
    keeper: Keeper,
    timers: Timers,
    pending: Pending,
    cosigned: Cosigned,
    changes: Changes,
    documents: Desk,
    pub(super) known: BTreeMap<Seat, Known>,
    pub(super) tally: Tally,
    pub(super) pulse: Pulse,
    /// If its disk is pruned: the first height whose block is whole.
    pub(super) whole_from: Option<u64>,
    /// Why it has stopped, if it has.
    stopped: Option<String>,
}

impl<D: Disk> Worker<D> {
    pub(super) fn new(
        replica: Replica<D>,
        (member, key): (MemberCode, Arc<Watched>),
        clock: Clock,
        (roads, keeper): (Roads, Keeper),
        (pulse, disk): (Pulse, NodeDisk),
    ) -> Result<Worker<D>, DiskError> {
        let documents = Desk::open(roads.directory(), replica.partnership().id());
        let whole_from = disk.base()?.map(|(last, _)| last.saturating_add(1));
        Ok(Worker {
            replica,
            key,
            clock,
            member,
            roads,
            keeper,
            timers: Timers::default(),
            pending: Pending::default(),
            cosigned: Cosigned::default(),
            changes: Changes::new(disk)?,
            documents,
            known: BTreeMap::new(),
            tally: Tally::default(),
            pulse,
            whole_from,
            stopped: None,
        })
    }

    /// Works until it is to end, or cannot go on: then why. What was told before it was to end, and not dealt with, waits
    /// no longer. The nodes changed so far with what the record came to each time.
    pub(super) fn work(
        mut self,
        events: &Receiver<Event>,
        is_to_end: &AtomicBool,
        changes: Vec<CameTo>,
    ) -> Result<(), String> {
        self.have_happened(changes);
        self.cosign(CameTo::of(self.replica.partnership()));
        let outputs = self.replica.start(self.clock.now());
        self.follow(outputs);
        // Also of a node that is ended at once: what it stepped through need not be stepped through again.
        self.keeper.keep_if_due(self.replica.partnership());
        while self.stopped.is_none() && !is_to_end.load(Ordering::Relaxed) {
            self.pulse.does(Doing::Waits);
            self.keeper.keep_if_due(self.replica.partnership());
            let wait = self.timers.next(Instant::now()).unwrap_or(LONGEST_WAIT);
            match events.recv_timeout(wait.min(LONGEST_WAIT)) {
                Ok(Event::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(event) => self.happens(event),
                Err(RecvTimeoutError::Timeout) => {}
            }
            while let Some(timer) = self.timers.elapsed(Instant::now()) {
                self.pulse.does(Doing::Wakes);
                self.wake(timer);
            }
            // A key that did not sign, be it for a link, is not asked again.
            if let Some(error) = self.key.failed() {
                self.stopped.get_or_insert_with(|| error.to_string());
            }
        }
        self.pending.end();
        self.stopped.map_or(Ok(()), Err)
    }

    fn wake(&mut self, timer: Timer) {
        let outputs = self.replica.wake(self.clock.now(), timer);
        self.follow(outputs);
        if timer == Timer::Reached {
            // Told again, since what was told once may have been lost.
            self.cosign(CameTo::of(self.replica.partnership()));
            self.ask_for_seals();
            self.see_to_documents();
            self.pending.forget(Instant::now());
            self.roads.tell_changes(self.member, self.replica.nodes());
            if self.roads.look() {
                self.roads.lead_to(self.replica.nodes(), self.replica.seat());
            }
        }
    }

    fn happens(&mut self, event: Event) {
        match event {
            Event::Heard { from, frame } => {
                self.pulse.does(Doing::Hears(self.replica.nodes().member(from)));
                self.hear(from, frame.bytes());
            }
            Event::Asked { request, reply } => {
                self.pulse.does(Doing::Answers(request.name()));
                self.asked(request, reply);
            }
            Event::Stop => {}
        }
    }

    fn hear(&mut self, from: Seat, bytes: &[u8]) {
        let known = self.known.entry(from).or_default();
        known.heard = Some(Instant::now());
        match Parcel::from_bytes(bytes) {
            Some(Parcel::Engine(message)) => {
                let outputs = self.replica.hear(self.clock.now(), from, message);
                self.follow(outputs);
            }
            Some(Parcel::Cosigned(height, seal)) => self.hear_seal(from, height, seal),
            Some(Parcel::SealsWanted(height)) => self.hand_out_seals(from, height),
            Some(Parcel::Seals(height, seals)) => self.take_seals(height, seals),
            Some(Parcel::Have(deposits)) => self.hear_of_documents(from, deposits),
            Some(Parcel::Want(document, offset)) => self.hand_out_piece(from, (document, offset)),
            Some(Parcel::Piece(document, offset, piece)) => self.take_piece(from, (document, offset), &piece),
            None => known.faults = known.faults.saturating_add(1),
        }
    }

    /// Does what the replica asks for, and keeps what it reports.
    fn follow(&mut self, outputs: Vec<Output>) {
        for output in outputs {
            match output {
                Output::Tell { to, message } => {
                    self.roads.links.tell(to, &Parcel::Engine(message).to_bytes().into());
                }
                Output::Wake { after, timer } => self.timers.set(Instant::now(), after, timer),
                Output::Final { block, stepped, seals, came_to, nodes_changed, .. } => {
                    self.tally.is_final(&stepped, seals.round());
                    let (height, commands) = (block.height(), block.commands().len());
                    debug!(member = %self.member, height, commands, "a block is final");
                    // Signed before links change: who goes with this block signs for the last time.
                    let sealed = self.cosign(*came_to);
                    if nodes_changed {
                        self.on_disk(|changes| changes.happened(sealed));
                        info!(member = %self.member, height, "other nodes agree from the next block on");
                        self.roads.lead_to(self.replica.nodes(), self.replica.seat());
                    }
                    self.clock.has_reached(block.moment());
                    self.pending.ordered(block.height(), &stepped.outcomes);
                    self.keeper.ordered(block.bytes().len());
                }
                Output::FalseBlock { seat, height, why } => {
                    warn!(member = %self.member, by = %self.named(seat), height, why, "a false block was proposed, and refused");
                    let what = format!("a false block was proposed, and refused: {why}");
                    self.known.entry(seat).or_default().false_block = Some(Named { height, what });
                }
                Output::TwoFaced { seat, height, .. } => {
                    warn!(member = %self.member, by = %self.named(seat), height, "two things were signed of which a node may sign one");
                    let what = "two things were signed of which a node may sign one".to_owned();
                    self.known.entry(seat).or_default().two_faced = Some(Named { height, what });
                }
                Output::SetBack { until } => {
                    warn!(member = %self.member, until, "this disk is an old copy: the node signs nothing below this height");
                }
                Output::Fault { seat, what } => {
                    debug!(member = %self.member, by = %self.named(seat), what, "a message that no honest node sends");
                    let known = self.known.entry(seat).or_default();
                    known.faults = known.faults.saturating_add(1);
                }
                Output::Stopped { why } => {
                    error!(member = %self.member, why, "the node stops");
                    self.stopped = Some(why);
                }
            }
        }
    }

    /// Whose node it is, for the log.
    fn named(&self, seat: Seat) -> String {
        self.replica.nodes().member(seat).map_or_else(|| seat.to_string(), |member| member.to_string())
    }

    fn asked(&mut self, request: Request, reply: SyncSender<Reply>) {
        let answer = match request {
            Request::Submit(commands) => return self.submit(&commands, reply),
            Request::Standing => Reply::Standing(Box::new(self.standing())),
            Request::Pass(until) => {
                let outputs = self.replica.pass(self.clock.now(), until);
                self.follow(outputs);
                Reply::Done
            }
            Request::Note => match self.cosigned.note() {
                Some(note) => Reply::Note(note.text()),
                None => Reply::NotYet,
            },
            Request::Deposit(title, media, bytes) => self.deposit(title, media, &bytes),
            Request::Genesis
            | Request::Blocks(_)
            | Request::Changes(_)
            | Request::Left(_)
            | Request::Base(_) => Reply::Failed("this is read from the disk".into()),
        };
        // Who no longer listens needs no answer.
        let _ = reply.try_send(answer);
    }

    fn submit(&mut self, commands: &[ByteVec], reply: SyncSender<Reply>) {
        let id = self.replica.partnership().id();
        let read: Result<Vec<Signed>, _> = commands.iter().map(|bytes| Signed::read(bytes, &id)).collect();
        let read = match read {
            Ok(read) => read,
            Err(error) => {
                let _ = reply.try_send(Reply::Failed(error.to_string()));
                return;
            }
        };
        let mut places = BTreeMap::new();
        for signed in &read {
            if let Some(ordered) = self.replica.partnership().remembered(&signed.id()) {
                let (height, position) = (ordered.height, ordered.position);
                places.insert(signed.id(), Place { height, position });
            }
        }
        let ids: Vec<CommandId> = read.iter().map(Signed::id).collect();
        self.pending.add(ids, places, reply);
        let outputs = self.replica.submit(self.clock.now(), read);
        self.follow(outputs);
    }
}
