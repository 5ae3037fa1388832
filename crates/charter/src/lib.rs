//! What do the articles say?
//!
//! A charter is data: members, weights, rules of decision, offices, deadlines and limits, written as people
//! write articles, in TOML, and checked before anything may run under it. This crate reads that text, says
//! with spans what is wrong in it, and answers what an article says. It remembers nothing and decides nothing.
//!
//! ```
//! use quorate_charter::Charter;
//!
//! let text = include_str!("../../../charters/partnership.toml");
//! let charter = Charter::read(text).map_err(|faults| faults.first().what().to_owned()).unwrap();
//! assert_eq!(charter.members().count(), 4);
//! assert_eq!(charter.fund().target().to_string(), "95000000000.00");
//! assert_eq!(
//!     charter.cases().rule().adopted_when(),
//!     "members >= 55% of participating and population >= 65% of participating, or not in favour <= 1",
//! );
//! ```
#![no_std]

extern crate alloc;

mod articles;
mod assessments;
mod beneficiaries;
mod body;
mod capabilities;
mod changes;
mod charter;
mod consultations;
mod continuity;
mod currencies;
mod fault;
mod financing;
mod instrument;
pub mod language;
mod line;
mod member;
mod name;
mod obligation;
mod office;
mod period;
mod positions;
mod procedure;
mod publication;
mod relation;
mod reliance;
mod rule;
mod settlement;
mod standing;
mod text;
mod treasury;
#[cfg(feature = "minicbor")]
mod wire;

pub use articles::{
    Article, AuditArticle, CallsArticle, CasesArticle, ContributionsArticle, DecisionsArticle, FundArticle,
    LateInterest, LimitsArticle, MembershipArticle, OfficesArticle, PaymentsArticle,
};
pub use assessments::AssessmentsArticle;
pub use beneficiaries::BeneficiariesArticle;
pub use body::{Body, Measure, Member, Title};
pub use capabilities::CapabilitiesArticle;
pub use changes::MemberError;
pub use charter::{Charter, MAX_CHARTER_BYTES, MAX_MEMBERS};
pub use consultations::ConsultationsArticle;
pub use continuity::ContinuityArticle;
pub use currencies::CurrenciesArticle;
pub use fault::{Fault, Faults};
pub use financing::{FinancingArticle, Term, UnknownTerm};
pub use instrument::{InstrumentArticle, Means, UnknownMeans};
pub use line::{brief, misleads, visible};
pub use member::{MemberCode, MemberCodeError};
pub use name::{Name, NameError};
pub use obligation::{Concern, Obligation};
pub use office::{Office, Offices};
pub use period::{Period, PeriodError};
pub use positions::PositionsArticle;
pub use procedure::{Course, Extension, Procedure, Silence};
pub use publication::{Public, PublicationArticle};
pub use relation::{ArrangementsArticle, RelationArticle};
pub use reliance::{Aspect, PromisesArticle, RelianceArticle, Thing};
pub use rule::{Interest, Rule, RuleName};
pub use settlement::Settlement;
pub use standing::{
    AccessionArticle, AmendmentArticle, EntryIntoForceArticle, LostKeysArticle, SuspensionArticle,
    WithdrawalArticle,
};
pub use treasury::{BudgetArticle, ReserveArticle, TreasuryArticle};
