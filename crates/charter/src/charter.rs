//! A charter that has been read and checked.

use alloc::collections::BTreeSet;

use quorate_voting::{Roll, RollError};

use crate::articles::{
    AuditArticle, CallsArticle, CasesArticle, ContributionsArticle, DecisionsArticle, FundArticle,
    LimitsArticle, MembershipArticle, OfficesArticle, PaymentsArticle,
};
use crate::assessments::AssessmentsArticle;
use crate::beneficiaries::BeneficiariesArticle;
use crate::body::{Body, Measure, Member, Title};
use crate::capabilities::CapabilitiesArticle;
use crate::consultations::ConsultationsArticle;
use crate::continuity::ContinuityArticle;
use crate::currencies::CurrenciesArticle;
use crate::fault::Faults;
use crate::financing::FinancingArticle;
use crate::instrument::InstrumentArticle;
use crate::member::MemberCode;
use crate::positions::PositionsArticle;
use crate::publication::PublicationArticle;
use crate::relation::{ArrangementsArticle, RelationArticle};
use crate::reliance::{PromisesArticle, RelianceArticle};
use crate::rule::{Rule, RuleName};
use crate::standing::StandingArticles;
use crate::treasury::{BudgetArticle, ReserveArticle, TreasuryArticle};

/// The longest text of a charter that is read, in bytes.
pub const MAX_CHARTER_BYTES: usize = 256 * 1024;
/// The most members that a charter may have.
pub const MAX_MEMBERS: usize = 200;

/// What the articles say: read from a text by [`Charter::read`], and whole, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
    pub(crate) body: Body,
    pub(crate) has_fund: bool,
    pub(crate) fund: FundArticle,
    pub(crate) membership: MembershipArticle,
    pub(crate) offices: OfficesArticle,
    pub(crate) decisions: DecisionsArticle,
    pub(crate) contributions: ContributionsArticle,
    pub(crate) cases: CasesArticle,
    pub(crate) calls: CallsArticle,
    pub(crate) payments: PaymentsArticle,
    pub(crate) limits: LimitsArticle,
    pub(crate) standing: StandingArticles,
    pub(crate) publication: Option<PublicationArticle>,
    pub(crate) promises: Option<PromisesArticle>,
    pub(crate) reliance: Option<RelianceArticle>,
    pub(crate) currencies: Option<CurrenciesArticle>,
    pub(crate) audit: Option<AuditArticle>,
    pub(crate) financing: Option<FinancingArticle>,
    pub(crate) beneficiaries: Option<BeneficiariesArticle>,
    pub(crate) reserve: Option<ReserveArticle>,
    pub(crate) treasury: Option<TreasuryArticle>,
    pub(crate) budget: Option<BudgetArticle>,
    pub(crate) instrument: Option<InstrumentArticle>,
    pub(crate) consultations: Option<ConsultationsArticle>,
    pub(crate) continuity: Option<ContinuityArticle>,
    pub(crate) relation: Option<RelationArticle>,
    pub(crate) arrangements: Option<ArrangementsArticle>,
    pub(crate) positions: Option<PositionsArticle>,
    pub(crate) capabilities: Option<CapabilitiesArticle>,
    pub(crate) assessments: Option<AssessmentsArticle>,
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

    /// The body that the charter describes: title, members, measures and rules of decision.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The charter's title.
    #[must_use]
    pub fn title(&self) -> &Title {
        self.body.title()
    }

    /// The members, in the order of their codes. This is also the order of seats in a roll.
    pub fn members(&self) -> impl ExactSizeIterator<Item = (MemberCode, &Member)> {
        self.body.members()
    }

    /// The member with this code.
    #[must_use]
    pub fn member(&self, code: MemberCode) -> Option<&Member> {
        self.body.member(code)
    }

    /// The declared measures, as [`Body::measures`].
    #[must_use]
    pub fn measures(&self) -> &[Measure] {
        self.body.measures()
    }

    /// The name of a formula's measure: `members`, or the declared name.
    #[must_use]
    pub fn measure_name(&self, measure: quorate_voting::Measure) -> &str {
        self.body.measure_name(measure)
    }

    /// The rule of decision with this name.
    #[must_use]
    pub fn rule(&self, name: &RuleName) -> Option<&Rule> {
        self.body.rule(name)
    }

    /// All rules of decision, in the order of their names.
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &Rule> {
        self.body.rules()
    }

    /// The roll of seats for a decision in which these members do not take part, as [`Body::roll`].
    ///
    /// # Errors
    /// [`RollError`] as the voting crate gives it; a checked charter has none.
    pub fn roll(&self, not_taking_part: &BTreeSet<MemberCode>) -> Result<Roll, RollError> {
        self.body.roll(not_taking_part)
    }

    /// Whether there is a fund. A charter without one is that of a framework: its articles on fund, contributions, cases, calls
    /// and payments are empty, and what they would serve is refused before (O3).
    #[must_use]
    pub fn has_fund(&self) -> bool {
        self.has_fund
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

    /// Article: audit.
    #[must_use]
    pub fn audit(&self) -> Option<&AuditArticle> {
        self.audit.as_ref()
    }

    /// Article: limits.
    #[must_use]
    pub fn limits(&self) -> &LimitsArticle {
        &self.limits
    }
}
