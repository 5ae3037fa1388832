//! Moments as they are typed.

use jiff::Timestamp;
use jiff::civil::Date;
use quorate_partnership::{Day, Moment};

use crate::failure::Failure;

/// A moment of agreed time.
pub(super) fn moment(typed: Timestamp) -> Result<Moment, Failure> {
    u64::try_from(typed.as_millisecond())
        .map(Moment)
        .map_err(|_| Failure::usage(format!("`{typed}` is before 1970"), "give a later moment"))
}

/// Days since 1970-01-01.
pub(super) fn day(typed: Date) -> Result<Day, Failure> {
    let since = typed.since(Date::constant(1970, 1, 1)).map(|span| span.get_days()).ok();
    since
        .and_then(|days| u32::try_from(days).ok())
        .map(Day)
        .ok_or_else(|| Failure::usage(format!("`{typed}` is before 1970"), "give the bank's value date"))
}
