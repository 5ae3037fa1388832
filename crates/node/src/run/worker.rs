//! The thread in which a replica lives: whatever happens to it happens here, one thing after another.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

use minicbor::bytes::ByteVec;
use quorate_charter::MemberCode;
use quorate_partnership::{CommandId, Signed};
use quorate_records::proof::Checkpoint;

use tracing::{debug, error, info, warn};

use super::cosigned::Cosigned;
use super::opening::Keeper;
use super::parcel::Parcel;
use super::pending::Pending;
use super::roads::Roads;
use super::status::{Named, NodeStanding, Standing};
use super::talk::{Place, Reply, Request};
use super::timers::Timers;
use crate::clock::Clock;
use crate::engine::{Disk, Output, Place as Among, Replica, Seal, Seat, Timer};
use crate::keys::Key;
use crate::links::Frame;

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
struct Known {
    heard: Option<Instant>,
    false_block: Option<Named>,
    two_faced: Option<Named>,
    faults: u64,
}

/// A node at work.
pub(super) struct Worker<D> {
    replica: Replica<D>,
    key: Arc<Key>,
    clock: Clock,
    member: MemberCode,
    roads: Roads,
    keeper: Keeper,
    timers: Timers,
    pending: Pending,
    cosigned: Cosigned,
    known: BTreeMap<Seat, Known>,
    /// Why it has stopped, if it has.
    stopped: Option<String>,
}

impl<D: Disk> Worker<D> {
    pub(super) fn new(
        replica: Replica<D>,
        (member, key): (MemberCode, Arc<Key>),
        clock: Clock,
        (roads, keeper): (Roads, Keeper),
    ) -> Worker<D> {
        Worker {
            replica,
            key,
            clock,
            member,
            roads,
            keeper,
            timers: Timers::default(),
            pending: Pending::default(),
            cosigned: Cosigned::default(),
            known: BTreeMap::new(),
            stopped: None,
        }
    }

    /// Works until it is to end, or cannot go on: then why.
    pub(super) fn work(mut self, events: &Receiver<Event>) -> Result<(), String> {
        self.cosign();
        let outputs = self.replica.start(self.clock.now());
        self.follow(outputs);
        while self.stopped.is_none() {
            self.keeper.keep_if_due(self.replica.partnership());
            let wait = self.timers.next(Instant::now()).unwrap_or(LONGEST_WAIT);
            match events.recv_timeout(wait.min(LONGEST_WAIT)) {
                Ok(Event::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(event) => self.happens(event),
                Err(RecvTimeoutError::Timeout) => {}
            }
            while let Some(timer) = self.timers.elapsed(Instant::now()) {
                self.wake(timer);
            }
        }
        self.stopped.map_or(Ok(()), Err)
    }

    fn wake(&mut self, timer: Timer) {
        let outputs = self.replica.wake(self.clock.now(), timer);
        self.follow(outputs);
        if timer == Timer::Reached {
            // Told again, since what was told once may have been lost.
            self.cosign();
            self.pending.forget(Instant::now());
            self.roads.tell_changes(self.member, self.replica.nodes());
            if self.roads.look() {
                self.roads.lead_to(self.replica.nodes(), self.replica.seat());
            }
        }
    }

    fn happens(&mut self, event: Event) {
        match event {
            Event::Heard { from, frame } => self.hear(from, frame.bytes()),
            Event::Asked { request, reply } => self.asked(request, reply),
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
            Some(Parcel::Cosigned(height, seal)) => self.cosigned.heard(from, height, seal),
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
                Output::Final { block, stepped, nodes_changed, .. } => {
                    let (height, commands) = (block.height(), block.commands().len());
                    debug!(member = %self.member, height, commands, "a block is final");
                    if nodes_changed {
                        info!(member = %self.member, height, "other nodes agree from the next block on");
                        self.roads.lead_to(self.replica.nodes(), self.replica.seat());
                    }
                    self.clock.has_reached(block.moment());
                    self.pending.ordered(block.height(), &stepped.outcomes);
                    self.cosign();
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

    /// Signs what the record came to, and tells the others.
    fn cosign(&mut self) {
        if self.replica.place() != Among::Within {
            return;
        }
        let partnership = self.replica.partnership();
        let checkpoint = Checkpoint {
            partnership: partnership.id(),
            extent: partnership.extent(),
            height: partnership.height(),
            block: partnership.tip(),
            moment: partnership.moment(),
        };
        let seal = Seal(self.key.sign_checkpoint(&checkpoint));
        self.roads.links.tell(None, &Parcel::Cosigned(checkpoint.height, seal).to_bytes().into());
        self.cosigned.reached(checkpoint, self.replica.seat(), seal);
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
            Request::Note => match self.cosigned.note(self.replica.nodes()) {
                Some(note) => Reply::Note(note.text()),
                None => Reply::NotYet,
            },
            Request::Genesis | Request::Blocks(_) => Reply::Failed("this is read from the disk".into()),
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

    fn standing(&self) -> Standing {
        let partnership = self.replica.partnership();
        let count = |many: usize| u64::try_from(many).unwrap_or(u64::MAX);
        let nodes = self.replica.nodes();
        Standing {
            height: partnership.height(),
            moment: partnership.moment(),
            digest: partnership.digest(),
            waiting: count(self.replica.waiting()),
            nodes: nodes.each().map(|node| self.standing_of(node.member, node.seat)).collect(),
            may_fail: count(nodes.may_fail()),
            strangers: self.roads.links.strangers(),
            ready: self.ready(),
            last_stranger: self.roads.links.last_stranger().map(|key| key.to_string()),
        }
    }

    /// What a node that the record does not name yet says of itself, for its member's root to name it.
    fn ready(&self) -> Option<String> {
        let basis = self.replica.partnership().basis();
        let is_new = self.replica.place() == Among::Before;
        is_new.then(|| self.key.sign_ready(basis, self.member).to_string())
    }

    fn standing_of(&self, member: MemberCode, seat: Seat) -> NodeStanding {
        let is_self = seat == self.replica.seat();
        let link = self.roads.links.state(seat);
        let known = self.known.get(&seat);
        let named = known.iter().flat_map(|known| known.false_block.iter().chain(&known.two_faced));
        NodeStanding {
            member,
            key: seat.to_string(),
            is_self,
            address: self.roads.address(member, is_self),
            is_linked: is_self || link.as_ref().is_some_and(|link| link.is_up),
            dropped: link.as_ref().map(|link| link.dropped).unwrap_or_default(),
            why_not: link.and_then(|link| link.why_not),
            height: match is_self {
                true => Some(self.replica.partnership().height()),
                false => self.replica.reached(seat),
            },
            silent: known.and_then(|known| known.heard).map(|heard| heard.elapsed().as_secs()),
            named: named.cloned().collect(),
            faults: known.map(|known| known.faults).unwrap_or_default(),
        }
    }
}
