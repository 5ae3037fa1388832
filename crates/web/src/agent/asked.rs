//! What a node's page asks for: shown, and kept until the agent's holder says yes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base16ct::lower::encode_string;
use quorate_partnership::{MAX_COMMAND_BYTES, PartnershipId, Post, Signed};

use super::approve::Approval;
use super::compartments::Reads;
use super::{Agent, Held, confirm, shown};
use crate::desk::chance;

/// How long something waits for a yes, and how many things wait at the most.
const WAITS: Duration = Duration::from_secs(10 * 60);
const MOST: usize = 100;

/// What waits for a yes.
#[derive(Clone)]
pub(super) struct Asked {
    /// The address of the page that asks, as the browser gives it.
    pub(super) origin: String,
    /// Where the answer goes, at that address.
    pub(super) path: String,
    pub(super) what: What,
    /// How a passkey can approve it.
    pub(super) approval: Option<Approval>,
    pub(super) since: Instant,
}

/// What is to be signed.
#[derive(Clone)]
pub(super) enum What {
    /// A challenge to sign in.
    SignIn { partnership: PartnershipId, challenge: [u8; 32] },
    /// A command.
    Command {
        /// For which partnership it is read.
        partnership: PartnershipId,
        /// The command.
        command: Box<Signed>,
    },
}

/// Everything that waits, by a name that only the agent's own page knows.
#[derive(Default)]
pub(super) struct Pending {
    asked: Mutex<BTreeMap<String, Asked>>,
}

impl Pending {
    fn keep(&self, asked: Asked) -> Option<String> {
        let name = encode_string(&chance()?);
        let mut all = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, asked| asked.since.elapsed() < WAITS);
        while all.len() >= MOST {
            let oldest = all.iter().min_by_key(|(_, asked)| asked.since).map(|(name, _)| name.clone())?;
            all.remove(&oldest);
        }
        all.insert(name.clone(), asked);
        Some(name)
    }

    /// What waits under a name.
    pub(super) fn get(&self, name: &str) -> Option<Asked> {
        let all = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(name).filter(|asked| asked.since.elapsed() < WAITS).cloned()
    }

    /// How a passkey was to approve it, and is to from now on.
    pub(super) fn approval(&self, name: &str, next: Option<Approval>) -> Option<Approval> {
        let mut all = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut all.get_mut(name)?.approval, next)
    }

    /// It waits no more.
    pub(super) fn end(&self, name: &str) {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

type Sent = Vec<(String, String)>;

fn value<'s>(sent: &'s Sent, name: &str) -> &'s str {
    sent.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
}

/// The page that asks, as the browser gives it, and where it wants the answer.
fn whence(headers: &HeaderMap, sent: &Sent) -> Option<(String, String)> {
    let origin = headers.get(header::ORIGIN)?.to_str().ok()?;
    let local = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"];
    let is_known = origin.starts_with("https://") || local.iter().any(|local| origin.starts_with(local));
    let path = value(sent, "return");
    let is_path = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']);
    (is_known && is_path && path.len() < 200).then(|| (origin.to_owned(), path.to_owned()))
}

fn not(why: &'static str) -> Response {
    (StatusCode::BAD_REQUEST, why).into_response()
}

/// A node's page asks to sign somebody in.
pub(super) async fn sign_in(
    State(agent): State<Arc<Agent>>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    let Some((origin, path)) = whence(&headers, &sent) else { return not("it is not said who asks") };
    let mut challenge = [0; 32];
    let read = base16ct::lower::decode(value(&sent, "challenge"), &mut challenge).map(<[u8]>::len);
    let (Ok(32), Ok(partnership)) = (read, value(&sent, "partnership").parse()) else {
        return not("this is no challenge of a partnership");
    };
    let what = What::SignIn { partnership, challenge };
    let asked = Asked { origin, path, what, approval: None, since: Instant::now() };
    let named: Option<Post> = value(&sent, "post").parse().ok();
    if let (true, Some(post)) = (agent.signatory.is_exercise(), named) {
        return match agent.held(&partnership).into_iter().find(|held| held.post == post) {
            Some(held) => confirm::answer(&agent, &asked, &held, None),
            None => not("the exercise has no key of this post"),
        };
    }
    shown_if_kept(&agent, &headers, asked).await
}

/// A node's page asks to have a command signed.
pub(super) async fn sign(
    State(agent): State<Arc<Agent>>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Response {
    let Some((origin, path)) = whence(&headers, &sent) else { return not("it is not said who asks") };
    let Ok(partnership) = value(&sent, "partnership").parse::<PartnershipId>() else {
        return not("it is not said of which partnership");
    };
    let digits = value(&sent, "unsigned");
    if digits.len() > MAX_COMMAND_BYTES.saturating_mul(2) {
        return not("this is longer than any command");
    }
    let bytes = base16ct::lower::decode_vec(digits).unwrap_or_default();
    let Ok(command) = Signed::read(&bytes, &partnership) else {
        return not("these bytes are not a command in its one form");
    };
    let what = What::Command { partnership, command: Box::new(command) };
    shown_if_kept(&agent, &headers, Asked { origin, path, what, approval: None, since: Instant::now() }).await
}

async fn shown_if_kept(agent: &Arc<Agent>, headers: &HeaderMap, asked: Asked) -> Response {
    let approval = agent.approval(&asked).filter(|_| agent.is_at_home(headers));
    let asked = Asked { approval, ..asked };
    match agent.pending.keep(asked.clone()) {
        Some(name) => shown::asked(agent, headers, (&name, &asked), None, Reads::WhoOpened).await,
        None => not("this machine gives no chance"),
    }
}

impl Agent {
    /// The keys of a partnership.
    pub(super) fn held(&self, partnership: &PartnershipId) -> Vec<Held> {
        self.signatory.held().into_iter().filter(|held| held.partnership == *partnership).collect()
    }
}
