//! Who acknowledged a call of consultations, and who has not: the missing ones with their age.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::consultations::Event as Consulted;
use quorate_partnership::{Audience, Booked, ConsultationNo, Event, Moment, members};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const MILLIS_AN_HOUR: u64 = 3_600_000;

const COLUMNS: &[Column] = &[
    column("consultation", "Consultation"),
    column("member", "Member"),
    column("called_at", "Called at"),
    column("acknowledged_at", "Acknowledged at"),
    column("hours", "Hours since the call"),
    column("stage", "Stage"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Asked {
    member: MemberCode,
    at: Option<Moment>,
    left: Option<Moment>,
}

#[derive(Clone, Debug)]
struct Call {
    number: ConsultationNo,
    at: Moment,
    audience: Audience,
    /// In the order of their codes; who joined later and acknowledged comes after.
    asked: Vec<Asked>,
    closed: Option<Moment>,
}

/// A row for each call and member, in the order of the calls.
#[derive(Clone, Debug)]
pub(crate) struct Acknowledgements {
    calls: Vec<Call>,
    now: Moment,
}

impl Acknowledgements {
    pub(super) fn new(_: &Charter) -> Acknowledgements {
        Acknowledgements { calls: Vec::new(), now: Moment(0) }
    }

    /// The agreed moment: what is missing grows older with it.
    pub(crate) fn reach(&mut self, now: Moment) {
        self.now = now;
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let at = booked.fell_due.unwrap_or(booked.at);
        match &booked.event {
            Event::Consultations(Consulted::Called { consultation, audience, asked, .. }) => {
                let asked = asked.iter().map(|member| Asked { member: *member, at: None, left: None });
                let (number, audience, asked) = (*consultation, *audience, asked.collect());
                self.calls.push(Call { number, at: booked.at, audience, asked, closed: None });
            }
            Event::Consultations(Consulted::Acknowledged { consultation, member }) => {
                let Some(call) = super::numbered(&mut self.calls, consultation.0) else { return };
                match call.asked.iter_mut().find(|asked| asked.member == *member) {
                    Some(asked) => asked.at = Some(booked.at),
                    None => call.asked.push(Asked { member: *member, at: Some(booked.at), left: None }),
                }
            }
            Event::Consultations(Consulted::Closed { consultation, .. }) => {
                if let Some(call) = super::numbered(&mut self.calls, consultation.0) {
                    call.closed = Some(at);
                }
            }
            Event::Members(members::Event::Left { member }) => {
                let all = self.calls.iter_mut().flat_map(|call| &mut call.asked);
                for asked in all.filter(|asked| asked.member == *member && asked.left.is_none()) {
                    asked.left = Some(at);
                }
            }
            _ => {}
        }
    }

    /// The calls that are open and that a member was asked to acknowledge, and has not.
    pub(crate) fn missing(&self, member: MemberCode) -> impl Iterator<Item = ConsultationNo> {
        let waits = move |asked: &Asked| asked.member == member && asked.at.is_none() && asked.left.is_none();
        let open = self.calls.iter().filter(|call| call.closed.is_none());
        open.filter(move |call| call.asked.iter().any(waits)).map(|call| call.number)
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let all = self.calls.iter().map(|call| call.asked.len()).sum();
        let rows = self.calls.iter().flat_map(|call| call.asked.iter().map(move |asked| (call, asked)));
        let of = |row: &(&Call, &Asked)| Some(row.0.number.0.into());
        let rows = part.seek(all, rows, &[("consultation", of)]).map(|(call, asked)| self.cells(call, asked));
        Table { name: "acknowledgements", columns: COLUMNS, rows: rows.collect() }
    }

    fn cells(&self, call: &Call, asked: &Asked) -> Vec<Cell> {
        // What is missing is as old as it became: until now, until the member left, until they were closed.
        let (until, stage) = match (asked.at, asked.left, call.closed) {
            (Some(at), _, _) => (at, "acknowledged"),
            (None, Some(left), closed) if closed.is_none_or(|closed| left < closed) => (left, "left"),
            (None, _, Some(closed)) => (closed, "never"),
            (None, Some(left), None) => (left, "left"),
            (None, None, None) => (self.now, "missing"),
        };
        let hours = until.since(call.at).checked_div(MILLIS_AN_HOUR).unwrap_or_default();
        vec![
            Cell::Number(u64::from(call.number.0)),
            Cell::text(asked.member.as_str()),
            Cell::At(call.at),
            asked.at.map_or(Cell::Empty, Cell::At),
            Cell::Number(hours),
            Cell::text(stage),
            Cell::text(call.audience.name()),
        ]
    }
}
