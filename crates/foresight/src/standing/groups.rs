//! The smallest groups that block or adopt, one after the other.

use alloc::vec::Vec;

use quorate_charter::{Body, MemberCode};
use quorate_voting::{Effort, Formula, Minimal, minimal_adopting, minimal_blocking};

use super::Table;

/// What a group does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It stops what all others are in favour of.
    Blocking,
    /// It adopts though all others stay away.
    Adopting,
}

/// Groups of which nobody can be spared, the smallest first: as many as were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// The groups, by size and then in the order of the codes.
    pub groups: Vec<Vec<MemberCode>>,
    /// Whether these are all that there are.
    pub are_all: bool,
}

impl Groups {
    /// The first groups of a kind, at most `limit` of them, where this member does not take part.
    ///
    /// The search has a bound: it may stop with fewer than asked for, and then [`Groups::are_all`] is `false`. `None`
    /// as for [`Standing::of`](super::Standing::of).
    #[must_use]
    pub fn of(
        body: &Body,
        formula: &Formula,
        out: Option<MemberCode>,
        kind: Kind,
        limit: usize,
    ) -> Option<Groups> {
        let table = Table::of(body, out)?;
        let search = match kind {
            Kind::Blocking => minimal_blocking,
            Kind::Adopting => minimal_adopting,
        };
        let mut search: Minimal = search(formula, &table.roll, Effort::default()).ok()?;
        let mut groups = Vec::new();
        while groups.len() < limit {
            match search.next() {
                Some(Ok(group)) => groups.push(table.codes(&group)),
                Some(Err(_)) => return Some(Groups { groups, are_all: false }),
                None => return Some(Groups { groups, are_all: true }),
            }
        }
        // One more is looked for, to know whether there is one.
        Some(Groups { groups, are_all: search.next().is_none() })
    }
}
