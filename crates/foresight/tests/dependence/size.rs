//! Long and wide texts: nothing overflows, and nothing takes longer than it can be waited for.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use quorate_foresight::dependence::{By, Dependencies, MAX_THINGS};

/// A thread has at least this, whatever the machine.
const STACK: usize = 2 * 1024 * 1024;

/// Far above what each of these takes, and far below what it took.
const WAIT: Duration = Duration::from_secs(20);

/// A capability of AAA that rests on a chain of so many things, the last in the hands of XXX; or on a ring of them.
fn chain(things: usize, is_ring: bool) -> Dependencies {
    let mut text = String::from("title = \"chain\"\n");
    for at in 0..things {
        writeln!(text, "[things.t{at:05}]\nwhat = \"w\"\nsource = \"s\"").unwrap();
        match at + 1 == things {
            false => writeln!(text, "needs = [\"t{:05}\"]", at + 1).unwrap(),
            true if is_ring => writeln!(text, "needs = [\"t00000\"]\nin-hands-of = \"XXX\"").unwrap(),
            true => writeln!(text, "in-hands-of = \"XXX\"").unwrap(),
        }
        if at == 0 {
            writeln!(text, "member = \"AAA\"").unwrap();
        }
    }
    Dependencies::read(&text).unwrap()
}

#[test]
fn a_chain_of_as_many_things_as_there_may_be_is_followed_to_its_end() {
    let whole = || {
        for is_ring in [false, true] {
            let read = chain(MAX_THINGS, is_ring);
            assert_eq!(read.cuts(By::State).len(), 1);
            assert_eq!(read.relied_on().len(), 1);
        }
    };
    let started = Instant::now();
    std::thread::Builder::new().stack_size(STACK).spawn(whole).unwrap().join().unwrap();
    assert!(started.elapsed() < WAIT, "{:?}", started.elapsed());
}
