//! A false node on real links: for demonstrations and tests. No node that is run is made of this.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use fastrand::Rng;
use quorate_charter::MemberCode;
use quorate_partnership::{Genesis, GenesisError, Nature, Partnership, PartnershipId};

use super::disk::MemoryDisk;
use super::liar::Lie;
use crate::clock::Clock;
use crate::engine::{Message, NodeKey, Output, Replica, Seat, Validators};
use crate::keys::Signer;
use crate::links::{Frame, LinkError, Links};
use crate::run::{Config, Parcel, Timers, others, timeouts};

/// The longest that it waits for something to happen.
const LONGEST_WAIT: Duration = Duration::from_millis(200);

/// A false node that runs, on a disk in memory, in the place of a member's own.
pub struct FalseNode {
    stop: Sender<Said>,
    thread: JoinHandle<()>,
}

/// Why there can be no false node.
#[derive(Debug, thiserror::Error)]
pub enum FalseNodeError {
    /// Nobody is to be told lies about what is real.
    #[error("a false node is for rehearsals")]
    Real,
    /// The genesis is none.
    #[error(transparent)]
    Genesis(#[from] GenesisError),
    /// Its links cannot be opened.
    #[error(transparent)]
    Links(#[from] LinkError),
    /// The member has no node.
    #[error("{0} has no node")]
    NoNode(MemberCode),
}

enum Said {
    By(Seat, Frame),
    Stop,
}

struct Liar {
    lie: Lie,
    replica: Replica<MemoryDisk>,
    key: NodeKey,
    partnership: PartnershipId,
    clock: Clock,
    links: Links,
    nodes: Validators,
    timers: Timers,
    dice: Rng,
}

impl FalseNode {
    /// Runs a false node with a member's node key and configuration; the member's own must not run.
    ///
    /// # Errors
    /// [`FalseNodeError`]; of a real partnership there are none.
    pub fn begin(
        config: &Config,
        genesis: &Genesis,
        (member, key): (MemberCode, Arc<dyn Signer>),
        lie: Lie,
    ) -> Result<FalseNode, FalseNodeError> {
        if genesis.nature() == Nature::Real {
            return Err(FalseNodeError::Real);
        }
        let partnership = Partnership::begin(genesis)?;
        let nodes = Validators::of(&partnership).ok_or(FalseNodeError::NoNode(member))?;
        let (stop, said) = channel();
        let hear = stop.clone();
        let heard = move |from, frame| hear.send(Said::By(from, frame)).unwrap_or_default();
        let others = others(config, &nodes, Seat(key.public()));
        let links = Links::open(&key, genesis.id(), config.listen, others, heard)?;
        let genesis = genesis.clone();
        let thread = thread::spawn(move || {
            let clock = Clock::new(genesis.nature(), partnership.moment());
            let own = NodeKey::new(Arc::clone(&key), genesis.id());
            let again = NodeKey::new(key, genesis.id());
            let id = partnership.id();
            let replica = Replica::new(partnership, own, MemoryDisk::default(), timeouts());
            let Some(replica) = replica else { return };
            let (timers, dice) = (Timers::default(), Rng::with_seed(0));
            Liar { lie, replica, key: again, partnership: id, clock, links, nodes, timers, dice }.work(&said);
        });
        Ok(FalseNode { stop, thread })
    }

    /// Ends it.
    pub fn end(self) {
        // If it has ended by itself, so much the better.
        let _ = self.stop.send(Said::Stop);
        let _ = self.thread.join();
    }
}

impl Liar {
    fn work(mut self, said: &Receiver<Said>) {
        let outputs = self.replica.start(self.clock.now());
        self.follow(outputs);
        loop {
            let wait = self.timers.next(Instant::now()).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
            match said.recv_timeout(wait) {
                Ok(Said::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(Said::By(from, frame)) => {
                    if let Some(Parcel::Engine(message)) = Parcel::from_bytes(frame.bytes()) {
                        let outputs = self.replica.hear(self.clock.now(), from, message);
                        self.follow(outputs);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            while let Some(timer) = self.timers.elapsed(Instant::now()) {
                let outputs = self.replica.wake(self.clock.now(), timer);
                self.follow(outputs);
            }
        }
    }

    fn follow(&mut self, outputs: Vec<Output>) {
        for output in outputs {
            match output {
                Output::Tell { to, message } => self.tell(to, &message),
                Output::Wake { after, timer } => self.timers.set(Instant::now(), after, timer),
                Output::Final { block, .. } => self.clock.has_reached(block.moment()),
                _ => {}
            }
        }
    }

    /// Tells each of the others what it makes of it.
    fn tell(&mut self, to: Option<Seat>, message: &Message) {
        let seats: Vec<Seat> = self.nodes.each().map(|node| node.seat).collect();
        for (place, seat) in seats.into_iter().enumerate().filter(|(_, seat)| to.is_none_or(|to| to == *seat))
        {
            let own = (&self.key, self.partnership);
            for told in self.lie.told(message.clone(), own, (place, &mut self.dice)) {
                self.links.tell(Some(seat), &Parcel::Engine(told).to_bytes().into());
            }
        }
    }
}
