//! The routes, and what all of them share.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::HeaderValue;
use axum::http::header::{self, HeaderName};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;

use crate::doorway::Doorway;
use crate::texts::Texts;
use crate::{assets, error, live, pages};

/// The most bytes that a form or a command may have.
const MAX_BODY_BYTES: usize = 256 * 1024;

/// What is sent with every answer. Nothing is loaded from anywhere else, nothing frames a page, and no page sends forms to
/// strangers.
const HEADERS: [(HeaderName, &str); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// What all routes share.
pub(crate) struct App {
    pub(crate) door: Arc<dyn Doorway>,
    pub(crate) texts: Texts,
}

/// The routes over a door.
///
/// # Errors
/// What is wrong with the texts, which a test finds first.
pub fn router(door: Arc<dyn Doorway>) -> Result<Router, String> {
    let app = Arc::new(App { door, texts: Texts::read()? });
    let routes = Router::new()
        .route("/", get(pages::begin))
        .route("/assets/{file}", get(assets::asset))
        .route("/live", get(live::live))
        .route("/{language}/", get(pages::front))
        .nest("/{language}", pages::routes())
        .fallback(error::nowhere)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(middleware::from_fn(with_headers))
        .with_state(app);
    Ok(routes)
}

async fn with_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    let kept = HeaderValue::from_static("no-cache");
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(kept);
    response
}
