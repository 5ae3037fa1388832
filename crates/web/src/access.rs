//! Who may ask for what, before anything is answered.

use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::app::{App, Settings};
use crate::{api, desk};

/// What is answered to whoever may not ask for this; none if it may be asked.
pub(crate) fn refused(app: &App, request: &Request) -> Option<Response> {
    let is_api = request.uri().path().starts_with("/api");
    if !is_asked_here(&app.settings, request) {
        let why = "nothing is served under that name here";
        return Some(match is_api {
            true => api::not_here(why),
            false => (StatusCode::MISDIRECTED_REQUEST, why).into_response(),
        });
    }
    let reader = app.tokens.reader(&*app.door, request.headers()).filter(|_| is_api);
    if !request.uri().path().starts_with("/assets/")
        && let Err(seconds) = app.limits.asks(request, reader)
    {
        return Some(too_many(is_api, seconds));
    }
    if reader.is_some() || may_read(app, request) {
        return None;
    }
    Some(if is_api { api::not_signed_in() } else { Redirect::to(sign_in(request)).into_response() })
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
fn is_asked_here(settings: &Settings, request: &Request) -> bool {
    let Some(own) = settings.origin.as_deref().and_then(|origin| origin.split_once("://")) else {
        return true;
    };
    let asked = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    asked == Some(own.1)
}

/// Whether who asks may read this: anybody what is for everybody, and who is signed in the rest.
fn may_read(app: &App, request: &Request) -> bool {
    let path = request.uri().path();
    let behind = ["/en/", "/fr/"].iter().find_map(|language| path.strip_prefix(language)).unwrap_or(path);
    let first = behind.split('/').next().unwrap_or_default();
    let is_page = behind.len() < path.len();
    // What is signed says itself whose it is, and so does the address of a calendar.
    let is_public_page = is_page && matches!(first, "public" | "sign-in" | "signed" | "today.ics");
    let is_public_row = path == "/api/v1/public" || path.starts_with("/api/v1/public/");
    let leads_on = path == "/" || path.starts_with("/assets/");
    let is_public = is_public_page || is_public_row || leads_on;
    app.settings.open || is_public || desk::of_cookie(&app.sessions, request.headers()).is_some()
}

/// Where to sign in, in the language of what was asked for.
fn sign_in(request: &Request) -> &'static str {
    if request.uri().path().starts_with("/fr/") { "/fr/sign-in" } else { "/en/sign-in" }
}
