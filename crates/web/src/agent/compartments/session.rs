//! Who opened the pages of compartments in this browser: a secret in a cookie, gone with the agent.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use base16ct::lower::encode_string;
use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;

use crate::desk::{chance, named, secret_of};

/// After how long without a visit a session ends, and after how long in any case.
const IDLE: Duration = Duration::from_secs(30 * 60);
const LONGEST: Duration = Duration::from_secs(8 * 60 * 60);
/// The most sessions; a further one begins in place of the one that was idle longest.
const MOST: usize = 8;
/// How many passphrases are tried at once, and how long a wrong one takes.
const TRIES: usize = 4;
pub(super) const PAUSE: Duration = Duration::from_secs(1);

struct Times {
    began: Instant,
    seen: Instant,
}

/// The sessions of an agent.
pub(super) struct Sessions {
    cookie: String,
    secure: bool,
    all: Mutex<BTreeMap<[u8; 32], Times>>,
    pub(super) tries: Semaphore,
}

impl Sessions {
    pub(super) fn at(origin: &str) -> Sessions {
        Sessions {
            cookie: named("compartments", Some(origin)),
            secure: origin.starts_with("https:"),
            all: Mutex::default(),
            tries: Semaphore::new(TRIES),
        }
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<[u8; 32], Times>> {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, times| times.seen.elapsed() < IDLE && times.began.elapsed() < LONGEST);
        all
    }

    fn hash(&self, headers: &HeaderMap) -> Option<[u8; 32]> {
        secret_of(headers, &self.cookie).map(|secret| Sha256::digest(secret.as_bytes()).into())
    }

    /// Whether whoever asks opened the pages; that counts as a visit.
    pub(super) fn is_open(&self, headers: &HeaderMap) -> bool {
        let Some(hash) = self.hash(headers) else { return false };
        match self.all().get_mut(&hash) {
            Some(times) => {
                times.seen = Instant::now();
                true
            }
            None => false,
        }
    }

    /// Begins one: its cookie.
    pub(super) fn begin(&self) -> Option<String> {
        let secret = encode_string(&chance()?);
        let mut all = self.all();
        while all.len() >= MOST {
            let oldest = all.iter().min_by_key(|(_, times)| times.seen).map(|(hash, _)| *hash)?;
            all.remove(&oldest);
        }
        let now = Instant::now();
        all.insert(Sha256::digest(secret.as_bytes()).into(), Times { began: now, seen: now });
        Some(format!("{}={secret}; {}", self.cookie, self.attributes()))
    }

    /// Ends the one of whoever asks: the cookie that takes the place of its own.
    pub(super) fn end(&self, headers: &HeaderMap) -> String {
        if let Some(hash) = self.hash(headers) {
            self.all().remove(&hash);
        }
        format!("{}=; {}; Max-Age=0", self.cookie, self.attributes())
    }

    /// No page of another site brings it along, not even by a link.
    fn attributes(&self) -> &'static str {
        match self.secure {
            true => "Path=/; HttpOnly; SameSite=Strict; Secure",
            false => "Path=/; HttpOnly; SameSite=Strict",
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderValue, header};

    use super::*;

    fn headers(cookie: &str) -> HeaderMap {
        let pair = cookie.split(';').next().unwrap();
        HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(pair).unwrap())])
    }

    #[test]
    fn a_session_is_its_own_and_ends() {
        let sessions = Sessions::at("http://localhost:4500");
        let one = sessions.begin().unwrap();
        assert!(one.starts_with("quorate-compartments-4500=") && one.contains("SameSite=Strict"));
        assert!(sessions.is_open(&headers(&one)) && !sessions.is_open(&HeaderMap::new()));
        assert!(!sessions.is_open(&headers(&one.replace("4500", "4501"))));
        sessions.end(&headers(&one));
        assert!(!sessions.is_open(&headers(&one)));
        let first = sessions.begin().unwrap();
        for _ in 0..MOST {
            assert!(sessions.begin().is_some());
        }
        assert!(!sessions.is_open(&headers(&first)));
    }

    #[test]
    fn a_session_ends_by_itself() {
        for (seen, began, is_open) in [
            (IDLE, IDLE, false),
            (IDLE - Duration::from_secs(9), LONGEST - Duration::from_secs(9), true),
            (Duration::ZERO, LONGEST, false),
        ] {
            let sessions = Sessions::at("http://localhost:4500");
            let one = sessions.begin().unwrap();
            let ago = |time: Duration| Instant::now().checked_sub(time).unwrap();
            for times in sessions.all.lock().unwrap().values_mut() {
                *times = Times { began: ago(began), seen: ago(seen) };
            }
            assert_eq!(sessions.is_open(&headers(&one)), is_open, "{seen:?} {began:?}");
        }
    }
}
