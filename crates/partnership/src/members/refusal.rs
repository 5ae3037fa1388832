//! The rules of the members room that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, Office, Period};

use super::{MAX_CREDENTIALS, standing};
use crate::ids::PublicKey;
use crate::rules::RuleId;

/// Why a command about members was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// M1
    #[error("`{0}` is not given by a credential")]
    NotAccredited(Office),
    /// M2
    #[error("a credential runs for at most {longest}, ends after it begins and is not over already")]
    Term {
        /// The longest term.
        longest: Period,
    },
    /// M3
    #[error("the key {} is the member's own root or recovery key", .0.short())]
    RootOrRecovery(PublicKey),
    /// M3
    #[error("the key {} has stood for the member before", .0.short())]
    Stood(PublicKey),
    /// M4
    #[error("{} is not a sound Ed25519 public key", .0.short())]
    UnsoundKey(PublicKey),
    /// M5
    #[error("the key {} holds no such credential", key.short())]
    NoCredential {
        /// The key.
        key: PublicKey,
    },
    /// M6
    #[error("the member already has {MAX_CREDENTIALS} credentials")]
    TooMany,
    /// M29
    #[error("the key {} stands, or has stood, for a node or in an office", .0.short())]
    NodeKeyStood(PublicKey),
    /// M30
    #[error("the node {} has not signed that it has come to a block of the last seven days", .0.short())]
    NotReady(PublicKey),
    /// M31
    #[error("the nodes have changed in this block already")]
    NodesChanged,
    /// M7 and on: the standing of members.
    #[error(transparent)]
    Standing(#[from] standing::Refusal),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NotAccredited(_) => 1,
            Refusal::Term { .. } => 2,
            Refusal::RootOrRecovery(_) | Refusal::Stood(_) => 3,
            Refusal::UnsoundKey(_) => 4,
            Refusal::NoCredential { .. } => 5,
            Refusal::TooMany => 6,
            Refusal::NodeKeyStood(_) => 29,
            Refusal::NotReady(_) => 30,
            Refusal::NodesChanged => 31,
            Refusal::Standing(refusal) => return refusal.rule(),
        };
        RuleId::new(b'M', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        match self {
            Refusal::Standing(refusal) => refusal.article(charter),
            _ => charter.offices().number(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NotAccredited(_) => "root and recovery keys are brought to the founding; \
                a lost root is replaced by the recovery key"
                .into(),
            Refusal::Term { longest } => {
                format!("give a term that ends in the future, at most {longest} long")
            }
            Refusal::RootOrRecovery(_) | Refusal::Stood(_) | Refusal::UnsoundKey(_) => {
                "make a new key for this office".into()
            }
            Refusal::NoCredential { .. } => "look up the member's credentials in the record".into(),
            Refusal::TooMany => {
                "end credentials that are not needed any more, or let their terms pass".into()
            }
            Refusal::NodeKeyStood(_) => "make a new key for the node".into(),
            Refusal::NotReady(_) => "let the node follow to the last block, and sign anew".into(),
            Refusal::NodesChanged => "give it again: one node changes with each block".into(),
            Refusal::Standing(refusal) => refusal.remedy(),
        }
    }
}
