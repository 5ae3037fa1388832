//! A representative's agent: pages on the representative's own machine that sign what a node's page asks for, once its holder
//! has seen it and says so.
//!
//! It believes nothing that a node says: what is signed it reads from the bytes and shows itself. A challenge to sign in is
//! signed together with the address of the page that asks, as the browser gives it, so that no page can use another's.

mod approve;
mod asked;
pub mod compartments;
mod confirm;
mod passkeys;
mod refused;
mod shown;

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use quorate_partnership::{PartnershipId, Post, PublicKey};

use crate::access::numbered;
use crate::app::POLICY;
use crate::assets;
use crate::desk::Challenges;
use crate::passkeys::{Book, Party};
use crate::texts::Texts;
use asked::Pending;
use compartments::{Compartments, Rooms};

/// The most bytes that a form may have. The largest is a message: a browser writes the end of a line, one byte of it, in six.
const MAX_BODY_BYTES: usize = 6 * compartments::MAX_MESSAGE_BYTES + 64 * 1024;

const HEADERS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::CACHE_CONTROL, "no-store"),
    // A page of another port of this machine has the cookie sent along, and is not to get anything of it.
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// What signs: the keys of whoever the agent works for.
pub trait Signatory: Send + Sync + 'static {
    /// The keys there are.
    fn held(&self) -> Vec<Held>;

    /// Signs bytes with a key, which a passphrase opens where it is encrypted.
    ///
    /// # Errors
    /// Why not, in words.
    fn sign(&self, held: &Held, bytes: &[u8], passphrase: Option<&str>) -> Result<[u8; 64], String>;

    /// What is kept of the passkeys of a key's partnership; none where nothing is.
    ///
    /// # Errors
    /// Why it cannot be read, in words.
    fn passkeys(&self, _held: &Held) -> Result<Option<Vec<u8>>, String> {
        Ok(None)
    }

    /// Keeps that, whole, in place of what was there, where nobody else reads it.
    ///
    /// # Errors
    /// Why it cannot be kept, in words; what was there before still is.
    fn keep_passkeys(&self, _held: &Held, _bytes: &[u8]) -> Result<(), String> {
        Err("nothing is kept here".into())
    }

    /// Whether this is an exercise, in which anybody is signed in by one click.
    fn is_exercise(&self) -> bool;
}

/// A key that the agent can sign with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Of which partnership.
    pub partnership: PartnershipId,
    /// What that is called, in English.
    pub title: String,
    /// In which post.
    pub post: Post,
    /// The key.
    pub key: PublicKey,
    /// Whether a passphrase opens it.
    pub encrypted: bool,
}

/// What the agent's routes share.
pub(crate) struct Agent {
    signatory: Arc<dyn Signatory>,
    texts: Texts,
    /// Where the agent itself is seen.
    origin: String,
    pending: Pending,
    /// How passkeys are asked for at that address.
    party: Option<Party>,
    book: Book,
    challenges: Challenges,
    /// The compartments of the delegation's agent, where they are served.
    rooms: Option<Rooms>,
}

/// The agent's routes, at the address where its holder sees them, as `http://127.0.0.1:4500`.
///
/// # Errors
/// What is wrong with the texts, which a test finds first.
pub fn router(signatory: Arc<dyn Signatory>, origin: String) -> Result<Router, String> {
    router_with(signatory, None, origin)
}

/// The same, with the pages of the delegation's compartments.
///
/// # Errors
/// As [`router`].
pub fn router_with(
    signatory: Arc<dyn Signatory>,
    compartments: Option<Arc<dyn Compartments>>,
    origin: String,
) -> Result<Router, String> {
    let (texts, party) = (Texts::read()?, Party::at(&origin));
    let challenges = Challenges::new().ok_or("this machine gives no chance")?;
    let (pending, book) = (Pending::default(), Book::default());
    let rooms = compartments.map(|door| Rooms::of(door, &origin));
    let agent = Arc::new(Agent { signatory, texts, origin, pending, party, book, challenges, rooms });
    let routes = Router::new()
        .route("/", get(shown::keys))
        .route("/assets/{file}", get(assets::asset))
        .route("/sign-in", post(asked::sign_in))
        .route("/sign", post(asked::sign))
        .route("/confirm", post(confirm::confirm))
        .route("/approve", post(approve::approve))
        .route("/instructions", post(compartments::compare))
        .route("/passkeys/{key}", get(passkeys::show).post(passkeys::register))
        .route("/passkeys/{key}/remove", post(passkeys::remove))
        .merge(compartments::routes())
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(middleware::from_fn_with_state(Arc::clone(&agent), refused::in_words))
        .layer(middleware::from_fn_with_state(Arc::clone(&agent), with_headers))
        .with_state(agent);
    Ok(routes)
}

impl Agent {
    /// Whether a browser says that a form is of the agent's own page.
    fn is_own_page(&self, headers: &HeaderMap) -> bool {
        // Without an origin it is nobody's: where the agent has no second name that is not the same as having none.
        let Some(origin) = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()) else {
            return false;
        };
        origin == self.origin || numbered(&self.origin).is_some_and(|number| origin == number)
    }

    /// Whether it is asked at its own address: passkeys are bound to that.
    fn is_at_home(&self, headers: &HeaderMap) -> bool {
        is_named(&self.origin, headers)
    }
}

/// Whether something is asked for under the name of an address.
fn is_named(origin: &str, headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    host.is_some() && host == origin.split_once("://").map(|(_, host)| host)
}

async fn with_headers(State(agent): State<Arc<Agent>>, request: Request, next: Next) -> Response {
    let by_number = numbered(&agent.origin).is_some_and(|origin| is_named(&origin, request.headers()));
    let mut response = match agent.is_at_home(request.headers()) || by_number {
        true => next.run(request).await,
        false => (StatusCode::MISDIRECTED_REQUEST, "the agent is not asked under that name").into_response(),
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    let back = response.extensions_mut().remove::<Back>().map(|Back(origin)| origin).unwrap_or_default();
    if let Ok(policy) = HeaderValue::from_str(&format!("{POLICY}; form-action 'self' {back}")) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The address to which a page of the agent leads back.
#[derive(Clone)]
struct Back(String);
