//! The days of a run on which anything may happen.

use alloc::vec::Vec;

use super::run::Run;
use super::shock::Calls;
use super::{HORIZONS, LAST_DAY};
use crate::rehearsal::DAY;

impl Run<'_> {
    /// The next day on which anything may happen.
    pub(super) fn next_day(&self) -> Option<u32> {
        let mut days: Vec<u32> = self.renews();
        days.extend(HORIZONS);
        days.extend(self.pays.keys());
        days.extend(self.shock.fall.map(|(day, _)| day));
        days.extend(self.deadline());
        for help in &self.helps {
            days.extend(help.days(self.world.plan.assumed.bank_days));
        }
        if self.calls == Calls::AsNeeded {
            // What is missing is looked at anew as soon as something comes so near that it counts, and when it falls due.
            let near = |day: u32| day.saturating_sub(self.world.plan.assumed.call_ahead);
            let ahead = self.world.ahead.iter().map(|(day, _, _)| *day);
            days.extend(ahead.flat_map(|day| [near(day), day]));
            days.extend(self.helps.iter().map(|help| near(help.first_by())));
        }
        days.into_iter().filter(|day| *day > self.day && *day <= LAST_DAY).min()
    }

    /// The days on which credentials are given: on record at once, and again in time.
    pub(super) fn renews(&self) -> Vec<u32> {
        let half = self.world.term_days().checked_div(2).unwrap_or_default();
        let half = u32::try_from(half).unwrap_or(LAST_DAY).max(1);
        let first = if self.world.is_on_record() { 0 } else { half };
        let step = usize::try_from(half).unwrap_or(1);
        (first..=LAST_DAY).step_by(step).collect()
    }

    /// The first day whose block is not before the next deadline of the partnership.
    fn deadline(&self) -> Option<u32> {
        let left = self.rehearsal.partnership().next_deadline()?.since(self.rehearsal.now());
        let days = left.saturating_add(DAY.saturating_sub(1)).checked_div(DAY).unwrap_or_default().max(1);
        Some(self.day.saturating_add(u32::try_from(days).unwrap_or(LAST_DAY)))
    }
}
