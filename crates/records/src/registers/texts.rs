//! Texts of consultations: agreed by everybody's silence, or recorded with who supports them.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::consultations::{Event as Consulted, Outcome};
use quorate_partnership::{
    Audience, Booked, ConsultationNo, DecisionNo, DocumentHash, Event, Moment, TextNo, Wording,
};

use super::consultations::codes;
use super::{column, language};
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("text", "Text"),
    column("consultation", "Consultation"),
    column("moved_by", "Moved by"),
    column("outcome", "Outcome"),
    column("text_en", "Text (EN)"),
    column("text_fr", "Text (FR)"),
    column("document", "Document"),
    column("tabled_at", "Tabled at"),
    column("silence_until", "Silence until"),
    column("stage", "Stage"),
    column("recorded_at", "Recorded at"),
    column("supported_by", "Supported by"),
    column("dissociated", "Dissociated"),
    column("not_on_record", "Said nothing"),
    column("reasons", "Reasons"),
    column("as_recorded", "As recorded"),
    column("decision", "Decision"),
    column("audience", "Audience"),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Silence,
    Broken,
    Agreed,
    Recorded,
    TakenBack,
}

impl Stage {
    const fn name(self) -> &'static str {
        match self {
            Stage::Silence => "silence",
            Stage::Broken => "silence broken",
            Stage::Agreed => "agreed",
            Stage::Recorded => "recorded over an objection",
            Stage::TakenBack => "taken back",
        }
    }
}

#[derive(Clone, Debug)]
struct Row {
    number: TextNo,
    consultation: ConsultationNo,
    by: MemberCode,
    outcome: Outcome,
    wording: Wording,
    audience: Audience,
    participants: Vec<MemberCode>,
    at: Moment,
    until: Moment,
    document: Option<DocumentHash>,
    stage: Stage,
    recorded: Option<Moment>,
    /// Whether each member that said where it stands supports the text.
    supports: BTreeMap<MemberCode, bool>,
    /// Why the silence was broken, members dissociated themselves, and the text was taken back, in their order.
    reasons: Vec<String>,
    /// By whom it is agreed, once it is.
    agreed_by: Vec<MemberCode>,
    decision: Option<DecisionNo>,
}

/// Texts in the order in which they were tabled.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    rows: Vec<Row>,
}

impl Texts {
    pub(super) fn new(_: &Charter) -> Texts {
        Texts { rows: Vec::new() }
    }

    fn change(&mut self, number: TextNo, change: impl FnOnce(&mut Row)) {
        if let Some(row) = super::numbered(&mut self.rows, number.0) {
            change(row);
        }
    }

    fn tabled(&mut self, event: &Consulted, at: Moment) {
        let Consulted::TextTabled {
            text,
            consultation,
            by,
            outcome,
            wording,
            audience,
            participants,
            until,
            document,
        } = event
        else {
            return;
        };
        self.rows.push(Row {
            number: *text,
            consultation: *consultation,
            by: *by,
            outcome: *outcome,
            wording: wording.clone(),
            audience: *audience,
            participants: participants.clone(),
            at,
            until: *until,
            document: *document,
            stage: Stage::Silence,
            recorded: None,
            supports: BTreeMap::from([(*by, true)]),
            reasons: Vec::new(),
            agreed_by: Vec::new(),
            decision: None,
        });
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Consultations(event) = &booked.event else { return };
        let at = booked.fell_due.unwrap_or(booked.at);
        let ended = |stage: Stage| move |row: &mut Row| (row.stage, row.recorded) = (stage, Some(at));
        match event {
            Consulted::TextTabled { .. } => self.tabled(event, at),
            Consulted::SilenceBroken { text, by, reason, .. } => self.change(*text, |row| {
                row.stage = Stage::Broken;
                row.supports.insert(*by, false);
                row.reasons.push(alloc::format!("{by}: {reason}"));
            }),
            Consulted::Dissociated { text, by, reason } => self.change(*text, |row| {
                row.supports.insert(*by, false);
                row.reasons.push(alloc::format!("{by}: {reason}"));
            }),
            Consulted::Supported { text, by } => self.change(*text, |row| {
                row.supports.insert(*by, true);
            }),
            Consulted::TextAgreed { text, by } => {
                self.change(*text, ended(Stage::Agreed));
                self.change(*text, |row| row.agreed_by.clone_from(by));
            }
            Consulted::TextConcluded { text, .. } => self.change(*text, ended(Stage::Recorded)),
            Consulted::TextTakenBack { text, by, reason } => {
                self.change(*text, ended(Stage::TakenBack));
                self.change(*text, |row| row.reasons.push(alloc::format!("{by}: {reason}")));
            }
            Consulted::DecisionNamed { text, decision } => {
                self.change(*text, |row| row.decision = Some(*decision));
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "texts",
            columns: COLUMNS,
            rows: part
                .seek(
                    self.rows.len(),
                    self.rows.iter(),
                    &[
                        ("consultation", |row| Some(row.consultation.0.into())),
                        ("silence_until", |row| Some(row.until.0)),
                    ],
                )
                .map(cells)
                .collect(),
        }
    }
}

/// Those that said so.
fn saying(row: &Row, supports: bool) -> Vec<MemberCode> {
    row.supports.iter().filter(|(_, held)| **held == supports).map(|(member, _)| *member).collect()
}

fn cells(row: &Row) -> Vec<Cell> {
    let (support, away) = (saying(row, true), saying(row, false));
    let silent = row.participants.iter().filter(|member| !row.supports.contains_key(member));
    let silent: Vec<MemberCode> = silent.copied().collect();
    let as_recorded = match row.stage {
        Stage::Agreed => Cell::text(alloc::format!("agreed by {}", codes(&row.agreed_by))),
        Stage::Recorded => Cell::text(words::stands(&support, &away)),
        Stage::Silence | Stage::Broken | Stage::TakenBack => Cell::Empty,
    };
    vec![
        Cell::Number(u64::from(row.number.0)),
        Cell::Number(u64::from(row.consultation.0)),
        Cell::text(row.by.as_str()),
        Cell::text(row.outcome.name()),
        language(row.wording.en()),
        language(row.wording.fr()),
        Cell::shown(row.document),
        Cell::At(row.at),
        Cell::At(row.until),
        Cell::text(row.stage.name()),
        row.recorded.map_or(Cell::Empty, Cell::At),
        Cell::words(codes(&support)),
        Cell::words(codes(&away)),
        Cell::words(codes(&silent)),
        Cell::words(row.reasons.join("; ")),
        as_recorded,
        row.decision.map_or(Cell::Empty, |decision| Cell::Number(u64::from(decision.0))),
        Cell::text(row.audience.name()),
    ]
}
