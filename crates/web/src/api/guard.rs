//! What holds for every answer of the interface: the form that was asked for, and problems as problems.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::problem::{Kind, PROBLEM, Problem};

/// The most characters of what was wrong that are told again.
const MOST: usize = 400;

/// Sees to the form that is asked for, and turns whatever is no answer into a problem.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let given = match request.uri().path() {
        path if path.ends_with("/events") => "text/event-stream",
        path if path.ends_with("/proof") => "application/cbor",
        _ => "application/json",
    };
    if !accepts(request.headers(), given) {
        let what = format!("this is given as {given}, and the header Accept leaves that out");
        let problem = Problem::new(Kind::NotAcceptable, what, format!("ask with `Accept: {given}`"));
        return problem.into_response();
    }
    let response = next.run(request).await;
    let status = response.status();
    let is_problem = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == PROBLEM);
    if is_problem || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    told(response, status).await
}

/// An answer that something below gave in its own words, as a problem.
async fn told(response: Response, status: StatusCode) -> Response {
    let (head, body) = response.into_parts();
    let text = axum::body::to_bytes(body, MOST).await.unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    let kind = Kind::of(status);
    let problem = match kind {
        Kind::Method => {
            Problem::new(kind, "the address knows no such method", "the header Allow names those it knows")
        }
        Kind::TooLarge => {
            Problem::new(kind, "a signed command has at most 16384 bytes", "give one command at a time")
        }
        Kind::NotFound => Problem::nothing("there is no such address"),
        Kind::Failed => Problem::failed(),
        _ => super::ask::query(text),
    };
    let mut answer = problem.into_response();
    if let Some(allow) = head.headers.get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer
}

/// Whether whoever asks takes this form (RFC 9110, 12.5.1): the most exact range that it falls in decides.
fn accepts(headers: &HeaderMap, given: &str) -> bool {
    let family = given.split('/').next().unwrap_or_default();
    let mut best: Option<(u8, bool)> = None;
    let values = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    for range in values.flat_map(|value| value.split(',')) {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        let exact = match name.split_once('/') {
            _ if name == given => 2,
            Some((one, "*")) if one == family => 1,
            Some(("*", "*")) => 0,
            _ => continue,
        };
        let taken = !parts.any(|part| part.strip_prefix("q=").is_some_and(is_nought));
        if best.is_none_or(|(before, was)| exact > before || exact == before && taken && !was) {
            best = Some((exact, taken));
        }
    }
    let says_nothing =
        headers.get(header::ACCEPT).is_none_or(|accept| accept.as_bytes().trim_ascii().is_empty());
    best.map_or(says_nothing, |(_, taken)| taken)
}

/// Whether a weight is nothing, as `0` or `0.000`.
fn is_nought(weight: &str) -> bool {
    !weight.is_empty() && weight.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}
