//! A rule of decision, as an article gives it.

use alloc::collections::BTreeSet;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use quorate_voting::Formula;

use crate::name::{Name, NameError};
use crate::procedure::Procedure;

/// The name of a rule in a charter: `assistance`, `call`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleName(Name);

impl RuleName {
    /// The name of no rule, which no text can write: that of the rules of a charter without a fund.
    pub(crate) fn of_nothing() -> RuleName {
        RuleName(Name::of_nothing())
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for RuleName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<RuleName, NameError> {
        text.parse().map(RuleName)
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a member does not take part in a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interest {
    /// The decision is about help to that member.
    Beneficiary,
    /// The others decided that it is a party to the dispute about the case.
    Party,
    /// The decision is about that member itself: its place, its votes.
    MemberConcerned,
}

impl Interest {
    /// Every interest that a rule can name.
    pub const ALL: [Interest; 3] = [Interest::Beneficiary, Interest::Party, Interest::MemberConcerned];

    /// The words of the article.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Interest::Beneficiary => "beneficiary",
            Interest::Party => "party to the dispute",
            Interest::MemberConcerned => "member concerned",
        }
    }
}

/// A rule of decision: when a draft is adopted, who does not take part, and how the vote goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub(crate) name: RuleName,
    pub(crate) adopted_when: String,
    pub(crate) formula: Formula,
    pub(crate) not_taking_part: BTreeSet<Interest>,
    pub(crate) procedure: Option<Procedure>,
    pub(crate) essential: bool,
    pub(crate) source: Option<String>,
}

impl Rule {
    /// The rule's name in the charter.
    #[must_use]
    pub fn name(&self) -> &RuleName {
        &self.name
    }

    /// The words of the article: when a draft is adopted.
    #[must_use]
    pub fn adopted_when(&self) -> &str {
        &self.adopted_when
    }

    /// The same, as a formula over tallies. Its measures are those of [`Body::measures`](crate::Body::measures).
    #[must_use]
    pub fn formula(&self) -> &Formula {
        &self.formula
    }

    /// Whether a member with this interest is left out.
    #[must_use]
    pub fn leaves_out(&self, interest: Interest) -> bool {
        self.not_taking_part.contains(&interest)
    }

    /// How a draft comes to its outcome, and in what time. A charter's rule always says so; the rule of a
    /// [`Body`](crate::Body) may not.
    #[must_use]
    pub fn procedure(&self) -> Option<Procedure> {
        self.procedure
    }

    /// Whether nobody alone shall be able to block or to impose under this rule, which the charter promises unless
    /// it says otherwise.
    #[must_use]
    pub fn is_essential(&self) -> bool {
        self.essential
    }

    /// Where the rule stands, such as an article of a treaty; a charter's own rules need none.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }
}
