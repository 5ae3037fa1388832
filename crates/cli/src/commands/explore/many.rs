//! Many runs at the same time, handed on in their order.

use std::io::{self, IsTerminal as _, Write as _};
use std::ops::Range;
use std::time::Instant;

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::failure::Failure;

/// So many runs of one thread are held before they are handed on.
const HELD: u64 = 32;
/// So many runs that follow each other are made at a time.
const PART: u64 = 4;
/// How wide the bar is.
const WIDTH: u64 = 20;

/// Runs these numbers on so many threads, and hands each run on in the order of the numbers: what comes of a run depends on
/// its number alone, and no more than a few are held. `run` makes some that follow each other.
///
/// # Errors
/// [`Failure`]: so many threads cannot be begun, or what `take` says.
pub(super) fn each<T: Send>(
    run: &(dyn Fn(Range<u64>) -> Vec<T> + Sync),
    numbers: Range<u64>,
    threads: usize,
    take: &mut dyn FnMut(T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().map_err(|error| {
        Failure::usage(format!("{threads} threads cannot be begun: {error}"), "ask for fewer by --threads")
    })?;
    let held = HELD.saturating_mul(u64::try_from(threads).unwrap_or(1).max(1));
    let begun = Instant::now();
    let mut next = numbers.start;
    while next < numbers.end {
        let last = next.saturating_add(held).min(numbers.end);
        let parts: Vec<Range<u64>> = parts(next..last).collect();
        let ran: Vec<T> = pool.install(|| parts.into_par_iter().flat_map_iter(run).collect());
        ran.into_iter().try_for_each(&mut *take)?;
        next = last;
        progress(next.saturating_sub(numbers.start), numbers.end.saturating_sub(numbers.start), begun);
    }
    Ok(())
}

/// The numbers in parts that follow each other: whichever thread is free takes the next.
fn parts(numbers: Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let end = numbers.end;
    let from = std::iter::successors(Some(numbers.start), |start| start.checked_add(PART));
    from.take_while(move |start| *start < end).map(move |start| start..start.saturating_add(PART).min(end))
}

/// How far it is, in place, where somebody looks.
fn progress(done: u64, all: u64, begun: Instant) {
    let mut error = io::stderr();
    if !error.is_terminal() {
        return;
    }
    let line = if done == all { String::new() } else { bar(done, all, begun.elapsed().as_secs()) };
    // Whoever cannot be shown how far it is still has what comes out.
    write!(error, "\r{line}\x1b[K").and_then(|()| error.flush()).ok();
}

/// How far it is, and how many seconds are left at the same pace.
fn bar(done: u64, all: u64, seconds: u64) -> String {
    let of = |whole: u64| {
        let part = u128::from(done).saturating_mul(u128::from(whole)).checked_div(u128::from(all));
        part.and_then(|part| u64::try_from(part).ok()).unwrap_or_default()
    };
    let filled = usize::try_from(of(WIDTH)).unwrap_or_default();
    let width = usize::try_from(WIDTH).unwrap_or_default();
    let left = u128::from(seconds)
        .saturating_mul(u128::from(all.saturating_sub(done)))
        .checked_div(u128::from(done));
    let left = left.filter(|_| seconds > 0).map(|left| format!(", {left} s left")).unwrap_or_default();
    format!("[{:<width$}] {} %, {done} of {all} runs{left}", "=".repeat(filled), of(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_all_of_the_numbers_each_once() {
        for (numbers, many) in [(0..0, 0), (7..8, 1), (0..4, 1), (3..12, 3), (u64::MAX - 5..u64::MAX, 2)] {
            let parts: Vec<Range<u64>> = parts(numbers.clone()).collect();
            assert_eq!(parts.len(), many, "{numbers:?}");
            assert!(parts.into_iter().flatten().eq(numbers));
        }
    }

    #[test]
    fn a_bar_tells_how_far_it_is_and_how_long_it_takes() {
        assert_eq!(bar(0, 10, 0), "[                    ] 0 %, 0 of 10 runs");
        assert_eq!(bar(5, 20, 3), "[=====               ] 25 %, 5 of 20 runs, 9 s left");
    }
}
