//! What is assumed to go wrong in a run.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

/// What goes wrong, all of it together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shock {
    /// These pay nothing more, from day 0 on.
    pub defaults: BTreeSet<MemberCode>,
    /// The others pay so many days after the day on which something is due.
    pub late: u32,
    /// Only this member is late.
    pub only_late: Option<MemberCode>,
    /// Everything in other currencies is exchanged on a day for so many per mille less than it had cost.
    pub fall: Option<(u32, u32)>,
    /// These ask for help too.
    pub requests: Vec<Request>,
}

impl Shock {
    /// These members pay nothing more.
    #[must_use]
    pub fn of(defaults: BTreeSet<MemberCode>) -> Shock {
        Shock { defaults, ..Shock::default() }
    }

    /// How late a member pays.
    pub(super) fn late(&self, member: MemberCode) -> u32 {
        if self.only_late.is_none_or(|only| only == member) { self.late } else { 0 }
    }
}

/// Help that is asked for beside what is promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it is called.
    pub name: String,
    /// Who asks.
    pub to: MemberCode,
    /// From which day on the others know of it, so that they can call in time.
    pub known: u32,
    /// The day on which it is asked for.
    pub asks: u32,
    /// The day on which it is to be paid at the latest.
    pub by: u32,
    /// How much.
    pub amount: Money,
}

/// What members call for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calls {
    /// Nothing: what is there is there.
    None,
    /// What is missing for what is promised, in time.
    AsNeeded,
    /// On day 0, all that can be called.
    All,
}
