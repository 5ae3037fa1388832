//! Tokens of other systems, which read the interface where only the members read. What signs commands is never a token: a token
//! reads.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderMap, header};
use base16ct::lower::encode_string;
use quorate_charter::MemberCode;
use quorate_partnership::Moment;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tokio::task::spawn_blocking;

use super::session::chance;
use crate::doorway::Doorway;
use crate::drawer::Drawer;
use crate::drawn::{self, Who};
use crate::prepared::Author;

/// The most tokens that a node keeps; the longest name that one has, in characters; the most days that one lasts.
const MOST: usize = 100;
pub(super) const MAX_NAME: usize = 60;
pub(super) const MAX_DAYS: u64 = 366;
const DAY: u64 = 24 * 60 * 60 * 1000;
/// How a token begins, so that one that was published by mistake is found.
const BEGINS: &str = "quorate_";

/// A token: all of it but its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is called.
    pub(crate) name: String,
    /// Who made it: it ends with that key's post.
    pub(crate) author: Author,
    /// When it was made and when it ends, by the clock of the node's machine.
    pub(crate) made: Moment,
    pub(crate) ends: Moment,
    /// Whether that key held its post, as of which height: a look takes the node's time.
    held: Option<(u64, bool)>,
}

/// A token as it is kept.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    hash: String,
    name: String,
    by: Who,
    made: u64,
    ends: u64,
}

/// Tokens by their hashes.
type All = BTreeMap<[u8; 32], Token>;

/// All tokens of a node.
pub(crate) struct Tokens {
    door: Arc<dyn Doorway>,
    /// The tokens, or why the drawer cannot be read: then none is taken and none is made, so that none is lost.
    all: Mutex<Result<All, String>>,
}

/// Why a token is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotMade {
    /// The name is empty or too long.
    Name,
    /// It would last no day, or too many.
    Days,
    /// Whoever asks has not shown the key.
    ByKey,
    /// There are as many as can be.
    TooMany,
    /// The node cannot keep it.
    NotKept,
}

impl Tokens {
    /// Those that are kept behind a door.
    pub(crate) fn open(door: &Arc<dyn Doorway>) -> Tokens {
        let read = drawn::read(door.kept(Drawer::Tokens), token);
        Tokens { door: Arc::clone(door), all: Mutex::new(read) }
    }

    fn all(&self) -> MutexGuard<'_, Result<All, String>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why there are none, if they cannot be read.
    pub(super) fn fault(&self) -> Option<String> {
        self.all().as_ref().err().cloned()
    }

    /// Makes one; its secret, which is shown once and kept nowhere. It waits for the disk.
    pub(super) fn make(&self, author: Author, (name, days): (&str, u64)) -> Result<String, NotMade> {
        if name.is_empty() || name.chars().count() > MAX_NAME {
            return Err(NotMade::Name);
        }
        if !(1..=MAX_DAYS).contains(&days) {
            return Err(NotMade::Days);
        }
        let (made, secret) = (self.door.clock(), chance().ok_or(NotMade::NotKept)?);
        let ends = Moment(made.0.saturating_add(days.saturating_mul(DAY)));
        let secret = format!("{BEGINS}{}", encode_string(&secret));
        let token = Token { name: name.into(), author, made, ends, held: None };
        self.change(|all| {
            all.retain(|_, token| token.ends > made);
            if all.len() >= MOST {
                return Err(NotMade::TooMany);
            }
            all.insert(Sha256::digest(&secret).into(), token);
            Ok(())
        })?;
        Ok(secret)
    }

    /// Ends one of a member's, by the beginning of its hash as the page shows it. It waits for the disk.
    pub(super) fn end(&self, member: MemberCode, id: &str) -> Result<(), NotMade> {
        self.change(|all| {
            all.retain(|hash, token| token.author.post.member != member || name_of(hash) != id);
            Ok(())
        })
    }

    /// Changes them on the disk, and then here.
    fn change(&self, change: impl FnOnce(&mut All) -> Result<(), NotMade>) -> Result<(), NotMade> {
        let mut held = self.all();
        let all = held.as_mut().map_err(|_| NotMade::NotKept)?;
        let mut next = all.clone();
        change(&mut next)?;
        let kept =
            drawn::write(next.iter().map(one)).and_then(|bytes| self.door.keep(Drawer::Tokens, &bytes));
        kept.map_err(|_| NotMade::NotKept)?;
        *all = next;
        Ok(())
    }

    /// Those of a member that have not ended, each with the name by which it is ended.
    pub(super) fn of_member(&self, member: MemberCode) -> Vec<(String, Token)> {
        let (held, now) = (self.all(), self.door.clock());
        let all = held.as_ref().map(All::iter).into_iter().flatten();
        let own = all.filter(|(_, token)| token.author.post.member == member && token.ends > now);
        own.map(|(hash, token)| (name_of(hash), token.clone())).collect()
    }

    /// The hash of the token that a question carries, if it is one that reads: not ended, and whoever made it holds its post.
    pub(crate) async fn reader(&self, headers: &HeaderMap) -> Option<[u8; 32]> {
        let hash: [u8; 32] = Sha256::digest(bearer(headers)?).into();
        let height = *self.door.watch().borrow();
        let token = self.standing(&hash)?;
        if let Some((at, held)) = token.held
            && at == height
        {
            return held.then_some(hash);
        }
        let (door, author) = (Arc::clone(&self.door), token.author);
        let held = spawn_blocking(move || door.holds(author.post, &author.key)).await.ok()?;
        if let Ok(all) = self.all().as_mut()
            && let Some(token) = all.get_mut(&hash)
        {
            token.held = Some((height, held));
        }
        held.then_some(hash)
    }

    /// A token that has not ended.
    fn standing(&self, hash: &[u8; 32]) -> Option<Token> {
        let (held, now) = (self.all(), self.door.clock());
        held.as_ref().ok()?.get(hash).filter(|token| token.ends > now).cloned()
    }
}

/// What stands behind `Bearer` (RFC 6750, 2.1), if it looks like a token of ours.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let says = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = says.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && token.starts_with(BEGINS) && token.len() < 100).then_some(token)
}

/// The name by which a token is told from others: nothing of its secret is in it.
fn name_of(hash: &[u8; 32]) -> String {
    let mut name = encode_string(hash);
    name.truncate(12);
    name
}

fn token(one: One) -> Option<([u8; 32], Token)> {
    let mut hash = [0; 32];
    base16ct::lower::decode(&one.hash, &mut hash).ok().filter(|read| read.len() == 32)?;
    let (author, made, ends) = (one.by.author()?, Moment(one.made), Moment(one.ends));
    Some((hash, Token { name: one.name, author, made, ends, held: None }))
}

fn one((hash, token): (&[u8; 32], &Token)) -> One {
    let (hash, name, by) = (encode_string(hash), token.name.clone(), Who::of(&token.author));
    One { hash, name, by, made: token.made.0, ends: token.ends.0 }
}
