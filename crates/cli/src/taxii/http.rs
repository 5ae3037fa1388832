//! TAXII over HTTP: whose token, and then the answer.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request};
use axum::http::header::{ACCEPT, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use base64ct::{Base64, Encoding as _};

use super::answer::{Shown, TAXII};
use super::asked::{Answer, Asked};
use super::token::Token;

/// The longest credentials that are looked at, in bytes.
const MAX_CREDENTIALS: usize = 1024;

/// Who may read, and what is seen.
pub(crate) struct Visitor {
    pub(crate) name: String,
    pub(crate) token: Token,
    pub(crate) shown: Shown,
}

/// Everybody who may read.
pub(crate) struct Server(Vec<Visitor>);

impl Server {
    pub(crate) fn of(visitors: Vec<Visitor>) -> Server {
        Server(visitors)
    }

    /// Every question comes through here.
    pub(crate) fn router(self) -> Router {
        let server = Arc::new(self);
        Router::new().fallback(move |request: Request| {
            let server = Arc::clone(&server);
            async move { server.answered(&request) }
        })
    }

    fn answered(&self, request: &Request) -> Response {
        let Some(visitor) = self.visitor(request.headers()) else {
            return response(Answer::refused(401, "Say who you are"));
        };
        let text = |value: &HeaderValue| value.to_str().unwrap_or("-").to_owned();
        let accepts: Vec<String> = request.headers().get_all(ACCEPT).iter().map(text).collect();
        let query = Query::<Vec<(String, String)>>::try_from_uri(request.uri());
        response(visitor.shown.answer(&Asked {
            method: request.method().as_str().to_owned(),
            path: request.uri().path().to_owned(),
            query: query.ok().map(|Query(query)| query),
            accept: (!accepts.is_empty()).then(|| accepts.join(",")),
        }))
    }

    /// Whose token it is. All are compared, whichever it is.
    pub(super) fn visitor(&self, headers: &HeaderMap) -> Option<&Visitor> {
        let mut all = headers.get_all(AUTHORIZATION).iter();
        let (one, other) = (all.next()?, all.next());
        let text = one.to_str().ok().filter(|text| other.is_none() && text.len() <= MAX_CREDENTIALS)?;
        let (scheme, rest) = text.split_once(' ')?;
        let (name, token) = match scheme.to_ascii_lowercase().as_str() {
            "bearer" => (None, rest.trim().to_owned()),
            "basic" => {
                let decoded = String::from_utf8(Base64::decode_vec(rest.trim()).ok()?).ok()?;
                let (name, token) = decoded.split_once(':')?;
                (Some(name.to_owned()), token.to_owned())
            }
            _ => return None,
        };
        let token = Token::of(token.as_bytes());
        let mut found = None;
        for visitor in &self.0 {
            if visitor.token.is(&token) {
                found = Some(visitor);
            }
        }
        found.filter(|visitor| name.is_none_or(|name| name == visitor.name))
    }
}

fn response(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body.to_string()));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(TAXII));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if answer.status == 401 {
        headers
            .append(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"TAXII\", charset=\"UTF-8\""));
        headers.append(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"TAXII\""));
    }
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) =
            (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value))
        {
            headers.insert(name, value);
        }
    }
    response
}
