//! The watchdog of a process that runs nodes.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use quorate_node::run::{Pulse, TICK, Watchdog};
use tracing::error;

use super::manager::Manager;
use crate::failure::HUNG;

/// How long last words may take. What hangs may be the log.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Watches these, and ends the process when one of them hangs; as long as none does, whoever manages the process hears so.
pub(super) fn watch(pulses: Vec<Pulse>, patience: u32, manager: Manager) {
    let mut watchdog = Watchdog::new(pulses, patience);
    thread::spawn(move || {
        loop {
            thread::sleep(TICK);
            if let Some(hung) = watchdog.look() {
                end_now(HUNG, move || {
                    error!(member = %hung.member, hangs_in = hung.what, seconds = patience, "the node hangs, and is ended");
                });
            }
            manager.goes_on();
        }
    });
}

/// Says something if that can be said, and ends the process without finishing anything. What nodes have said and
/// acknowledged is on their disks.
pub(super) fn end_now(code: u8, say: impl FnOnce() + Send + 'static) -> ! {
    let (done, said) = channel();
    thread::spawn(move || {
        say();
        done.send(()).unwrap_or_default();
    });
    // If it could not be said in time, it ends all the same.
    let _ = said.recv_timeout(LAST_WORDS);
    std::process::exit(code.into())
}
