//! What happens in the fund comes to be true.

use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::Entry;

use super::lines::Stage;
use super::{About, Agreement, DueOf, Event, Fund, Indication, Line};
use crate::agenda::{Agenda, Task};
use crate::event::By;
use crate::ids::{EntryNo, LineNo};
use crate::moment::{Day, Moment};

impl Fund {
    pub(crate) fn apply(
        &mut self,
        charter: &Charter,
        agenda: &mut Agenda,
        at: Moment,
        event: &Event,
        by: Option<&By>,
    ) {
        match event {
            Event::Indicated { of, by, .. } => {
                self.indications.insert(*of, Indication { own: of == by, entry: None });
            }
            Event::AgreementSigned { member, callable, instalments, .. } => {
                self.bound_no_more(*member);
                self.agreements.insert(*member, Agreement { callable: *callable, signed: at, ended: false });
                self.instalments(agenda, *member, instalments.iter().flatten(), DueOf::Agreement);
            }
            Event::Called { .. } => self.called(agenda, event),
            Event::LineEntered { line, until } => {
                agenda.add(*until, Task::LineLapses(LineNo::after(self.lines.len())));
                self.lines.push(Line::entered(line.clone(), by.and_then(|by| by.key), *until));
            }
            Event::LineBooked { line, .. } => self.line_booked(agenda, *line),
            Event::LineLapsed { line } => self.set_stage(*line, Stage::Lapsed),
            Event::Posted { number, entry, about, reverses, effective, .. } => {
                self.posted(charter, agenda, (at, *effective), (*number, entry), (about, *reverses));
            }
            Event::Held { hold, entry, .. } => {
                self.books.hold(*hold, entry.clone());
            }
            Event::HoldPosted { hold, number, effective, .. } => {
                self.entries = self.entries.saturating_add(1);
                if let Some(entry) = self.books.post_hold(*hold) {
                    self.closing.note(*number, &entry, *effective);
                }
            }
            Event::HoldVoided { hold } => {
                self.books.void_hold(*hold);
            }
            Event::SealProposed { .. } | Event::Sealed { .. } | Event::SealLapsed { .. } => {
                self.apply_seal(agenda, event, by);
            }
            Event::PaymentReturned { .. }
            | Event::Alarmed { .. }
            | Event::CorrectionProposed { .. }
            | Event::CorrectionLapsed { .. }
            | Event::LineIdentified { .. }
            | Event::LineTakenBack { .. } => self.hear_of_lines(agenda, at, event, by),
            Event::Treasury(event) => self.treasury.apply(agenda, event),
            Event::Currencies(event) => {
                let lines = &self.lines;
                let line = |number: LineNo| number.index().and_then(|at| lines.get(at));
                let value_date = |number| line(number).map(|line| line.statement().value_date);
                self.currencies.apply(agenda, event, by, value_date);
            }
            other => self.contributed(charter, agenda, (at, by), other),
        }
    }

    /// An entry is in the books, and in every count that is kept beside them.
    fn posted(
        &mut self,
        charter: &Charter,
        agenda: &mut Agenda,
        (at, effective): (Moment, Day),
        (number, entry): (EntryNo, &Entry),
        (about, reverses): (&About, Option<EntryNo>),
    ) {
        self.entries = self.entries.saturating_add(1);
        self.books.post(entry);
        self.closing.note(number, entry, effective);
        self.treasury.watch(charter, agenda, at, entry);
        self.line_posted(*about, number, entry, reverses);
        // What is taken back was said to be owed again by another event.
        let paid = match reverses {
            None => self.owed.note(entry, about, at, effective),
            Some(_) => Vec::new(),
        };
        self.paid.note(about, &paid);
        self.advances.note(entry, about);
        self.watch_paid(&paid, charter, agenda, at);
        self.watch(charter, agenda);
        // What was taken back does not stand any more, and is not taken back again.
        if reverses.is_none() {
            self.stands(about, number, entry);
        }
    }

    /// Keeps what a later word of the same member takes back.
    fn stands(&mut self, about: &About, number: EntryNo, entry: &Entry) {
        match about {
            About::Indication { of } => {
                if let Some(indication) = self.indications.get_mut(of) {
                    indication.entry = Some((number, entry.clone()));
                }
            }
            About::Pledge { of } => self.pledge_booked(*of, number, entry),
            _ => {}
        }
    }
}
