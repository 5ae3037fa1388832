//! What is new, as server-sent events.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::Event;
use futures_util::stream::Stream;

use super::ask::{Asked, Nothing};
use crate::app::App;
use crate::live;

/// What is new
///
/// Server-sent events (WHATWG HTML, 9.2). Each `height` tells that the record has come to a height: `data` is an object with
/// `height`, and `id` is the same number. The present height comes at once. Something comes every 15 seconds at least, if only
/// a comment. Whoever was away asks the registers: every height that was missed is in them.
#[utoipa::path(
    get, path = "/api/v1/events", operation_id = "events", tag = "Events",
    responses((status = 200, description = "Events without end", body = String, content_type = "text/event-stream"))
)]
pub(crate) async fn events(
    State(app): State<Arc<App>>,
    _: Asked<Nothing>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    live::told(&app, |height| {
        Event::default().event("height").id(height.to_string()).data(format!("{{\"height\":{height}}}"))
    })
}
