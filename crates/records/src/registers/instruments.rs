//! Every act on the charter as an instrument, in the order in which it came: what a depositary keeps.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::members::{Event as E, InstrumentEvent as I};
use quorate_partnership::{Booked, DocumentHash, Event, Moment};

use super::column;
use crate::extract::Extract;
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
    /// The texts by language, of the charter in force and of the amended ones that wait.
    texts: Vec<Text>,
    adopted: BTreeMap<u32, Vec<Text>>,
}

/// A text of the charter in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Text {
    language: String,
    hash: String,
    authentic: bool,
}

impl Text {
    fn row(&self, version: Option<u32>, at: Option<Moment>) -> Row {
        let mut detail = self.language.clone();
        if self.authentic {
            detail.push_str(", authentic");
        }
        if let Some(version) = version {
            detail = format!("{detail}, text {version}");
        }
        Row { state: None, act: "text", detail, document: Some(self.hash.clone()), at }
    }
}

fn texts(charter: &Charter) -> Vec<Text> {
    let text = |(language, hash, authentic): (&str, &str, bool)| Text {
        language: language.into(),
        hash: hash.into(),
        authentic,
    };
    charter.instrument().into_iter().flat_map(|article| article.texts().map(text)).collect()
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
        let (texts, arrangement) = (texts(charter), charter.is_arrangement());
        let rows = texts.iter().map(|text| text.row(None, None)).collect();
        let (consented, adopted) = (BTreeSet::new(), BTreeMap::new());
        Instruments { rows, consented, arrangement, texts, adopted }
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
        self.amended(event, at);
    }

    /// With an amendment come its texts in each language, where they are others.
    fn amended(&mut self, event: &E, at: Moment) {
        match event {
            E::AmendmentAdopted { version, terms, .. } => {
                let texts = terms.text.charter().map(|charter| texts(&charter));
                self.adopted.insert(*version, texts.unwrap_or_default());
            }
            E::AmendmentInForce { version } => {
                let Some(texts) = self.adopted.remove(version) else { return };
                if texts != self.texts {
                    self.rows.extend(texts.iter().map(|text| text.row(Some(*version), Some(at))));
                    self.texts = texts;
                }
            }
            _ => {}
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

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "instruments",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
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

#[cfg(test)]
mod tests {
    use quorate_partnership::DecisionNo;
    use quorate_partnership::members::{Amend, Text as CharterText};

    use super::*;

    const STORY: &str = include_str!("../../../../stories/instrument.toml");
    const EN: &str = "d5579c46dfcc7f18207013e65b44e4cb4e2c2298f4ac457ba8f82743f31e930b";

    /// The details and documents of rows on texts, once a text was adopted and is in force.
    fn amended_by(text: &str) -> Vec<(String, String)> {
        let mut register = Instruments::new(&Charter::read(STORY).unwrap());
        let terms = Amend { amends: 1, text: CharterText::new(text.into()).unwrap() };
        let adopted = E::AmendmentAdopted { version: 2, decision: DecisionNo(1), terms };
        for (height, event) in (1..).zip([adopted, E::AmendmentInForce { version: 2 }]) {
            let at = Moment(height);
            register.hear(&Booked { height, at, fell_due: None, by: None, event: event.into() });
        }
        let texts = register.rows.into_iter().filter(|row| row.act == "text");
        texts.map(|row| (row.detail, row.document.unwrap_or_default())).collect()
    }

    #[test]
    fn with_an_amendment_in_force_its_texts_are_on_record() {
        let other = "0".repeat(64);
        let rows = amended_by(&STORY.replace(EN, &other));
        assert_eq!(rows.len(), 4, "{rows:?}");
        assert_eq!(rows[0], ("en, authentic".into(), EN.into()));
        assert_eq!(rows[2], ("en, authentic, text 2".into(), other));
        // Where the texts are the same there is nothing to tell.
        assert_eq!(amended_by(STORY).len(), 2);
    }
}
