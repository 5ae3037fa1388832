//! Lines between militaries, as their sides confirm them: what is known of each now, and how much of the last 90 days it was
//! confirmed to work.

mod availability;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use quorate_charter::{MemberCode, Period};
use quorate_partnership::continuity::{LineState, Said};
use quorate_partnership::{Day, Moment};

/// What a member said of a side, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word {
    at: Moment,
    state: LineState,
}

/// An outage of a side, as a member says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Out {
    began: Moment,
    ended: Option<Moment>,
}

/// All that one member said of one side.
#[derive(Clone, Debug, Default)]
struct Words {
    /// In the order in which they were said.
    words: Vec<Word>,
    /// None overlaps another.
    outages: Vec<Out>,
}

/// What is known of a side now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// The worst of what is said of it and not too old; none: it is not known.
    pub(crate) state: Option<LineState>,
    /// When something was last said of it; none: never.
    pub(crate) last: Option<Moment>,
    /// Who said that, if it was another: as reported.
    pub(crate) reported_by: Option<MemberCode>,
    /// Until when what was said last stands.
    pub(crate) stands_until: Option<Moment>,
    /// Since when an outage goes on.
    pub(crate) out_since: Option<Moment>,
}

/// What was said of a line, by its sides.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    sides: Vec<MemberCode>,
    recorded: Moment,
    closed: Option<Moment>,
    said: BTreeMap<Said, Words>,
    last_test: Option<Day>,
}

impl Line {
    pub(crate) fn recorded(sides: Vec<MemberCode>, recorded: Moment) -> Line {
        Line { sides, recorded, closed: None, said: BTreeMap::new(), last_test: None }
    }

    pub(crate) fn sides(&self) -> &[MemberCode] {
        &self.sides
    }

    pub(crate) fn confirmed(&mut self, said: Said, state: LineState, at: Moment) {
        self.said.entry(said).or_default().words.push(Word { at, state });
    }

    /// An outage is a word that the line does not work.
    pub(crate) fn outage(&mut self, said: Said, began: Moment, at: Moment) {
        self.confirmed(said, LineState::Interrupted, at);
        self.said.entry(said).or_default().outages.push(Out { began, ended: None });
    }

    /// And its end a word that it does.
    pub(crate) fn restored(&mut self, said: Said, ended: Moment, at: Moment) {
        self.confirmed(said, LineState::Working, at);
        if let Some(last) = self.said.entry(said).or_default().outages.last_mut() {
            last.ended = Some(ended);
        }
    }

    pub(crate) fn tested(&mut self, on: Day) {
        self.last_test = self.last_test.max(Some(on));
    }

    pub(crate) fn closed(&mut self, at: Moment) {
        self.closed = Some(at);
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed.is_some()
    }

    pub(crate) fn last_test(&self) -> Option<Day> {
        self.last_test
    }

    /// By which day it is to be tested next.
    pub(crate) fn test_due(&self, every: Period) -> Day {
        self.last_test.unwrap_or(self.recorded.day()).begins().plus(every).day()
    }

    /// What is known of a side at this moment, if each word stands so long.
    pub(crate) fn known(&self, side: MemberCode, now: Moment, every: Option<Period>) -> Known {
        let mut known =
            Known { state: None, last: None, reported_by: None, stands_until: None, out_since: None };
        for (said, words) in self.said.iter().filter(|(said, _)| said.of == side) {
            let out = words.outages.last().filter(|out| out.ended.is_none()).map(|out| out.began);
            known.out_since = match (known.out_since, out) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
            let Some(word) = words.words.last() else { continue };
            if known.last.is_none_or(|last| last <= word.at) {
                known.last = Some(word.at);
                known.reported_by = said.is_reported().then_some(said.by);
                known.stands_until = every.map(|every| word.at.plus(every));
            }
            if every.is_some_and(|every| now < word.at.plus(every)) {
                let state = if out.is_some() { LineState::Interrupted } else { word.state };
                known.state = known.state.max(Some(state));
            }
        }
        known
    }

    /// The worst that its sides say, if all of them say something that is not too old.
    pub(crate) fn state(&self, now: Moment, every: Option<Period>) -> Option<LineState> {
        let of = |side: &MemberCode| self.known(*side, now, every).state;
        let states: Option<Vec<LineState>> = self.sides.iter().map(of).collect();
        states?.into_iter().max()
    }

    /// The sides that have said nothing since this moment.
    pub(crate) fn owing_since(&self, since: Moment) -> Vec<MemberCode> {
        let said = |side: &MemberCode| {
            let of = self.said.iter().filter(|(said, _)| said.of == *side);
            of.flat_map(|(_, words)| words.words.last()).any(|word| word.at >= since)
        };
        self.sides.iter().copied().filter(|side| !said(side)).collect()
    }
}

#[cfg(test)]
mod tests;
