//! The addresses at which calendar programs read what waits: a program has no session, and its address has a secret instead. The
//! node keeps the secret's hash, whose it is, and nothing else.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base16ct::lower::encode_string;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::session::chance;
use crate::doorway::Doorway;
use crate::drawer::Drawer;
use crate::drawn::{self, Who};
use crate::prepared::Author;

/// The most addresses; there is one of each key in its post.
const MOST: usize = 1000;

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    of: Who,
    hash: String,
}

/// Every address that is in use.
pub(crate) struct Calendars {
    door: Arc<dyn Doorway>,
    feeds: Mutex<Result<Vec<(Author, String)>, String>>,
}

fn hash(secret: &str) -> String {
    encode_string(&Sha256::digest(secret))
}

impl Calendars {
    /// Those that are kept behind a door.
    pub(crate) fn open(door: &Arc<dyn Doorway>) -> Calendars {
        let read = drawn::read(door.kept(Drawer::Calendars), |one: One| Some((one.of.author()?, one.hash)));
        Calendars { door: Arc::clone(door), feeds: Mutex::new(read) }
    }

    fn feeds(&self) -> MutexGuard<'_, Result<Vec<(Author, String)>, String>> {
        self.feeds.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether somebody has an address in use.
    pub(crate) fn has(&self, author: &Author) -> bool {
        self.feeds().as_ref().is_ok_and(|feeds| feeds.iter().any(|(of, _)| of == author))
    }

    /// Whose secret this is.
    pub(crate) fn of(&self, secret: &str) -> Option<Author> {
        let hash = hash(secret);
        let held = self.feeds();
        let (author, _) = held.as_ref().ok()?.iter().find(|(_, one)| *one == hash)?;
        Some(*author)
    }

    /// Makes an address for somebody, whose earlier one ends; its secret. It waits for the disk.
    ///
    /// # Errors
    /// Why it cannot be kept.
    pub(crate) fn make(&self, author: Author) -> Result<String, String> {
        let secret = encode_string(&chance().ok_or("this machine gives no chance")?);
        self.change(&author, Some(hash(&secret)))?;
        Ok(secret)
    }

    /// Ends somebody's address. It waits for the disk.
    ///
    /// # Errors
    /// Why it cannot be.
    pub(crate) fn end(&self, author: &Author) -> Result<(), String> {
        self.change(author, None)
    }

    fn change(&self, author: &Author, new: Option<String>) -> Result<(), String> {
        let mut held = self.feeds();
        let feeds = held.as_mut().map_err(|why| why.clone())?;
        let mut next: Vec<(Author, String)> = feeds.iter().filter(|(of, _)| of != author).cloned().collect();
        if next.len() >= MOST {
            return Err(format!("there are {MOST} addresses of calendars: no more are kept"));
        }
        next.extend(new.map(|hash| (*author, hash)));
        let feed = |(of, hash): &(Author, String)| One { of: Who::of(of), hash: hash.clone() };
        self.door.keep(Drawer::Calendars, &drawn::write(next.iter().map(feed))?)?;
        *feeds = next;
        Ok(())
    }
}
