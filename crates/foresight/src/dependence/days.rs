//! The least and the most that a number of days can be.

use quorate_partnership::capabilities::Days;

/// A moment so far away that nothing comes after it.
pub(super) const FOREVER: u32 = u32::MAX;

/// The fewest that it can be.
pub(super) fn fewest(days: Days) -> u32 {
    match days {
        Days::Known(days) => days,
        Days::Endless => FOREVER,
        Days::NotPublic => 0,
    }
}

/// The most that it can be.
pub(super) fn most(days: Days) -> u32 {
    match days {
        Days::Known(days) => days,
        Days::Endless | Days::NotPublic => FOREVER,
    }
}
