//! What a worker counts of its own work.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use quorate_partnership::Stepped;

use super::pulse::Pulse;
use super::status::Measures;
use crate::store::Store;

/// The counts since the process began.
#[derive(Default)]
pub(super) struct Tally {
    blocks: u64,
    ordered: u64,
    refused: u64,
    lost_rounds: u64,
    last: Option<Instant>,
}

impl Tally {
    /// A block became final in a round, from 0.
    pub(super) fn is_final(&mut self, stepped: &Stepped, round: u32) {
        let refused = stepped.outcomes.iter().filter(|outcome| outcome.refusal.is_some()).count();
        let add = |count: &mut u64, many: usize| {
            *count = count.saturating_add(u64::try_from(many).unwrap_or(u64::MAX));
        };
        add(&mut self.blocks, 1);
        add(&mut self.ordered, stepped.outcomes.len());
        add(&mut self.refused, refused);
        self.lost_rounds = self.lost_rounds.saturating_add(round.into());
        self.last = Some(Instant::now());
    }

    /// The counts, with what the worker's pulse and the system tell.
    pub(super) fn measures(&self, pulse: &Pulse, directory: &Path) -> Measures {
        let (forced, longest) = pulse.counts();
        Measures {
            blocks: self.blocks,
            ordered: self.ordered,
            refused: self.refused,
            lost_rounds: self.lost_rounds,
            quiet: self.last.map(|last| last.elapsed().as_secs()),
            forced,
            longest: millis(longest),
            stored: Store::bytes(directory),
            resident: resident(),
        }
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// The bytes of this process in memory, where the system tells.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    kilobytes.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    #[test]
    #[cfg(target_os = "linux")]
    fn a_process_takes_some_memory() {
        let resident = super::resident().unwrap();
        assert!((100_000..100_000_000_000).contains(&resident), "{resident}");
    }
}
