//! Whether there are so few groups that a reader can try them all.

use super::question::Question;

/// The most groups that a proof asks its reader to try.
const MOST: u64 = 4_096;

/// The number of groups to try, if it is at most [`MOST`]: of exactly that size where a size is asked for, and
/// otherwise every way for all seats to choose.
pub(crate) fn few(question: &Question, size: Option<usize>) -> Option<u64> {
    let seats = question.seats.len();
    let number = match size {
        Some(size) => choose(seats, size.min(seats)),
        None => power(question.choices, seats),
    };
    number.filter(|number| *number <= MOST)
}

/// The number of ways to choose so many of so many; `None` where it is far too large.
pub(crate) fn choose(of: usize, some: usize) -> Option<u64> {
    let some = some.min(of.saturating_sub(some));
    let mut ways = 1_u64;
    for step in 1..=some {
        let top = u64::try_from(of.saturating_sub(some).saturating_add(step)).ok()?;
        ways = ways.checked_mul(top)?.checked_div(u64::try_from(step).ok()?)?;
    }
    Some(ways)
}

fn power(choices: usize, seats: usize) -> Option<u64> {
    u64::try_from(choices).ok()?.checked_pow(u32::try_from(seats).ok()?)
}
