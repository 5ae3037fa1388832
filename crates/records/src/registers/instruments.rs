//! Every act on the charter as an instrument, in the order in which it came: what a depositary keeps.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::members::{Event as E, InstrumentEvent as I};
use quorate_partnership::{Booked, DocumentHash, Event, Moment};

use super::column;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("state", "State"),
    column("act", "Act"),
    column("detail", "Detail"),
    column("document", "Document"),
    column("at", "At"),
];

#[derive(Clone, Debug)]
struct Row {
    state: Option<MemberCode>,
    act: &'static str,
    detail: String,
    document: Option<String>,
    at: Option<Moment>,
}

/// Acts in order.
#[derive(Clone, Debug)]
pub(crate) struct Instruments {
    rows: Vec<Row>,
    /// Who has given a consent of which a row tells already.
    consented: BTreeSet<MemberCode>,
    arrangement: bool,
}

/// An act with its details.
struct Act<'a> {
    state: Option<&'a MemberCode>,
    act: &'static str,
    detail: String,
    document: Option<&'a DocumentHash>,
}

fn act<'a>(state: &'a MemberCode, act: &'static str, detail: impl Into<String>) -> Act<'a> {
    Act { state: Some(state), act, detail: detail.into(), document: None }
}

impl Instruments {
    pub(super) fn new(charter: &Charter) -> Instruments {
        let text = |(language, hash, authentic): (&str, &str, bool)| Row {
            state: None,
            act: "text",
            detail: if authentic { format!("{language}, authentic") } else { language.into() },
            document: Some(hash.into()),
            at: None,
        };
        let texts = charter.instrument().into_iter().flat_map(|article| article.texts().map(text));
        let arrangement = charter.is_arrangement();
        Instruments { rows: texts.collect(), consented: BTreeSet::new(), arrangement }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Members(event) = &booked.event else { return };
        let at = booked.fell_due.unwrap_or(booked.at);
        let told = match event {
            E::Instrument(event) => of_instrument(event),
            E::Ratified { member } if self.consented.contains(member) => None,
            other => self.of_members(other),
        };
        if let E::Instrument(I::ConsentGiven { member, .. }) = event {
            self.consented.insert(*member);
        }
        if let Some(Act { state, act, detail, document }) = told {
            let document = document.map(ToString::to_string);
            self.rows.push(Row { state: state.copied(), act, detail, document, at: Some(at) });
        }
    }

    fn of_members<'a>(&self, event: &'a E) -> Option<Act<'a>> {
        let nobody = |act, detail: String| Act { state: None, act, detail, document: None };
        Some(match event {
            E::Signed { member, provisionally: true } => act(member, "signature", "applied provisionally"),
            E::Signed { member, .. } => act(member, "signature", ""),
            E::Ratified { member } => act(member, "ratification", ""),
            E::EnteredIntoForce if self.arrangement => nobody("in effect", String::new()),
            E::EnteredIntoForce => nobody("entry into force", String::new()),
            E::ProvisionalEnded { member } => act(member, "end of provisional application", ""),
            E::Acceded { member, .. } => act(member, "accession", ""),
            E::NoticeGiven { member, effective } => {
                act(member, "notice of withdrawal", format!("takes effect on {}", words::minute(*effective)))
            }
            E::NoticeTakenBack { member, .. } => act(member, "notice taken back", ""),
            E::Left { member } => act(member, "withdrawal", ""),
            E::AmendmentAdopted { version, .. } => nobody("amendment adopted", format!("text {version}")),
            E::AmendmentAccepted { member, version } => {
                act(member, "amendment accepted", format!("text {version}"))
            }
            E::AmendmentInForce { version } => nobody("amendment in force", format!("text {version}")),
            _ => return None,
        })
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        Table { name: "instruments", columns: COLUMNS, rows: self.rows.iter().map(cells).collect() }
    }
}

fn of_instrument(event: &I) -> Option<Act<'_>> {
    Some(match event {
        I::TextAdopted { decision, terms } => Act {
            state: None,
            act: "text adopted",
            detail: format!("{}, {decision}", terms.title),
            document: Some(&terms.document),
        },
        I::Agreed { member } => act(member, "adoption of the text", ""),
        I::FullPowersLodged { member, act, document } => Act {
            state: Some(member),
            act: "full powers",
            detail: format!("for {}", act.name()),
            document: Some(document),
        },
        I::SignedAdReferendum { member } => act(member, "signature ad referendum", "to be confirmed"),
        I::ConsentGiven { member, means } => act(member, "consent", format!("by {}", means.name())),
        I::TakenIn { member, by } => act(member, "taken in", format!("by {by}")),
        I::TakesPart { member } => act(member, "participation", ""),
        I::ProvisionalEnds { member, effective } => {
            let detail = format!("takes effect on {}", words::minute(*effective));
            act(member, "notice to end provisional application", detail)
        }
        I::RegistrationNoted { by, with, number } => {
            act(by, "registration noted", format!("{with}: {number}"))
        }
        I::Reserved { .. }
        | I::ReservationWithdrawn { .. }
        | I::Objected { .. }
        | I::ObjectionWithdrawn { .. }
        | I::Declared { .. }
        | I::StepDeclared { .. }
        | I::StepCompleted { .. } => return None,
    })
}

fn cells(row: &Row) -> Vec<Cell> {
    vec![
        Cell::shown(row.state),
        Cell::text(row.act),
        Cell::words(row.detail.as_str()),
        Cell::words(row.document.as_deref().unwrap_or_default()),
        row.at.map_or(Cell::Empty, Cell::At),
    ]
}
