//! A scenario: what is assumed.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::chance::seed;

/// What is assumed of everybody and everything. All shares are per mille.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    pub(crate) title: String,
    pub(crate) charter: String,
    pub(crate) quarters: u32,
    pub(crate) digest: [u8; 32],
    /// What holds of every member of which nothing else is said.
    pub(crate) usual: Member,
    pub(crate) members: BTreeMap<MemberCode, Member>,
    /// What is said of a member alone, by its word, and does not follow what is usual.
    pub(crate) own: BTreeSet<(MemberCode, &'static str)>,
    pub(crate) outside: Outside,
    pub(crate) model: Model,
    pub(crate) events: Vec<Event>,
    /// What must fit the charter, and where it stands: members and amounts.
    pub(crate) named: Vec<(MemberCode, Range<usize>)>,
    pub(crate) amounts: Vec<(Money, Range<usize>)>,
}

impl Scenario {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The charter's file, as the scenario names it.
    #[must_use]
    pub fn charter(&self) -> &str {
        &self.charter
    }

    /// The seed of a run, of the seed that was given and its number.
    #[must_use]
    pub fn seed(&self, given: u64, run: u64) -> u64 {
        seed(&self.digest, 0, given, run)
    }

    /// How many quarters a run has.
    #[must_use]
    pub fn quarters(&self) -> u32 {
        self.quarters
    }

    /// What happens beside what members do.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Where its numbers are from, each source once; those of events stand with the events.
    #[must_use]
    pub fn sources(&self) -> BTreeSet<&str> {
        let members = self.members.values().chain([&self.usual]).map(|member| member.source.as_str());
        members.chain([self.outside.source.as_str(), self.model.source.as_str()]).collect()
    }

    /// What is assumed of a member.
    #[must_use]
    pub fn member(&self, member: MemberCode) -> &Member {
        self.members.get(&member).unwrap_or(&self.usual)
    }
}

/// How a member is assumed to behave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Towards others, from -1000 to 1000, where nothing else is said.
    pub affinity: i64,
    /// Towards some others.
    pub towards: BTreeMap<MemberCode, i64>,
    /// What giving costs it at home.
    pub cost: i64,
    /// The threat under which it is.
    pub threat: i64,
    /// Its chance to ask for help in a quarter.
    pub need: i64,
    /// How far the outside power reaches it.
    pub reliance: i64,
    /// It pays at most so many days late.
    pub delay: u64,
    /// Its chance to pay nothing in a quarter.
    pub hazard: i64,
    /// It wants to leave where its attachment is below this.
    pub leaves_below: i64,
    /// What it pays in at the beginning.
    pub paid_in: Money,
    /// What it can be called for.
    pub callable: Money,
    /// How much it counts among the others by what it can do, in whole numbers of any measure, the same for all.
    pub capability: i64,
    /// Where these numbers are from.
    pub source: String,
}

/// What an outside power does, which has no vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// On members not to help.
    pub pressure: i64,
    /// Of what members rely on it for, so that they need help.
    pub withholding: i64,
    /// Of the threat.
    pub moderation: i64,
    /// Where these numbers are from.
    pub source: String,
}

/// What is the same for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// How much any support is raised or lowered by chance, at most.
    pub noise: i64,
    /// Support so little below none is an abstention and no vote against.
    pub margin: i64,
    /// How much affinity one vote or one default moves.
    pub learns: i64,
    /// What of the threat is added to the chance to ask.
    pub need_by_threat: i64,
    /// What of cost and pressure is added to the chance to pay nothing.
    pub hazard_by_strain: i64,
    /// After so many quarters in a row in which it wants to, a member gives notice.
    pub leaves_after: u32,
    /// Members vote at most so many days after the opening.
    pub answer_days: u64,
    /// The bank carries a payment out after so many days.
    pub bank_days: u64,
    /// What is asked for at a time.
    pub request: Money,
    /// A call is moved where less than this is available.
    pub keep: Money,
    /// What is called at a time.
    pub call: Money,
    /// Where these numbers are from.
    pub source: String,
}

/// What happens in some quarters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What an experiment calls it by, with all others of the same name.
    pub name: Option<String>,
    /// The first quarter, from 1.
    pub from: u32,
    /// The last.
    pub until: u32,
    /// What it changes.
    pub what: What,
    /// By how much.
    pub by: i64,
    /// Of whom; of all, where nobody is named.
    pub member: Option<MemberCode>,
    /// Towards whom, of affinity.
    pub towards: Option<MemberCode>,
    /// What it is.
    pub why: String,
    /// Where the number is from.
    pub source: String,
}

/// What an event changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The outside power's pressure.
    Pressure,
    /// What the outside power withholds.
    Withholding,
    /// How far the outside power moderates.
    Moderation,
    /// Affinity.
    Affinity,
    /// Domestic cost.
    Cost,
    /// Threat.
    Threat,
    /// The chance to ask for help.
    Need,
    /// The chance to pay nothing.
    Hazard,
}

impl What {
    /// All of them.
    pub const ALL: [What; 8] = [
        What::Pressure,
        What::Withholding,
        What::Moderation,
        What::Affinity,
        What::Cost,
        What::Threat,
        What::Need,
        What::Hazard,
    ];

    /// Whether it is of the outside power, and of no member.
    #[must_use]
    pub const fn is_outside(self) -> bool {
        matches!(self, What::Pressure | What::Withholding | What::Moderation)
    }

    /// The word in a scenario.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            What::Pressure => "pressure",
            What::Withholding => "withholding",
            What::Moderation => "moderation",
            What::Affinity => "affinity",
            What::Cost => "cost",
            What::Threat => "threat",
            What::Need => "need",
            What::Hazard => "hazard",
        }
    }
}
