//! Tokens of other systems, which read the interface where only the members read. What signs commands is never a token: a token
//! reads.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

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
}

/// A token as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    hash: String,
    name: String,
    post: String,
    key: String,
    made: u64,
    ends: u64,
}

/// What is known of tokens: by the hash of each.
#[derive(Default)]
struct Known {
    tokens: BTreeMap<[u8; 32], Token>,
    /// Whose posts were looked up, as of which height: a look takes the node's time.
    held: BTreeMap<[u8; 32], (u64, bool)>,
}

/// All tokens of a node.
pub(crate) struct Tokens {
    known: Mutex<Known>,
    /// Why those that were kept could not be read: then none is taken and none is made, so that none is lost.
    unread: Option<String>,
}

/// Why a token is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotMade {
    /// The name is empty or too long.
    Name,
    /// It would last no day, or too many.
    Days,
    /// There are as many as can be.
    TooMany,
    /// The node cannot keep it.
    NotKept,
}

impl Tokens {
    /// Those that a node keeps.
    pub(crate) fn of(door: &dyn Doorway) -> Tokens {
        let read = door
            .kept(Drawer::Tokens)
            .and_then(|bytes| bytes.map_or(Ok(BTreeMap::new()), |bytes| read(&bytes)));
        match read {
            Ok(tokens) => Tokens { known: Mutex::new(Known { tokens, ..Known::default() }), unread: None },
            Err(why) => Tokens { known: Mutex::default(), unread: Some(why) },
        }
    }

    /// Why those that were kept could not be read.
    pub(super) fn unread(&self) -> Option<&str> {
        self.unread.as_deref()
    }

    /// Makes one; its secret, which is shown once and kept nowhere.
    pub(super) fn make(
        &self,
        door: &dyn Doorway,
        author: Author,
        (name, days): (&str, u64),
    ) -> Result<String, NotMade> {
        if name.is_empty() || name.chars().count() > MAX_NAME {
            return Err(NotMade::Name);
        }
        if !(1..=MAX_DAYS).contains(&days) {
            return Err(NotMade::Days);
        }
        let (made, secret) = (door.clock(), chance().ok_or(NotMade::NotKept)?);
        let ends = Moment(made.0.saturating_add(days.saturating_mul(DAY)));
        let secret = format!("{BEGINS}{}", encode_string(&secret));
        let token = Token { name: name.into(), author, made, ends };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut tokens = known.tokens.clone();
        tokens.retain(|_, token| token.ends > made);
        if tokens.len() >= MOST {
            return Err(NotMade::TooMany);
        }
        tokens.insert(Sha256::digest(&secret).into(), token);
        self.put(door, &mut known, tokens)?;
        Ok(secret)
    }

    /// Ends one of a member's, by the beginning of its hash as the page shows it.
    pub(super) fn end(&self, door: &dyn Doorway, member: MemberCode, id: &str) -> Result<(), NotMade> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut tokens = known.tokens.clone();
        tokens.retain(|hash, token| token.author.post.member != member || name_of(hash) != id);
        self.put(door, &mut known, tokens)
    }

    fn put(
        &self,
        door: &dyn Doorway,
        known: &mut Known,
        tokens: BTreeMap<[u8; 32], Token>,
    ) -> Result<(), NotMade> {
        let kept = written(&tokens).filter(|_| self.unread.is_none()).ok_or(NotMade::NotKept)?;
        door.keep(Drawer::Tokens, &kept).map_err(|_| NotMade::NotKept)?;
        known.tokens = tokens;
        Ok(())
    }

    /// Those of a member that have not ended, each with the name by which it is ended.
    pub(super) fn of_member(&self, door: &dyn Doorway, member: MemberCode) -> Vec<(String, Token)> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let now = door.clock();
        let own =
            known.tokens.iter().filter(|(_, token)| token.author.post.member == member && token.ends > now);
        own.map(|(hash, token)| (name_of(hash), token.clone())).collect()
    }

    /// The hash of the token that a question carries, if it is one that reads: not ended, and whoever made it holds its post.
    pub(crate) async fn reader(&self, door: &Arc<dyn Doorway>, headers: &HeaderMap) -> Option<[u8; 32]> {
        let hash: [u8; 32] = Sha256::digest(bearer(headers)?).into();
        let height = *door.watch().borrow();
        let (author, held) = self.known(&hash, door.clock())?;
        let held = match held {
            Some((at, held)) if at == height => held,
            _ => {
                let asked = Arc::clone(door);
                let held = spawn_blocking(move || asked.holds(author.post, &author.key)).await.ok()?;
                self.known.lock().unwrap_or_else(PoisonError::into_inner).held.insert(hash, (height, held));
                held
            }
        };
        held.then_some(hash)
    }

    /// Who made a token that has not ended, and whether that key held its post, as of which height.
    fn known(&self, hash: &[u8; 32], now: Moment) -> Option<(Author, Option<(u64, bool)>)> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let token = known.tokens.get(hash).filter(|token| token.ends > now)?;
        Some((token.author, known.held.get(hash).copied()))
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

fn read(bytes: &[u8]) -> Result<BTreeMap<[u8; 32], Token>, String> {
    let kept: Vec<Kept> =
        serde_json::from_slice(bytes).map_err(|error| format!("the tokens that were kept: {error}"))?;
    kept.into_iter()
        .map(|one| token(&one).ok_or_else(|| "one of the tokens that were kept is none".to_owned()))
        .collect()
}

fn token(kept: &Kept) -> Option<([u8; 32], Token)> {
    let mut hash = [0; 32];
    base16ct::lower::decode(&kept.hash, &mut hash).ok().filter(|read| read.len() == 32)?;
    let author = Author { post: kept.post.parse().ok()?, key: kept.key.parse().ok()? };
    Some((hash, Token { name: kept.name.clone(), author, made: Moment(kept.made), ends: Moment(kept.ends) }))
}

fn written(tokens: &BTreeMap<[u8; 32], Token>) -> Option<Vec<u8>> {
    let one = |(hash, token): (&[u8; 32], &Token)| Kept {
        hash: encode_string(hash),
        name: token.name.clone(),
        post: token.author.post.to_string(),
        key: token.author.key.to_string(),
        made: token.made.0,
        ends: token.ends.0,
    };
    serde_json::to_vec(&tokens.iter().map(one).collect::<Vec<Kept>>()).ok()
}
