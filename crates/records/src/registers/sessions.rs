//! Sessions of consultations: when, who chairs, who attended, whose minutes.

use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::consultations::Event as Consulted;
use quorate_partnership::{
    Audience, Booked, ConsultationNo, DocumentHash, Event, Moment, SessionNo, Wording,
};

use super::consultations::codes;
use super::{column, language};
use crate::table::{Cell, Column, Table};

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
    column("minutes_by", "Minutes by"),
    column("minutes_en", "Minutes (EN)"),
    column("minutes_fr", "Minutes (FR)"),
    column("corrections", "Corrections"),
    column("stage", "Stage"),
    column("audience", "Audience"),
];

/// The minutes that stand.
#[derive(Clone, Copy, Debug)]
struct Minutes {
    by: MemberCode,
    audience: Audience,
    en: Option<DocumentHash>,
    fr: Option<DocumentHash>,
    /// How often who gave them corrected them.
    corrections: u64,
}

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
    attended: Vec<MemberCode>,
    minutes: Option<Minutes>,
    /// When its consultations were closed, if that was before it opened.
    not_held: bool,
}

/// Sessions in the order in which they were convened.
#[derive(Clone, Debug)]
pub(crate) struct Sessions {
    rows: Vec<Row>,
    now: Moment,
}

impl Sessions {
    pub(super) fn new(_: &Charter) -> Sessions {
        Sessions { rows: Vec::new(), now: Moment(0) }
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
            minutes: None,
            not_held: false,
        });
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Consultations(event) = &booked.event else { return };
        match event {
            Consulted::SessionConvened { .. } => self.convened(event),
            Consulted::Attended { session, member } => {
                if let Some(row) = self.row(*session) {
                    row.attended.push(*member);
                }
            }
            Consulted::MinutesGiven { session, by, audience, en, fr } => {
                if let Some(row) = self.row(*session) {
                    let corrections = row.minutes.map_or(0, |before| before.corrections.saturating_add(1));
                    let (by, audience, en, fr) = (*by, *audience, *en, *fr);
                    row.minutes = Some(Minutes { by, audience, en, fr, corrections });
                }
            }
            Consulted::Closed { consultation, .. } => {
                let ahead = |row: &&mut Row| row.consultation == *consultation && row.opens > booked.at;
                self.rows.iter_mut().filter(ahead).for_each(|row| row.not_held = true);
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        let rows = self.rows.iter().map(|row| cells(row, self.now)).collect();
        Table { name: "sessions", columns: COLUMNS, rows }
    }
}

fn stage(row: &Row, now: Moment) -> &'static str {
    if row.not_held {
        "not held"
    } else if now < row.opens {
        "ahead"
    } else if row.closes.is_some_and(|closes| closes <= now) {
        "closed"
    } else {
        "open"
    }
}

fn cells(row: &Row, now: Moment) -> Vec<Cell> {
    let agenda = row.agenda.as_ref();
    let minutes = row.minutes;
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
        Cell::words(codes(&row.attended)),
        Cell::shown(minutes.map(|minutes| minutes.by)),
        Cell::shown(minutes.and_then(|minutes| minutes.en)),
        Cell::shown(minutes.and_then(|minutes| minutes.fr)),
        minutes.map_or(Cell::Empty, |minutes| Cell::Number(minutes.corrections)),
        Cell::text(stage(row, now)),
        Cell::text(minutes.map_or(Audience::Members, |minutes| minutes.audience).name()),
    ]
}
