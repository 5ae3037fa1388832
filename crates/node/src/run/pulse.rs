//! What a worker is at, told by itself as it goes, for those who watch whether it goes on.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use quorate_charter::MemberCode;

use crate::engine::{Disk, DiskError, Row};

/// What a worker is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// It begins: it goes on where its log ends.
    Begins,
    /// It waits for something to happen, a second at most.
    Waits,
    /// It deals with what this member's node said; nobody's, if the record names none that said it.
    Hears(Option<MemberCode>),
    /// It deals with what somebody at its door asked.
    Answers(&'static str),
    /// It does what it does from time to time.
    Wakes,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Doing::Begins => f.write_str("going on where its log ends"),
            Doing::Waits => f.write_str("waiting for something to happen"),
            Doing::Hears(Some(member)) => write!(f, "dealing with what the node of {member} said"),
            Doing::Hears(None) => f.write_str("dealing with what a node said that follows"),
            Doing::Answers(what) => write!(f, "answering {what}"),
            Doing::Wakes => f.write_str("doing what falls to it from time to time"),
        }
    }
}

/// What it waits for from its disk.
#[derive(Clone, Copy, Debug)]
enum Disked {
    Log,
    Block(u64),
    Reads,
}

impl fmt::Display for Disked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Disked::Log => f.write_str("forcing its log to the disk"),
            Disked::Block(height) => write!(f, "forcing block {height} to the disk"),
            Disked::Reads => f.write_str("reading from the disk"),
        }
    }
}

struct At {
    doing: Doing,
    disk: Option<Disked>,
    since: Instant,
    /// Counts up whenever it goes on.
    beats: u64,
    commits: u64,
    longest: Duration,
    /// Once it has ended, and why if it did so by itself.
    ended: Option<Option<String>>,
}

/// The pulse of one worker. A clone of it is the same pulse.
#[derive(Clone)]
pub struct Pulse {
    member: MemberCode,
    at: Arc<Mutex<At>>,
}

/// How a worker is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Life {
    /// It goes on, or is at this for so long.
    At { what: String, long: Duration },
    /// It has ended, and why if it did so by itself.
    Ended(Option<String>),
}

impl Pulse {
    pub(super) fn new(member: MemberCode) -> Pulse {
        let at = At {
            doing: Doing::Begins,
            disk: None,
            since: Instant::now(),
            beats: 0,
            commits: 0,
            longest: Duration::ZERO,
            ended: None,
        };
        Pulse { member, at: Arc::new(Mutex::new(at)) }
    }

    fn at(&self) -> MutexGuard<'_, At> {
        // Whoever held it and broke left nothing half done.
        self.at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn beat(&self, change: impl FnOnce(&mut At)) {
        let mut at = self.at();
        if at.doing != Doing::Waits {
            at.longest = at.longest.max(at.since.elapsed());
        }
        at.since = Instant::now();
        at.beats = at.beats.wrapping_add(1);
        change(&mut at);
    }

    /// It begins something else.
    pub(super) fn does(&self, doing: Doing) {
        self.beat(|at| at.doing = doing);
    }

    /// It has ended, by itself if there is a reason.
    pub(super) fn ends(&self, why: Option<String>) {
        let mut at = self.at();
        at.ended.get_or_insert(why);
    }

    fn at_disk<T>(&self, what: Disked, done: impl FnOnce() -> T) -> T {
        self.beat(|at| at.disk = Some(what));
        let done = done();
        self.beat(|at| {
            at.disk = None;
            if !matches!(what, Disked::Reads) {
                at.commits = at.commits.saturating_add(1);
            }
        });
        done
    }

    /// How it is.
    pub(super) fn life(&self) -> Life {
        let at = self.at();
        let what = match at.disk {
            Some(disk) => format!("{disk}, {}", at.doing),
            None => at.doing.to_string(),
        };
        match &at.ended {
            Some(why) => Life::Ended(why.clone()),
            None => Life::At { what, long: at.since.elapsed() },
        }
    }

    /// How often it wrote to the disk, and the longest that it was at one thing.
    pub(super) fn counts(&self) -> (u64, Duration) {
        let at = self.at();
        (at.commits, at.longest)
    }

    /// Whose worker it is, how often it went on, and whether it has ended.
    pub(super) fn count(&self) -> (MemberCode, u64, bool) {
        let at = self.at();
        (self.member, at.beats, at.ended.is_some())
    }
}

/// A disk that tells the pulse of its worker when it is waited for.
pub(super) struct Watched<D> {
    disk: D,
    pulse: Pulse,
    is_logged: bool,
}

impl<D> Watched<D> {
    pub(super) fn new(disk: D, pulse: Pulse) -> Watched<D> {
        Watched { disk, pulse, is_logged: false }
    }
}

impl<D: Disk> Disk for Watched<D> {
    fn log(&mut self, height: u64, entry: &[u8]) -> Result<(), DiskError> {
        self.is_logged = true;
        self.disk.log(height, entry)
    }

    fn force(&mut self) -> Result<(), DiskError> {
        if !std::mem::take(&mut self.is_logged) {
            return self.disk.force();
        }
        let disk = &mut self.disk;
        self.pulse.at_disk(Disked::Log, || disk.force())
    }

    fn keep(&mut self, height: u64, block: &[u8], seals: &[u8]) -> Result<(), DiskError> {
        self.is_logged = false;
        let disk = &mut self.disk;
        self.pulse.at_disk(Disked::Block(height), || disk.keep(height, block, seals))
    }

    fn kept(&self, from: u64, most: usize) -> Result<Vec<Row>, DiskError> {
        self.pulse.at_disk(Disked::Reads, || self.disk.kept(from, most))
    }

    fn logged(&self, height: u64) -> Result<Vec<Vec<u8>>, DiskError> {
        self.pulse.at_disk(Disked::Reads, || self.disk.logged(height))
    }
}
