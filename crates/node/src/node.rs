//! A node: the partnership in memory, its records, and its store on disk.

mod earlier;
mod error;
mod past;
mod proof;
mod served;
mod view;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use quorate_charter::Period;
use quorate_partnership::{Admitted, Block, Booked, Genesis, Moment, Nature, Partnership, Signed, Stepped};
use quorate_records::Records;

use crate::clock::Clock;
use crate::inbox::{Answer, Answers, Batch, NotTaken};
use crate::run::{Client, Config};
use crate::store::Store;
pub use error::NodeError;
use past::{Past, take_in};
pub(crate) use proof::is_heard;
use served::answer;

/// Where blocks come from, and who orders commands.
enum Back {
    /// This process alone: the partnership has one node.
    Alone(Store),
    /// A node among nodes, which runs.
    Served(Client),
    /// A node among nodes, which does not run: its record can be read.
    Asleep(Store),
}

/// A member's view of a partnership: all that is true, stepped through block by block, and a way to have commands ordered.
///
/// Blocks are this process's own, if the partnership has one node, or come from the member's node among nodes.
pub struct Node {
    directory: PathBuf,
    back: Back,
    clock: Clock,
    genesis: Genesis,
    partnership: Partnership,
    records: Arc<Records>,
    /// Set when the disk failed under a block: memory is ahead of the disk, and nothing more is taken.
    stopped: bool,
}

impl Node {
    /// Begins a partnership in a directory that has none.
    ///
    /// # Errors
    /// [`NodeError`].
    pub fn create(directory: &Path, genesis: &Genesis) -> Result<Node, NodeError> {
        let partnership = Partnership::begin(genesis)?;
        let store = Store::create(directory, genesis)?;
        Ok(Node::new(directory, Back::Alone(store), genesis, partnership))
    }

    /// Opens the partnership of a directory and steps through all its blocks, signatures included: what the disk
    /// or another process says is believed no more than what a stranger says.
    ///
    /// # Errors
    /// [`NodeError`]; damage is named with file and place.
    pub fn open(directory: &Path) -> Result<Node, NodeError> {
        if !Config::is_in(directory) {
            let mut node = Node::read(directory, Back::Alone)?;
            node.let_time_pass()?;
            return Ok(node);
        }
        match Client::connect(directory) {
            Ok(client) => Node::served(directory, client),
            Err(_) => Node::read(directory, Back::Asleep),
        }
    }

    /// Reads the record on the disk.
    fn read(directory: &Path, back: fn(Store) -> Back) -> Result<Node, NodeError> {
        let (store, genesis) = Store::open(directory)?;
        Node::of_store(directory, (store, &genesis), back)
    }

    fn of_store(
        directory: &Path,
        (store, genesis): (Store, &Genesis),
        back: fn(Store) -> Back,
    ) -> Result<Node, NodeError> {
        let back = back(store);
        let past = Past::of(directory, &back, genesis)?;
        let mut records = past.records(genesis)?;
        let mut partnership = past.partnership;
        let (Back::Alone(store) | Back::Asleep(store)) = &back else {
            return Err(NodeError::Asleep(directory.into()));
        };
        store.replay_after(partnership.height(), genesis, |block| {
            let replay =
                |source| NodeError::Replay { directory: directory.into(), height: block.height(), source };
            let stepped = partnership.step(&block).map_err(replay)?;
            take_in(&mut records, &partnership, &block, &stepped);
            Ok::<(), NodeError>(())
        })?;
        let mut node = Node::new(directory, back, genesis, partnership);
        node.records = Arc::new(records);
        Ok(node)
    }

    fn new(directory: &Path, back: Back, genesis: &Genesis, partnership: Partnership) -> Node {
        let clock = Clock::new(genesis.nature(), partnership.moment());
        let records = Arc::new(Records::begin(genesis, partnership.charter().clone()));
        let (directory, genesis) = (directory.into(), genesis.clone());
        Node { directory, back, clock, genesis, partnership, records, stopped: false }
    }

    /// Takes signed commands, orders those that can be ordered in blocks, and answers each. What is answered is
    /// on the disk.
    ///
    /// # Errors
    /// [`NodeError`] if the disk fails: then nothing is known about commands without an answer until the
    /// directory is opened again; submitting them again is safe.
    pub fn submit(&mut self, submissions: &[Vec<u8>]) -> Result<Submitted, NodeError> {
        match self.back {
            Back::Served(_) => return self.submit_served(submissions),
            Back::Asleep(_) => return Err(NodeError::Asleep(self.directory.clone())),
            Back::Alone(_) if self.stopped => return Err(NodeError::Stopped),
            Back::Alone(_) => {}
        }
        let batch = Batch::sort(&self.partnership, submissions);
        let mut answers = Answers::new();
        // No command that comes long after a deadline rides in the block that is its last call.
        let mut booked = self.let_time_pass()?;
        for commands in batch.parts() {
            booked.extend(self.order(commands, &mut answers)?);
        }
        Ok(Submitted { answers: batch.answers(&answers), booked })
    }

    /// Lets a rehearsal's time pass. Deadlines on the way are met in their order.
    ///
    /// # Errors
    /// [`NodeError::NotARehearsal`] for a real partnership, or what the disk says.
    pub fn wait(&mut self, period: Period) -> Result<Vec<Booked>, NodeError> {
        if self.partnership.nature() == Nature::Real {
            return Err(NodeError::NotARehearsal);
        }
        let until = self.partnership.moment().plus(period);
        match self.back {
            Back::Served(_) => return self.wait_served(until),
            Back::Asleep(_) => return Err(NodeError::Asleep(self.directory.clone())),
            Back::Alone(_) => {}
        }
        let mut booked = self.block(until, Vec::new(), None)?.booked;
        booked.extend(self.overdue()?);
        Ok(booked)
    }

    /// Meets the deadlines that passed while nobody gave a command.
    ///
    /// # Errors
    /// What the disk says.
    fn let_time_pass(&mut self) -> Result<Vec<Booked>, NodeError> {
        let now = self.clock.now();
        match self.partnership.next_deadline() {
            Some(deadline) if deadline <= now && now > self.partnership.moment() => {
                let mut booked = self.block(now, Vec::new(), None)?.booked;
                booked.extend(self.overdue()?);
                Ok(booked)
            }
            _ => Ok(Vec::new()),
        }
    }

    /// What one block could not hold of the deadlines that are past.
    fn overdue(&mut self) -> Result<Vec<Booked>, NodeError> {
        let mut booked = Vec::new();
        while self.partnership.next_deadline().is_some_and(|deadline| deadline <= self.partnership.moment()) {
            let next = Moment(self.partnership.moment().0.saturating_add(1));
            booked.extend(self.block(next, Vec::new(), None)?.booked);
        }
        Ok(booked)
    }

    /// Orders in one block what can be ordered, and answers.
    fn order(&mut self, commands: &[Signed], answers: &mut Answers) -> Result<Vec<Booked>, NodeError> {
        let at = self.next_moment();
        let (admitted, taken) = self.admit(at, commands, answers);
        if taken.is_empty() {
            return Ok(Vec::new());
        }
        let Stepped { height, booked, outcomes } = self.block(at, taken, Some(admitted))?;
        answer(answers, (height, self.partnership.charter()), outcomes);
        Ok(booked)
    }

    /// Those that can be ordered at a moment; the others are answered.
    fn admit(&self, at: Moment, commands: &[Signed], answers: &mut Answers) -> (Admitted, Vec<Signed>) {
        let (admitted, judged) = self.partnership.admit(at, commands);
        let mut taken = Vec::with_capacity(commands.len());
        for (signed, judged) in commands.iter().zip(judged) {
            match judged {
                Ok(()) => taken.push(signed.clone()),
                Err(reason) => {
                    answers.insert(signed.id(), Err(reason.into()));
                }
            }
        }
        (admitted, taken)
    }

    /// Makes the next block, steps through it and keeps it. It is on the disk when this returns.
    fn block(
        &mut self,
        at: Moment,
        commands: Vec<Signed>,
        admitted: Option<Admitted>,
    ) -> Result<Stepped, NodeError> {
        if self.stopped {
            return Err(NodeError::Stopped);
        }
        let height = self.partnership.height().saturating_add(1);
        let block = Block::new(height, self.partnership.tip(), self.partnership.extent(), at, commands)?;
        let stepped = self.partnership.step_admitted(&block, admitted)?;
        let Back::Alone(store) = &mut self.back else {
            return Err(NodeError::Asleep(self.directory.clone()));
        };
        let kept = store.append(&block).and_then(|()| store.acknowledge(&block));
        if let Err(error) = kept {
            self.stopped = true;
            return Err(error.into());
        }
        take_in(Arc::make_mut(&mut self.records), &self.partnership, &block, &stepped);
        Ok(stepped)
    }
}

/// What became of submissions, in their order, and what happened in the blocks that they brought.
#[derive(Debug)]
pub struct Submitted {
    /// An answer for each submission.
    pub answers: Vec<Result<Answer, NotTaken>>,
    /// What happened.
    pub booked: Vec<Booked>,
}

#[cfg(test)]
mod tests;
