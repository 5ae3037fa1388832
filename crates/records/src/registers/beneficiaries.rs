//! States that are no members and were admitted to ask for help.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Title};
use quorate_partnership::cases::Event as Cases;
use quorate_partnership::members::{AdmitBeneficiary, BeneficiaryEvent, Event as Members};
use quorate_partnership::{Booked, CaseNo, DecisionNo, Event, Moment};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("state", "State"),
    column("name", "Name"),
    column("standing", "Standing"),
    column("since", "Since"),
    column("decision", "By decision"),
    column("requested", "Cases it asked for"),
    column("approved", "Of them approved"),
];

#[derive(Clone, Debug)]
struct Row {
    terms: AdmitBeneficiary,
    standing: &'static str,
    since: Moment,
    decision: Option<DecisionNo>,
    requested: BTreeSet<CaseNo>,
    approved: BTreeSet<CaseNo>,
}

/// States in the order of their codes.
#[derive(Clone, Debug)]
pub(crate) struct Beneficiaries {
    rows: BTreeMap<MemberCode, Row>,
}

impl Beneficiaries {
    pub(super) fn new(_: &Charter) -> Beneficiaries {
        Beneficiaries { rows: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let since = booked.at;
        let mut stands = |state: &MemberCode, standing, decision| {
            if let Some(row) = self.rows.get_mut(state) {
                (row.standing, row.since, row.decision) = (standing, since, decision);
            }
        };
        match &booked.event {
            Event::Members(Members::Beneficiaries(BeneficiaryEvent::Admitted { decision, terms })) => {
                self.admitted(terms, *decision, since);
            }
            Event::Members(Members::Beneficiaries(BeneficiaryEvent::AdmissionEnded { state, decision })) => {
                stands(state, "ended", Some(*decision));
            }
            Event::Members(Members::Acceded { member, .. }) => stands(member, "acceded", None),
            Event::Cases(Cases::Requested { case, beneficiary, .. }) => {
                if let Some(row) = self.rows.get_mut(beneficiary) {
                    row.requested.insert(*case);
                }
            }
            Event::Cases(Cases::Approved { case, .. }) => {
                let of = self.rows.values_mut().find(|row| row.requested.contains(case));
                if let Some(row) = of {
                    row.approved.insert(*case);
                }
            }
            _ => {}
        }
    }

    /// One that is admitted again keeps its cases.
    fn admitted(&mut self, terms: &AdmitBeneficiary, decision: DecisionNo, since: Moment) {
        let before = self.rows.remove(&terms.state);
        let (requested, approved) = before.map(|row| (row.requested, row.approved)).unwrap_or_default();
        let (terms, standing, decision) = (terms.clone(), "admitted", Some(decision));
        self.rows.insert(terms.state, Row { terms, standing, since, decision, requested, approved });
    }

    /// Whether a State stands here.
    pub(crate) fn knows(&self, state: MemberCode) -> bool {
        self.rows.contains_key(&state)
    }

    /// A State's name, if it stands here.
    pub(crate) fn name_of(&self, state: MemberCode) -> Option<Title> {
        let terms = &self.rows.get(&state)?.terms;
        Some(Title { en: terms.name_en.as_str().into(), fr: terms.name_fr.as_str().into() })
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "beneficiaries",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.values()).map(cells).collect(),
        }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let numbers = |cases: &BTreeSet<CaseNo>| -> String {
        cases.iter().map(|case| case.0.to_string()).collect::<Vec<String>>().join(" ")
    };
    vec![
        Cell::text(row.terms.state.as_str()),
        Cell::text(row.terms.name_en.as_str()),
        Cell::text(row.standing),
        Cell::At(row.since),
        row.decision.map_or(Cell::Empty, |decision| Cell::Number(u64::from(decision.0))),
        Cell::words(numbers(&row.requested)),
        Cell::words(numbers(&row.approved)),
    ]
}
