//! The rules on the standing of members that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode, MemberError, Period};

use super::On;
use crate::ids::PublicKey;
use crate::members::{BeneficiaryRefusal, InstrumentRefusal};
use crate::moment::Moment;
use crate::rules::RuleId;

/// Why a rule on the standing of members refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// M7
    #[error("`{0}` is no member of the partnership")]
    NoPlace(MemberCode),
    /// M8
    #[error("the charter does not bind `{0}`, and it does not apply it provisionally")]
    NotBound(MemberCode),
    /// M9
    #[error("{}", silent(*.member, *.until, *.behind))]
    NoVoice {
        /// The member.
        member: MemberCode,
        /// When its suspension is over, if it is suspended.
        until: Option<Moment>,
        /// The version of the text in force, if it has not accepted it.
        behind: Option<u32>,
        /// The article on amendment, in that case.
        article: Option<Article>,
    },
    /// M10
    #[error("the charter has no article on {}", .0.name())]
    NoArticle(On),
    /// M11
    #[error("`{0}` has signed already")]
    SignedAlready(MemberCode),
    /// M11
    #[error("the charter does not let a signatory apply it provisionally")]
    NotProvisional,
    /// M12
    #[error("`{0}` has not signed, or has ratified already")]
    NotToRatify(MemberCode),
    /// M13
    #[error("`{0}` does not apply the charter provisionally")]
    NotApplied(MemberCode),
    /// M14
    #[error("`{member}` has given notice already: its withdrawal takes effect in time")]
    Leaving {
        /// The member.
        member: MemberCode,
    },
    /// M15
    #[error("`{0}` has given no notice that still runs")]
    NotLeaving(MemberCode),
    /// M16
    #[error("{0}")]
    CannotStand(MemberError),
    /// M16
    #[error("the key {} stands for `{member}` already, or twice here, or is not sound", key.short())]
    UnfitKey {
        /// The State.
        member: MemberCode,
        /// The key.
        key: PublicKey,
    },
    /// M17
    #[error("`{0}` is not invited")]
    NotInvited(MemberCode),
    /// M18
    #[error("`{0}` cannot be suspended: the charter does not bind it, or it is suspended already")]
    NotToSuspend(MemberCode),
    /// M19
    #[error("`{0}` is not suspended")]
    NotSuspended(MemberCode),
    /// M20
    #[error("without `{member}` too few would take part in decisions on help to another member")]
    TooFewLeft {
        /// The member.
        member: MemberCode,
    },
    /// M21
    #[error("`{member}` is heard for {hearing} before the vote is opened")]
    NotHeard {
        /// The member concerned.
        member: MemberCode,
        /// For how long.
        hearing: Period,
    },
    /// M22
    #[error("`{0}` is not the member that the draft concerns, or the vote on it has ended")]
    NotConcerned(MemberCode),
    /// M23
    #[error("{what}")]
    NotAmendable {
        /// What about the text cannot stand.
        what: String,
    },
    /// M24
    #[error("the text amends version {amends}, and version {version} is in force")]
    OtherVersion {
        /// What the text amends.
        amends: u32,
        /// What is in force.
        version: u32,
    },
    /// M25
    #[error("there is no text {version} that waits for the acceptance of `{member}`")]
    NotToAccept {
        /// The version that the text would become.
        version: u32,
        /// The member.
        member: MemberCode,
    },
    /// M26
    #[error("new keys of `{0}` wait already for its objection")]
    RenewalRuns(MemberCode),
    /// M27
    #[error("no new keys of `{0}` wait for its objection")]
    NoRenewal(MemberCode),
    /// M28
    #[error("the charter does not bind `{0}`, and no admission of it runs: no help to it can be approved")]
    BeneficiaryLeft(MemberCode),
    /// M16 and M32 to M34
    #[error(transparent)]
    Beneficiary(BeneficiaryRefusal),
    /// M35 and on: the charter as an instrument.
    #[error(transparent)]
    Instrument(InstrumentRefusal),
}

fn silent(member: MemberCode, until: Option<Moment>, behind: Option<u32>) -> String {
    match (until, behind) {
        (Some(_), _) => format!("`{member}` is suspended"),
        (None, Some(version)) => format!("`{member}` has not accepted text {version}, which is in force"),
        (None, None) => format!("the votes of `{member}` rest: what it owes is overdue"),
    }
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoPlace(_) => 7,
            Refusal::NotBound(_) => 8,
            Refusal::NoVoice { .. } => 9,
            Refusal::NoArticle(_) => 10,
            Refusal::SignedAlready(_) | Refusal::NotProvisional => 11,
            Refusal::NotToRatify(_) => 12,
            Refusal::NotApplied(_) => 13,
            Refusal::Leaving { .. } => 14,
            Refusal::NotLeaving(_) => 15,
            Refusal::CannotStand(_) | Refusal::UnfitKey { .. } => 16,
            Refusal::NotInvited(_) => 17,
            Refusal::NotToSuspend(_) => 18,
            Refusal::NotSuspended(_) => 19,
            Refusal::TooFewLeft { .. } => 20,
            Refusal::NotHeard { .. } => 21,
            Refusal::NotConcerned(_) => 22,
            Refusal::NotAmendable { .. } => 23,
            Refusal::OtherVersion { .. } => 24,
            Refusal::NotToAccept { .. } => 25,
            Refusal::RenewalRuns(_) => 26,
            Refusal::NoRenewal(_) => 27,
            Refusal::BeneficiaryLeft(_) => 28,
            Refusal::Beneficiary(refusal) => return refusal.rule(),
            Refusal::Instrument(refusal) => return refusal.rule(),
        };
        RuleId::new(b'M', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        let on = match self {
            Refusal::NoPlace(_) | Refusal::BeneficiaryLeft(_) => return charter.membership().number(),
            Refusal::NoVoice { article: Some(article), .. } => return *article,
            Refusal::Beneficiary(refusal) => return refusal.article(charter),
            Refusal::Instrument(refusal) => return refusal.article(charter),
            Refusal::NoArticle(on) => *on,
            Refusal::NotBound(_)
            | Refusal::SignedAlready(_)
            | Refusal::NotProvisional
            | Refusal::NotToRatify(_)
            | Refusal::NotApplied(_) => On::EntryIntoForce,
            Refusal::Leaving { .. } | Refusal::NotLeaving(_) => On::Withdrawal,
            Refusal::CannotStand(_) | Refusal::UnfitKey { .. } | Refusal::NotInvited(_) => On::Accession,
            Refusal::NoVoice { .. }
            | Refusal::NotToSuspend(_)
            | Refusal::NotSuspended(_)
            | Refusal::TooFewLeft { .. }
            | Refusal::NotHeard { .. }
            | Refusal::NotConcerned(_) => On::Suspension,
            Refusal::NotAmendable { .. } | Refusal::OtherVersion { .. } | Refusal::NotToAccept { .. } => {
                On::Amendment
            }
            Refusal::RenewalRuns(_) | Refusal::NoRenewal(_) => On::LostKeys,
        };
        on.number(charter)
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        let remedy = match self {
            Refusal::NoPlace(_) => "a State comes in by accession: look up the register of membership",
            Refusal::NotBound(_) => "ratify, or sign and declare provisional application",
            Refusal::NoVoice { behind: Some(version), until: None, .. } => {
                return format!("accept text {version}, or withdraw by the notice of the text it accepted");
            }
            Refusal::NoVoice { until: Some(_), .. } => {
                "it ends by itself, or by a decision of the others; the member can still execute, sign and pay"
            }
            Refusal::NoVoice { .. } => "pay what is due: then the voice comes back",
            Refusal::NoArticle(On::EntryIntoForce) => "the charter is in force from the founding",
            Refusal::NoArticle(_) => "amend the charter to have one",
            Refusal::SignedAlready(_) => "ratify, which binds",
            Refusal::NotProvisional => "sign without it, and ratify",
            Refusal::NotToRatify(_) => "sign first; a ratification stands once given",
            Refusal::NotApplied(_) => "look up the register of membership",
            Refusal::Leaving { .. } => "the notice can be taken back until it takes effect",
            Refusal::NotLeaving(_) => "look up the register of membership",
            Refusal::CannotStand(_) => "name a State that is no member, with one weight for each measure",
            Refusal::UnfitKey { .. } => "bring two new keys, made for this and for nothing else",
            Refusal::NotInvited(_) => "the members invite by a decision, once it is executed",
            Refusal::NotToSuspend(_) | Refusal::NotSuspended(_) => "look up the register of membership",
            Refusal::TooFewLeft { .. } => {
                "the decision stays executable until it lapses, should more come in"
            }
            Refusal::NotHeard { .. } => "open the vote when the hearing is over",
            Refusal::NotConcerned(_) => "a statement is for the member that the draft is about",
            Refusal::NotAmendable { .. } => {
                "table a text without faults that keeps what an amendment must keep"
            }
            Refusal::OtherVersion { .. } => "table the change again, on the text that is in force",
            Refusal::NotToAccept { .. } => "look up the register of membership for what it accepted",
            Refusal::RenewalRuns(_) => "wait until they take effect, or are objected to",
            Refusal::NoRenewal(_) => "there is nothing to object to",
            Refusal::BeneficiaryLeft(_) => "help goes to members, and to States whose admission runs",
            Refusal::Beneficiary(refusal) => return refusal.remedy(),
            Refusal::Instrument(refusal) => return refusal.remedy(),
        };
        remedy.into()
    }
}

impl From<Refusal> for crate::refusal::Refusal {
    fn from(refusal: Refusal) -> crate::refusal::Refusal {
        crate::members::Refusal::Standing(refusal).into()
    }
}
