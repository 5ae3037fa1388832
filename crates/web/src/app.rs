//! The routes, and what all of them share.

use std::num::NonZeroU32;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;

use tokio::sync::Semaphore;

use crate::access::Asked;
use crate::cities::City;
use crate::desk::{
    self, Calendars, Challenges, Drafts, Instructions, OpenId, Passkeys, Sessions, SignIn, Tokens,
};
use crate::doorway::Doorway;
use crate::limits::{Limits, Peer};
use crate::outlooks::Outlooks;
use crate::studies::Studies;
use crate::texts::Texts;
use crate::uploads::Uploads;
use crate::written::Written;
use crate::{access, api, assets, error, live, pages};

/// The most bytes that a form or a command may have.
const MAX_BODY_BYTES: usize = 256 * 1024;

/// What may stand in a page, and where its forms go beside.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                                 connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/// What is sent with every answer. Nothing is loaded from anywhere else, nothing frames a page, and no page sends forms to
/// strangers.
const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // The agent is told which node asks it, and no more.
    (header::REFERRER_POLICY, "origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// What all routes share.
pub(crate) struct App {
    pub(crate) door: Arc<dyn Doorway>,
    pub(crate) texts: Texts,
    pub(crate) settings: Settings,
    pub(crate) sessions: Sessions,
    pub(crate) challenges: Challenges,
    pub(crate) drafts: Drafts,
    pub(crate) tokens: Tokens,
    pub(crate) limits: Limits,
    pub(crate) instructions: Instructions,
    pub(crate) calendars: Calendars,
    pub(crate) passkeys: Passkeys,
    /// One text is checked at a time: it takes a processor for a while.
    pub(crate) checks: Arc<Semaphore>,
    /// So many files are taken in at a time, to be checked.
    pub(crate) uploads: Uploads,
    /// What the API is, as it describes itself.
    pub(crate) description: Arc<serde_json::Value>,
    pub(crate) outlooks: Outlooks,
    pub(crate) written: Written,
    pub(crate) openid: Option<Arc<SignIn>>,
    /// What readers run.
    pub(crate) studies: Studies,
}

/// How pages are served.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address at which visitors see them, as `http://127.0.0.1:4400`: what is signed to sign in names it, and nothing is
    /// answered at another. None: whatever is asked for, and nobody can sign in.
    pub origin: Option<String>,
    /// Where visitors' agents are, as `http://127.0.0.1:4500`. None: nothing can be signed from here.
    pub agent: Option<String>,
    /// Whether whoever reaches the address may read what the members read; else only who is signed in, and what is for everybody
    /// is read by anybody.
    pub open: bool,
    /// Whether posts can be signed in by one click, as an exercise's agent does.
    pub exercise: bool,
    /// How many questions a second each visitor may ask, and ten times as many at once. None: as many as can be answered.
    pub questions: Option<NonZeroU32>,
    /// The cities in whose time deadlines are told beside UTC.
    pub cities: Vec<City>,
    /// The ministry's provider, by which its people sign in too.
    pub openid: Option<OpenId>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            origin: None,
            agent: None,
            open: true,
            exercise: false,
            questions: None,
            cities: Vec::new(),
            openid: None,
        }
    }
}

/// The routes over a door.
///
/// # Errors
/// What is wrong with the texts, which a test finds first.
pub fn router(door: Arc<dyn Doorway>) -> Result<Router, String> {
    router_with(door, Settings::default())
}

/// The same, served in a way.
///
/// # Errors
/// As [`router`].
pub fn router_with(door: Arc<dyn Doorway>, settings: Settings) -> Result<Router, String> {
    let (sessions, drafts) =
        (Sessions::open(&door, settings.origin.as_deref(), settings.openid.as_ref()), Drafts::open(&door));
    let (instructions, calendars) = (Instructions::open(&door), Calendars::open(&door));
    let challenges = Challenges::new().ok_or("this machine gives no chance")?;
    let (tokens, limits) = (Tokens::open(&door), Limits::new(settings.questions));
    let passkeys = Passkeys::at(settings.origin.as_deref());
    let checks = Arc::new(Semaphore::new(App::CHECKS));
    let uploads = Uploads::default();
    let description = Arc::new(api::description());
    let (texts, outlooks, written) = (Texts::read()?, Outlooks::default(), Written::default());
    let openid = settings.openid.clone().map(SignIn::new).transpose()?.map(Arc::new);
    let app = Arc::new(App {
        door,
        texts,
        settings,
        sessions,
        challenges,
        drafts,
        tokens,
        limits,
        instructions,
        calendars,
        passkeys,
        checks,
        uploads,
        description,
        outlooks,
        written,
        openid,
        studies: Studies::default(),
    });
    let routes = Router::new()
        .route("/", get(pages::begin))
        .route("/assets/{file}", get(assets::asset))
        .route("/live", get(live::live))
        .route("/{language}/", get(pages::front))
        .nest("/{language}", pages::routes().merge(desk::routes()))
        .fallback(error::nowhere)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .merge(api::routes())
        .layer(middleware::from_fn_with_state(Arc::clone(&app), with_headers))
        .with_state(app);
    Ok(routes)
}

async fn with_headers(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let reads = request.method() == Method::GET;
    let peer = request.extensions().get::<Peer>().copied();
    let asked = Asked { method: request.method(), uri: request.uri(), headers: request.headers(), peer };
    let mut response = match access::refused(&app, asked).await {
        Some(refused) => refused,
        None => next.run(request).await,
    };
    // A question that cannot even be read names nothing that is here.
    if reads && response.status() == StatusCode::BAD_REQUEST && is_plain(&response) {
        response = error::nowhere().await;
    }
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    let agent = app.settings.agent.as_deref().unwrap_or_default();
    if let Ok(policy) = HeaderValue::from_str(&format!("{POLICY}; form-action 'self' {agent}")) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let kept = HeaderValue::from_static("no-cache");
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(kept);
    response
}

/// Whether it is a word of the library's to whoever writes programs, and no page or problem of ours.
fn is_plain(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok()).is_some_and(|kind| kind.starts_with("text/plain"))
}
