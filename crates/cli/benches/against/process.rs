//! Processes that are measured, and end with the benchmark.

use std::fs;
use std::process::{Child, Command, Stdio};

/// A process.
pub(crate) struct Process(Child);

/// Clock ticks a second, of every Linux.
const TICKS: f64 = 100.0;

impl Process {
    pub(crate) fn start(command: &mut Command) -> Process {
        let command = command.stdin(Stdio::piped()).stdout(Stdio::null());
        Process(command.spawn().unwrap())
    }

    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().unwrap_or_default();
        self.0.wait().unwrap();
    }
}

/// Seconds of a core that a process has used.
pub(crate) fn used(process: u32) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks = |at: usize| fields[at].parse::<f64>().unwrap();
    // User and system time: the 14th and 15th of the line, of which two stand before the bracket.
    (ticks(11) + ticks(12)) / TICKS
}

/// Memory that a process holds, in KiB.
pub(crate) fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}
