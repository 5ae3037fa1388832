//! Who may ask for what, before anything is answered.

use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::api;
use crate::app::{App, Settings};
use crate::limits::Peer;

/// What is known of a question before it is answered.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'r> {
    pub(crate) method: &'r Method,
    pub(crate) uri: &'r Uri,
    pub(crate) headers: &'r HeaderMap,
    /// From where it comes, where that is known.
    pub(crate) peer: Option<Peer>,
}

/// What is answered to whoever may not ask for this; none if it may be asked.
pub(crate) async fn refused(app: &App, asked: Asked<'_>) -> Option<Response> {
    let Asked { uri, headers, .. } = asked;
    let is_api = uri.path().starts_with("/api");
    if !is_asked_here(&app.settings, headers) {
        let why = "nothing is served under that name here";
        return Some(match is_api {
            true => api::not_here(why),
            false => (StatusCode::MISDIRECTED_REQUEST, why).into_response(),
        });
    }
    // Its pages have one address, to which sessions and passkeys are bound; what other systems ask has no need of it.
    let is_page = !is_api && asked.method == Method::GET;
    if let (true, Some(origin)) = (is_page, own(&app.settings).filter(|origin| !is_at(origin, headers))) {
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        return Some(Redirect::temporary(&format!("{origin}{path}")).into_response());
    }
    let reader = if is_api { app.tokens.reader(headers).await } else { None };
    if !uri.path().starts_with("/assets/")
        && let Err(seconds) = app.limits.asks(asked.peer, reader)
    {
        return Some(too_many(is_api, seconds));
    }
    if reader.is_some() || may_read(&app.settings, uri) || app.sessions.visit(headers).await.is_some() {
        return None;
    }
    Some(if is_api { api::not_signed_in() } else { Redirect::to(sign_in(uri)).into_response() })
}

/// The answer to whoever asks faster than is answered.
fn too_many(is_api: bool, seconds: u64) -> Response {
    let again = [(header::RETRY_AFTER, seconds.to_string())];
    match is_api {
        true => (again, api::too_many()).into_response(),
        false => {
            let why = "too many questions from here: wait a moment, and ask again";
            (StatusCode::TOO_MANY_REQUESTS, again, why).into_response()
        }
    }
}

/// The address of the pages.
fn own(settings: &Settings) -> Option<&str> {
    settings.origin.as_deref()
}

/// Whether the name under which this is asked is the one under which pages are served: a name that somebody else pointed at
/// this address is not (DNS rebinding).
fn is_asked_here(settings: &Settings, headers: &HeaderMap) -> bool {
    let is_asked_at = |origin: &str| {
        is_at(origin, headers) || numbered(origin).is_some_and(|origin| is_at(&origin, headers))
    };
    own(settings).is_none_or(is_asked_at)
}

/// Whether something is asked for at this address.
fn is_at(origin: &str, headers: &HeaderMap) -> bool {
    let asked = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    origin.split_once("://").is_none_or(|(_, own)| asked == Some(own))
}

/// What is seen at `localhost` is asked for by this machine's number, too: nobody can point that elsewhere.
pub(crate) fn numbered(origin: &str) -> Option<String> {
    Some(format!("http://127.0.0.1:{}", origin.strip_prefix("http://localhost:")?))
}

/// Whether anybody may read this: what is for everybody, and where the pages are open, the rest; else only who is signed in.
fn may_read(settings: &Settings, uri: &Uri) -> bool {
    let path = uri.path();
    let behind = ["/en/", "/fr/"].iter().find_map(|language| path.strip_prefix(language)).unwrap_or(path);
    let first = behind.split('/').next().unwrap_or_default();
    let is_page = behind.len() < path.len();
    // What is signed says itself whose it is, and so does the address of a calendar.
    let is_public_page = is_page && matches!(first, "public" | "sign-in" | "signed" | "today.ics");
    let is_public_row = path == "/api/v1/public" || path.starts_with("/api/v1/public/");
    let leads_on = path == "/" || path.starts_with("/assets/");
    let is_public = is_public_page || is_public_row || leads_on;
    settings.open || is_public
}

/// Where to sign in, in the language of what was asked for.
fn sign_in(uri: &Uri) -> &'static str {
    if uri.path().starts_with("/fr/") { "/fr/sign-in" } else { "/en/sign-in" }
}
