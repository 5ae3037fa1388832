//! Moments as texts: RFC 3339, in UTC, to the millisecond.

use jiff::Timestamp;
use quorate_partnership::Moment;

/// The moment as `xs:dateTime` and JSON have it: `2027-03-01T09:00:00Z`. Past the year 9999 there is none to write, and the last
/// is written.
#[must_use]
pub fn date_time(moment: Moment) -> String {
    let millis = i64::try_from(moment.0).unwrap_or(i64::MAX);
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX).to_string()
}

/// The moment that a text names, of any offset; none before 1970, and what is finer than a millisecond is cut off.
#[must_use]
pub fn read_date_time(text: &str) -> Option<Moment> {
    let at: Timestamp = text.parse().ok()?;
    Some(Moment(u64::try_from(at.as_millisecond()).ok()?))
}
