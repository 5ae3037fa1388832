//! Lines between militaries, as their sides confirm them: what is known of each now, and how much of the last 90 days it was
//! confirmed to work.

mod availability;
mod sides;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use quorate_charter::{MemberCode, Period};
use quorate_partnership::continuity::{LineState, Said, TestResult};
use quorate_partnership::{Day, Moment};

pub(crate) use sides::{Audiences, Bound, of as audience_of};

/// What a member said of a side, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word {
    at: Moment,
    state: LineState,
    /// Who said it, or of whom it was reported, has become or is no longer a member: it stands no longer.
    until: Option<Moment>,
}

impl Word {
    /// When it grows too old, or stands no longer for another reason.
    fn ends(self, every: Period) -> Moment {
        let old = self.at.plus(every);
        self.until.map_or(old, |until| until.min(old))
    }
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
    /// When that was said; where nothing stands, when something was last said of it; none: never.
    pub(crate) last: Option<Moment>,
    /// Who said that, if it was another: as reported.
    pub(crate) reported_by: Option<MemberCode>,
    /// Until when it stands.
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
    /// Of the newest day.
    last_test: Option<(Day, TestResult)>,
    last_passed: Option<Day>,
    /// By whom it is reported, and which side, that a side which is no member has ended the line for itself.
    ended: BTreeSet<Said>,
}

impl Line {
    pub(crate) fn recorded(sides: Vec<MemberCode>, recorded: Moment) -> Line {
        Line {
            sides,
            recorded,
            closed: None,
            said: BTreeMap::new(),
            last_test: None,
            last_passed: None,
            ended: BTreeSet::new(),
        }
    }

    pub(crate) fn sides(&self) -> &[MemberCode] {
        &self.sides
    }

    pub(crate) fn confirmed(&mut self, said: Said, state: LineState, at: Moment) {
        self.ended.remove(&said);
        let words = self.said.entry(said).or_default();
        words.forget(at);
        words.words.push(Word { at, state, until: None });
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

    /// A report that a side which is no member has ended the line for itself: to that side it is interrupted.
    pub(crate) fn end_reported(&mut self, said: Said, at: Moment) {
        self.confirmed(said, LineState::Interrupted, at);
        self.ended.insert(said);
    }

    /// The sides that are reported to have ended the line for themselves, and by whom.
    pub(crate) fn ended(&self) -> impl Iterator<Item = Said> + '_ {
        self.ended.iter().copied()
    }

    /// Only a member says something, of itself or of a State that is none. What stood otherwise is over at this moment.
    pub(crate) fn are_bound(&mut self, bound: &Bound, at: Moment) {
        let stands = |said: &Said| bound.has(said.by) && (!said.is_reported() || !bound.has(said.of));
        for (_, words) in self.said.iter_mut().filter(|(said, _)| !stands(said)) {
            if let Some(last) = words.words.last_mut() {
                last.until = last.until.or(Some(at));
            }
            if let Some(last) = words.outages.last_mut() {
                last.ended = last.ended.or(Some(at));
            }
        }
        self.ended.retain(|said| stands(said));
    }

    /// A test that failed is no test that need not be repeated.
    pub(crate) fn tested(&mut self, on: Day, result: TestResult) {
        if self.last_test.is_none_or(|(last, _)| last <= on) {
            self.last_test = Some((on, result));
        }
        if result == TestResult::Passed {
            self.last_passed = self.last_passed.max(Some(on));
        }
    }

    pub(crate) fn closed(&mut self, at: Moment) {
        self.closed = Some(at);
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed.is_some()
    }

    pub(crate) fn last_test(&self) -> Option<(Day, TestResult)> {
        self.last_test
    }

    /// By which day it is to be tested next: so long after the last test that it passed, or after it was recorded.
    pub(crate) fn test_due(&self, every: Period) -> Day {
        self.last_passed.unwrap_or(self.recorded.day()).begins().plus(every).day()
    }

    /// What is known of a side at this moment, if each word stands so long: the worst of what stands, the newest of those that
    /// are equally bad; where nothing stands, that nothing does since the last word.
    pub(crate) fn known(&self, side: MemberCode, now: Moment, every: Period) -> Known {
        let mut known =
            Known { state: None, last: None, reported_by: None, stands_until: None, out_since: None };
        for (said, words) in self.said.iter().filter(|(said, _)| said.of == side) {
            let out = words.outages.last().filter(|out| out.ended.is_none()).map(|out| out.began);
            known.out_since = match (known.out_since, out) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
            let Some(word) = words.words.last() else { continue };
            let said_now = if out.is_some() { LineState::Interrupted } else { word.state };
            let state = Some(said_now).filter(|_| now < word.ends(every));
            if (known.state, known.last) <= (state, Some(word.at)) {
                known.state = state;
                known.last = Some(word.at);
                known.reported_by = said.is_reported().then_some(said.by);
                known.stands_until = Some(word.ends(every));
            }
        }
        known
    }

    /// The worst that its sides say, if all of them say something that is not too old.
    pub(crate) fn state(&self, now: Moment, every: Period) -> Option<LineState> {
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

impl Words {
    /// What ended before the share of 90 days begins is counted no more.
    fn forget(&mut self, now: Moment) {
        let begins = Moment(now.0.saturating_sub(availability::MILLIS_90_DAYS));
        let over = self.words.iter().skip(1).take_while(|next| next.at <= begins).count();
        self.words.drain(..over);
        self.outages.retain(|out| out.ended.is_none_or(|ended| ended > begins));
    }
}

#[cfg(test)]
mod tests;
