//! The same command from many sides at once is ordered once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "a test")]

mod founding;

use std::slice::from_ref;
use std::sync::{Barrier, Mutex};
use std::thread;

use founding::{indication, representative};

const COPIES: usize = 64;

/// I-10: of sixty-four submissions of one command, at the same time or in one batch, one is ordered, and all are
/// answered alike. A node orders in one thread: what comes at once waits its turn, here at a lock.
#[test]
fn i_10_of_sixty_four_duplicates_at_once_one_is_ordered() {
    let scratch = tempfile::tempdir().unwrap();
    let mut node = founding::begin(&scratch.path().join("partnership"));
    let height = node.records().height();
    let (apart, together) =
        (indication(&node, representative("FRA"), 1), indication(&node, representative("FRA"), 2));
    let barrier = Barrier::new(COPIES);
    let shared = Mutex::new(&mut node);
    let answers: Vec<_> = thread::scope(|scope| {
        let submitting = || {
            barrier.wait();
            shared.lock().unwrap().submit(from_ref(&apart)).unwrap().answers.remove(0).unwrap()
        };
        let threads: Vec<_> = (0..COPIES).map(|_| scope.spawn(submitting)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert_eq!((answers[0].height, answers[0].position), (height + 1, 0));
    assert_eq!(node.records().height(), height + 1);
    let answers = node.submit(&vec![together.clone(); COPIES]).unwrap().answers;
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert_eq!(node.records().height(), height + 2);
    // One that differs is another, and is ordered too.
    let other = indication(&node, representative("FRA"), 3);
    let answers = node.submit(&[together, other]).unwrap().answers;
    assert_eq!(answers[0].as_ref().unwrap().height, height + 2);
    assert_eq!(answers[1].as_ref().unwrap().height, height + 3);
}
