//! What is asked of routes, and what they answer.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use tokio::runtime::Builder;
use tower::ServiceExt as _;

/// Where the pages and the agent are seen.
pub(crate) const PAGES: &str = "http://127.0.0.1:4400";
pub(crate) const AGENT: &str = "http://127.0.0.1:4500";

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) cookie: Option<String>,
    pub(crate) body: String,
    pub(crate) headers: axum::http::HeaderMap,
}

impl Answer {
    /// The value of the hidden field with this name.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let begins = format!("name=\"{name}\" value=\"");
        let rest = self.body.split(&begins).nth(1).unwrap_or_else(|| panic!("no `{name}` in {}", self.body));
        rest.split('"').next().unwrap().to_owned()
    }
}

/// Asks for something at an address, with these headers.
pub(crate) fn ask(routes: &Router, at: &str, asked: axum::http::request::Builder, body: &str) -> Answer {
    let host = at.split_once("://").unwrap().1;
    let has_kind = asked.headers_ref().is_some_and(|headers| headers.contains_key(header::CONTENT_TYPE));
    let request = asked.header(header::HOST, host);
    let request = match has_kind {
        true => request,
        false => request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
    };
    let request = request.body(Body::from(body.to_owned())).unwrap();
    Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap().block_on(async {
        let (parts, body) = routes.clone().oneshot(request).await.unwrap().into_parts();
        let of = |name| parts.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
        // What tells of each block has no end.
        let is_stream = of(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if is_stream { Default::default() } else { body.collect().await.unwrap().to_bytes() };
        let cookie = of(header::SET_COOKIE).map(|cookie| cookie.split(';').next().unwrap().to_owned());
        let location = of(header::LOCATION).unwrap_or_default();
        let body = String::from_utf8(body.to_vec()).unwrap();
        Answer { status: parts.status, location, cookie, body, headers: parts.headers }
    })
}

pub(crate) fn get(routes: &Router, path: &str, cookie: Option<&str>) -> Answer {
    let asked = Request::get(path);
    let asked = match cookie {
        Some(cookie) => asked.header(header::COOKIE, cookie),
        None => asked,
    };
    ask(routes, PAGES, asked, "")
}

/// Sends a form from a page of this origin.
pub(crate) fn post(
    routes: &Router,
    path: &str,
    (cookie, origin): (Option<&str>, &str),
    body: &str,
) -> Answer {
    let asked = Request::post(path).header(header::ORIGIN, origin);
    let asked = match cookie {
        Some(cookie) => asked.header(header::COOKIE, cookie),
        None => asked,
    };
    ask(routes, PAGES, asked, body)
}
