//! The members on which it hangs: the worst that could default, and how few would be enough.

use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::ladder::Rung;

/// The most members that are named as a smallest set; of more, only how many.
const MOST_NAMED: usize = 3;

/// The members whose default would cost most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worst {
    /// The members; fewer than asked for where no more owe anything.
    pub members: Vec<MemberCode>,
    /// What would not come.
    pub lost: i128,
    /// What would be left; below zero, what it would be short by.
    pub left: i128,
}

/// The smallest set of members by whose default not all approved help could be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Smallest {
    /// It cannot be paid though all pay.
    Nobody,
    /// These; of several sets of that size the one that would cost most.
    Members(Vec<MemberCode>),
    /// So many, more than are named.
    More(usize),
    /// No set: the money is there.
    None,
}

impl Rung {
    /// The worst so many that could default. What they owe adds up, so that the worst are those that owe most.
    #[must_use]
    pub fn without(&self, count: usize) -> Worst {
        let worst = self.members.get(..count).unwrap_or(&self.members);
        let lost = worst.iter().fold(0_i128, |sum, (_, minor)| sum.saturating_add(*minor));
        let members = worst.iter().map(|(member, _)| *member).collect();
        Worst { members, lost, left: self.left().saturating_sub(lost) }
    }

    /// How few would have to default so that not all approved help could be paid.
    #[must_use]
    pub fn smallest(&self) -> Smallest {
        if !self.is_payable() {
            return Smallest::Nobody;
        }
        let short = (1..=self.members.len()).map(|count| self.without(count)).find(|worst| worst.left < 0);
        match short {
            None => Smallest::None,
            Some(worst) if worst.members.len() > MOST_NAMED => Smallest::More(worst.members.len()),
            Some(worst) => Smallest::Members(worst.members),
        }
    }
}
