//! Many runs at the same time, handed on in their order.

use std::io::{self, IsTerminal as _, Write as _};
use std::ops::Range;

use quorate_foresight::trajectory::{Ran, Study};

use crate::failure::Failure;

/// So many runs of one thread are held before they are handed on.
const HELD: u64 = 32;

/// Runs these numbers on so many threads, and hands each run on in the order of the numbers: what comes of a run depends on
/// its number alone, and no more than a few are held.
pub(super) fn each(
    study: &Study,
    (seed, numbers): (u64, Range<u64>),
    threads: usize,
    take: &mut dyn FnMut(&Ran) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let threads = u64::try_from(threads).unwrap_or(1).max(1);
    let mut next = numbers.start;
    while next < numbers.end {
        let last = next.saturating_add(HELD.saturating_mul(threads)).min(numbers.end);
        for ran in side_by_side(study, seed, next..last, threads) {
            take(&ran)?;
        }
        next = last;
        progress(next.saturating_sub(numbers.start), numbers.end.saturating_sub(numbers.start));
    }
    Ok(())
}

fn side_by_side(study: &Study, seed: u64, numbers: Range<u64>, threads: u64) -> Vec<Ran> {
    let many = numbers.end.saturating_sub(numbers.start);
    let each = many.div_ceil(threads).max(1);
    let parts: Vec<Range<u64>> = (0..threads)
        .map(|part| numbers.start.saturating_add(part.saturating_mul(each)))
        .map(|start| start..start.saturating_add(each).min(numbers.end))
        .collect();
    let all =
        |part: &Range<u64>| -> Vec<Ran> { part.clone().map(|number| study.run(seed, number)).collect() };
    std::thread::scope(|scope| {
        let running: Vec<_> = parts.iter().map(|part| scope.spawn(move || all(part))).collect();
        // A thread that did not end well is run again here, so that what stopped it is seen.
        running
            .into_iter()
            .zip(&parts)
            .flat_map(|(run, part)| run.join().unwrap_or_else(|_| all(part)))
            .collect()
    })
}

/// How far it is, in place, where somebody looks.
fn progress(done: u64, all: u64) {
    let mut error = io::stderr();
    if !error.is_terminal() {
        return;
    }
    let end = if done == all { "\r\x1b[K" } else { "" };
    // Whoever cannot be shown how far it is still has what comes out.
    write!(error, "\r{done} of {all} runs{end}").and_then(|()| error.flush()).ok();
}
