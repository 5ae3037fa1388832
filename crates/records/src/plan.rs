//! What members announced, against the target: the plan in figures.

use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

/// One member's place in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The member.
    pub member: MemberCode,
    /// `announced`, `expected` or `not stated`.
    pub standing: &'static str,
    /// How much, if an amount is known.
    pub amount: Option<Money>,
    /// Where it is known from.
    pub source: Option<String>,
}

/// The plan: none of it binds anyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The target of the charter.
    pub target: Money,
    /// The sum of the known amounts that were announced, all of them; `None` if it is beyond what can be counted.
    /// Rule F15 lets no amount be above the target, so that what members announce adds up.
    pub announced: Option<Money>,
    /// What is open; nothing when more than the target is announced, `None` if that sum is not known.
    pub open: Option<Money>,
    /// Every member, those that announced most first.
    pub shares: Vec<Share>,
}
