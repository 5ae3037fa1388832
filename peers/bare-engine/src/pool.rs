//! The commands that wait, each verified once when it comes, by a guest at the door or in another's block.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, watch};

use crate::block::{Command, Giver, MAX_COMMANDS};
use crate::context::Id;

#[derive(Default)]
struct Waiting {
    places: HashMap<Id, u64>,
    commands: BTreeMap<u64, Command>,
    given: u64,
    ordered: HashSet<Id>,
}

/// The pool. A clone of it is the same pool.
#[derive(Clone)]
pub struct Pool {
    waiting: Arc<Mutex<Waiting>>,
    giver: Giver,
    /// Something came.
    pub came: Arc<Notify>,
    /// The last height, and how many commands are final.
    pub reached: Arc<watch::Sender<(u64, u64)>>,
}

impl Pool {
    pub fn new() -> Pool {
        Pool {
            waiting: Arc::default(),
            giver: Giver::known(),
            came: Arc::default(),
            reached: Arc::new(watch::Sender::new((0, 0))),
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes commands, and tells their ids; nothing if one is not signed.
    pub fn give(&self, commands: &[Command]) -> Option<Vec<Id>> {
        let ids: Vec<Id> = commands.iter().map(|command| Id::of(command)).collect();
        let new: Vec<usize> = {
            let waiting = self.waiting();
            let is_new = |id: &Id| !waiting.places.contains_key(id) && !waiting.ordered.contains(id);
            ids.iter().enumerate().filter(|(_, id)| is_new(id)).map(|(at, _)| at).collect()
        };
        if !new.iter().all(|at| commands.get(*at).is_some_and(|command| self.giver.gave(command))) {
            return None;
        }
        let mut waiting = self.waiting();
        for (id, command) in new.iter().filter_map(|at| Some((ids.get(*at)?, commands.get(*at)?))) {
            if waiting.places.contains_key(id) || waiting.ordered.contains(id) {
                continue;
            }
            waiting.given += 1;
            let place = waiting.given;
            waiting.places.insert(*id, place);
            waiting.commands.insert(place, *command);
        }
        drop(waiting);
        self.came.notify_one();
        Some(ids)
    }

    pub fn is_empty(&self) -> bool {
        self.waiting().commands.is_empty()
    }

    /// The first of those that wait, as many as fit a block.
    pub fn first(&self) -> Vec<Command> {
        self.waiting().commands.values().take(MAX_COMMANDS).copied().collect()
    }

    /// Whether these may stand in a block: signed, each once, and none ordered before.
    pub fn may_stand(&self, commands: &[Command]) -> bool {
        let Some(ids) = self.give(commands) else { return false };
        let waiting = self.waiting();
        let mut seen = HashSet::new();
        ids.iter().all(|id| !waiting.ordered.contains(id) && seen.insert(*id))
    }

    /// These are final.
    pub fn ordered(&self, height: u64, commands: &[Command]) {
        let mut waiting = self.waiting();
        for id in commands.iter().map(|command| Id::of(command)) {
            if let Some(place) = waiting.places.remove(&id) {
                waiting.commands.remove(&place);
            }
            waiting.ordered.insert(id);
        }
        let many = waiting.ordered.len().try_into().unwrap_or(u64::MAX);
        drop(waiting);
        self.reached.send_replace((height, many));
    }

    /// Waits until all of these are final, and tells how far the order is then.
    pub async fn until(&self, mut ids: Vec<Id>) -> (u64, u64) {
        let mut reached = self.reached.subscribe();
        loop {
            let now = *reached.borrow_and_update();
            {
                let waiting = self.waiting();
                ids.retain(|id| !waiting.ordered.contains(id));
            }
            if ids.is_empty() || reached.changed().await.is_err() {
                return now;
            }
        }
    }
}
