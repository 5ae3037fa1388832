//! Every vote, changed ones included.

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
    stands: bool,
    command: CommandId,
}

/// Votes in the order in which they were ordered.
#[derive(Clone, Debug)]
pub(crate) struct Votes {
    rows: Vec<Row>,
}

impl Votes {
    pub(super) fn new(_: &Charter) -> Votes {
        Votes { rows: Vec::new() }
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        let (Event::Decisions(decisions::Event::Voted { decision, member, choice, replaces }), Some(by)) =
            (&booked.event, booked.by)
        else {
            return;
        };
        if let Some(replaced) = replaces
            && let Some(row) = self.rows.iter_mut().find(|row| row.command == *replaced)
        {
            row.stands = false;
        }
        let (decision, member, choice) = (*decision, *member, *choice);
        self.rows.push(Row { decision, member, choice, at: booked.at, stands: true, command: by.command });
    }

    pub(crate) fn standing(&self, decision: DecisionNo, member: MemberCode) -> Option<CommandId> {
        let stands = |row: &&Row| row.stands && row.decision == decision && row.member == member;
        self.rows.iter().find(stands).map(|row| row.command)
    }

    pub(super) fn table(&self, _: &Charter) -> Table {
        let cells = |row: &Row| {
            vec![
                Cell::Number(u64::from(row.decision.0)),
                Cell::text(row.member.as_str()),
                Cell::text(row.choice.name()),
                Cell::At(row.at),
                Cell::text(if row.stands { "yes" } else { "replaced" }),
                Cell::shown(Some(row.command)),
            ]
        };
        Table { name: "votes", columns: COLUMNS, rows: self.rows.iter().map(cells).collect() }
    }
}
