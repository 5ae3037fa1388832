//! Moments as they are typed.

use jiff::Timestamp;
use quorate_partnership::Moment;

use crate::failure::Failure;

/// A moment of agreed time.
pub(super) fn moment(typed: Timestamp) -> Result<Moment, Failure> {
    u64::try_from(typed.as_millisecond())
        .map(Moment)
        .map_err(|_| Failure::usage(format!("`{typed}` is before 1970"), "give a later moment"))
}
