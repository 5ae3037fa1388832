//! What goes wrong in the world of a simulation, and how it comes to an end.

use quorate_partnership::{Block, Partnership};

use super::SimulationError;
use super::stage::{node_key, timeouts};
use super::weather::{Cut, Weather};
use super::world::{Happening, SimNode, World, broken};
use crate::engine::{Place, Replica};

/// How long the nodes have to come together again after the weather cleared, in milliseconds.
const HEALS_WITHIN: u64 = 120_000;
/// How many blocks there are between the snapshots from which a node goes on.
const SNAPSHOT_EVERY: u64 = 16;

impl World {
    /// The weather turns, and somebody may crash.
    pub(super) fn turn(&mut self) {
        if self.now < self.calm_until || self.set_back() {
            return;
        }
        self.weather = Weather::thrown(&mut self.dice, self.nodes.len());
        match self.weather.cut {
            Cut::Nothing => {}
            Cut::Halves(_) => self.count("the nodes were cut in two"),
            Cut::Deaf(_) | Cut::Mute(_) => self.count("links were cut one way"),
            Cut::Ring => self.count("the nodes were cut to a ring"),
        }
        let node = self.dice.usize(0..self.nodes.len());
        match self.dice.u32(0..4) {
            0 => self.crash(node, "a node was killed"),
            1 => {
                let writes = self.dice.u32(0..30);
                if let Some(node) = self.nodes.get(node) {
                    node.disk.fail_after(writes);
                }
            }
            2 => {
                let skew = self.dice.i64(-1_500..1_500);
                if let Some(node) = self.nodes.get_mut(node) {
                    node.skew = skew;
                }
                self.count("a clock jumped");
            }
            _ => {}
        }
    }

    /// A node loses its memory, and what its disk did not force; it comes back after a while.
    pub(super) fn crash(&mut self, node: usize, how: &'static str) {
        let survives = self.dice.usize(0..4);
        let after = self.dice.u64(100..8_000);
        let Some(sim) = self.nodes.get_mut(node) else { return };
        sim.disk.crash(survives);
        self.down(node, after, how);
    }

    /// A node that is up goes down for so many milliseconds.
    pub(super) fn down(&mut self, node: usize, after: u64, how: &'static str) {
        let Some(sim) = self.nodes.get_mut(node) else { return };
        if sim.replica.take().is_some() {
            sim.time = sim.time.saturating_add(1);
            self.count(how);
            self.schedule(self.now.saturating_add(after), node, Happening::Restart);
        }
    }

    /// A node opens its disk, steps through what is there, and goes on.
    pub(super) fn restart(&mut self, node: usize) -> Result<(), SimulationError> {
        let mut partnership = Partnership::begin(&self.genesis)?;
        let Some(sim) = self.nodes.get(node) else { return Ok(()) };
        for bytes in sim.disk.blocks() {
            let block =
                Block::read(&bytes, &partnership.id()).map_err(|error| self.broken(error.to_string()))?;
            partnership.step(&block).map_err(|error| self.broken(error.to_string()))?;
            // As a node does now and then: it goes on from what it had written down.
            if block.height().is_multiple_of(SNAPSHOT_EVERY) {
                let snapshot = partnership.to_snapshot();
                partnership = Partnership::from_snapshot(&snapshot, &self.genesis)
                    .map_err(|error| self.broken(error.to_string()))?;
            }
        }
        if sim.lie.is_none() {
            let started = self.auditor.started(node, &partnership);
            started.map_err(|what| broken(&self.conditions, self.now, what))?;
        }
        let key = node_key(sim.name, self.genesis.id());
        let disk = sim.disk.clone();
        let replica = Replica::new(partnership, key, disk, timeouts());
        let mut replica = replica.ok_or_else(|| self.broken("nobody is left to agree".into()))?;
        let outputs = replica.start(self.clock(node));
        if let Some(sim) = self.nodes.get_mut(node) {
            sim.replica = Some(replica);
        }
        self.follow(node, outputs)
    }

    /// The weather clears: all honest nodes come to one record, and the time that it took, in seconds.
    pub(super) fn heal(&mut self) -> Result<u64, SimulationError> {
        self.weather = Weather::fair();
        for node in 0..self.nodes.len() {
            if let Some(node) = self.nodes.get_mut(node) {
                node.skew = 0;
                node.disk.fail_after(u32::MAX);
            }
        }
        let since = self.now;
        let until = since.saturating_add(HEALS_WITHIN);
        // Something new is ordered too: they do not only agree on what was.
        let target = self.auditor.height().saturating_add(3);
        let mut gives = since;
        while self.now < until {
            if self.now >= gives {
                gives = self.now.saturating_add(400);
                self.give()?;
            }
            self.next()?;
            if self.are_one(target) {
                return Ok(self.now.saturating_sub(since).div_ceil(1_000));
            }
        }
        let heights: Vec<Option<u64>> = self.nodes.iter().map(height).collect();
        Err(self.broken(format!(
            "the weather cleared, and the nodes are at heights {heights:?}, not at {target}"
        )))
    }

    fn are_one(&self, target: u64) -> bool {
        // Who left has stayed behind.
        let is_out = |node: &SimNode| node.replica.as_ref().is_some_and(|r| r.place() == Place::After);
        let mut honest = self.nodes.iter().filter(|node| node.lie.is_none() && !is_out(node));
        let Some(first) = honest.next().and_then(height) else { return false };
        first >= target && honest.all(|node| height(node) == Some(first))
    }
}

fn height(node: &SimNode) -> Option<u64> {
    node.replica.as_ref().map(|replica| replica.partnership().height())
}
