//! What other bodies give for cases, as beneficiaries say and as others report, and what the members decided on it.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::Money;
use quorate_partnership::cases::{self, Declared, ElsewhereEvent as Heard};
use quorate_partnership::{Booked, CaseNo, Event, Moment};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("case", "Case"),
    column("word", "Word"),
    column("by", "By"),
    column("what", "What"),
    column("body", "Body"),
    column("amount", "Amount"),
    column("status", "Status"),
    column("source", "Source"),
    column("replaces", "Replaces"),
    column("stands", "Stands"),
    column("counts", "Counts"),
    column("at", "Said at"),
];

#[derive(Clone, Debug)]
struct Row {
    case: CaseNo,
    number: Option<u32>,
    by: String,
    what: &'static str,
    body: Option<String>,
    progress: Option<cases::ElsewhereProgress>,
    amount: Option<Money>,
    source: Option<String>,
    replaces: Option<u32>,
    stands: bool,
    of_beneficiary: bool,
    at: Moment,
}

/// Words in the order in which they were given, decisions among them.
#[derive(Clone, Debug)]
pub(crate) struct FundingElsewhere {
    rows: Vec<Row>,
    /// The place of each word, and of the last decision of a kind.
    words: BTreeMap<(CaseNo, u32), usize>,
    decided: BTreeMap<(CaseNo, Option<String>), usize>,
    /// The number of the word of each State on each body that stands.
    standing: BTreeMap<(CaseNo, MemberCode, String), u32>,
}

impl FundingElsewhere {
    pub(super) fn new(_: &Charter) -> FundingElsewhere {
        FundingElsewhere {
            rows: Vec::new(),
            words: BTreeMap::new(),
            decided: BTreeMap::new(),
            standing: BTreeMap::new(),
        }
    }

    /// The number of a State's word on a body that stands in a case.
    pub(crate) fn standing(&self, case: CaseNo, by: MemberCode, body: &str) -> Option<u32> {
        self.standing.get(&(case, by, body.into())).copied()
    }

    fn replace(&mut self, place: Option<usize>) {
        if let Some(row) = place.and_then(|at| self.rows.get_mut(at)) {
            row.stands = false;
        }
    }

    fn decides(&mut self, of: (CaseNo, Option<String>), place: usize) {
        let before = self.decided.insert(of, place);
        self.replace(before);
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Cases(cases::Event::Elsewhere(event)) = &booked.event else { return };
        let (case, at, place) = (event.case(), booked.at, self.rows.len());
        let decided = |what, amount, decision| Row {
            case,
            number: None,
            by: format!("{decision}"),
            what,
            body: None,
            progress: None,
            amount,
            source: None,
            replaces: None,
            stands: true,
            of_beneficiary: false,
            at,
        };
        match event {
            Heard::Declared { number, by, of_beneficiary, declared, replaces, source, .. } => {
                self.replace(replaces.and_then(|number| self.words.get(&(case, number)).copied()));
                self.words.insert((case, *number), place);
                if let Some(Declared { body, .. }) = declared {
                    self.standing.insert((case, *by, body.as_str().into()), *number);
                }
                let what = match (declared, of_beneficiary) {
                    (None, _) => "nothing elsewhere",
                    (Some(_), true) => "declared",
                    (Some(_), false) => "as reported",
                };
                let amount = declared.as_ref().map(|declared| declared.amount);
                self.rows.push(Row {
                    case,
                    number: Some(*number),
                    by: by.as_str().into(),
                    what,
                    body: declared.as_ref().map(|declared| declared.body.as_str().into()),
                    progress: declared.as_ref().map(|declared| declared.progress),
                    amount,
                    source: source.as_ref().map(|source| source.as_str().into()),
                    replaces: *replaces,
                    stands: true,
                    of_beneficiary: *of_beneficiary,
                    at,
                });
            }
            Heard::Counted { body, amount, source, decision, .. } => {
                let (body, source) = (Some(body.as_str().into()), Some(source.as_str().into()));
                self.decides((case, body.clone()), place);
                self.rows.push(Row { body, source, ..decided("counts at least", Some(*amount), decision) });
            }
            Heard::StoodDown { decision, .. } => {
                self.decides((case, None), place);
                self.rows.push(decided("help stands down", None, decision));
            }
            Heard::Resumed { decision, .. } => {
                self.decides((case, None), place);
                self.rows.push(decided("help goes on", None, decision));
            }
        }
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        Table {
            name: "funding-elsewhere",
            columns: COLUMNS,
            rows: part.of(self.rows.len(), self.rows.iter()).map(cells).collect(),
        }
    }
}

/// Whether it lowers what can be paid.
fn counts(row: &Row) -> &'static str {
    let given = row.progress != Some(cases::ElsewhereProgress::Requested);
    let own = row.of_beneficiary || row.number.is_none();
    match row.amount {
        Some(_) if row.stands && own && given => "yes",
        Some(_) => "no",
        None => "",
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let number = |number: Option<u32>| number.map_or(Cell::Empty, |number| Cell::Number(u64::from(number)));
    vec![
        Cell::Number(u64::from(row.case.0)),
        number(row.number),
        Cell::text(row.by.as_str()),
        Cell::text(row.what),
        Cell::words(row.body.clone().unwrap_or_default()),
        Cell::money(row.amount),
        Cell::words(row.progress.map_or("", cases::ElsewhereProgress::name)),
        Cell::words(row.source.clone().unwrap_or_default()),
        number(row.replaces),
        Cell::text(if row.stands { "yes" } else { "replaced" }),
        Cell::words(counts(row)),
        Cell::At(row.at),
    ]
}
