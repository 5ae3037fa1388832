//! Who is signed in: short, bound to the key that signed in, and ended by whoever has it.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::http::{HeaderMap, header};
use base16ct::lower::encode_string;
use quorate_partnership::PartnershipId;
use sha2::{Digest as _, Sha256};

use crate::prepared::Author;

/// How long somebody stays signed in, and how long without asking for anything.
const WHOLE: Duration = Duration::from_secs(8 * 60 * 60);
const IDLE: Duration = Duration::from_secs(30 * 60);
/// The most sessions at once; the one that was idle longest goes.
const MOST: usize = 1000;
const COOKIE: &str = "quorate-session";

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) author: Author,
    /// What a form of this session carries, so that no other page can send one.
    pub(crate) token: String,
    began: Instant,
    seen: Instant,
}

/// Everybody who is signed in.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    /// By the hash of what the cookie holds.
    sessions: Mutex<BTreeMap<[u8; 32], Session>>,
}

/// What is signed to sign in: for one partnership, at one address, once.
pub(crate) fn to_sign(partnership: &PartnershipId, challenge: &[u8; 32], origin: &str) -> Vec<u8> {
    [b"quorate/sign-in/1\0", partnership.0.as_slice(), challenge, origin.as_bytes()].concat()
}

/// 32 bytes that nobody guesses.
pub(crate) fn chance() -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes)
}

impl Sessions {
    /// Signs somebody in, who has shown to be this; what the cookie is to hold.
    pub(crate) fn begin(&self, author: Author) -> Option<String> {
        let (secret, token) = (encode_string(&chance()?), encode_string(&chance()?));
        let now = Instant::now();
        let session = Session { author, token, began: now, seen: now };
        let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut sessions);
        sessions.insert(Sha256::digest(&secret).into(), session);
        Some(secret)
    }

    fn get(&self, secret: &str) -> Option<Session> {
        let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.retain(|_, session| session.began.elapsed() < WHOLE && session.seen.elapsed() < IDLE);
        let session = sessions.get_mut(&<[u8; 32]>::from(Sha256::digest(secret)))?;
        session.seen = Instant::now();
        Some(session.clone())
    }

    /// Signs out.
    pub(crate) fn end(&self, headers: &HeaderMap) {
        if let Some(secret) = secret(headers) {
            let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
            sessions.remove(&<[u8; 32]>::from(Sha256::digest(secret)));
        }
    }
}

/// Lets the one that was idle longest go where there are too many.
fn make_room(sessions: &mut BTreeMap<[u8; 32], Session>) {
    while sessions.len() >= MOST {
        let idle = sessions.iter().min_by_key(|(_, session)| session.seen).map(|(key, _)| *key);
        let Some(idle) = idle else { return };
        sessions.remove(&idle);
    }
}

/// Who is signed in by the cookie that a visitor sends.
pub(crate) fn of_cookie(sessions: &Sessions, headers: &HeaderMap) -> Option<Session> {
    sessions.get(secret(headers)?)
}

fn secret(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs =
        cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, secret)| secret)
}

/// The cookie of a session: not for scripts, sent from other sites' pages only when a link is followed, gone with the browser.
pub(crate) fn cookie(secret: &str, origin: &str) -> String {
    let secure = if origin.starts_with("https:") { "; Secure" } else { "" };
    format!("{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Lax{secure}")
}

/// The cookie that takes the place of one, and ends at once.
pub(crate) fn no_cookie() -> String {
    format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
}

#[cfg(test)]
mod tests;
