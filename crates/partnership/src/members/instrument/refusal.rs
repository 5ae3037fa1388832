//! The rules on the instrument that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, Means, MemberCode};

use super::{Act, MAX_DECLARATIONS, MAX_REGISTRATIONS, MAX_RESERVATIONS, MAX_STEPS};
use crate::ids::{DocumentHash, StepNo};
use crate::members::{On, StandingRefusal};
use crate::rules::RuleId;

/// Why a rule on the instrument refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// M35
    #[error("the text {} was adopted before", .0.short())]
    AdoptedBefore(DocumentHash),
    /// M12
    #[error("the consent of `{0}` is lodged and waits for a depositary")]
    Lodged(MemberCode),
    /// M36
    #[error("`{member}` has lodged no full powers for its {}", act.name())]
    NoFullPowers {
        /// The State.
        member: MemberCode,
        /// For which act.
        act: Act,
    },
    /// M37
    #[error("no signature of `{0}` waits for its confirmation")]
    NothingToConfirm(MemberCode),
    /// M38
    #[error("an arrangement binds nobody: it is signed, and neither ratified nor reserved to")]
    Arrangement,
    /// M39
    #[error("consent is not given by {} under this charter", .0.name())]
    OtherMeans(Means),
    /// M40
    #[error("`{0}` is no depositary")]
    NoDepositary(MemberCode),
    /// M40
    #[error("`{0}` has lodged nothing that waits for a depositary")]
    NothingLodged(MemberCode),
    /// M41
    #[error("`{0}` has given notice already: its provisional application ends in time")]
    EndsAlready(MemberCode),
    /// M42
    #[error("the charter lets no reservation be made to article {0}")]
    NoReservation(u16),
    /// M42
    #[error("article {0} is carried out as it stands, alike for all: no reservation changes it")]
    CarriedOut(u16),
    /// M43
    #[error("`{0}` has given its consent, or has no place here: a reservation is made before, or never")]
    TooLateToReserve(MemberCode),
    /// M44
    #[error(
        "`{member}` has made a reservation to article {article} already, or {MAX_RESERVATIONS} of it stand"
    )]
    ReservedAlready {
        /// The State.
        member: MemberCode,
        /// The article.
        article: u16,
    },
    /// M45, M46
    #[error("no reservation of `{member}` to article {article} stands")]
    NoSuchReservation {
        /// The State.
        member: MemberCode,
        /// The article.
        article: u16,
    },
    /// M46
    #[error("`{0}` has objected to it already, or it is its own")]
    NotToObject(MemberCode),
    /// M47
    #[error("an objection is made within twelve months of the reservation, or before one's own consent")]
    TooLateToObject,
    /// M48
    #[error("no objection of `{0}` to it stands")]
    NoObjection(MemberCode),
    /// M49
    #[error("`{0}` has made {MAX_DECLARATIONS} declarations within a year already")]
    TooManyDeclarations(MemberCode),
    /// M50
    #[error("`{0}` has {MAX_STEPS} steps open already")]
    TooManySteps(MemberCode),
    /// M51
    #[error("{step} is no open step of `{member}`")]
    NoOpenStep {
        /// The step.
        step: StepNo,
        /// The State.
        member: MemberCode,
    },
    /// M52
    #[error("`{0}` has noted {MAX_REGISTRATIONS} registrations already")]
    TooManyRegistrations(MemberCode),
    /// M53
    #[error("`{0}` has adopted the text, or signed it, already")]
    AgreedAlready(MemberCode),
    /// M54
    #[error("the charter asks for no full powers")]
    NotAskedFor,
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::AdoptedBefore(_) => 35,
            Refusal::Lodged(_) => 12,
            Refusal::NoFullPowers { .. } => 36,
            Refusal::NothingToConfirm(_) => 37,
            Refusal::Arrangement => 38,
            Refusal::OtherMeans(_) => 39,
            Refusal::NoDepositary(_) | Refusal::NothingLodged(_) => 40,
            Refusal::EndsAlready(_) => 41,
            Refusal::NoReservation(_) | Refusal::CarriedOut(_) => 42,
            Refusal::TooLateToReserve(_) => 43,
            Refusal::ReservedAlready { .. } => 44,
            Refusal::NoSuchReservation { .. } => 45,
            Refusal::NotToObject(_) => 46,
            Refusal::TooLateToObject => 47,
            Refusal::NoObjection(_) => 48,
            Refusal::TooManyDeclarations(_) => 49,
            Refusal::TooManySteps(_) => 50,
            Refusal::NoOpenStep { .. } => 51,
            Refusal::TooManyRegistrations(_) => 52,
            Refusal::AgreedAlready(_) => 53,
            Refusal::NotAskedFor => 54,
        };
        RuleId::new(b'M', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        match self {
            Refusal::AdoptedBefore(_) => charter.decisions().number(),
            Refusal::EndsAlready(_) | Refusal::Lodged(_) => On::EntryIntoForce.number(charter),
            _ => On::Instrument.number(charter),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        let remedy = match self {
            Refusal::AdoptedBefore(_) => "adopt the text that is to stand in its place",
            Refusal::NoFullPowers { act, .. } => {
                return format!("lodge them first: `member lodge-full-powers SHA-256 --for {}`", act.name());
            }
            Refusal::Lodged(_) => "any one depositary takes it in: `member take-in`",
            Refusal::NothingToConfirm(_) => "look up the register `instruments`",
            Refusal::Arrangement => {
                "it comes into effect by signatures; what a participant wants to say it declares"
            }
            Refusal::OtherMeans(_) => "the article on the instrument names the means",
            Refusal::NoDepositary(_) => {
                "the article on the instrument names the depositaries: any one is enough"
            }
            Refusal::NothingLodged(_) => "look up the register `instruments`",
            Refusal::EndsAlready(_) => "wait until the notice has run",
            Refusal::NoReservation(_) | Refusal::CarriedOut(_) => {
                "a declaration says how a State understands an article, and changes nothing"
            }
            Refusal::TooLateToReserve(_) => "make a declaration",
            Refusal::ReservedAlready { .. } => {
                "a reservation is made to an article once, withdrawn or not: make a declaration"
            }
            Refusal::NoSuchReservation { .. } => "look up the register `reservations`",
            Refusal::NotToObject(_) | Refusal::NoObjection(_) => "look up the register `reservations`",
            Refusal::TooLateToObject => "whoever has not objected by then is taken to have accepted it",
            Refusal::TooManyDeclarations(_) => "a longer text is a document, named in one declaration",
            Refusal::TooManySteps(_) => "say which are done",
            Refusal::NoOpenStep { .. } => "look up the register `steps`",
            Refusal::TooManyRegistrations(_) => "another member can note it",
            Refusal::AgreedAlready(_) => "the text is adopted once, before it is signed",
            Refusal::NotAskedFor => "sign, or ratify, without them",
        };
        remedy.into()
    }
}

impl From<Refusal> for StandingRefusal {
    fn from(refusal: Refusal) -> StandingRefusal {
        StandingRefusal::Instrument(refusal)
    }
}

impl From<Refusal> for crate::refusal::Refusal {
    fn from(refusal: Refusal) -> crate::refusal::Refusal {
        StandingRefusal::from(refusal).into()
    }
}
