//! What is public, taken from the journal: so that new kinds of entries are in it by themselves, and its sums are the books'.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use quorate_charter::{MemberCode, Public, PublicationArticle, Title};
use quorate_ledger::{BookId, Currency, Entry, Side};
use quorate_partnership::fund::{About, Purpose};
use quorate_partnership::{CaseNo, Day, EntryNo, Moment, Nature};

use crate::codes::{
    ALLOCATED, CALLABLE, CASH, CLEARING, INVESTMENTS, INVESTMENTS_LOST, LOAN_INTEREST, LOANS, PAID_IN,
};
use crate::records::Records;
use crate::registers::Register;
use crate::registers::journal::Row;
use crate::table::{Cell, Table};

/// Money that came in or left, or a promise: in minor units, with a minus for what was taken back.
#[derive(Clone, Debug)]
pub(super) struct Movement {
    pub(super) entry: EntryNo,
    pub(super) day: Day,
    pub(super) member: Option<MemberCode>,
    pub(super) minor: i128,
}

/// An approved case.
pub(super) struct Case {
    pub(super) number: CaseNo,
    pub(super) beneficiary: String,
    pub(super) name: Title,
    pub(super) purpose: String,
    pub(super) decision: String,
    pub(super) closed: bool,
    /// What was promised, and of it taken back.
    pub(super) promised: Vec<Movement>,
    /// What was paid, and of it returned.
    pub(super) paid: Vec<Movement>,
    /// What came back of a loan, and the interest on it.
    pub(super) repaid: Vec<Movement>,
    pub(super) interest: Vec<Movement>,
    pub(super) tranches: Vec<Tranche>,
}

/// A tranche of a case.
pub(super) struct Tranche {
    pub(super) number: String,
    pub(super) condition: String,
    pub(super) met: bool,
}

/// What moved for cases, before they are looked up.
#[derive(Default)]
struct OfCases {
    promised: Moved,
    paid: Moved,
    repaid: Moved,
    interest: Moved,
}

type Moved = BTreeMap<CaseNo, Vec<Movement>>;

/// Everything of which something may be public, and what is.
pub(super) struct Facts<'r> {
    pub(super) records: &'r Records,
    pub(super) article: &'r PublicationArticle,
    pub(super) currency: Currency,
    pub(super) at: Moment,
    /// What came into the fund and was not for a case.
    pub(super) incoming: Vec<Movement>,
    /// What left the fund and was not for a case.
    pub(super) expenditure: Vec<Movement>,
    /// What members bound themselves to pay in or to be called for.
    pub(super) signed: Vec<Movement>,
    pub(super) cases: Vec<Case>,
}

impl<'r> Facts<'r> {
    pub(super) fn of(records: &'r Records, article: &'r PublicationArticle) -> Facts<'r> {
        let mut facts = Facts {
            records,
            article,
            currency: records.charter().fund().currency(),
            at: records.at(),
            incoming: Vec::new(),
            expenditure: Vec::new(),
            signed: Vec::new(),
            cases: Vec::new(),
        };
        let mut of_cases = OfCases::default();
        for row in records.registers().journal.entries() {
            facts.hear(row, &mut of_cases);
        }
        let table = records.register(Register::Cases);
        let tranches = records.register(Register::Tranches);
        for number in (1_u32..).take(table.rows.len()).map(CaseNo) {
            facts.cases.extend(facts.case(number, (&table, &tranches), &mut of_cases));
        }
        facts
    }

    fn hear(&mut self, row: &Row, of_cases: &mut OfCases) {
        if row.entry.book().currency() != self.currency {
            return;
        }
        let movement =
            |minor| Movement { entry: row.number, day: row.effective, member: of(&row.entry), minor };
        match row.entry.book() {
            BookId::Cash(_) => self.money(row, of_cases, movement(came(row))),
            BookId::Authority(_) => {
                if let About::Case { case, .. } = row.about {
                    let minor = net(&row.entry, ALLOCATED, Side::Credit);
                    of_cases.promised.entry(case).or_default().push(movement(minor));
                }
            }
            BookId::Memoranda(_) => {}
        }
        self.signs(row, movement);
    }

    /// Money that came, or left with a minus.
    fn money(&mut self, row: &Row, of_cases: &mut OfCases, came: Movement) {
        let purpose = match row.about {
            About::Line { line } => self.records.registers().bank_lines.purpose(line),
            _ => None,
        };
        let less = Movement { minor: came.minor.saturating_neg(), ..came };
        let touches = |code| row.entry.legs().iter().any(|leg| leg.account().code() == code);
        match (row.about, purpose) {
            // What an investment lost had left as invested; what is invested is the fund's still.
            (_, Some(Purpose::Divest { .. })) if touches(INVESTMENTS_LOST) => {
                let lost = net(&row.entry, INVESTMENTS_LOST, Side::Debit);
                self.expenditure.push(Movement { minor: lost, ..less });
            }
            (_, Some(Purpose::Invest { .. } | Purpose::Divest { .. })) if touches(INVESTMENTS) => {}
            _ if came.minor == 0 => {}
            // What is exchanged was counted when it came, and what is revalued only stands otherwise.
            (About::Revaluation { .. }, _) | (_, Some(Purpose::Exchange { .. })) => {}
            (About::Case { case, .. } | About::Payment { case, .. } | About::Returned { case, .. }, _) => {
                of_cases.paid.entry(case).or_default().push(less);
            }
            (_, Some(Purpose::Repayment { case })) if touches(LOANS) => {
                of_cases.repaid.entry(case).or_default().push(came);
            }
            (_, Some(Purpose::Repayment { case })) if touches(LOAN_INTEREST) => {
                of_cases.interest.entry(case).or_default().push(came);
            }
            // What is recovered is help that was not given after all; what is over is the beneficiary's.
            (_, Some(Purpose::Recovery { case })) if of(&row.entry).is_none() => {
                of_cases.paid.entry(case).or_default().push(less);
            }
            // What is given back to a member, or paid to a State that left, is less of what it paid, and so is a receipt that is
            // taken back; none of it is spent.
            (_, Some(Purpose::Refund { .. } | Purpose::Settlement { .. })) => self.incoming.push(came),
            // What the bank makes good was not spent after all.
            (_, Some(Purpose::NotInstructed | Purpose::MadeGood { .. })) => self.expenditure.push(less),
            _ if (came.minor > 0) != row.reverses.is_some() => self.incoming.push(came),
            _ => self.expenditure.push(less),
        }
    }

    /// What a member bound itself to.
    fn signs(&mut self, row: &Row, movement: impl Fn(i128) -> Movement) {
        if let About::Agreement { of } = row.about {
            let minor = match row.entry.book() {
                BookId::Cash(_) => net(&row.entry, PAID_IN, Side::Credit),
                BookId::Memoranda(_) => net(&row.entry, CALLABLE, Side::Debit),
                BookId::Authority(_) => 0,
            };
            if minor != 0 {
                self.signed.push(Movement { member: Some(of), ..movement(minor) });
            }
        }
    }

    /// A case, once it is approved.
    fn case(
        &self,
        number: CaseNo,
        (cases, tranches): (&Table, &Table),
        of_cases: &mut OfCases,
    ) -> Option<Case> {
        let take = |moved: &mut Moved| moved.remove(&number).unwrap_or_default();
        let key = number.0.to_string();
        let cell = |name| cases.find(&[&key], name).map(Cell::plain).unwrap_or_default();
        let decision = cell("decision");
        if decision.is_empty() {
            return None;
        }
        let of_case = |row: &&Vec<Cell>| row.first().is_some_and(|cell| cell.plain() == key);
        let numbers = tranches.rows.iter().filter(of_case).filter_map(|row| row.get(1).map(Cell::plain));
        let tranche = |number: String| {
            let cell = |name| tranches.find(&[&key, &number], name).map(Cell::plain).unwrap_or_default();
            // What is paid before any condition waits for none.
            let met = !cell("attested_by").is_empty() || cell("stage") == "paid";
            Tranche { condition: cell("condition"), met, number: number.clone() }
        };
        let beneficiary = cell("beneficiary");
        Some(Case {
            number,
            name: self.name_of(&beneficiary),
            beneficiary,
            purpose: cell("purpose"),
            decision,
            closed: cell("stage") == "closed",
            promised: take(&mut of_cases.promised),
            paid: take(&mut of_cases.paid),
            repaid: take(&mut of_cases.repaid),
            interest: take(&mut of_cases.interest),
            tranches: numbers.map(tranche).collect(),
        })
    }

    /// A State's name as the charter or its admission has it, or what it is called by if neither names it.
    pub(super) fn name_of(&self, state: &str) -> Title {
        let unnamed = || Title { en: state.into(), fr: state.into() };
        let Ok(code) = state.parse() else { return unnamed() };
        let member = self.records.charter().member(code).map(|member| member.name().clone());
        member.or_else(|| self.records.registers().beneficiaries.name_of(code)).unwrap_or_else(unnamed)
    }

    pub(super) fn is_public(&self, part: Public) -> bool {
        self.article.makes_public(part)
    }

    pub(super) fn is_rehearsal(&self) -> bool {
        matches!(self.records.nature(), Nature::Rehearsal { .. })
    }

    /// The charter's title; of a rehearsal it says so.
    pub(super) fn title(&self) -> Title {
        let title = self.records.charter().title();
        self.marked(Title { en: title.en.clone(), fr: title.fr.clone() })
    }

    /// Of a rehearsal a title says so.
    pub(super) fn marked(&self, Title { en, fr }: Title) -> Title {
        if self.is_rehearsal() {
            Title { en: alloc::format!("EXERCISE: {en}"), fr: alloc::format!("EXERCICE\u{a0}: {fr}") }
        } else {
            Title { en, fr }
        }
    }
}

/// All that moved, together.
pub(super) fn sum<'m>(movements: impl IntoIterator<Item = &'m Movement>) -> i128 {
    movements.into_iter().fold(0, |sum, movement| sum.saturating_add(movement.minor))
}

/// What an entry adds to the accounts of a kind on this side.
fn net(entry: &Entry, code: u16, side: Side) -> i128 {
    let legs = entry.legs().iter().filter(|leg| leg.account().code() == code);
    legs.fold(0, |sum, leg| {
        if leg.side() == side { sum.saturating_add(leg.minor()) } else { sum.saturating_sub(leg.minor()) }
    })
}

/// The member of whom an entry speaks besides cash.
fn of(entry: &Entry) -> Option<MemberCode> {
    let others = entry.legs().iter().filter(|leg| ![CASH, CLEARING].contains(&leg.account().code()));
    others.filter_map(|leg| leg.account().of().split('/').next()).find_map(|of| of.parse().ok())
}

/// What an entry brings of money: in cash, or in another currency at its worth.
fn came(row: &Row) -> i128 {
    [CASH, CLEARING].iter().fold(0, |sum, code| sum.saturating_add(net(&row.entry, *code, Side::Debit)))
}
