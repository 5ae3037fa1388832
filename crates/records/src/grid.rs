//! The first question: a member asks for help; can one other member stop it?

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use quorate_charter::{Charter, Interest, MemberCode};
use quorate_voting::{Alone, Conduct, alone};

/// What happens when one member asks and one other alone refuses, all others being in favour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The member that asks cannot refuse its own request.
    Itself,
    /// Adopted all the same.
    Adopted,
    /// Adopted by the blocking-minority clause.
    ByClause,
    /// Blocked, in the worst of the ways to refuse.
    Blocked(Conduct),
}

/// Who asks by who alone refuses, by brute force over the ways to refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The members, in the order of rows and columns.
    pub members: Vec<MemberCode>,
    /// A row for each member that asks: an answer for each member that refuses.
    pub rows: Vec<Vec<Answer>>,
}

impl Grid {
    /// The grid of a charter's rule of assistance; `None` if its roll cannot be formed, which a checked charter's can.
    #[must_use]
    pub fn of(charter: &Charter) -> Option<Grid> {
        let members: Vec<MemberCode> = charter.members().map(|(member, _)| member).collect();
        let rows = members.iter().map(|asks| row(charter, &members, *asks)).collect::<Option<_>>()?;
        Some(Grid { members, rows })
    }

    /// How many of the pairs of two different members are blocked.
    #[must_use]
    pub fn blocked(&self) -> usize {
        let answers = self.rows.iter().flatten();
        answers.filter(|answer| matches!(answer, Answer::Blocked(_))).count()
    }

    /// How many pairs of two different members there are.
    #[must_use]
    pub fn pairs(&self) -> usize {
        self.rows.iter().flatten().filter(|answer| **answer != Answer::Itself).count()
    }

    /// The members that alone can block at least one other member's request.
    #[must_use]
    pub fn blockers(&self) -> Vec<MemberCode> {
        let blocks =
            |column: usize| self.rows.iter().any(|row| matches!(row.get(column), Some(Answer::Blocked(_))));
        self.members
            .iter()
            .enumerate()
            .filter(|(column, _)| blocks(*column))
            .map(|(_, member)| *member)
            .collect()
    }
}

fn row(charter: &Charter, members: &[MemberCode], asks: MemberCode) -> Option<Vec<Answer>> {
    let rule = charter.cases().rule();
    let left_out =
        if rule.leaves_out(Interest::Beneficiary) { BTreeSet::from([asks]) } else { BTreeSet::new() };
    let roll = charter.roll(&left_out).ok()?;
    let answer = |(seat, refuses): (usize, &MemberCode)| {
        if *refuses == asks {
            return Some(Answer::Itself);
        }
        match alone(rule.formula(), &roll, seat).ok()? {
            Alone::Adopted => Some(Answer::Adopted),
            Alone::AdoptedByClause => Some(Answer::ByClause),
            Alone::Blocked(conduct) => Some(Answer::Blocked(conduct)),
            Alone::NotTakingPart => Some(Answer::Itself),
        }
    };
    members.iter().enumerate().map(answer).collect()
}
