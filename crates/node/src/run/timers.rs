//! The timers that a replica asked for.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::engine::Timer;

/// Timers by when they elapse; those that elapse together, in the order in which they were set.
#[derive(Default)]
pub(crate) struct Timers {
    set: BTreeMap<(Instant, u64), Timer>,
    given: u64,
}

impl Timers {
    pub(crate) fn set(&mut self, now: Instant, after: Duration, timer: Timer) {
        // A timer beyond all times is as good as none.
        let Some(at) = now.checked_add(after) else { return };
        if let Timer::Reached | Timer::Due = timer {
            // Of these only the latest counts.
            self.set.retain(|_, other| *other != timer);
        }
        self.given = self.given.saturating_add(1);
        self.set.insert((at, self.given), timer);
    }

    /// How long until the next one elapses.
    pub(crate) fn next(&self, now: Instant) -> Option<Duration> {
        self.set.keys().next().map(|(at, _)| at.saturating_duration_since(now))
    }

    /// A timer that has elapsed.
    pub(crate) fn elapsed(&mut self, now: Instant) -> Option<Timer> {
        let first = self.set.first_entry().filter(|first| first.key().0 <= now)?;
        Some(first.remove())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timers_elapse_in_order_and_not_before() {
        let (mut timers, now) = (Timers::default(), Instant::now());
        let second = Duration::from_secs(1);
        timers.set(now, second * 2, Timer::Engine(2));
        timers.set(now, second, Timer::Engine(1));
        timers.set(now, second, Timer::Reached);
        timers.set(now, second * 3, Timer::Reached);
        assert_eq!(timers.next(now), Some(second));
        assert_eq!(timers.elapsed(now), None);
        assert_eq!(timers.elapsed(now + second), Some(Timer::Engine(1)));
        assert_eq!(timers.elapsed(now + second), None);
        let late = now + second * 9;
        assert_eq!(
            [timers.elapsed(late), timers.elapsed(late)],
            [Some(Timer::Engine(2)), Some(Timer::Reached)]
        );
        assert_eq!((timers.elapsed(late), timers.next(late)), (None, None));
    }
}
