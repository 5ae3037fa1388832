//! What is to be done on which day of a run.

use alloc::collections::{BTreeMap, VecDeque};

use quorate_charter::MemberCode;
use quorate_partnership::decisions::Choice;
use quorate_partnership::{DecisionNo, Moment};

use super::run::Run;
use crate::rehearsal::{DAY, HOUR};

/// Something to be done.
#[derive(Clone, Copy, Debug)]
pub(super) enum Todo {
    /// A member asks for help.
    Ask(MemberCode),
    /// A member votes.
    Vote(DecisionNo, MemberCode, Choice),
    /// A vote may be closed.
    Look(DecisionNo),
    /// A member pays what it owes.
    Pay(MemberCode),
    /// The bank carries out the payment of this help, by its place.
    Bank(usize),
}

/// The days of a run, from 0, each at nine o'clock.
pub(super) struct Clock {
    begins: Moment,
    day: u64,
    todo: BTreeMap<u64, VecDeque<Todo>>,
    /// The day on which a member's credentials end; of whoever is not named, those that it has from the beginning.
    credentials: BTreeMap<MemberCode, u64>,
    first: u64,
}

impl Clock {
    pub(super) fn begin(begins: Moment, term: u64) -> Clock {
        Clock { begins, day: 0, todo: BTreeMap::new(), credentials: BTreeMap::new(), first: term }
    }

    pub(super) fn day(&self) -> u64 {
        self.day
    }

    /// Something is to be done so many days from now.
    pub(super) fn later(&mut self, days: u64, todo: Todo) {
        self.todo.entry(self.day.saturating_add(days)).or_default().push_back(todo);
    }

    /// Something is to be done on the first day whose nine o'clock is not before this moment, at least so many days from now.
    pub(super) fn at(&mut self, moment: Moment, least: u64, todo: Todo) {
        // Each command takes a millisecond, so that nine o'clock is a little later every day: never by an hour.
        let left = moment.since(self.begins).saturating_add(DAY).saturating_sub(HOUR);
        let days = left.checked_div(DAY).unwrap_or_default().saturating_sub(self.day);
        self.later(days.max(least), todo);
    }

    pub(super) fn credentials(&self, member: MemberCode) -> u64 {
        self.credentials.get(&member).copied().unwrap_or(self.first)
    }

    pub(super) fn accredited(&mut self, member: MemberCode, term: u64) {
        self.credentials.insert(member, self.day.saturating_add(term));
    }

    /// The next thing that is to be done before a day, and how many days it is until then.
    fn next(&mut self, before: u64) -> Option<(u64, Todo)> {
        let mut first = self.todo.first_entry().filter(|entry| *entry.key() < before)?;
        let day = *first.key();
        let todo = first.get_mut().pop_front();
        if first.get().is_empty() {
            first.remove();
        }
        let wait = day.saturating_sub(self.day);
        self.day = day.max(self.day);
        todo.map(|todo| (wait, todo))
    }

    fn until(&mut self, day: u64) -> u64 {
        let wait = day.saturating_sub(self.day);
        self.day = day.max(self.day);
        wait
    }
}

impl Run<'_> {
    /// Does all that is to be done before a day, and lets it come.
    pub(super) fn pass_until(&mut self, day: u64) {
        while let Some((wait, todo)) = self.clock.next(day) {
            self.wait(wait);
            match todo {
                Todo::Ask(member) => self.asks(member),
                Todo::Vote(decision, member, choice) => self.votes(decision, member, choice),
                Todo::Look(decision) => self.looks(decision),
                Todo::Pay(member) => self.pays(member),
                Todo::Bank(place) => self.banks(place),
            }
        }
        let wait = self.clock.until(day);
        self.wait(wait);
    }

    fn wait(&mut self, days: u64) {
        for event in self.rehearsal.wait(days.saturating_mul(24)) {
            self.hear(&event);
        }
    }
}
