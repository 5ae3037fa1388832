//! A charter that has been read and checked.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use quorate_voting::{Roll, RollError, Seat};

use crate::articles::{
    CallsArticle, CasesArticle, ContributionsArticle, DecisionsArticle, FundArticle, LimitsArticle,
    MembershipArticle, OfficesArticle, PaymentsArticle,
};
use crate::fault::Faults;
use crate::member::MemberCode;
use crate::rule::{Rule, RuleName};

/// The longest text of a charter that is read, in bytes.
pub const MAX_CHARTER_BYTES: usize = 256 * 1024;
/// The most members that a charter may have.
pub const MAX_MEMBERS: usize = 200;

/// A text in the partnership's two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// A member State, as the charter names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub(crate) name: Title,
    /// One weight a measure, in the order of the measures.
    pub(crate) weights: Vec<u64>,
}

impl Member {
    /// The State's name.
    #[must_use]
    pub fn name(&self) -> &Title {
        &self.name
    }

    /// The member's weights, in the order of [`Charter::measures`].
    #[must_use]
    pub fn weights(&self) -> &[u64] {
        &self.weights
    }
}

/// A measure by which votes weigh, such as population.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub(crate) name: RuleName,
    pub(crate) unit: String,
    pub(crate) source: String,
}

impl Measure {
    /// The measure's name, as the rules use it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// What is counted.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// Where the figures come from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// What the articles say: read from a text by [`Charter::read`], and whole, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
    pub(crate) title: Title,
    pub(crate) members: BTreeMap<MemberCode, Member>,
    pub(crate) measures: Vec<Measure>,
    pub(crate) rules: BTreeMap<RuleName, Rule>,
    pub(crate) fund: FundArticle,
    pub(crate) membership: MembershipArticle,
    pub(crate) offices: OfficesArticle,
    pub(crate) decisions: DecisionsArticle,
    pub(crate) contributions: ContributionsArticle,
    pub(crate) cases: CasesArticle,
    pub(crate) calls: CallsArticle,
    pub(crate) payments: PaymentsArticle,
    pub(crate) limits: LimitsArticle,
}

impl Charter {
    /// Reads a charter from its text.
    ///
    /// # Errors
    /// Everything that is wrong in the text, with the place of each fault; a text longer than
    /// [`MAX_CHARTER_BYTES`] is not read at all.
    pub fn read(text: &str) -> Result<Charter, Faults> {
        crate::text::read(text)
    }

    /// The charter's title.
    #[must_use]
    pub fn title(&self) -> &Title {
        &self.title
    }

    /// The members, in the order of their codes. This is also the order of seats in a roll.
    pub fn members(&self) -> impl ExactSizeIterator<Item = (MemberCode, &Member)> {
        self.members.iter().map(|(code, member)| (*code, member))
    }

    /// The member with this code.
    #[must_use]
    pub fn member(&self, code: MemberCode) -> Option<&Member> {
        self.members.get(&code)
    }

    /// The declared measures, in the order of their names. The number of members is not among them: it is
    /// [`quorate_voting::Measure::MEMBERS`], and the first here is measure 1.
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The name of a formula's measure: `members`, or the declared name.
    #[must_use]
    pub fn measure_name(&self, measure: quorate_voting::Measure) -> &str {
        match usize::from(measure.0).checked_sub(1) {
            None => "members",
            Some(index) => self.measures.get(index).map_or("an undeclared measure", Measure::name),
        }
    }

    /// The rule of decision with this name.
    #[must_use]
    pub fn rule(&self, name: &RuleName) -> Option<&Rule> {
        self.rules.get(name)
    }

    /// All rules of decision, in the order of their names.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &Rule> {
        self.rules.values()
    }

    /// The roll of seats for a decision in which these members do not take part: a seat a member, in the order
    /// of their codes.
    ///
    /// # Errors
    /// [`RollError`] as the voting crate gives it; a checked charter has none.
    pub fn roll(&self, not_taking_part: &BTreeSet<MemberCode>) -> Result<Roll, RollError> {
        let seat = |(code, member): (&MemberCode, &Member)| Seat {
            participating: !not_taking_part.contains(code),
            weights: member.weights.clone(),
        };
        let measures = u16::try_from(self.measures.len()).unwrap_or(u16::MAX);
        Roll::new(measures, self.members.iter().map(seat).collect())
    }

    /// Article: the fund.
    #[must_use]
    pub fn fund(&self) -> &FundArticle {
        &self.fund
    }

    /// Article: membership.
    #[must_use]
    pub fn membership(&self) -> &MembershipArticle {
        &self.membership
    }

    /// Article: offices.
    #[must_use]
    pub fn offices(&self) -> &OfficesArticle {
        &self.offices
    }

    /// Article: decisions.
    #[must_use]
    pub fn decisions(&self) -> &DecisionsArticle {
        &self.decisions
    }

    /// Article: contributions.
    #[must_use]
    pub fn contributions(&self) -> &ContributionsArticle {
        &self.contributions
    }

    /// Article: cases of assistance.
    #[must_use]
    pub fn cases(&self) -> &CasesArticle {
        &self.cases
    }

    /// Article: calls.
    #[must_use]
    pub fn calls(&self) -> &CallsArticle {
        &self.calls
    }

    /// Article: payments.
    #[must_use]
    pub fn payments(&self) -> &PaymentsArticle {
        &self.payments
    }

    /// Article: limits.
    #[must_use]
    pub fn limits(&self) -> &LimitsArticle {
        &self.limits
    }
}
