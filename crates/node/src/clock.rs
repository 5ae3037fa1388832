//! The one place that reads a clock. What it reads becomes agreed time when a block carries it.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use quorate_partnership::{Moment, Nature};

/// The clock of a node: the real one, or that of a rehearsal, which goes on from its last agreed moment at its
/// own rate.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    nature: Nature,
    opened: Instant,
    from: Moment,
}

impl Clock {
    /// A clock for a partnership of this nature whose last agreed moment is this.
    #[must_use]
    pub fn new(nature: Nature, last: Moment) -> Clock {
        Clock { nature, opened: Instant::now(), from: last }
    }

    /// The time now, by this clock. Not agreed, and not necessarily after the last agreed moment.
    #[must_use]
    pub fn now(&self) -> Moment {
        match self.nature {
            Nature::Real => real(),
            Nature::Rehearsal { rate } => {
                let elapsed = u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(u64::MAX);
                Moment(self.from.0.saturating_add(elapsed.saturating_mul(u64::from(rate))))
            }
        }
    }

    /// Agreed time is at least this: the clock of a rehearsal goes on from there if it was behind.
    pub fn has_reached(&mut self, moment: Moment) {
        if self.nature != Nature::Real && self.now() < moment {
            self.from = moment;
            self.opened = Instant::now();
        }
    }

    /// The moment of the next block: now, and strictly after the last agreed moment.
    #[must_use]
    pub fn next(&self, last: Moment) -> Moment {
        self.now().max(Moment(last.0.saturating_add(1)))
    }
}

#[allow(clippy::disallowed_methods, reason = "this file is where the clock is read")]
fn real() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rehearsal_at_rate_nought_stands_still_and_blocks_still_move_on() {
        let clock = Clock::new(Nature::Rehearsal { rate: 0 }, Moment(1_000));
        assert_eq!(clock.now(), Moment(1_000));
        assert_eq!(clock.next(Moment(1_000)), Moment(1_001));
        assert_eq!(clock.next(Moment(5_000)), Moment(5_001));
    }

    #[test]
    fn a_rehearsal_goes_on_from_what_was_agreed_and_never_back() {
        let mut clock = Clock::new(Nature::Rehearsal { rate: 0 }, Moment(1_000));
        clock.has_reached(Moment(9_000));
        assert_eq!(clock.now(), Moment(9_000));
        clock.has_reached(Moment(1_000));
        assert_eq!(clock.now(), Moment(9_000));
        let mut real = Clock::new(Nature::Real, Moment(0));
        real.has_reached(Moment(u64::MAX));
        assert!(real.now() < Moment(u64::MAX));
    }

    #[test]
    fn a_real_clock_is_past_2026() {
        assert!(Clock::new(Nature::Real, Moment(0)).now() > Moment(1_767_225_600_000));
    }
}
