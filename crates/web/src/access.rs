//! Who may ask for what, before anything is answered.

use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::api;
use crate::app::{App, Settings};
use crate::limits::Peer;

/// What is answered to whoever may not ask for this; none if it may be asked.
pub(crate) async fn refused(
    app: &App,
    (uri, headers): (&Uri, &HeaderMap),
    peer: Option<Peer>,
) -> Option<Response> {
    let is_api = uri.path().starts_with("/api");
    if !is_asked_here(&app.settings, headers) {
        let why = "nothing is served under that name here";
        return Some(match is_api {
            true => api::not_here(why),
            false => (StatusCode::MISDIRECTED_REQUEST, why).into_response(),
        });
    }
    let reader = if is_api { app.tokens.reader(&app.door, headers).await } else { None };
    if !uri.path().starts_with("/assets/")
        && let Err(seconds) = app.limits.asks(peer, reader)
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

/// Whether the name under which this is asked is the one under which pages are served: a name that somebody else pointed at
/// this address is not (DNS rebinding).
fn is_asked_here(settings: &Settings, headers: &HeaderMap) -> bool {
    let Some(own) = settings.origin.as_deref().and_then(|origin| origin.split_once("://")) else {
        return true;
    };
    let asked = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    asked == Some(own.1)
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
