//! Sees whether workers go on.

use std::time::Duration;

use quorate_charter::MemberCode;

use super::pulse::{Life, Pulse};

/// How often it is looked.
pub const TICK: Duration = Duration::from_secs(1);

/// Sees whether workers go on. It counts its own looks and reads no clock: while the process is stopped as a whole, or the
/// machine sleeps, it does not look either, and nobody is found hung for that.
pub struct Watchdog {
    watched: Vec<Seen>,
    patience: u32,
}

struct Seen {
    pulse: Pulse,
    beats: u64,
    looks: u32,
}

/// A worker that does not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hung {
    /// Whose node.
    pub member: MemberCode,
    /// What it hangs in, in words.
    pub what: String,
}

impl Watchdog {
    /// Watches these; one hangs that was at the same thing at so many looks in a row.
    #[must_use]
    pub fn new(pulses: Vec<Pulse>, patience: u32) -> Watchdog {
        let seen = |pulse: Pulse| Seen { beats: pulse.count().1, pulse, looks: 0 };
        Watchdog { watched: pulses.into_iter().map(seen).collect(), patience }
    }

    /// Looks; who hangs, if any does. Those that have ended do not.
    pub fn look(&mut self) -> Option<Hung> {
        for seen in &mut self.watched {
            let (member, beats, has_ended) = seen.pulse.count();
            if has_ended || beats != seen.beats {
                (seen.beats, seen.looks) = (beats, 0);
                continue;
            }
            seen.looks = seen.looks.saturating_add(1);
            if seen.looks >= self.patience
                && let Life::At { what, .. } = seen.pulse.life()
            {
                return Some(Hung { member, what });
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

    use super::super::pulse::{Doing, Watched};
    use super::*;
    use crate::engine::{Disk, DiskError, Row};

    /// A disk that does what it is told once it may.
    struct Blocked {
        asked: SyncSender<()>,
        may: Receiver<()>,
    }

    impl Blocked {
        fn wait(&self) {
            self.asked.send(()).unwrap();
            self.may.recv().unwrap();
        }
    }

    impl Disk for Blocked {
        fn log(&mut self, _: u64, _: &[u8]) -> Result<(), DiskError> {
            Ok(())
        }

        fn force(&mut self) -> Result<(), DiskError> {
            self.wait();
            Ok(())
        }

        fn keep(&mut self, _: u64, _: &[u8], _: &[u8]) -> Result<(), DiskError> {
            self.wait();
            Ok(())
        }

        fn kept(&self, _: u64, _: usize) -> Result<Vec<Row>, DiskError> {
            Ok(Vec::new())
        }

        fn logged(&self, _: u64) -> Result<Vec<Vec<u8>>, DiskError> {
            Ok(Vec::new())
        }
    }

    fn pulse(member: &str) -> Pulse {
        Pulse::new(member.parse().unwrap())
    }

    #[test]
    fn a_disk_that_blocks_is_found_and_named_and_one_that_is_slow_is_not() {
        let (asked, is_asked) = sync_channel(0);
        let (let_go, may) = sync_channel(0);
        let pulse = pulse("FRA");
        let mut watchdog = Watchdog::new(vec![pulse.clone()], 3);
        let (mut disk, own) = (Watched::new(Blocked { asked, may }, pulse.clone()), pulse.clone());
        let worker = std::thread::spawn(move || {
            own.does(Doing::Answers("a submission"));
            for height in 1..=3 {
                disk.log(height, &[]).unwrap();
                disk.force().unwrap();
                disk.force().unwrap();
                disk.keep(height, &[], &[]).unwrap();
            }
            own.does(Doing::Waits);
        });
        // Each write takes two looks: slow, and not hung.
        for _ in 0..9 {
            is_asked.recv().unwrap();
            assert_eq!((watchdog.look(), watchdog.look()), (None, None));
            let_go.send(()).unwrap();
        }
        worker.join().unwrap();
        assert_eq!(pulse.counts().0, 6, "three logs and three blocks, and not a log of nothing");
    }

    #[test]
    fn what_it_hangs_in_is_said() {
        let (asked, is_asked) = sync_channel(0);
        let (_let_go, may) = sync_channel::<()>(0);
        let pulse = pulse("FRA");
        let mut watchdog = Watchdog::new(vec![pulse.clone()], 3);
        let mut disk = Watched::new(Blocked { asked, may }, pulse.clone());
        std::thread::spawn(move || {
            pulse.does(Doing::Hears(Some("GBR".parse().unwrap())));
            disk.keep(7, &[], &[])
        });
        is_asked.recv().unwrap();
        let looks: Vec<_> = (0..4).map(|_| watchdog.look()).collect();
        let what = "forcing block 7 to the disk, dealing with what the node of GBR said".to_owned();
        let hung = Some(Hung { member: "FRA".parse().unwrap(), what });
        // The first look sees that it went on since the watchdog began.
        assert_eq!(looks, [None, None, None, hung]);
    }

    #[test]
    fn one_of_several_is_found_and_one_that_has_ended_is_not() {
        let (fra, gbr) = (pulse("FRA"), pulse("GBR"));
        let mut watchdog = Watchdog::new(vec![fra.clone(), gbr.clone()], 2);
        fra.ends(Some("the disk is full".into()));
        assert_eq!(watchdog.look(), None);
        assert_eq!(watchdog.look().map(|hung| hung.member.to_string()), Some("GBR".into()));
        gbr.does(Doing::Waits);
        assert_eq!(watchdog.look(), None);
        assert_eq!(fra.life(), Life::Ended(Some("the disk is full".into())));
    }
}
