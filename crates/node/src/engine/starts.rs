//! How a replica begins, and takes in again what it wrote down of the height at work.

use arc_malachitebft_core_consensus as malachite;
use malachite::Input;
use quorate_partnership::Moment;

use super::context::Order;
use super::log::{Disk, Entry};
use super::output::Output;
use super::replica::Replica;

impl<D: Disk> Replica<D> {
    /// Begins, or goes on where the log ends, as soon as the others confirm that this node remembers all it has said.
    pub fn start(&mut self, now: Moment) -> Vec<Output> {
        self.is_now(now);
        self.read_seals();
        if let Some(log) = self.read_log() {
            self.recall(&log);
        }
        self.tick();
        self.end()
    }

    /// What was logged of the height at work.
    fn read_log(&mut self) -> Option<Vec<Entry>> {
        let logged = self.parts.disk.logged(self.height().0);
        let logged = self.parts.on_disk(logged)?;
        let read: Result<Vec<Entry>, _> = logged.iter().map(|bytes| minicbor::decode(bytes)).collect();
        if read.is_err() {
            self.stop("an entry of the log of this height cannot be read");
        }
        read.ok()
    }

    /// Takes in again what was logged of the height at work.
    pub(super) fn replay(&mut self) {
        let Some(log) = self.read_log().filter(|log| !log.is_empty()) else { return };
        let read: Vec<_> = log.into_iter().map(Entry::read).collect();
        self.parts.replays = true;
        self.begin_height();
        self.core.index_wal_entries(read.iter().filter_map(|entry| entry.as_ref().ok()));
        for entry in read {
            match entry {
                Ok(input) => self.replay_input(input),
                Err(proposed) => {
                    self.blocks.judge(&self.partnership, &mut self.waiting.verified, proposed);
                }
            }
        }
        self.core.reset_entries_index();
        self.parts.replays = false;
    }

    fn replay_input(&mut self, input: Input<Order>) {
        if let Input::ProposedValue(judged, _) = &input {
            let (round, id) = (judged.round, judged.value.0);
            if judged.proposer == self.seat() && self.blocks.own(round).is_none() {
                self.blocks.is_own(round, id);
            }
            if let Some(held) = self.blocks.get_mut(&id) {
                held.is_told = true;
            }
        }
        if let Err(error) = self.try_feed(input) {
            self.stop(&format!("the log of this height does not lead where it led: {error}"));
        }
    }
}
