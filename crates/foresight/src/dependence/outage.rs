//! When something is not there.

use alloc::vec::Vec;

use super::days::FOREVER;

/// The days on which something is not there, as spans that lie apart and in order: from a day on, up to another and without it.
/// Day
/// 0 is that of the withholding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outage(Vec<(u32, u32)>);

impl Outage {
    /// From the day of the withholding on, until something takes its place.
    pub(super) fn at_once(until: u32) -> Outage {
        Outage::of(Vec::from([(0, until)]))
    }

    fn of(mut spans: Vec<(u32, u32)>) -> Outage {
        spans.retain(|(from, until)| from < until);
        spans.sort_unstable();
        let mut apart: Vec<(u32, u32)> = Vec::with_capacity(spans.len());
        for (from, until) in spans {
            match apart.last_mut() {
                Some(last) if last.1 >= from => last.1 = last.1.max(until),
                _ => apart.push((from, until)),
            }
        }
        Outage(apart)
    }

    /// Whether it is always there.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The spans, each with its first day and the first day after it; none after it if it has no end.
    pub fn spans(&self) -> impl Iterator<Item = (u32, Option<u32>)> + '_ {
        self.0.iter().map(|(from, until)| (*from, Some(*until).filter(|until| *until != FOREVER)))
    }

    /// The first day on which it is not there: the time to survive.
    #[must_use]
    pub fn first(&self) -> Option<u32> {
        self.0.first().map(|(from, _)| *from)
    }

    /// Whether it is not there on a day.
    pub(super) fn covers(&self, day: u32) -> bool {
        self.0.iter().any(|(from, until)| (*from..*until).contains(&day))
    }

    /// The days on which it is not there, all spans together; none if that has no end.
    #[must_use]
    pub fn length(&self) -> Option<u32> {
        self.spans()
            .try_fold(0_u32, |sum, (from, until)| Some(sum.saturating_add(until?.saturating_sub(from))))
    }

    /// The days on which this or the other is not there.
    pub(super) fn or(&self, other: &Outage) -> Outage {
        Outage::of(self.0.iter().chain(&other.0).copied().collect())
    }

    /// The days on which neither is there: both are in order, and are gone through once.
    pub(super) fn and(&self, other: &Outage) -> Outage {
        let (mut ones, mut twos) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut spans = Vec::new();
        while let (Some(one), Some(two)) = (ones.peek(), twos.peek()) {
            spans.push((one.0.max(two.0), one.1.min(two.1)));
            if one.1 <= two.1 {
                ones.next()
            } else {
                twos.next()
            };
        }
        Outage::of(spans)
    }

    /// What is left of it with a stock of so many days, which is full again after each span, and with something in its place
    /// from a
    /// day on.
    pub(super) fn with(&self, stock: u32, replaced: u32) -> Outage {
        let left = |(from, until): &(u32, u32)| (from.saturating_add(stock), (*until).min(replaced));
        Outage::of(self.0.iter().map(left).collect())
    }
}
