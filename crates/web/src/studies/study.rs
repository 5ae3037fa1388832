//! A study: what was asked for, and what came of it so far.

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use quorate_foresight::trajectory::{self, FIGURES, Ran, Spread, Totals, tables};
use tokio::sync::watch;

use super::Reader;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The text of the scenario.
    pub(crate) scenario: String,
    pub(crate) under: Under,
    pub(crate) runs: u64,
    pub(crate) seed: u64,
}

/// Under which charter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Under {
    /// That of the exercise, by qualified majority.
    Exercise,
    /// The same by consensus.
    Consensus,
    /// That of this partnership, as it is in force.
    Own,
}

/// How far a study is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Others are before it.
    Waits,
    /// Run after run.
    Runs,
    /// All runs are there.
    Whole,
    /// Its reader stopped it.
    Stopped,
    /// Its time was over.
    Late,
    /// A run could not be carried out: a defect.
    Broken,
}

impl State {
    /// Whether more is to come.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, State::Waits | State::Runs)
    }
}

/// What came of it.
pub(crate) struct Come {
    pub(crate) state: State,
    /// How many runs there are.
    pub(crate) runs: u64,
    /// How they spread, quarter by quarter.
    pub(crate) spread: Spread,
    /// What whole runs came to.
    pub(crate) totals: Totals,
    /// Of each run, what it is compared by.
    pub(crate) figures: Vec<[Option<u64>; FIGURES.len()]>,
    /// The table of runs.
    pub(crate) table: String,
}

/// A study of a reader.
pub(crate) struct Study {
    pub(crate) id: String,
    pub(super) reader: Reader,
    pub(super) address: Option<IpAddr>,
    pub(crate) asked: Asked,
    /// The text of its charter.
    pub(crate) charter: Arc<str>,
    pub(crate) model: trajectory::Study,
    come: Mutex<Come>,
    /// How many runs there are, and whether more are to come.
    tells: watch::Sender<(u64, bool)>,
    is_stopped: AtomicBool,
}

impl Study {
    pub(super) fn new(
        id: String,
        (reader, address): (Reader, Option<IpAddr>),
        (asked, charter): (Asked, Arc<str>),
        model: trajectory::Study,
    ) -> Study {
        let table = tables::heading(&model);
        let (spread, totals) = (Spread::default(), Totals::default());
        let come = Come { state: State::Waits, runs: 0, spread, totals, figures: Vec::new(), table };
        let tells = watch::Sender::new((0, true));
        let is_stopped = AtomicBool::new(false);
        Study { id, reader, address, asked, charter, model, come: Mutex::new(come), tells, is_stopped }
    }

    /// What came so far.
    pub(crate) fn come(&self) -> MutexGuard<'_, Come> {
        self.come.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn state(&self) -> State {
        self.come().state
    }

    /// How many runs there are and whether more are to come, now and as it changes.
    pub(crate) fn watch(&self) -> watch::Receiver<(u64, bool)> {
        self.tells.subscribe()
    }

    /// Lets it come to its end before its last run. One that waits is at its end at once.
    pub(crate) fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
        if self.state() == State::Waits {
            self.is(State::Stopped);
        }
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// From now on it is so. What is at its end stays there.
    pub(super) fn is(&self, state: State) {
        let mut come = self.come();
        if come.state.is_open() {
            come.state = state;
        }
        self.tells.send_replace((come.runs, come.state.is_open()));
    }

    /// A run came.
    pub(super) fn add(&self, ran: &Ran) {
        let line = tables::run(&self.model, ran);
        let mut come = self.come();
        come.runs = come.runs.saturating_add(1);
        come.spread.add(ran);
        come.totals.add(&self.model, ran);
        come.figures.push(FIGURES.map(|figure| figure.of(ran)));
        come.table.push_str(&line);
        self.tells.send_replace((come.runs, come.state.is_open()));
    }

    /// Whether each run of this and the same run of the other meet the same chance, and all are there.
    pub(crate) fn is_beside(&self, other: &Study) -> bool {
        let same = |one: &Study| (one.asked.scenario.clone(), one.asked.runs, one.asked.seed, one.members());
        self.state() == State::Whole && other.state() == State::Whole && same(self) == same(other)
    }

    /// The codes of its charter's members.
    fn members(&self) -> Vec<String> {
        self.model.charter().members().map(|(member, _)| member.to_string()).collect()
    }
}
