//! Decisions, with their explained verdicts.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, RuleName};
use quorate_partnership::decisions::{self, Effect};
use quorate_partnership::{Booked, DecisionNo, Event, Moment, Phrase};
use quorate_voting::Verdict;

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};
use crate::words;

const COLUMNS: &[Column] = &[
    column("decision", "Decision"),
    column("title", "Title"),
    column("version", "Version"),
    column("effect", "Effect"),
    column("rule", "Rule"),
    column("mover", "Moved by"),
    column("not_taking_part", "Not taking part"),
    column("closes", "Closes"),
    column("stage", "Stage"),
    column("verdict", "Verdict"),
];

#[derive(Clone, Debug)]
pub(crate) struct Row {
    decision: DecisionNo,
    pub(crate) version: u32,
    pub(crate) title: Phrase,
    pub(crate) effect: Effect,
    pub(crate) rule: RuleName,
    pub(crate) mover: MemberCode,
    pub(crate) not_taking_part: Vec<MemberCode>,
    closes: Option<Moment>,
    pub(crate) stage: &'static str,
    pub(crate) verdict: Option<Verdict>,
}

/// Decisions in the order of their numbers, which whoever hears a part of the record knows not all of.
#[derive(Clone, Debug)]
pub(crate) struct Decisions {
    rows: Vec<Row>,
}

impl Decisions {
    pub(super) fn new(_: &Charter) -> Decisions {
        Decisions { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Decisions(event) = &booked.event else { return };
        use decisions::Event as E;
        match event {
            E::Tabled { decision, mover, title, effect, rule, .. } => self.rows.push(Row {
                decision: *decision,
                version: 1,
                title: title.clone(),
                effect: effect.clone(),
                rule: rule.clone(),
                mover: *mover,
                not_taking_part: Vec::new(),
                closes: None,
                stage: "draft",
                verdict: None,
            }),
            E::Amended { decision, version, title, effect, rule, .. } => self.change(*decision, |row| {
                (row.version, row.effect) = (*version, effect.clone());
                (row.title, row.rule) = (title.clone(), rule.clone());
            }),
            E::Withdrawn { decision } => self.change(*decision, |row| row.stage = "withdrawn"),
            E::Opened { decision, not_taking_part, closes, .. } => self.change(*decision, |row| {
                row.not_taking_part.clone_from(not_taking_part);
                row.closes = Some(*closes);
                row.stage = "open";
            }),
            E::Closed { decision, verdict, .. } => self.change(*decision, |row| {
                row.stage = if verdict.adopted() { "adopted" } else { "not adopted" };
                row.verdict = Some(verdict.clone());
            }),
            E::Lapsed { decision } => self.change(*decision, |row| row.stage = "lapsed"),
            E::Executed { decision } => self.change(*decision, |row| row.stage = "executed"),
            E::Extended { decision, closes } => self.change(*decision, |row| row.closes = Some(*closes)),
            E::Converted { decision, closes } => self.change(*decision, |row| {
                (row.closes, row.stage) = (Some(*closes), "open to votes");
            }),
            E::Unconfirmed { decision, until, .. } => self.change(*decision, |row| {
                (row.closes, row.stage) = (Some(*until), "votes to be confirmed");
            }),
            E::Voted { .. } | E::Objected { .. } | E::ProxyGiven { .. } | E::ProxyEnded { .. } => {}
        }
    }

    fn change(&mut self, decision: DecisionNo, change: impl FnOnce(&mut Row)) {
        if let Ok(at) = self.rows.binary_search_by_key(&decision, |row| row.decision)
            && let Some(row) = self.rows.get_mut(at)
        {
            change(row);
        }
    }

    /// The decisions whose vote is open.
    pub(crate) fn open(&self) -> impl Iterator<Item = DecisionNo> {
        self.rows.iter().filter(|row| row.stage.starts_with("open")).map(|row| row.decision)
    }

    /// The decisions whose outcome is open, drafts among them.
    pub(crate) fn undecided(&self) -> impl DoubleEndedIterator<Item = DecisionNo> {
        let is_open =
            |row: &&Row| matches!(row.stage, "draft" | "open" | "open to votes" | "votes to be confirmed");
        self.rows.iter().filter(is_open).map(|row| row.decision)
    }

    /// What is known of one decision.
    pub(crate) fn row(&self, decision: DecisionNo) -> Option<&Row> {
        self.rows.get(self.rows.binary_search_by_key(&decision, |row| row.decision).ok()?)
    }

    pub(super) fn table(&self, charter: &Charter, part: &Extract) -> Table {
        let closes = |row: &&Row| row.closes.map(|moment| moment.0);
        let rows = part.seek(self.rows.len(), self.rows.iter(), &[("closes", closes)]);
        let rows = rows.map(|row| cells(row, charter)).collect();
        Table { name: "decisions", columns: COLUMNS, rows }
    }
}

fn cells(row: &Row, charter: &Charter) -> Vec<Cell> {
    let effect = match &row.effect {
        Effect::Assist { case } => format!("approve {case}"),
        Effect::WriteOff { case } => format!("write off what is outstanding of {case}"),
        Effect::ReleaseGuarantee { case } => format!("release what nobody claimed of {case}"),
        Effect::FindBreach { case, term } => words::find_breach(*case, *term),
        Effect::EndBreach { case } => format!("find that the breach of {case} is over"),
        Effect::Call { total } => format!("call {}", total.grouped()),
        Effect::Restore { total } => format!("restore {}", total.grouped()),
        Effect::Budget { year, amount } => format!("budget {} for {year}", amount.grouped()),
        Effect::Members(effect) => words::standing_effect(effect),
        Effect::Relation(effect) => words::relation_effect(effect),
        Effect::NameParty { case, member } => format!("name {member} a party to the dispute about {case}"),
    };
    let out: Vec<&str> = row.not_taking_part.iter().map(MemberCode::as_str).collect();
    let verdict: Option<String> = row.verdict.as_ref().map(|verdict| words::verdict(verdict, charter));
    vec![
        Cell::Number(u64::from(row.decision.0)),
        Cell::text(row.title.as_str()),
        Cell::Number(u64::from(row.version)),
        Cell::text(effect),
        Cell::text(row.rule.as_str()),
        Cell::text(row.mover.as_str()),
        Cell::words(out.join(" ")),
        row.closes.map_or(Cell::Empty, Cell::At),
        Cell::text(row.stage),
        Cell::shown(verdict),
    ]
}
