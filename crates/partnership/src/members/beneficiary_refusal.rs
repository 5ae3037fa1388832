//! The rules on beneficiaries that are no members.

use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use super::standing::On;
use crate::ids::PublicKey;
use crate::rules::RuleId;

/// Why something about a State that is no member was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BeneficiaryRefusal {
    /// M16
    #[error("the key {} is not the one that `{state}`, which was admitted to ask for help, has", key.short())]
    NotItsKey {
        /// The State.
        state: MemberCode,
        /// The key.
        key: PublicKey,
    },
    /// M32
    #[error("`{0}` is no member: it asks for help, and acts on its own keys and in its own cases alone")]
    NoMember(MemberCode),
    /// M33
    #[error("`{0}` is or was a member, is invited to be one, or is admitted already")]
    NotToAdmit(MemberCode),
    /// M33
    #[error("`{0}` has a case that is open, or is invited: it keeps the keys that it has")]
    KeepsItsKeys(MemberCode),
    /// M33
    #[error("the key {} stood for `{state}` before, or stands twice here, or is not sound", key.short())]
    UnfitKey {
        /// The State.
        state: MemberCode,
        /// The key.
        key: PublicKey,
    },
    /// M34
    #[error("no admission of `{0}` runs")]
    NotAdmitted(MemberCode),
}

impl BeneficiaryRefusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            BeneficiaryRefusal::NotItsKey { .. } => 16,
            BeneficiaryRefusal::NoMember(_) => 32,
            BeneficiaryRefusal::NotToAdmit(_)
            | BeneficiaryRefusal::KeepsItsKeys(_)
            | BeneficiaryRefusal::UnfitKey { .. } => 33,
            BeneficiaryRefusal::NotAdmitted(_) => 34,
        };
        RuleId::new(b'M', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        let on = match self {
            BeneficiaryRefusal::NotItsKey { .. } => On::Accession,
            _ => On::Beneficiaries,
        };
        on.number(charter)
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        let remedy = match self {
            BeneficiaryRefusal::NotItsKey { .. } => {
                "invite it with the keys that it has: nobody gives it others"
            }
            BeneficiaryRefusal::NoMember(_) => "a member does it, or the State accedes",
            BeneficiaryRefusal::NotToAdmit(_) => "look up the registers of membership and of beneficiaries",
            BeneficiaryRefusal::KeepsItsKeys(_) => "admit it with the root and recovery keys that it has",
            BeneficiaryRefusal::UnfitKey { .. } => "bring two new keys, made for this and for nothing else",
            BeneficiaryRefusal::NotAdmitted(_) => {
                "the members admit it by a decision; what was approved goes on"
            }
        };
        remedy.into()
    }
}

impl From<BeneficiaryRefusal> for super::standing::Refusal {
    fn from(refusal: BeneficiaryRefusal) -> super::standing::Refusal {
        super::standing::Refusal::Beneficiary(refusal)
    }
}
