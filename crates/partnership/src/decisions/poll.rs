//! An open vote: everything that decides it was frozen when it was opened.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode, Rule};
use quorate_voting::{Conduct, Formula, Roll, Tally, Verdict};

use super::event::Counted;
use super::vote::Choice;
use crate::ids::CommandId;
use crate::moment::Moment;

/// The rule, the members, their weights and who takes part, as they stood at the opening, and the votes since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Poll {
    formula: Formula,
    roll: Roll,
    seats: Vec<MemberCode>,
    opened: Moment,
    closes: Moment,
    votes: BTreeMap<MemberCode, (Choice, CommandId)>,
}

/// A roll or formula that does not fit; a checked charter has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Uncountable;

impl Poll {
    pub(super) fn open(
        charter: &Charter,
        rule: &Rule,
        (participating, not_taking_part): (&[MemberCode], &[MemberCode]),
        opened: Moment,
        closes: Moment,
    ) -> Result<Poll, Uncountable> {
        let [taking_part, left_out]: [BTreeSet<MemberCode>; 2] =
            [participating, not_taking_part].map(|members| members.iter().copied().collect());
        let roll = charter.roll_of(&taking_part, &left_out).map_err(|_| Uncountable)?;
        rule.formula().fits(&roll).map_err(|_| Uncountable)?;
        let seats = taking_part.union(&left_out).copied().collect();
        Ok(Poll { formula: rule.formula().clone(), roll, seats, opened, closes, votes: BTreeMap::new() })
    }

    /// When the vote was opened: the moment from which nothing that decides it, or that it binds, changes.
    pub(super) fn opened(&self) -> Moment {
        self.opened
    }

    /// The first moment at which no vote counts any more.
    pub(super) fn closes(&self) -> Moment {
        self.closes
    }

    pub(super) fn takes_part(&self, member: MemberCode) -> bool {
        let seat = self.seats.binary_search(&member).ok();
        seat.and_then(|seat| self.roll.seats().get(seat)).is_some_and(|seat| seat.participating)
    }

    /// The command of the member's vote as it stands.
    pub(super) fn standing(&self, member: MemberCode) -> Option<CommandId> {
        self.votes.get(&member).map(|(_, command)| *command)
    }

    pub(super) fn record(&mut self, member: MemberCode, choice: Choice, command: CommandId) {
        self.votes.insert(member, (choice, command));
    }

    /// Counts the votes as they stand; whoever has not voted is absent.
    pub(super) fn verdict(&self) -> Result<Verdict, Uncountable> {
        let conduct = |member: &MemberCode| match self.votes.get(member) {
            Some((choice, _)) => choice.conduct(),
            None => Conduct::Absent,
        };
        let conducts: Vec<Conduct> = self.seats.iter().map(conduct).collect();
        let tally = Tally::count(&self.roll, &conducts).map_err(|_| Uncountable)?;
        self.formula.decide(&tally).map_err(|_| Uncountable)
    }

    /// The votes that count, one a member, in the order of their codes.
    pub(super) fn counted(&self) -> Vec<Counted> {
        let counted = |(member, (choice, command)): (&MemberCode, &(Choice, CommandId))| Counted {
            member: *member,
            choice: *choice,
            command: *command,
        };
        self.votes.iter().map(counted).collect()
    }
}
