//! What is new, as server-sent events (WHATWG HTML, 9.2): the height of each block that comes.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures_util::stream::{self, Stream};

use crate::app::App;

/// How often something is sent where nothing happens, so that a broken line is noticed.
const BEAT: Duration = Duration::from_secs(15);

/// Tells the height now, and each one that comes.
pub(crate) async fn live(State(app): State<Arc<App>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    told(&app, |height| Event::default().event("height").data(height.to_string()))
}

/// Tells the height now, and each one that comes, in these words.
pub(crate) fn told(
    app: &App,
    write: fn(u64) -> Event,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let heights = stream::unfold((app.door.watch(), true), move |(mut watch, first)| async move {
        if !first && watch.changed().await.is_err() {
            return None;
        }
        let height = *watch.borrow_and_update();
        Some((Ok(write(height)), (watch, false)))
    });
    Sse::new(heights).keep_alive(KeepAlive::new().interval(BEAT))
}
