//! What came of a run.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_partnership::RuleId;

use super::figures::Rung;

/// What came of a run. Amounts in the smallest units of the fund's currency, days from day 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What the books said on each of [`HORIZONS`](super::HORIZONS).
    pub rungs: Vec<Rung>,
    /// What became of everything promised, in the order of the plan; then of what was asked for beside it.
    pub served: Vec<Served>,
    /// What was asked of each member by calls, and in the place of others.
    pub called: BTreeMap<MemberCode, i128>,
    /// What each can still be called for at the end.
    pub left: BTreeMap<MemberCode, i128>,
    /// The most by which what was missing was more than what all that were not in default could be called for.
    pub beyond: i128,
    /// Who came to be in default, and on which day first.
    pub in_default: BTreeMap<MemberCode, u32>,
    /// What other currencies brought less than they had cost.
    pub lost: i128,
    /// What rules refused, by rule.
    pub refused: BTreeMap<RuleId, u64>,
    /// Commands that were given.
    pub commands: u64,
    /// Whether the books balance at the end.
    pub balanced: bool,
}

impl Outcome {
    /// What is not paid in time, by its place among what is served.
    pub fn failing(&self) -> impl Iterator<Item = usize> + '_ {
        self.served.iter().enumerate().filter(|(_, served)| !served.holds()).map(|(place, _)| place)
    }

    /// What was asked of a member.
    #[must_use]
    pub fn called(&self, member: MemberCode) -> i128 {
        self.called.get(&member).copied().unwrap_or_default()
    }
}

/// What became of something promised or asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// Its name.
    pub name: String,
    /// To whom.
    pub to: MemberCode,
    /// The day on which it is asked for.
    pub asks: u32,
    /// The day on which it was approved.
    pub approved: Option<u32>,
    /// The rule that refused what it needed, last.
    pub refused: Option<RuleId>,
    /// Its parts.
    pub tranches: Vec<Tranche>,
}

impl Served {
    /// Whether every part was paid in time.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.tranches.iter().all(Tranche::is_in_time)
    }

    /// All parts together.
    #[must_use]
    pub fn amount(&self) -> i128 {
        self.tranches.iter().fold(0, |sum, tranche| sum.saturating_add(tranche.amount))
    }
}

/// A part of what is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tranche {
    /// How much.
    pub amount: i128,
    /// The day on which it is to be paid at the latest.
    pub by: u32,
    /// The day on which it was paid; none, if it was not by the last day.
    pub paid: Option<u32>,
}

impl Tranche {
    /// Whether it was paid on its day at the latest.
    #[must_use]
    pub fn is_in_time(&self) -> bool {
        self.paid.is_some_and(|paid| paid <= self.by)
    }
}
