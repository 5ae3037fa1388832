//! How links are.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Instant;

use crate::engine::Seat;

/// How the links with a node are: the one on which this node speaks, and the one on which it listens.
#[derive(Clone, Debug, Default)]
pub struct LinkState {
    /// Whether the node answers on the link that this one dialled.
    pub is_up: bool,
    /// Whether the node has dialled this one.
    pub is_heard: bool,
    /// Since when it is so.
    pub since: Option<Instant>,
    /// Why there is no link, if there is none.
    pub why_not: Option<String>,
    /// Frames that were dropped because they did not fit.
    pub dropped: u64,
}

#[derive(Default)]
struct All {
    of: BTreeMap<Seat, LinkState>,
    strangers: u64,
    stranger: Option<Seat>,
}

/// The states of all links, shared with the tasks that keep them.
#[derive(Clone, Default)]
pub(super) struct States(Arc<RwLock<All>>);

/// What is shared is never left half done by whoever broke.
pub(super) fn read<T>(shared: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    shared.read().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn write<T>(shared: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    shared.write().unwrap_or_else(PoisonError::into_inner)
}

impl States {
    pub(super) fn of(&self, seat: Seat) -> LinkState {
        read(&self.0).of.get(&seat).cloned().unwrap_or_default()
    }

    pub(super) fn forget(&self, seat: Seat) {
        write(&self.0).of.remove(&seat);
    }

    pub(super) fn is_up(&self, seat: Seat) {
        let mut all = write(&self.0);
        let state = all.of.entry(seat).or_default();
        (state.is_up, state.since, state.why_not) = (true, Some(Instant::now()), None);
    }

    pub(super) fn is_down(&self, seat: Seat, why: String) {
        let mut all = write(&self.0);
        let state = all.of.entry(seat).or_default();
        if state.is_up || state.since.is_none() {
            state.since = Some(Instant::now());
        }
        (state.is_up, state.why_not) = (false, Some(why));
    }

    pub(super) fn is_heard(&self, seat: Seat, is_heard: bool) {
        write(&self.0).of.entry(seat).or_default().is_heard = is_heard;
    }

    pub(super) fn is_strange(&self) {
        let mut all = write(&self.0);
        all.strangers = all.strangers.saturating_add(1);
    }

    /// A stranger showed this key. Whether it holds the key is not asked.
    pub(super) fn is_shown(&self, key: Seat) {
        write(&self.0).stranger = Some(key);
    }

    pub(super) fn stranger(&self) -> Option<Seat> {
        read(&self.0).stranger
    }

    pub(super) fn strangers(&self) -> u64 {
        read(&self.0).strangers
    }
}
