//! Sessions of consultations: when, who chairs, who attended, and when.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::consultations::Event as Consulted;
use quorate_partnership::{
    Audience, Booked, ConsultationNo, DocumentHash, Event, Moment, SessionNo, Wording,
};

use super::consultations::codes;
use super::{column, language};
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("session", "Session"),
    column("consultation", "Consultation"),
    column("opens", "Opens"),
    column("closes", "Closes"),
    column("convened_by", "Convened by"),
    column("chair", "Chair"),
    column("deputy", "Deputy"),
    column("agenda_en", "Agenda (EN)"),
    column("agenda_fr", "Agenda (FR)"),
    column("papers", "Papers"),
    column("attended", "Attended"),
    column("attended_at", "Attended at"),
    column("stage", "Stage"),
    column("audience", "Audience"),
];

#[derive(Clone, Debug)]
struct Row {
    number: SessionNo,
    consultation: ConsultationNo,
    opens: Moment,
    closes: Option<Moment>,
    by: Option<MemberCode>,
    chair: MemberCode,
    deputy: MemberCode,
    agenda: Option<Wording>,
    document: Option<DocumentHash>,
    attended: Vec<(MemberCode, Moment)>,
    /// For whom the call is.
    audience: Audience,
    /// When its consultations were closed, if they are.
    ended: Option<Moment>,
}

/// Sessions in the order in which they were convened.
#[derive(Clone, Debug)]
pub(crate) struct Sessions {
    rows: Vec<Row>,
    /// For whom each call is, in the order of the calls.
    calls: Vec<(ConsultationNo, Audience)>,
    now: Moment,
}

impl Sessions {
    pub(super) fn new(_: &Charter) -> Sessions {
        Sessions { rows: Vec::new(), calls: Vec::new(), now: Moment(0) }
    }

    /// The agreed moment: a session opens and closes by time alone.
    pub(crate) fn reach(&mut self, now: Moment) {
        self.now = now;
    }

    fn row(&mut self, number: SessionNo) -> Option<&mut Row> {
        super::numbered(&mut self.rows, number.0)
    }

    fn convened(&mut self, event: &Consulted) {
        let Consulted::SessionConvened {
            session,
            consultation,
            opens,
            chair,
            deputy,
            by,
            closes,
            agenda,
            document,
        } = event
        else {
            return;
        };
        let call = self.calls.iter().find(|(number, _)| number == consultation);
        let audience = call.map_or(Audience::Members, |(_, audience)| *audience);
        self.rows.push(Row {
            number: *session,
            consultation: *consultation,
            opens: *opens,
            closes: *closes,
            by: *by,
            chair: *chair,
            deputy: *deputy,
            agenda: agenda.clone(),
            document: *document,
            attended: Vec::new(),
            audience,
            ended: None,
        });
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Consultations(event) = &booked.event else { return };
        let at = booked.fell_due.unwrap_or(booked.at);
        match event {
            Consulted::Called { consultation, audience, .. } => self.calls.push((*consultation, *audience)),
            Consulted::SessionConvened { .. } => self.convened(event),
            Consulted::Attended { session, member } => {
                if let Some(row) = self.row(*session) {
                    row.attended.push((*member, at));
                }
            }
            Consulted::Closed { consultation, .. } => {
                let theirs = |row: &&mut Row| row.consultation == *consultation;
                self.rows.iter_mut().filter(theirs).for_each(|row| row.ended = Some(at));
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let rows = part.seek(
            self.rows.len(),
            self.rows.iter(),
            &[("consultation", |row| Some(row.consultation.0.into())), ("opens", |row| Some(row.opens.0))],
        );
        let rows = rows.map(|row| cells(row, self.now)).collect();
        Table { name: "sessions", columns: COLUMNS, rows }
    }
}

fn stage(row: &Row, now: Moment) -> &'static str {
    if row.ended.is_some_and(|ended| ended < row.opens) {
        "not held"
    } else if now < row.opens {
        "ahead"
    } else if row.ended.is_some() || row.closes.is_some_and(|closes| closes <= now) {
        "closed"
    } else {
        "open"
    }
}

fn cells(row: &Row, now: Moment) -> Vec<Cell> {
    let agenda = row.agenda.as_ref();
    let members: Vec<MemberCode> = row.attended.iter().map(|(member, _)| *member).collect();
    let moments: Vec<String> = row.attended.iter().map(|(_, at)| words::minute(*at)).collect();
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::Number(u64::from(row.consultation.0)),
        Cell::At(row.opens),
        row.closes.map_or(Cell::Empty, Cell::At),
        Cell::text(row.by.as_ref().map_or("the rule", MemberCode::as_str)),
        Cell::text(row.chair.as_str()),
        Cell::text(row.deputy.as_str()),
        language(agenda.and_then(Wording::en)),
        language(agenda.and_then(Wording::fr)),
        Cell::shown(row.document),
        Cell::words(codes(&members)),
        Cell::words(moments.join(", ")),
        Cell::text(stage(row, now)),
        Cell::text(row.audience.name()),
    ]
}
