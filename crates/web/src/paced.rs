//! What comes in with a question, for as long as it comes fast enough: who sends a body slowly holds a place that others want.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

/// How fast a body has to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pace {
    /// How long it may take, however short it is.
    pub(crate) patience: Duration,
    /// How many bytes buy a second more.
    pub(crate) bytes_a_second: u64,
}

/// Half a minute, and a second more for every 16 kB.
pub(crate) const USUAL: Pace = Pace { patience: Duration::from_secs(30), bytes_a_second: 16 * 1024 };

/// A body that has to come at a pace.
pub(crate) struct Paced<B> {
    body: Pin<Box<B>>,
    pace: Pace,
    began: Instant,
    bytes: u64,
    over: Pin<Box<Sleep>>,
}

/// Why nothing more of a body is read.
#[derive(Debug)]
pub(crate) enum Broken<E> {
    /// It came too slowly.
    Slow,
    /// The connection broke.
    Lost(E),
}

impl<E: fmt::Display> fmt::Display for Broken<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Slow => f.write_str("it comes too slowly"),
            Broken::Lost(error) => error.fmt(f),
        }
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for Broken<E> {}

impl<B> Paced<B> {
    pub(crate) fn new(body: B, pace: Pace) -> Paced<B> {
        let over = Box::pin(sleep(pace.patience));
        Paced { body: Box::pin(body), pace, began: Instant::now(), bytes: 0, over }
    }

    /// Counts what came, which buys time.
    fn came(&mut self, bytes: usize) {
        self.bytes = self.bytes.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        let more = self.bytes.checked_div(self.pace.bytes_a_second).unwrap_or_default();
        let most = self.pace.patience.saturating_add(Duration::from_secs(more));
        if let Some(over) = self.began.checked_add(most) {
            self.over.as_mut().reset(over);
        }
    }
}

impl<B: Body<Data = Bytes>> Body for Paced<B> {
    type Data = Bytes;
    type Error = Broken<B::Error>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Broken<B::Error>>>> {
        // The time first: who sends a byte whenever it is asked would never be told.
        if self.over.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Some(Err(Broken::Slow)));
        }
        let frame = ready!(self.body.as_mut().poll_frame(cx));
        if let Some(Ok(frame)) = &frame {
            self.came(frame.data_ref().map_or(0, Bytes::len));
        }
        Poll::Ready(frame.map(|frame| frame.map_err(Broken::Lost)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
