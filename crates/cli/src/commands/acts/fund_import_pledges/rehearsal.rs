//! What the rules say of a command, tried on a rehearsal after those before it.

use quorate_partnership::{Authentic, Command, CommandId, Moment, Partnership, Post, Refused, fund};
use quorate_records::{Cell, Records, Register};

use crate::session::Session;

/// What the rehearsal came to.
pub(super) enum Found {
    /// It would be put on record, in the place of what stands there, if anything does.
    New { before: Option<String> },
    /// The record says it already.
    Same,
    /// A rule refuses it.
    Refused(Refused),
    /// It would not be ordered.
    NotTaken(String),
}

/// A copy of the partnership with its registers, to try commands on.
pub(super) struct Rehearsal {
    partnership: Partnership,
    records: Records,
    post: Post,
    next: Moment,
    given: u64,
}

/// How long a command stands, in milliseconds: longer than the rehearsal takes.
const STANDS: u64 = 60 * 60 * 1000;

impl Rehearsal {
    pub(super) fn of(session: &Session, post: Post) -> Rehearsal {
        let node = session.node();
        let (partnership, records) = (node.partnership().rehearse(), node.records().clone());
        Rehearsal { partnership, records, post, next: node.next_moment(), given: 0 }
    }

    /// Gives a command in a block of its own.
    pub(super) fn finds(&mut self, command: &Command) -> Found {
        let before = self.stands(command);
        self.given = self.given.saturating_add(1);
        let mut id = [0; 32];
        for (place, byte) in id.iter_mut().zip(self.given.to_be_bytes()) {
            *place = byte;
        }
        let expires = Moment(self.next.0.saturating_add(STANDS));
        let presumed = Authentic::presumed(CommandId(id), self.post, expires, command.clone());
        let stepped = match self.partnership.step_presumed(self.next, &[presumed]) {
            Ok(stepped) => stepped,
            Err(why) => return Found::NotTaken(why.to_string()),
        };
        self.next = Moment(self.next.0.saturating_add(1));
        for booked in &stepped.booked {
            self.records.hear(booked);
        }
        match stepped.outcomes.into_iter().find_map(|outcome| outcome.refusal) {
            Some(refusal) => Found::Refused(refusal.told(self.partnership.charter())),
            None if before.is_some() && before == self.stands(command) => Found::Same,
            None => Found::New { before: before.map(|cells| shown(&cells)) },
        }
    }

    /// What stands on record where the command would put something.
    fn stands(&self, command: &Command) -> Option<Vec<Cell>> {
        let (register, of, keys): (_, _, &[&str]) = match command {
            Command::Fund(fund::Command::Indicate(indicate)) => {
                (Register::Plan, indicate.of, &["standing", "amount", "source"])
            }
            _ => (Register::Pledges, self.post.member, &["amount", "condition", "lapses"]),
        };
        let table = self.records.register(register);
        let cells: Option<Vec<Cell>> =
            keys.iter().map(|key| table.find(&[of.as_str()], key).cloned()).collect();
        // Of a member that announced nothing the plan says so.
        cells.filter(|cells| register != Register::Plan || cells.last() != Some(&Cell::Empty))
    }
}

/// What stands there, in a few words.
fn shown(cells: &[Cell]) -> String {
    let word = |cell: &Cell| match cell {
        Cell::Empty => None,
        cell => Some(cell.readable()),
    };
    let words: Vec<String> = cells.iter().filter_map(word).collect();
    if words.is_empty() { "an amount not stated".into() } else { words.join(", ") }
}
