//! Who is signed in: short, bound to a key that holds its post, and ended by whoever has it or by anybody of its delegation.
//!
//! What is kept of it on the node's disk signs nobody in: of a browser's secret there is a hash alone.

mod cookie;
mod kept;
mod room;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use axum::http::HeaderMap;
use base16ct::lower::encode_string;
use quorate_charter::MemberCode;
use quorate_partnership::{Moment, PartnershipId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::task::{block_in_place, spawn_blocking};

use super::OpenId;
use crate::doorway::Doorway;
use crate::drawer::Drawer;
use crate::prepared::Author;
pub(crate) use cookie::{attributes, cookie, named, no_cookie, secret_of};

/// What the script of a page sends when it asks for the page again by itself: that is nobody's visit.
const RENEWAL: &str = "quorate-renewal";
/// How long somebody stays signed in, and how long without asking for anything, in milliseconds.
const WHOLE: u64 = 8 * 60 * 60 * 1000;
const IDLE: u64 = 30 * 60 * 1000;
/// How often visits are written to the disk, at most.
const EACH: u64 = 60 * 1000;
/// How far a clock is set back without anybody noticing.
const LEEWAY: u64 = 60 * 1000;

/// How somebody signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Way {
    /// By the key itself, with which the agent signed.
    Key,
    /// By a passkey that was bound to the key.
    Passkey,
    /// By the ministry's provider, which says who it is; the key was not asked.
    OpenId,
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) author: Author,
    pub(crate) way: Way,
    /// What a form of this session carries, so that no other page can send one.
    pub(crate) token: String,
    /// What names it to the delegation; it signs nobody in.
    pub(crate) name: String,
    pub(crate) began: Moment,
    pub(crate) seen: Moment,
    /// The height of the record at which its key was last seen to hold its post.
    held: Option<u64>,
}

impl Session {
    /// Whether whoever signed in so can stand for a second person: the key is named, so it must have been shown.
    pub(crate) fn has_shown_key(&self) -> bool {
        self.way != Way::OpenId
    }
}

/// By the hash of what the cookie holds.
type All = BTreeMap<[u8; 32], Session>;

/// Everybody who is signed in.
#[derive(Clone)]
pub(crate) struct Sessions(Arc<Kept>);

struct Kept {
    door: Arc<dyn Doorway>,
    cookie: String,
    /// The time when the pages began, and since then: no change of the machine's clock lengthens a session meanwhile.
    began: (Moment, Instant),
    all: Mutex<All>,
    /// Whether the disk may be written, or what lies there that would be lost.
    fit: Result<(), String>,
    /// When the disk was written last. Whoever writes holds it, so that what is written last is what is true.
    written: Mutex<()>,
    due: Mutex<Moment>,
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

fn hash(parts: &[&[u8]]) -> [u8; 32] {
    Sha256::digest(parts.concat()).into()
}

/// Whether a session is over; one of the future is, too: the clock was put back, and nobody knows how long it lasts.
fn is_over(session: &Session, now: Moment) -> bool {
    let is_past = |since: Moment| since.0 <= now.0.saturating_add(LEEWAY);
    let within = |since: Moment, most: u64| is_past(since) && now.0.saturating_sub(since.0) < most;
    !within(session.began, WHOLE) || !within(session.seen, IDLE)
}

impl Sessions {
    /// Those of the node's disk that are not over, for pages at an address. Whom a provider let in is let in by it still: it is
    /// the same provider's table that says so now.
    pub(crate) fn open(door: &Arc<dyn Doorway>, origin: Option<&str>, openid: Option<&OpenId>) -> Sessions {
        let now = door.clock();
        // What cannot be read signs nobody in: everybody signs in again. It is put aside, and where it cannot be, it stays in its
        // place and nothing is written.
        let (mut all, fit) = match kept::read(door.kept(Drawer::Sessions)) {
            Ok(all) => (all, Ok(())),
            Err(why) => (All::new(), door.put_aside(Drawer::Sessions, &why)),
        };
        let is_known = |session: &Session| {
            session.way != Way::OpenId || openid.is_some_and(|openid| openid.names(&session.author))
        };
        all.retain(|_, session| !is_over(session, now) && is_known(session));
        Sessions(Arc::new(Kept {
            door: Arc::clone(door),
            cookie: cookie::name(origin),
            began: (now, Instant::now()),
            all: Mutex::new(all),
            fit,
            written: Mutex::default(),
            due: Mutex::new(now),
        }))
    }

    fn all(&self) -> MutexGuard<'_, All> {
        self.0.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Signs somebody in, who has shown the key; what the cookie is to hold.
    pub(crate) fn begin(&self, author: Author) -> Option<String> {
        self.begin_by(author, Way::Key)
    }

    /// Signs somebody in, who has shown in this way to be this; what the cookie is to hold.
    pub(crate) fn begin_by(&self, author: Author, way: Way) -> Option<String> {
        let (secret, now) = (encode_string(&chance()?), self.0.now());
        let (hash, session) = session(&secret, author, way, now);
        let mut all = self.all();
        all.retain(|_, session| !is_over(session, now));
        room::make(&mut all, author);
        all.insert(hash, session);
        drop(all);
        self.keep_now();
        Some(secret)
    }

    /// Who sends these headers, if somebody is signed in by them whose key holds its post now.
    pub(crate) async fn visit(&self, headers: &HeaderMap) -> Option<Session> {
        let secret = secret_of(headers, &self.0.cookie)?;
        let id = hash(&[secret.as_bytes()]);
        let mut session = self.seen(&id, headers.contains_key(RENEWAL))?;
        session.token = token(secret);
        let height = *self.0.door.watch().borrow();
        if session.held == Some(height) {
            return Some(session);
        }
        let (door, author) = (Arc::clone(&self.0.door), session.author);
        let holds = spawn_blocking(move || door.holds(author.post, &author.key)).await.ok()?;
        match holds {
            true => {
                self.all().get_mut(&id)?.held = Some(height);
                Some(session)
            }
            false => {
                // A record that takes the key away has ended it: so it stays, if the key comes back.
                let _ = self.end_where(move |of, _| *of == id).await;
                None
            }
        }
    }

    /// Marks a session as seen, unless nobody asked but the page itself.
    fn seen(&self, id: &[u8; 32], is_renewal: bool) -> Option<Session> {
        let now = self.0.now();
        let mut all = self.all();
        let session = all.get_mut(id)?;
        if is_over(session, now) {
            all.remove(id);
            return None;
        }
        if is_renewal {
            return Some(session.clone());
        }
        session.seen = now;
        let session = session.clone();
        drop(all);
        let due = *self.0.due.lock().unwrap_or_else(PoisonError::into_inner);
        if due <= now {
            self.keep_soon();
        }
        Some(session)
    }

    /// Who of a delegation is signed in now, in the order in which they signed in.
    pub(crate) fn of(&self, member: MemberCode) -> Vec<Session> {
        let now = self.0.now();
        let all = self.all();
        let of = all.values().filter(|one| one.author.post.member == member && !is_over(one, now));
        let mut of: Vec<Session> = of.cloned().collect();
        of.sort_by(|one, other| (one.began, &one.name).cmp(&(other.began, &other.name)));
        of
    }

    /// Signs out whoever sends these headers.
    ///
    /// # Errors
    /// As [`Sessions::end_where`].
    pub(crate) async fn end(&self, headers: &HeaderMap) -> Result<(), String> {
        let Some(secret) = secret_of(headers, &self.0.cookie) else { return Ok(()) };
        let id = hash(&[secret.as_bytes()]);
        self.end_where(move |of, _| *of == id).await
    }

    /// Ends sessions, here and on the disk.
    ///
    /// # Errors
    /// They are ended here; why the disk does not have it yet.
    pub(crate) async fn end_where(&self, which: impl Fn(&[u8; 32], &Session) -> bool) -> Result<(), String> {
        self.all().retain(|id, session| !which(id, session));
        let kept = Arc::clone(&self.0);
        spawn_blocking(move || kept.keep()).await.map_err(|error| error.to_string())?
    }

    /// Writes to the disk before anything is answered, while other threads go on. What cannot be written is tried again within a
    /// minute; until then a restart signs somebody out.
    fn keep_now(&self) {
        let flavor = Handle::try_current().map(|runtime| runtime.runtime_flavor());
        let _ = match flavor {
            Ok(RuntimeFlavor::MultiThread) => block_in_place(|| self.0.keep()),
            _ => self.0.keep(),
        };
    }

    /// Writes to the disk from a thread of its own, where others must not wait.
    fn keep_soon(&self) {
        let kept = Arc::clone(&self.0);
        let keep = move || drop(kept.keep());
        match Handle::try_current() {
            Ok(_) => drop(thread::Builder::new().name("sessions".into()).spawn(keep)),
            Err(_) => keep(),
        }
    }
}

impl Kept {
    fn now(&self) -> Moment {
        let (began, since) = self.began;
        let elapsed = u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX);
        Moment(began.0.saturating_add(elapsed))
    }

    fn keep(&self) -> Result<(), String> {
        self.fit.clone()?;
        let _alone = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let next = Moment(self.now().0.saturating_add(EACH));
        *self.due.lock().unwrap_or_else(PoisonError::into_inner) = next;
        let bytes = kept::write(&self.all.lock().unwrap_or_else(PoisonError::into_inner));
        self.door.keep(Drawer::Sessions, &bytes?)
    }
}

fn session(secret: &str, author: Author, way: Way, now: Moment) -> ([u8; 32], Session) {
    let id = hash(&[secret.as_bytes()]);
    let (began, seen, held) = (now, now, None);
    (id, Session { author, way, token: token(secret), name: name(&id), began, seen, held })
}

/// What a session's forms carry follows from the secret, so that it need not be kept.
fn token(secret: &str) -> String {
    encode_string(&hash(&[b"quorate/form/1\0", secret.as_bytes()]))
}

fn name(id: &[u8; 32]) -> String {
    let mut name = encode_string(&hash(&[b"quorate/session/1\0", id]));
    name.truncate(16);
    name
}

#[cfg(test)]
mod tests;
