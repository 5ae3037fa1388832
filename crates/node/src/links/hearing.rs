//! How much is heard of each node: on one link, the newest; no faster than its quota, and no more at a time than there is
//! room for. All of it is counted by node and not by link, so that dialling anew gives nobody more.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep_until};

use super::frames::Quota;
use super::state::States;
use crate::engine::Seat;

/// What one unit of room holds.
const UNIT_BYTES: usize = 128 * 1024;
/// The units of room that a node has: the longest frame and half as much again, or this many short ones.
const UNITS: usize = 128;

/// What another node said. While it is kept, it takes room: who says much is read only as fast as it is dealt with.
#[derive(Debug)]
pub struct Frame {
    bytes: Vec<u8>,
    _room: OwnedSemaphorePermit,
}

impl Frame {
    /// The bytes; never none.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// What a node may say.
#[derive(Clone)]
pub(super) struct Ear {
    room: Arc<Semaphore>,
    quota: Arc<Mutex<Quota>>,
}

impl Ear {
    fn new() -> Ear {
        Ear { room: Arc::new(Semaphore::new(UNITS)), quota: Arc::new(Mutex::new(Quota::new())) }
    }

    /// Waits until the node may say more.
    pub(super) async fn may_hear(&self) {
        let from = hold(&self.quota).from();
        sleep_until(from).await;
    }

    /// Takes what it said: waits until there is room.
    pub(super) async fn take(&self, bytes: Vec<u8>) -> Option<Frame> {
        hold(&self.quota).charge(Instant::now(), bytes.len());
        let units = bytes.len().div_ceil(UNIT_BYTES).clamp(1, UNITS);
        let units = u32::try_from(units).ok()?;
        let room = Arc::clone(&self.room).acquire_many_owned(units).await.ok()?;
        Some(Frame { bytes, _room: room })
    }
}

fn hold<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Heard {
    ear: Ear,
    /// The link on which it is heard.
    number: u64,
    link: Option<AbortHandle>,
}

/// The nodes that dialled this one.
#[derive(Clone)]
pub(super) struct Hearing {
    of: Arc<Mutex<BTreeMap<Seat, Heard>>>,
    states: States,
}

impl Hearing {
    pub(super) fn new(states: States) -> Hearing {
        Hearing { of: Arc::default(), states }
    }

    /// A node has dialled: its number, and what it may say. The link on which it was heard before ends.
    pub(super) fn begin(&self, seat: Seat, is_known: impl Fn(Seat) -> bool) -> (u64, Ear) {
        let mut of = hold(&self.of);
        of.retain(|seat, _| is_known(*seat));
        let heard = of.entry(seat).or_insert_with(|| Heard { ear: Ear::new(), number: 0, link: None });
        if let Some(older) = heard.link.take() {
            older.abort();
        }
        heard.number = heard.number.wrapping_add(1);
        self.states.is_heard(seat, true);
        (heard.number, heard.ear.clone())
    }

    /// What ends the link; a newer one has ended it already.
    pub(super) fn began(&self, seat: Seat, number: u64, link: AbortHandle) {
        match hold(&self.of).get_mut(&seat) {
            Some(heard) if heard.number == number => heard.link = Some(link),
            _ => link.abort(),
        }
    }

    /// The link has ended by itself.
    pub(super) fn end(&self, seat: Seat, number: u64) {
        if hold(&self.of).get(&seat).is_some_and(|heard| heard.number == number) {
            self.states.is_heard(seat, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use quorate_partnership::PublicKey;
    use tokio::time::timeout;

    use super::*;

    #[tokio::test]
    async fn what_is_not_yet_dealt_with_takes_room_until_it_is_let_go() {
        let ear = Ear::new();
        let mut kept = Vec::new();
        for _ in 0..UNITS {
            kept.push(ear.take(vec![1]).await.unwrap());
        }
        assert!(timeout(Duration::from_millis(20), ear.take(vec![2])).await.is_err());
        kept.pop();
        assert_eq!(ear.take(vec![2]).await.unwrap().bytes(), [2]);
        kept.clear();
        let long = ear.take(vec![0; 9 * 1024 * 1024]).await.unwrap();
        assert!(timeout(Duration::from_millis(20), ear.take(long.bytes().to_vec())).await.is_err());
    }

    #[tokio::test]
    async fn a_node_that_dials_again_has_no_more_room_than_before_and_is_heard_on_the_newest_link() {
        let (seat, other) = (Seat(PublicKey([1; 32])), Seat(PublicKey([2; 32])));
        let states = States::default();
        let hearing = Hearing::new(states.clone());
        let (first, ear) = hearing.begin(seat, |_| true);
        let link = tokio::spawn(std::future::pending::<()>());
        hearing.began(seat, first, link.abort_handle());
        let _kept = ear.take(vec![0; 9 * 1024 * 1024]).await.unwrap();
        let (second, again) = hearing.begin(seat, |_| true);
        assert!(link.await.unwrap_err().is_cancelled());
        assert!(timeout(Duration::from_millis(20), again.take(vec![0; 9 * 1024 * 1024])).await.is_err());
        hearing.end(seat, first);
        assert!(states.of(seat).is_heard, "the newer link is there");
        let late = tokio::spawn(std::future::pending::<()>());
        hearing.began(seat, first, late.abort_handle());
        assert!(late.await.unwrap_err().is_cancelled());
        hearing.end(seat, second);
        assert!(!states.of(seat).is_heard);
        hearing.begin(other, |seat| seat == other);
        assert_eq!(hold(&hearing.of).len(), 1, "who is no node any more is forgotten");
    }
}
