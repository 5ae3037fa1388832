//! The passkeys that are kept: their public halves, and what each stands for.

use std::sync::{Mutex, PoisonError};

use base64ct::{Base64UrlUnpadded, Encoding as _};
use quorate_partnership::Moment;
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::Passkey;

use super::Release;
use crate::drawn::{self, Who};
use crate::prepared::Author;

/// The most passkeys of one key, and the most in all.
const MOST_OF_ONE: usize = 8;
const MOST: usize = 500;

/// A passkey, and what it stands for.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub(crate) passkey: Passkey,
    of: Who,
    /// What the person calls it.
    pub(crate) name: String,
    /// When it was registered, as of the record, in milliseconds; none where no record is at hand.
    since: Option<u64>,
    /// How it releases an encrypted key.
    pub(crate) release: Option<Release>,
}

impl Kept {
    pub(crate) fn new(passkey: Passkey, author: Author, name: String, since: Option<Moment>) -> Kept {
        Kept { passkey, of: Who::of(&author), name, since: since.map(|Moment(since)| since), release: None }
    }

    /// Whom it stands for.
    pub(crate) fn author(&self) -> Option<Author> {
        self.of.author()
    }

    /// Whether it stands for this post and key.
    pub(crate) fn is_of(&self, author: Author) -> bool {
        self.author() == Some(author)
    }

    pub(crate) fn since(&self) -> Option<Moment> {
        self.since.map(Moment)
    }

    /// The name under which browsers know it, as they write it.
    pub(crate) fn name_for_browsers(&self) -> String {
        Base64UrlUnpadded::encode_string(self.passkey.cred_id().as_ref())
    }

    /// That name in hexadecimal digits.
    pub(crate) fn id(&self) -> String {
        base16ct::lower::encode_string(self.passkey.cred_id().as_ref())
    }
}

/// Where passkeys are kept.
pub(crate) trait Shelf {
    fn kept(&self) -> Result<Option<Vec<u8>>, String>;
    fn keep(&self, bytes: &[u8]) -> Result<(), String>;
}

/// All passkeys, one change at a time.
#[derive(Debug, Default)]
pub(crate) struct Book {
    one: Mutex<()>,
}

impl Book {
    /// Those of a key.
    pub(crate) fn of(&self, shelf: &impl Shelf, author: Author) -> Result<Vec<Kept>, String> {
        let mut all = read(shelf)?;
        all.retain(|kept| kept.is_of(author));
        Ok(all)
    }

    /// Changes what is kept, on disk before anything comes of it. None: what is kept stays as it is.
    pub(crate) fn change<T>(
        &self,
        shelf: &impl Shelf,
        change: impl FnOnce(&mut Vec<Kept>) -> Option<T>,
    ) -> Result<Option<T>, String> {
        let _one = self.one.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all = read(shelf)?;
        let before = drawn::write(&all)?;
        let Some(said) = change(&mut all) else { return Ok(None) };
        let after = drawn::write(&all)?;
        if before != after {
            shelf.keep(&after)?;
        }
        Ok(Some(said))
    }

    /// Keeps one more, if there is room. Where there is none, those go of which `stands` says that they stand for nothing any
    /// more.
    pub(crate) fn add(
        &self,
        shelf: &impl Shelf,
        new: Kept,
        stands: impl Fn(Author) -> bool,
    ) -> Result<Option<()>, String> {
        self.change(shelf, |all| {
            if all.len() >= MOST {
                all.retain(|kept| kept.author().is_some_and(&stands));
            }
            let own = all.iter().filter(|kept| kept.author() == new.author()).count();
            let is_there = all.iter().any(|kept| kept.passkey == new.passkey);
            let has_room = own < MOST_OF_ONE && all.len() < MOST && !is_there;
            has_room.then(|| all.push(new))
        })
    }

    /// Removes one of a key.
    pub(crate) fn remove(&self, shelf: &impl Shelf, author: Author, id: &str) -> Result<Option<()>, String> {
        self.change(shelf, |all| {
            let there = all.len();
            all.retain(|kept| !(kept.is_of(author) && kept.id() == id));
            (all.len() < there).then_some(())
        })
    }
}

fn read(shelf: &impl Shelf) -> Result<Vec<Kept>, String> {
    drawn::read(shelf.kept(), Some)
}
