//! The thread that runs studies: one for all of them, which rests three times as long as it works, and ends when nothing waits.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::{Duration, Instant};

use super::Studies;
use super::study::{State, Study};

/// For each moment of work, so many of rest: whatever is asked for, a node's processors are free for three quarters of one.
const REST: u32 = 3;
/// How long a study may run: what came until then stays.
const MOST: Duration = Duration::from_secs(5 * 60);

/// Begins to work on what waits.
pub(super) fn begin(studies: &Studies) -> io::Result<()> {
    let studies = studies.clone();
    thread::Builder::new().name("studies".into()).spawn(move || {
        while let Some(study) = studies.next() {
            // A defect in one study stops that one.
            if catch_unwind(AssertUnwindSafe(|| run(&study))).is_err() {
                study.is(State::Broken);
            }
        }
    })?;
    Ok(())
}

fn run(study: &Study) {
    study.is(State::Runs);
    let begun = Instant::now();
    for number in 0..study.asked.runs {
        if study.is_stopped() {
            return study.is(State::Stopped);
        }
        if begun.elapsed() > MOST {
            return study.is(State::Late);
        }
        let at = Instant::now();
        study.add(&study.model.run(study.asked.seed, number));
        thread::sleep(at.elapsed().saturating_mul(REST));
    }
    study.is(State::Whole);
}
