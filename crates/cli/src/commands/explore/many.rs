//! Many runs at the same time, handed on in their order.

use std::ops::Range;

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::failure::Failure;
use crate::present::Progress;

/// So many runs of one thread are held before they are handed on.
const HELD: u64 = 32;
/// So many runs that follow each other are made at a time.
const PART: u64 = 4;

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
    let mut progress = Progress::begin(numbers.end.saturating_sub(numbers.start), "runs");
    let mut next = numbers.start;
    while next < numbers.end {
        let last = next.saturating_add(held).min(numbers.end);
        let parts: Vec<Range<u64>> = parts(next..last).collect();
        let ran: Vec<T> = pool.install(|| parts.into_par_iter().flat_map_iter(run).collect());
        ran.into_iter().try_for_each(&mut *take)?;
        progress.did(last.saturating_sub(next));
        next = last;
    }
    Ok(())
}

/// The numbers in parts that follow each other: whichever thread is free takes the next.
fn parts(numbers: Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let end = numbers.end;
    let from = std::iter::successors(Some(numbers.start), |start| start.checked_add(PART));
    from.take_while(move |start| *start < end).map(move |start| start..start.saturating_add(PART).min(end))
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
}
