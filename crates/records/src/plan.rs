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

/// How far the plan has come, in minor units of the fund's currency: each member counts for the greater of what it announced and
/// what it signed, and no other's words make up for its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The target of the charter.
    pub target: Money,
    /// What came from members, less what went back.
    pub paid: i128,
    /// What members signed: paid in and callable.
    pub signed: i128,
    /// What members signed, or announced beyond that.
    pub promised: i128,
}

impl Progress {
    /// What is announced or signed, and not paid.
    #[must_use]
    pub fn unpaid(&self) -> i128 {
        self.promised.saturating_sub(self.paid).max(0)
    }

    /// What is announced beyond what is signed.
    #[must_use]
    pub fn only_announced(&self) -> i128 {
        self.promised.saturating_sub(self.signed)
    }

    /// What nobody signed or announced, of the target.
    #[must_use]
    pub fn open(&self) -> i128 {
        self.target.minor().saturating_sub(self.promised).max(0)
    }
}
