//! How much of the last 90 days a line was confirmed to work.

use alloc::vec::Vec;

use quorate_charter::Period;
use quorate_partnership::Moment;
use quorate_partnership::continuity::LineState;

use super::{Line, Words};

pub(super) const MILLIS_90_DAYS: u64 = 90 * 86_400_000;

/// An exact share of time, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Availability {
    /// So long it was confirmed to work, by all its sides at once.
    pub(crate) working: u64,
    /// Of so long: the last 90 days, or since it was recorded, and no longer than until it was closed.
    pub(crate) of: u64,
}

/// At a moment, a side is said to work by one more or one less, or not to work.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Turn {
    at: Moment,
    side: usize,
    works: bool,
    begins: bool,
}

/// What is said of a side at a moment.
#[derive(Clone, Copy, Default)]
struct Count {
    works: u32,
    does_not: u32,
}

impl Count {
    fn is_working(self) -> bool {
        self.works > 0 && self.does_not == 0
    }

    fn turn(&mut self, turn: Turn) {
        let count = if turn.works { &mut self.works } else { &mut self.does_not };
        *count = if turn.begins { count.saturating_add(1) } else { count.saturating_sub(1) };
    }
}

impl Line {
    /// The share of the last 90 days, as of this moment, in which every side's word that it works stood, and no outage and
    /// no word of another state did.
    pub(crate) fn availability(&self, now: Moment, every: Period) -> Availability {
        let to = self.closed.unwrap_or(now);
        let from = self.recorded.max(Moment(to.0.saturating_sub(MILLIS_90_DAYS)));
        let mut turns = Vec::new();
        for (said, words) in &self.said {
            if let Some(side) = self.sides.iter().position(|side| *side == said.of) {
                words.turns(side, to, every, &mut turns);
            }
        }
        turns.sort_unstable();
        let mut counts: Vec<Count> = self.sides.iter().map(|_| Count::default()).collect();
        let (mut working, mut since) = (0_u64, from);
        for turn in turns {
            let at = turn.at.clamp(from, to);
            if counts.iter().all(|count| count.is_working()) {
                working = working.saturating_add(at.since(since));
            }
            since = at;
            if let Some(count) = counts.get_mut(turn.side) {
                count.turn(turn);
            }
        }
        if counts.iter().all(|count| count.is_working()) {
            working = working.saturating_add(to.since(since));
        }
        Availability { working, of: to.since(from) }
    }
}

impl Words {
    /// When each word begins and ends to stand, and each outage.
    fn turns(&self, side: usize, to: Moment, every: Period, turns: &mut Vec<Turn>) {
        let mut between = |from: Moment, until: Moment, works| {
            if from < until {
                turns.push(Turn { at: from, side, works, begins: true });
                turns.push(Turn { at: until, side, works, begins: false });
            }
        };
        let next = self.words.iter().skip(1).map(|word| Some(word.at)).chain([None]);
        for (word, next) in self.words.iter().zip(next) {
            let until = word.ends(every);
            let until = next.map_or(until, |next| next.min(until));
            between(word.at, until, word.state == LineState::Working);
        }
        for out in &self.outages {
            between(out.began, out.ended.unwrap_or(to), false);
        }
    }
}
