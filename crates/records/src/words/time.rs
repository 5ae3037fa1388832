//! Moments and days in words: always UTC.

use alloc::format;
use alloc::string::{String, ToString};

use jiff::Timestamp;
use quorate_partnership::{Day, Moment};

const MILLIS_A_DAY: u64 = 86_400_000;

fn timestamp(moment: Moment) -> Option<Timestamp> {
    Timestamp::from_millisecond(i64::try_from(moment.0).ok()?).ok()
}

/// A moment to the minute: `2026-12-01 09:00 UTC`.
#[must_use]
pub fn minute(moment: Moment) -> String {
    match timestamp(moment) {
        Some(time) => time.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        None => "beyond the calendar".into(),
    }
}

/// A moment exactly, as in RFC 3339: `2026-12-01T09:00:00.001Z`.
#[must_use]
pub fn exact(moment: Moment) -> String {
    match timestamp(moment) {
        Some(time) => time.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        None => format!("{} ms", moment.0),
    }
}

/// A day: `2026-12-01`.
#[must_use]
pub fn day(day: Day) -> String {
    let start = Moment(u64::from(day.0).saturating_mul(MILLIS_A_DAY));
    match timestamp(start) {
        Some(time) => time.strftime("%Y-%m-%d").to_string(),
        None => format!("day {}", day.0),
    }
}
