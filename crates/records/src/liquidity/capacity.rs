//! What could be newly approved now, and still be paid if the worst members defaulted.

use alloc::collections::BTreeSet;

use quorate_charter::MemberCode;

use super::ladder::{HORIZONS, Liquidity};
use super::worst::Worst;

/// The answer for so many members that default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// How many.
    pub defaulting: usize,
    /// The worst so many, on the rung that leaves least.
    pub worst: Worst,
    /// Commitment authority: no more can be approved whatever money there is.
    pub authority: i128,
    /// What could be newly approved, and still be paid on every day from today on.
    pub capacity: i128,
    /// What a call decided now could bring, if those that are left to call most of default too. It is not counted.
    pub callable: i128,
}

impl Liquidity {
    /// What could be approved now, and still be paid if so many of the worst default beside those that are assumed to.
    #[must_use]
    pub fn capacity(&self, defaulting: usize, defaults: &BTreeSet<MemberCode>) -> Capacity {
        let ladder = self.ladder(&HORIZONS, defaults);
        let worst = ladder.rungs.iter().map(|rung| rung.without(defaulting)).min_by_key(|worst| worst.left);
        let worst = worst.unwrap_or(Worst { members: alloc::vec::Vec::new(), lost: 0, left: 0 });
        let authority = self.authority.max(0);
        let capacity = worst.left.clamp(0, authority);
        Capacity { defaulting, worst, authority, capacity, callable: self.callable(defaulting, defaults) }
    }

    /// What a call decided now could bring, from those not assumed to default, without the greatest so many of them.
    #[must_use]
    pub fn callable(&self, without: usize, defaults: &BTreeSet<MemberCode>) -> i128 {
        let called = self.callable.iter().filter(|(member, _)| !defaults.contains(*member));
        let mut amounts: alloc::vec::Vec<i128> = called.map(|(_, minor)| *minor).collect();
        amounts.sort_unstable_by_key(|minor| core::cmp::Reverse(*minor));
        amounts.iter().skip(without).fold(0, |sum, minor| sum.saturating_add(*minor))
    }
}
