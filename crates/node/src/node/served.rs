//! The view of a partnership whose blocks come from a node among nodes.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use quorate_charter::Charter;
use quorate_partnership::{Block, Booked, Genesis, Moment, Outcome, Partnership, Signed};
use quorate_records::proof::{NodeChange, Note};

use super::{Back, Node, NodeError, Past, Submitted, take_in};
use crate::inbox::{Answer, Answers, Batch};
use crate::run::{Client, ClientError};

/// How long something that the other nodes have a part in is waited for.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often it is asked for.
const PAUSE: Duration = Duration::from_millis(20);

impl Node {
    /// The view of a node that runs, with all its blocks.
    pub(super) fn served(directory: &Path, client: Client) -> Result<Node, NodeError> {
        let genesis = Genesis::from_bytes(&client.genesis()?)?;
        let back = Back::Served(client);
        let past = Past::of(directory, &back, &genesis)?;
        let records = past.records(&genesis)?;
        let mut node = Node::new(directory, back, &genesis, past.partnership);
        node.records = Arc::new(records);
        node.follow(&mut Answers::new())?;
        Ok(node)
    }

    fn client(&self) -> Result<&Client, NodeError> {
        match &self.back {
            Back::Served(client) => Ok(client),
            Back::Alone(_) | Back::Asleep(_) => Err(NodeError::Asleep(self.directory.clone())),
        }
    }

    /// Steps through the blocks that the node has by now.
    pub(super) fn follow(&mut self, answers: &mut Answers) -> Result<Vec<Booked>, NodeError> {
        let mut booked = Vec::new();
        loop {
            let from = self.partnership.height().saturating_add(1);
            let blocks = self.client()?.blocks(from)?;
            if blocks.is_empty() {
                self.clock.has_reached(self.partnership.moment());
                return Ok(booked);
            }
            for bytes in blocks {
                let height = self.partnership.height().saturating_add(1);
                let block = Block::read(&bytes, &self.genesis.id())
                    .map_err(|source| NodeError::Bytes { height, source })?;
                let replay = |source| NodeError::Replay { directory: self.directory.clone(), height, source };
                let stepped = self.partnership.step(&block).map_err(replay)?;
                take_in(Arc::make_mut(&mut self.records), &self.partnership, &block, &stepped);
                booked.extend(stepped.booked);
                answer(answers, (height, self.partnership.charter()), stepped.outcomes);
            }
        }
    }

    /// Follows the node until this is so.
    fn follow_until(&mut self, is_so: impl Fn(&Partnership) -> bool) -> Result<Vec<Booked>, NodeError> {
        let begun = Instant::now();
        let mut booked = Vec::new();
        loop {
            booked.extend(self.follow(&mut Answers::new())?);
            if is_so(&self.partnership) {
                return Ok(booked);
            }
            if begun.elapsed() > PATIENCE {
                return Err(ClientError::NotYet.into());
            }
            sleep(PAUSE);
        }
    }

    /// Follows a node among nodes until it has this height; a node alone has no other blocks than its own.
    ///
    /// # Errors
    /// [`NodeError`] if it does not come to have it.
    pub fn reach(&mut self, height: u64) -> Result<(), NodeError> {
        match self.back {
            Back::Served(_) => self.follow_until(|partnership| partnership.height() >= height).map(|_| ()),
            Back::Alone(_) | Back::Asleep(_) => Ok(()),
        }
    }

    pub(super) fn submit_served(&mut self, submissions: &[Vec<u8>]) -> Result<Submitted, NodeError> {
        let mut answers = Answers::new();
        let mut booked = self.follow(&mut answers)?;
        let batch = Batch::sort(&self.partnership, submissions);
        let at = self.next_moment();
        for commands in batch.parts() {
            let (_, taken) = self.admit(at, commands, &mut answers);
            let taken: Vec<Vec<u8>> = taken.iter().map(Signed::bytes).map(<[u8]>::to_vec).collect();
            if taken.is_empty() {
                continue;
            }
            let places = self.client()?.submit(&taken)?;
            let last = places.iter().map(|place| place.height).max().unwrap_or_default();
            booked.extend(self.follow(&mut answers)?);
            debug_assert!(self.partnership.height() >= last);
        }
        Ok(Submitted { answers: batch.answers(&answers), booked })
    }

    pub(super) fn wait_served(&mut self, until: Moment) -> Result<Vec<Booked>, NodeError> {
        let mut booked = self.follow(&mut Answers::new())?;
        self.client()?.pass(until)?;
        let is_so = |partnership: &Partnership| {
            let moment = partnership.moment();
            moment >= until && partnership.next_deadline().is_none_or(|deadline| deadline > moment)
        };
        booked.extend(self.follow_until(is_so)?);
        Ok(booked)
    }

    /// What the record came to, signed by as many members' nodes as it takes, if this is a node among nodes that runs: at
    /// the height that the record has now, or a later one.
    ///
    /// # Errors
    /// [`NodeError`]; [`ClientError::NotYet`] if the other nodes do not sign.
    pub fn cosigned(&mut self) -> Result<Option<Note>, NodeError> {
        if matches!(self.back, Back::Alone(_)) {
            return Ok(None);
        }
        let begun = Instant::now();
        self.follow(&mut Answers::new())?;
        loop {
            match self.client()?.note() {
                Ok(note) if note.checkpoint().height >= self.partnership.height() => {
                    self.reach(note.checkpoint().height)?;
                    return Ok(Some(note));
                }
                Ok(_) | Err(ClientError::NotYet) if begun.elapsed() < PATIENCE => sleep(PAUSE),
                Ok(_) => return Err(ClientError::NotYet.into()),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The signed checkpoints of changes of the nodes, as the node that runs has them from the others.
    ///
    /// # Errors
    /// [`NodeError::Unchained`] if one is not signed by enough for long.
    pub fn notes(&self, changes: &[NodeChange]) -> Result<Vec<Note>, NodeError> {
        let begun = Instant::now();
        loop {
            match self.notes_now(changes) {
                Err(NodeError::Unchained(_)) if begun.elapsed() < PATIENCE => sleep(PAUSE),
                notes => return notes,
            }
        }
    }

    fn notes_now(&self, changes: &[NodeChange]) -> Result<Vec<Note>, NodeError> {
        let (mut notes, mut rows, mut from) = (Vec::new(), BTreeMap::new(), 0);
        for change in changes {
            let height = change.checkpoint.height;
            while height >= from {
                let some = self.client()?.changes(from)?;
                let Some(last) = some.last().map(|sealed| sealed.checkpoint().height) else { break };
                from = last.saturating_add(1);
                rows.extend(some.into_iter().map(|sealed| (sealed.checkpoint().height, sealed)));
            }
            let note = rows.remove(&height).and_then(|sealed| sealed.note());
            notes.push(note.ok_or(NodeError::Unchained(height))?);
        }
        Ok(notes)
    }

    /// Every block after a height, up to another, in order.
    pub(super) fn each_block(
        &self,
        (after, last): (u64, u64),
        mut each: impl FnMut(Block) -> Result<(), NodeError>,
    ) -> Result<(), NodeError> {
        match &self.back {
            Back::Alone(store) | Back::Asleep(store) => {
                store.replay_after(after, &self.genesis, |block| match block.height() <= last {
                    true => each(block),
                    false => Ok(()),
                })
            }
            Back::Served(client) => {
                let mut height = after.saturating_add(1);
                while height <= last {
                    let blocks = client.blocks(height)?;
                    if blocks.is_empty() {
                        return Err(ClientError::NotYet.into());
                    }
                    for bytes in blocks {
                        let block = Block::read(&bytes, &self.genesis.id())
                            .map_err(|source| NodeError::Bytes { height, source })?;
                        if height <= last {
                            each(block)?;
                        }
                        height = height.saturating_add(1);
                    }
                }
                Ok(())
            }
        }
    }
}

/// Answers what a block ordered.
pub(super) fn answer(answers: &mut Answers, (height, charter): (u64, &Charter), outcomes: Vec<Outcome>) {
    let answer = |Outcome { id, position, refusal }| {
        let refusal = refusal.map(|refusal| refusal.told(charter));
        (id, Ok(Answer { id, height, position, refusal }))
    };
    answers.extend(outcomes.into_iter().map(answer));
}
