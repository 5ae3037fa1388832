//! Every vote, objection and proxy, changed ones included.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::decisions::{self, Reserve};
use quorate_partnership::{Booked, CommandId, DecisionNo, Event, Moment, Phrase};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("decision", "Decision"),
    column("member", "Member"),
    column("vote", "Vote"),
    column("at", "At"),
    column("stands", "Stands"),
    column("reserve", "To be confirmed"),
    column("explanation", "Explanation"),
    column("command", "Command"),
];

#[derive(Clone, Debug)]
struct Row {
    decision: DecisionNo,
    member: MemberCode,
    vote: String,
    at: Moment,
    stands: &'static str,
    reserve: Option<Reserve>,
    explanation: Option<Phrase>,
    command: CommandId,
}

/// What a member has of each kind: a vote or an objection, and a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Vote,
    Proxy,
}

/// Votes in the order in which they were ordered.
#[derive(Clone, Debug)]
pub(crate) struct Votes {
    rows: Vec<Row>,
    /// Of each decision, and of each member in it, the row of what stands.
    standing: BTreeMap<DecisionNo, BTreeMap<(MemberCode, Kind), usize>>,
}

impl Votes {
    pub(super) fn new(_: &Charter) -> Votes {
        Votes { rows: Vec::new(), standing: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let Event::Decisions(event) = &booked.event else { return };
        if let decisions::Event::Closed { decision, .. } = event {
            return self.close(*decision);
        }
        let Some(by) = booked.by else { return };
        let row = |decision: &DecisionNo, member: &MemberCode, vote: String| Row {
            decision: *decision,
            member: *member,
            vote,
            at: booked.at,
            stands: "yes",
            reserve: None,
            explanation: None,
            command: by.command,
        };
        match event {
            decisions::Event::Voted { decision, member, choice, explanation, reserve, .. } => {
                let (explanation, reserve) = (explanation.clone(), *reserve);
                let vote = row(decision, member, choice.name().into());
                self.add(Kind::Vote, "replaced", Row { explanation, reserve, ..vote });
            }
            decisions::Event::Objected { decision, member, reason, .. } => {
                let explanation = Some(reason.clone());
                let objection = row(decision, member, "objects".into());
                self.add(Kind::Vote, "replaced", Row { explanation, ..objection });
            }
            decisions::Event::ProxyGiven { decision, member, holder } => {
                self.add(Kind::Proxy, "ended", row(decision, member, format!("proxy to {holder}")));
            }
            decisions::Event::ProxyEnded { decision, member, .. } => {
                self.end(*decision, (*member, Kind::Proxy), "ended");
            }
            _ => {}
        }
    }

    /// A vote names the one that it replaces (D7), which is the one that stands.
    fn add(&mut self, kind: Kind, before: &'static str, row: Row) {
        let key = (row.member, kind);
        self.end(row.decision, key, before);
        self.standing.entry(row.decision).or_default().insert(key, self.rows.len());
        self.rows.push(row);
    }

    fn end(&mut self, decision: DecisionNo, key: (MemberCode, Kind), how: &'static str) {
        let stood = self.standing.get_mut(&decision).and_then(|standing| standing.remove(&key));
        if let Some(row) = stood.and_then(|at| self.rows.get_mut(at)) {
            row.stands = how;
        }
    }

    /// What was to be confirmed, and was not.
    fn close(&mut self, decision: DecisionNo) {
        for at in self.standing.get(&decision).into_iter().flat_map(BTreeMap::values) {
            if let Some(row) = self.rows.get_mut(*at).filter(|row| row.reserve.is_some()) {
                row.stands = "not confirmed";
            }
        }
    }

    pub(crate) fn standing(&self, decision: DecisionNo, member: MemberCode) -> Option<CommandId> {
        let at = *self.standing.get(&decision)?.get(&(member, Kind::Vote))?;
        self.rows.get(at).map(|row| row.command)
    }

    /// What the member said beside what stands: beside its vote, or why it objects.
    pub(crate) fn explanation(&self, decision: DecisionNo, member: MemberCode) -> Option<&Phrase> {
        let at = *self.standing.get(&decision)?.get(&(member, Kind::Vote))?;
        self.rows.get(at)?.explanation.as_ref()
    }

    pub(super) fn table(&self, _: &Charter, part: &Extract) -> Table {
        let rows = part.of(self.rows.len(), self.rows.iter()).map(cells).collect();
        Table { name: "votes", columns: COLUMNS, rows }
    }

    /// The votes on one decision alone.
    pub(crate) fn on(&self, decision: DecisionNo) -> Table {
        let rows = self.rows.iter().filter(|row| row.decision == decision).map(cells).collect();
        Table { name: "votes", columns: COLUMNS, rows }
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    vec![
        Cell::Number(u64::from(row.decision.0)),
        Cell::text(row.member.as_str()),
        Cell::text(row.vote.clone()),
        Cell::At(row.at),
        Cell::text(row.stands),
        row.reserve.map_or(Cell::Empty, |reserve| Cell::text(reserve.name())),
        row.explanation.as_ref().map_or(Cell::Empty, |text| Cell::text(text.as_str())),
        Cell::shown(Some(row.command)),
    ]
}
