//! Every vote, changed ones included.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_partnership::decisions::{self, Choice};
use quorate_partnership::{Booked, CommandId, DecisionNo, Event, Moment};

use super::column;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("decision", "Decision"),
    column("member", "Member"),
    column("vote", "Vote"),
    column("at", "At"),
    column("stands", "Stands"),
    column("command", "Command"),
];

#[derive(Clone, Debug)]
struct Row {
    decision: DecisionNo,
    member: MemberCode,
    choice: Choice,
    at: Moment,
    command: CommandId,
}

/// Votes in the order in which they were ordered.
#[derive(Clone, Debug)]
pub(crate) struct Votes {
    rows: Vec<Row>,
    /// Of each decision and member, the row of the vote that stands.
    standing: BTreeMap<(DecisionNo, MemberCode), usize>,
}

impl Votes {
    pub(super) fn new(_: &Charter) -> Votes {
        Votes { rows: Vec::new(), standing: BTreeMap::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let (Event::Decisions(decisions::Event::Voted { decision, member, choice, .. }), Some(by)) =
            (&booked.event, booked.by)
        else {
            return;
        };
        let (decision, member, choice) = (*decision, *member, *choice);
        // A vote names the one that it replaces (D7), which is the one that stands.
        self.standing.insert((decision, member), self.rows.len());
        self.rows.push(Row { decision, member, choice, at: booked.at, command: by.command });
    }

    pub(crate) fn standing(&self, decision: DecisionNo, member: MemberCode) -> Option<CommandId> {
        self.standing_row(decision, member).and_then(|at| self.rows.get(at)).map(|row| row.command)
    }

    fn standing_row(&self, decision: DecisionNo, member: MemberCode) -> Option<usize> {
        self.standing.get(&(decision, member)).copied()
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        let cells = |(at, row): (usize, &Row)| {
            let stands = self.standing_row(row.decision, row.member) == Some(at);
            vec![
                Cell::Number(u64::from(row.decision.0)),
                Cell::text(row.member.as_str()),
                Cell::text(row.choice.name()),
                Cell::At(row.at),
                Cell::text(if stands { "yes" } else { "replaced" }),
                Cell::shown(Some(row.command)),
            ]
        };
        Table { name: "votes", columns: COLUMNS, rows: self.rows.iter().enumerate().map(cells).collect() }
    }
}
