//! A node that hangs: what it logs is taken by nobody, so that it waits for ever to say that it has a link.

use std::io::Write as _;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use crate::partners::{Partners, until};

/// A standard error that is full, and the end at which nobody reads.
fn full() -> (Stdio, UnixStream) {
    let (mut to, from) = UnixStream::pair().unwrap();
    to.set_nonblocking(true).unwrap();
    while to.write_all(&[b' '; 512]).is_ok() {}
    while to.write_all(b" ").is_ok() {}
    to.set_nonblocking(false).unwrap();
    (OwnedFd::from(to).into(), from)
}

/// FRA's node hangs as soon as it has a link to that of DEU.
fn hanging(partners: &mut Partners, patience: &str) -> UnixStream {
    let (full, nobody) = full();
    let mut command = partners.command("FRA");
    command.args(["--watchdog", patience]).stderr(full);
    partners.run_by("FRA", command);
    partners.run("DEU");
    until("it hangs", || {
        let (status, why) = partners.asked("FRA", "/healthz").unwrap();
        assert!(status == 200 || why.contains("does not answer within 5 s"), "{why}");
        status == 503 && why.contains("it has been doing what falls to it from time to time")
    });
    nobody
}

#[test]
fn a_node_that_hangs_says_so_and_is_ended_also_when_it_cannot_say_so() {
    let mut partners = Partners::new();
    let _nobody = hanging(&mut partners, "20");
    assert_eq!(partners.process("FRA").ended(), Some(8));
    partners.run("FRA");
    partners.wait_for_up(&["FRA", "DEU"], 2);
}

#[test]
fn told_twice_to_end_a_node_ends_at_once_whatever_it_is_at() {
    let mut partners = Partners::new();
    let _nobody = hanging(&mut partners, "3600");
    partners.process("FRA").signal("TERM");
    sleep(Duration::from_secs(1));
    assert_eq!(partners.process("FRA").0.try_wait().unwrap(), None, "it would finish what it is at");
    partners.process("FRA").signal("TERM");
    assert_eq!(partners.process("FRA").ended(), Some(1));
}
