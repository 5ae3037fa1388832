//! Those who gave commands and wait to hear where they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::SyncSender;
use std::time::{Duration, Instant};

use quorate_partnership::{CommandId, Outcome};

use super::talk::{Place, Reply};

/// The most who wait at once.
const MAX_PENDING: usize = 4096;
/// How long somebody waits at most; the door's own patience is shorter.
const LONGEST: Duration = Duration::from_secs(60);

/// What is said to those whose commands are not ordered yet when the node ends.
const ENDING: &str = "it is ending; what was given may be ordered all the same: look at the record, or give it again, which is safe";

struct Asker {
    commands: Vec<CommandId>,
    /// Those of them that are not ordered yet.
    waits: BTreeSet<CommandId>,
    places: BTreeMap<CommandId, Place>,
    reply: SyncSender<Reply>,
    since: Instant,
}

impl Asker {
    fn answer(&self) -> Option<Reply> {
        if !self.waits.is_empty() {
            return None;
        }
        let places: Option<Vec<Place>> =
            self.commands.iter().map(|id| self.places.get(id).copied()).collect();
        places.map(Reply::Ordered)
    }
}

/// Those who wait.
#[derive(Default)]
pub(super) struct Pending {
    askers: Vec<Asker>,
}

impl Pending {
    /// Somebody waits for these commands, of which the places of some may be known.
    pub(super) fn add(
        &mut self,
        commands: Vec<CommandId>,
        places: BTreeMap<CommandId, Place>,
        reply: SyncSender<Reply>,
    ) {
        if self.askers.len() >= MAX_PENDING {
            // Who no longer listens needs no answer.
            let _ = reply.try_send(Reply::Failed("too many wait for answers; ask again later".into()));
            return;
        }
        let waits = commands.iter().filter(|id| !places.contains_key(id)).copied().collect();
        self.askers.push(Asker { commands, waits, places, reply, since: Instant::now() });
        self.answer();
    }

    /// A block is final.
    pub(super) fn ordered(&mut self, height: u64, outcomes: &[Outcome]) {
        for outcome in outcomes {
            let place = Place { height, position: outcome.position };
            for asker in &mut self.askers {
                if asker.waits.remove(&outcome.id) {
                    asker.places.insert(outcome.id, place);
                }
            }
        }
        self.answer();
    }

    fn answer(&mut self) {
        self.askers.retain(|asker| match asker.answer() {
            Some(reply) => {
                let _ = asker.reply.try_send(reply);
                false
            }
            None => true,
        });
    }

    /// Tells those who wait that nobody will answer them here.
    pub(super) fn end(&mut self) {
        for asker in self.askers.drain(..) {
            let _ = asker.reply.try_send(Reply::Failed(ENDING.into()));
        }
    }

    /// Forgets those who were told long ago that there is no answer yet.
    pub(super) fn forget(&mut self, now: Instant) {
        self.askers.retain(|asker| now.saturating_duration_since(asker.since) < LONGEST);
    }
}
