//! Many runs at the same time, handed on in their order.

use std::io::{self, IsTerminal as _, Write as _};
use std::ops::Range;
use std::time::Instant;

use crate::failure::Failure;

/// So many runs of one thread are held before they are handed on.
const HELD: u64 = 32;
/// How wide the bar is.
const WIDTH: u64 = 20;

/// Runs these numbers on so many threads, and hands each run on in the order of the numbers: what comes of a run depends on
/// its number alone, and no more than a few are held. `run` makes some that follow each other.
pub(super) fn each<T: Send>(
    run: &(dyn Fn(Range<u64>) -> Vec<T> + Sync),
    numbers: Range<u64>,
    threads: usize,
    take: &mut dyn FnMut(T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let threads = u64::try_from(threads).unwrap_or(1).max(1);
    let begun = Instant::now();
    let mut next = numbers.start;
    while next < numbers.end {
        let last = next.saturating_add(HELD.saturating_mul(threads)).min(numbers.end);
        for ran in side_by_side(run, next..last, threads) {
            take(ran)?;
        }
        next = last;
        progress(next.saturating_sub(numbers.start), numbers.end.saturating_sub(numbers.start), begun);
    }
    Ok(())
}

fn side_by_side<T: Send>(
    run: &(dyn Fn(Range<u64>) -> Vec<T> + Sync),
    numbers: Range<u64>,
    threads: u64,
) -> Vec<T> {
    let many = numbers.end.saturating_sub(numbers.start);
    let each = many.div_ceil(threads).max(1);
    let parts: Vec<Range<u64>> = (0..threads)
        .map(|part| numbers.start.saturating_add(part.saturating_mul(each)))
        .map(|start| start..start.saturating_add(each).min(numbers.end))
        .collect();
    std::thread::scope(|scope| {
        let running: Vec<_> = parts.iter().map(|part| scope.spawn(move || run(part.clone()))).collect();
        // A thread that did not end well is run again here, so that what stopped it is seen.
        running
            .into_iter()
            .zip(&parts)
            .flat_map(|(ran, part)| ran.join().unwrap_or_else(|_| run(part.clone())))
            .collect()
    })
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
    fn a_bar_tells_how_far_it_is_and_how_long_it_takes() {
        assert_eq!(bar(0, 10, 0), "[                    ] 0 %, 0 of 10 runs");
        assert_eq!(bar(5, 20, 3), "[=====               ] 25 %, 5 of 20 runs, 9 s left");
    }
}
