//! The way to the provider and back, by links alone: what a form is sent to may not lead elsewhere.

use std::sync::Arc;

use axum::extract::Query;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use openidconnect::RedirectUrl;
use tokio::task::spawn_blocking;

use super::super::form::{Sent, value};
use super::super::session::{Way, attributes, cookie, named, secret_of};
use super::SignIn;
use super::provider::Not;
use crate::prepared::Author;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// How long a browser holds what it began with, in seconds.
const HELD: u32 = 5 * 60;
const NAME: &str = "openid";

/// The way to the provider, on the page to sign in at.
pub(crate) fn way(page: &Page<'_>) -> Markup {
    html! {
        @if let Some(sign_in) = &page.visit.app.openid {
            h2 { (page.t("openid")) }
            p { a.button href=(page.to("/sign-in/openid")) rel="nofollow" {
                (page.with("openid-go", &[("provider", &sign_in.provider.name())]))
            } }
            p.soft { (page.t("openid-says")) }
        }
    }
}

/// Sends somebody to the provider.
pub(crate) async fn begin(visit: Visit) -> Response {
    let Some((sign_in, origin)) = fitted(&visit) else { return crate::error::nowhere().await };
    let Some((begun, secret)) = sign_in.waiting.begin() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Some(back) = back(&visit, &origin) else { return crate::error::nowhere().await };
    match sign_in.provider.begin(&begun, back).await {
        Ok(to) => {
            let held =
                format!("{}={secret}; {}; Max-Age={HELD}", named(NAME, Some(&origin)), attributes(&origin));
            ([(header::SET_COOKIE, held)], Redirect::to(to.as_str())).into_response()
        }
        Err(not) => told(&visit, &End::Not(not)),
    }
}

/// How it ends, where nobody is signed in.
enum End {
    /// This browser did not begin it, or too long ago, or it was ended before.
    NotBegun,
    /// The provider itself said no.
    No,
    /// Too many at once.
    Busy,
    /// The key does not hold the post.
    NoPost(Author),
    Not(Not),
}

/// Takes who comes back from the provider, and begins a session.
pub(crate) async fn answer(visit: Visit, headers: HeaderMap, Query(said): Query<Sent>) -> Response {
    let Some((sign_in, origin)) = fitted(&visit) else { return crate::error::nowhere().await };
    let begun_with = secret_of(&headers, &named(NAME, Some(&origin))).unwrap_or_default().to_owned();
    match ended(&visit, &sign_in, (&said, &begun_with, &origin)).await {
        Ok(secret) => {
            let mut answer = Redirect::to(&format!("/{}/today", visit.language.code())).into_response();
            let gone = format!("{}=; {}; Max-Age=0", named(NAME, Some(&origin)), attributes(&origin));
            for held in [cookie(&secret, &origin), gone] {
                if let Ok(held) = HeaderValue::from_str(&held) {
                    answer.headers_mut().append(header::SET_COOKIE, held);
                }
            }
            answer
        }
        Err(end) => told(&visit, &end),
    }
}

async fn ended(
    visit: &Visit,
    sign_in: &SignIn,
    (said, begun_with, origin): (&Sent, &str, &str),
) -> Result<String, End> {
    let state = value(said, "state").unwrap_or_default();
    let begun = sign_in.waiting.comes_back(state, begun_with).ok_or(End::NotBegun)?;
    let again = sign_in.waiting.comes_back(state, begun_with).ok_or(End::NotBegun)?;
    // A provider that says who it is is no other (RFC 9207).
    let is_it = value(said, "iss").is_none_or(|issuer| issuer == sign_in.provider.issuer().as_str());
    let code = value(said, "code").filter(|_| is_it && value(said, "error").is_none()).ok_or(End::No)?;
    let back = back(visit, origin).ok_or(End::No)?;
    let place = sign_in.places.try_acquire().map_err(|_| End::Busy)?;
    let author = sign_in.provider.end(begun, code.to_owned(), back).await.map_err(End::Not)?;
    drop(place);
    let door = Arc::clone(&visit.app.door);
    let own = door.member().is_none_or(|member| member == author.post.member);
    let holds = own && spawn_blocking(move || door.holds(author.post, &author.key)).await.unwrap_or_default();
    if !holds {
        return Err(End::NoPost(author));
    }
    // Last, so that a code that the provider does not take uses up nothing.
    if !sign_in.waiting.takes(&again) {
        return Err(End::NotBegun);
    }
    visit.app.sessions.begin_by(author, Way::OpenId).ok_or(End::Busy)
}

/// Signing in by a provider, and where these pages are, if there is both.
fn fitted(visit: &Visit) -> Option<(Arc<SignIn>, String)> {
    Some((visit.app.openid.clone()?, visit.app.settings.origin.clone()?))
}

/// Where the provider leads back to: always here, whoever asks.
fn back(visit: &Visit, origin: &str) -> Option<RedirectUrl> {
    RedirectUrl::new(format!("{origin}/{}/sign-in/openid/answer", visit.language.code())).ok()
}

/// Says why nobody is signed in, and what to do.
fn told(visit: &Visit, end: &End) -> Response {
    let (status, key) = match end {
        End::NotBegun => (StatusCode::FORBIDDEN, "openid-not-begun"),
        End::No | End::Not(Not::Refused) => (StatusCode::FORBIDDEN, "openid-no"),
        End::Busy => (StatusCode::SERVICE_UNAVAILABLE, "openid-busy"),
        End::NoPost(_) => (StatusCode::FORBIDDEN, "openid-no-post"),
        End::Not(Not::Away(_)) => (StatusCode::BAD_GATEWAY, "openid-away"),
        End::Not(Not::Unsound(_)) => (StatusCode::FORBIDDEN, "openid-unsound"),
        End::Not(Not::Nobody(_)) => (StatusCode::FORBIDDEN, "openid-nobody"),
    };
    let detail = match end {
        End::Not(Not::Away(why) | Not::Unsound(why)) => Some(why.clone()),
        End::Not(Not::Nobody(who)) => Some(who.clone()),
        End::NoPost(author) => Some(format!("{} · {}", author.post, author.key.short())),
        _ => None,
    };
    let provider = visit.app.openid.as_ref().map(|sign_in| sign_in.provider.name()).unwrap_or_default();
    let mut answer = visit.page(Chapter::SignIn, |page| Content {
        title: page.t("openid-not"),
        body: html! {
            p.answer.fails role="alert" { (page.with(key, &[("provider", &provider)])) }
            @if let Some(detail) = &detail { p.soft { code lang="en" { (detail) } } }
            p { a href=(page.to("/sign-in")) { (page.t("openid-again")) } }
        },
    });
    *answer.status_mut() = status;
    // It is of this one visit, and never what another has already.
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
