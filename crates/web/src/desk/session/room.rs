//! How many sessions there are at most, and which goes where one more begins.

use super::{All, Session};
use crate::prepared::Author;

/// The most sessions at once, and the most of one key; the one that was idle longest goes, of that key first.
pub(super) const MOST: usize = 1000;
pub(super) const MOST_OF_KEY: usize = 10;

/// Lets the one that was idle longest go where there are too many: of this key, else of all.
pub(super) fn make(all: &mut All, author: Author) {
    let is_own = |session: &Session| session.author.key == author.key;
    while all.values().filter(|session| is_own(session)).count() >= MOST_OF_KEY {
        if !drop_idle(all, is_own) {
            return;
        }
    }
    while all.len() >= MOST && drop_idle(all, |_| true) {}
}

fn drop_idle(all: &mut All, which: impl Fn(&Session) -> bool) -> bool {
    let idle = all.iter().filter(|(_, session)| which(session)).min_by_key(|(_, session)| session.seen);
    let idle = idle.map(|(id, _)| *id);
    idle.is_some_and(|id| all.remove(&id).is_some())
}
