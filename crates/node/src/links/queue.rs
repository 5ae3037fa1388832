//! What waits to be said on a link.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use super::frames::MAX_FRAME_BYTES;

/// The most frames that wait on a link.
const MAX_FRAMES: usize = 4096;
/// The most bytes that wait on a link.
const MAX_BYTES: usize = 64 * 1024 * 1024;

#[derive(Default)]
struct Waiting {
    frames: VecDeque<Arc<[u8]>>,
    bytes: usize,
    dropped: u64,
}

/// A queue that is never longer than its limits: what comes pushes out what is oldest.
#[derive(Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    came: Notify,
}

impl Queue {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn push(&self, frame: Arc<[u8]>) {
        let mut waiting = self.waiting();
        if u32::try_from(frame.len()).is_ok_and(|long| long <= MAX_FRAME_BYTES) {
            waiting.bytes = waiting.bytes.saturating_add(frame.len());
            waiting.frames.push_back(frame);
        } else {
            // The other end would break the link over it.
            waiting.dropped = waiting.dropped.saturating_add(1);
        }
        while waiting.frames.len() > MAX_FRAMES || waiting.bytes > MAX_BYTES {
            let Some(oldest) = waiting.frames.pop_front() else { break };
            waiting.bytes = waiting.bytes.saturating_sub(oldest.len());
            waiting.dropped = waiting.dropped.saturating_add(1);
        }
        drop(waiting);
        self.came.notify_one();
    }

    fn take(&self) -> Option<Arc<[u8]>> {
        let mut waiting = self.waiting();
        let frame = waiting.frames.pop_front()?;
        waiting.bytes = waiting.bytes.saturating_sub(frame.len());
        Some(frame)
    }

    /// The next frame, once there is one. One link takes at a time.
    pub(super) async fn next(&self) -> Arc<[u8]> {
        loop {
            let came = self.came.notified();
            if let Some(frame) = self.take() {
                return frame;
            }
            came.await;
        }
    }

    /// What waits for a link that is down is old when the link is up again: of it the newest part is kept.
    pub(super) fn forget_but(&self, kept: usize) {
        let mut waiting = self.waiting();
        while waiting.frames.len() > kept {
            let Some(oldest) = waiting.frames.pop_front() else { break };
            waiting.bytes = waiting.bytes.saturating_sub(oldest.len());
            waiting.dropped = waiting.dropped.saturating_add(1);
        }
    }

    pub(super) fn dropped(&self) -> u64 {
        self.waiting().dropped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_queue_drops_what_is_oldest_by_count_and_by_bytes() {
        let queue = Queue::default();
        for frame in 0..=MAX_FRAMES {
            queue.push(frame.to_be_bytes().to_vec().into());
        }
        assert_eq!(queue.dropped(), 1);
        assert_eq!(queue.take().as_deref(), Some(1_usize.to_be_bytes().as_slice()));
        queue.forget_but(2);
        let left: Vec<_> = std::iter::from_fn(|| queue.take()).collect();
        assert_eq!(left.len(), 2);
        for _ in 0..9 {
            queue.push(vec![0; 8 * 1024 * 1024].into());
        }
        assert_eq!(std::iter::from_fn(|| queue.take()).count(), 8);
        assert_eq!(queue.waiting().bytes, 0);
        let dropped = queue.dropped();
        queue.push(vec![0; 9 * 1024 * 1024 + 1].into());
        assert!(queue.take().is_none(), "no other end would take it");
        assert_eq!(queue.dropped(), dropped + 1);
    }
}
