//! The world of a simulation: what happens next, to whom.

use std::collections::BTreeMap;

use fastrand::Rng;
use quorate_charter::MemberCode;
use quorate_partnership::members::Ready;
use quorate_partnership::{Genesis, Moment, Partnership, Signed};
use sha2::{Digest as _, Sha256};

use super::auditor::Auditor;
use super::changes::{Change, ready};
use super::delegations::Delegations;
use super::disk::MemoryDisk;
use super::liar::Lie;
use super::old_copy::OldCopy;
use super::stage::{BEGINS, NodeName, RATE, genesis, lies, node_key};
use super::weather::Weather;
use super::{Conditions, Report, SimulationError};
use crate::engine::{Message, Output, Place, Replica, Seat, Timer};

/// What can happen to a node.
pub(super) enum Happening {
    Hear { from: usize, bytes: Vec<u8> },
    Wake(Timer),
    Restart,
}

/// A node of the simulation.
pub(super) struct SimNode {
    pub(super) seat: Seat,
    pub(super) name: NodeName,
    pub(super) disk: MemoryDisk,
    pub(super) replica: Option<Replica<MemoryDisk>>,
    /// Which time it runs: what was meant for an earlier time does not reach it.
    pub(super) time: u32,
    /// How far its clock is off, in milliseconds.
    pub(super) skew: i64,
    pub(super) lie: Option<Lie>,
}

pub(super) struct World {
    pub(super) conditions: Conditions,
    pub(super) genesis: Genesis,
    pub(super) nodes: Vec<SimNode>,
    pub(super) dice: Rng,
    pub(super) now: u64,
    pub(super) given: u64,
    pub(super) queue: BTreeMap<(u64, u64), (usize, u32, Happening)>,
    pub(super) weather: Weather,
    /// Until when nothing else goes wrong.
    pub(super) calm_until: u64,
    /// The node that is set back at times, if none is false.
    pub(super) old_copy: Option<OldCopy>,
    pub(super) auditor: Auditor,
    pub(super) delegations: Delegations,
    pub(super) change: Change,
    pub(super) faults: BTreeMap<&'static str, usize>,
    pub(super) trace: Sha256,
}

impl World {
    pub(super) fn new(conditions: &Conditions) -> Result<World, SimulationError> {
        let mut dice = Rng::with_seed(conditions.seed);
        let genesis = genesis(&conditions.charter)?;
        let partnership = Partnership::begin(&genesis)?;
        let members: Vec<MemberCode> = partnership.charter().members().map(|(code, _)| code).collect();
        let lies = lies(conditions, partnership.nodes(), &mut dice);
        let founders: Vec<(MemberCode, Option<Lie>)> = members.into_iter().zip(lies).collect();
        let change = Change::thrown(partnership.charter(), &founders, &mut dice);
        let named = founders.iter().map(|(member, lie)| ((*member, 1), *lie));
        let named = named.chain(change.node().map(|name| (name, None)));
        let nodes = named.map(|(name, lie)| SimNode {
            seat: node_key(name, genesis.id()).seat(),
            name,
            disk: MemoryDisk::default(),
            replica: None,
            time: 0,
            skew: dice.i64(-400..400),
            lie,
        });
        let nodes: Vec<SimNode> = nodes.collect();
        let mut faults = BTreeMap::new();
        for lie in nodes.iter().filter_map(|node| node.lie) {
            let times = faults.entry(lie.words()).or_insert(0_usize);
            *times = times.saturating_add(1);
        }
        let is_honest = nodes.iter().all(|node| node.lie.is_none()) && dice.bool();
        let old_copy = is_honest.then(|| OldCopy { node: dice.usize(0..nodes.len()), copy: None });
        let delegations = Delegations::new(&partnership, change, &mut dice);
        Ok(World {
            conditions: conditions.clone(),
            genesis,
            nodes,
            dice,
            now: 0,
            given: 0,
            queue: BTreeMap::new(),
            weather: Weather::fair(),
            calm_until: 0,
            old_copy,
            auditor: Auditor::default(),
            delegations,
            change,
            faults,
            trace: Sha256::new(),
        })
    }

    pub(super) fn run(mut self) -> Result<Report, SimulationError> {
        for node in 0..self.nodes.len() {
            self.schedule(self.now, node, Happening::Restart);
        }
        let bad = self.conditions.seconds.saturating_mul(1_000);
        let (mut gives, mut turns) = (500_u64, 5_000_u64);
        while self.now < bad {
            let next = self.queue.keys().next().map_or(bad, |(at, _)| *at);
            if next >= gives.min(turns) {
                self.now = gives.min(turns);
                if gives <= turns {
                    gives = gives.saturating_add(self.dice.u64(30..350));
                    self.give()?;
                } else {
                    turns = turns.saturating_add(self.dice.u64(2_000..12_000));
                    self.turn();
                }
                continue;
            }
            self.next()?;
        }
        let healed_after = self.heal()?;
        let [blocks, commands, refused, closed, paid] = self.auditor.counts();
        let told = self.delegations.told();
        let trace = self.trace.finalize();
        let trace = trace.iter().take(8).fold(0_u64, |all, byte| all.wrapping_shl(8) | u64::from(*byte));
        Ok(Report { blocks, commands, refused, closed, paid, faults: self.faults, told, healed_after, trace })
    }

    pub(super) fn schedule(&mut self, at: u64, node: usize, happening: Happening) {
        self.given = self.given.saturating_add(1);
        let time = self.nodes.get(node).map(|node| node.time).unwrap_or_default();
        self.queue.insert((at, self.given), (node, time, happening));
    }

    pub(super) fn count(&mut self, fault: &'static str) {
        let times = self.faults.entry(fault).or_default();
        *times = times.saturating_add(1);
    }

    pub(super) fn broken(&self, what: String) -> SimulationError {
        broken(&self.conditions, self.now, what)
    }

    /// What a node's clock says.
    pub(super) fn clock(&self, node: usize) -> Moment {
        let skew = self.nodes.get(node).map(|node| node.skew).unwrap_or_default();
        let at = self.now.saturating_add_signed(skew);
        Moment(BEGINS.0.saturating_add(at.saturating_mul(u64::from(RATE))))
    }

    /// The next thing happens.
    pub(super) fn next(&mut self) -> Result<(), SimulationError> {
        let Some(((at, number), (node, time, happening))) = self.queue.pop_first() else { return Ok(()) };
        self.now = at;
        self.trace.update(at.to_be_bytes());
        self.trace.update(number.to_be_bytes());
        if self.nodes.get(node).is_none_or(|node| node.time != time) {
            return Ok(());
        }
        if let Happening::Restart = happening {
            return self.restart(node);
        }
        let now = self.clock(node);
        let from = |index: usize| self.nodes.get(index).map(|node| node.seat);
        let said = match happening {
            Happening::Hear { from: index, bytes } => from(index).zip(Message::from_bytes(&bytes).ok()),
            Happening::Wake(timer) => {
                let Some(replica) = self.nodes.get_mut(node).and_then(|node| node.replica.as_mut()) else {
                    return Ok(());
                };
                let outputs = replica.wake(now, timer);
                return self.follow(node, outputs);
            }
            Happening::Restart => None,
        };
        let Some((seat, message)) = said else { return Ok(()) };
        let Some(replica) = self.nodes.get_mut(node).and_then(|node| node.replica.as_mut()) else {
            return Ok(());
        };
        let outputs = replica.hear(now, seat, message);
        self.follow(node, outputs)
    }

    /// Does what a node asks for, and hears what it reports.
    pub(super) fn follow(&mut self, node: usize, outputs: Vec<Output>) -> Result<(), SimulationError> {
        for output in outputs {
            match output {
                Output::Tell { to, message } => self.carry(node, to, &message),
                Output::Wake { after, timer } => {
                    let after = u64::try_from(after.as_millis()).unwrap_or(u64::MAX).max(1);
                    self.schedule(self.now.saturating_add(after), node, Happening::Wake(timer));
                }
                Output::Final { block, stepped, digest, .. } => {
                    self.is_final(node, (&block, &stepped, digest))?;
                }
                Output::FalseBlock { seat, .. } => {
                    self.accuse(node, seat, Lie::FalseBlocks)?;
                    self.count("a false block was refused and its proposer named");
                }
                Output::TwoFaced { seat, .. } => {
                    self.accuse(node, seat, Lie::TwoFaced)?;
                    self.count("two votes for one place were seen");
                }
                Output::SetBack { .. } => self.count("a node knew that its disk was an old copy"),
                Output::Fault { .. } => self.count("a node sent what none sends"),
                Output::Stopped { why } if why == "the power failed" => self.crash(node, "a disk failed"),
                // A false node may come to grief over what it signed itself.
                Output::Stopped { .. } if self.nodes.get(node).is_some_and(|node| node.lie.is_some()) => {
                    self.crash(node, "a false node stopped");
                }
                Output::Stopped { why } => return Err(self.broken(format!("node {node} stopped: {why}"))),
            }
        }
        Ok(())
    }

    /// What the node that is to be named says of itself, if it is up.
    fn newcomer_is_ready(&self) -> Option<Ready> {
        let name = self.change.node()?;
        let newcomer = self.nodes.iter().find(|node| node.name == name)?.replica.as_ref()?;
        ready(name, newcomer.partnership())
    }

    /// A delegation gives a command at its own node, or at another.
    pub(super) fn give(&mut self) -> Result<(), SimulationError> {
        let node = self.dice.usize(0..self.nodes.len());
        let now = self.clock(node);
        let ready = self.newcomer_is_ready();
        let Some(replica) = self.nodes.get_mut(node).and_then(|node| node.replica.as_mut()) else {
            return Ok(());
        };
        // Who is not one of those that agree is not listened to.
        if replica.place() != Place::Within {
            return Ok(());
        }
        let next = self.delegations.next(replica.partnership(), (now, ready), &mut self.dice);
        let signed = next.and_then(|bytes| Signed::read(&bytes, &replica.partnership().id()).ok());
        let Some(signed) = signed else { return Ok(()) };
        let outputs = replica.submit(now, vec![signed]);
        self.follow(node, outputs)
    }
}

pub(super) fn broken(conditions: &Conditions, now: u64, what: String) -> SimulationError {
    SimulationError::Broken {
        seed: conditions.seed,
        seconds: now.checked_div(1_000).unwrap_or_default(),
        what,
    }
}
