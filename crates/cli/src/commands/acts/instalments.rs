//! Days and amounts as they are typed, in pairs.

use jiff::civil::Date;
use quorate_partnership::fund::Instalment;

use super::Desk;
use super::amounts::amount;
use super::moments::day;
use crate::failure::Failure;

/// `2027-01-31 100.00`, and so on.
pub(super) fn instalments(desk: &Desk<'_>, typed: &[String]) -> Result<Vec<Instalment>, Failure> {
    let one = |pair: &[String]| match pair {
        [on, sum] => {
            let on: Date = on.parse().map_err(|error| {
                Failure::usage(format!("`{on}` is not a day: {error}"), "write it as 2027-01-31")
            })?;
            Ok(Instalment { day: day(on)?, amount: amount(desk, sum)? })
        }
        _ => Err(Failure::usage("an instalment is a day and an amount", "")),
    };
    typed.chunks(2).map(one).collect()
}
