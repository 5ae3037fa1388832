//! The rules of the cases room that can refuse.

use alloc::format;
use alloc::string::String;

use quorate_charter::{Article, Charter, MemberCode};

use super::{ElsewhereRefusal, FinancingRefusal, KindRefusal};
use crate::ids::{CaseNo, PaymentNo, TrancheNo};
use crate::rules::RuleId;

/// Why a command about cases was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// C1
    #[error("there is no {0}")]
    NoSuchCase(CaseNo),
    /// C2
    #[error("a case has 1 to {most} tranches, and this has {given}")]
    Tranches {
        /// The most that the charter allows.
        most: u32,
        /// How many were given.
        given: usize,
    },
    /// C3
    #[error("the tranches add up to more than the books can hold")]
    TooMuch,
    /// C4
    #[error("{0} is approved or closed already")]
    NotRequested(CaseNo),
    /// C5
    #[error("{0} is not an approved, open case")]
    NotApproved(CaseNo),
    /// C6
    #[error("the case has no {0}")]
    NoSuchTranche(TrancheNo),
    /// C7
    #[error("the case is for `{0}` itself")]
    Beneficiary(MemberCode),
    /// C8
    #[error("the condition of {0} is attested already")]
    AttestedAlready(TrancheNo),
    /// C9
    #[error("the condition of {0} is not attested")]
    NotAttested(TrancheNo),
    /// C10
    #[error("{tranche} has {payment} already")]
    InHand {
        /// The tranche.
        tranche: TrancheNo,
        /// Its instruction.
        payment: PaymentNo,
    },
    /// C11
    #[error("{needed} members other than the beneficiary must sign, and only {able} could")]
    TooFewAble {
        /// How many could.
        able: u32,
        /// How many must.
        needed: u32,
    },
    /// C12
    #[error("no {0} waits for a signature")]
    NoWaitingPayment(PaymentNo),
    /// C13
    #[error("a treasurer of `{0}` has signed already")]
    SignedAlready(MemberCode),
    /// C14
    #[error("{0} is not with the bank")]
    NotInFlight(PaymentNo),
    /// C15
    #[error("{0} is not paid")]
    NotPaid(TrancheNo),
    /// C44
    #[error("the time was over for which {0} was set aside, and nobody had instructed it")]
    Lapsed(TrancheNo),
    /// C16 and on: kinds of help.
    #[error(transparent)]
    Kind(#[from] KindRefusal),
    /// C35 and on: financing agreements.
    #[error(transparent)]
    Financing(#[from] FinancingRefusal),
    /// C46 and on: the relation to another body.
    #[error(transparent)]
    Elsewhere(#[from] ElsewhereRefusal),
}

impl Refusal {
    /// The rule that refused.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        let number = match self {
            Refusal::NoSuchCase(_) => 1,
            Refusal::Tranches { .. } => 2,
            Refusal::TooMuch => 3,
            Refusal::NotRequested(_) => 4,
            Refusal::NotApproved(_) => 5,
            Refusal::NoSuchTranche(_) => 6,
            Refusal::Beneficiary(_) => 7,
            Refusal::AttestedAlready(_) => 8,
            Refusal::NotAttested(_) => 9,
            Refusal::InHand { .. } => 10,
            Refusal::TooFewAble { .. } => 11,
            Refusal::NoWaitingPayment(_) => 12,
            Refusal::SignedAlready(_) => 13,
            Refusal::NotInFlight(_) => 14,
            Refusal::Lapsed(_) => 44,
            Refusal::NotPaid(_) => 15,
            Refusal::Kind(refusal) => return refusal.rule(),
            Refusal::Financing(refusal) => return refusal.rule(),
            Refusal::Elsewhere(refusal) => return refusal.rule(),
        };
        RuleId::new(b'C', number)
    }

    /// The article that the rule serves.
    #[must_use]
    pub fn article(&self, charter: &Charter) -> Article {
        match self {
            Refusal::NotAttested(_)
            | Refusal::InHand { .. }
            | Refusal::TooFewAble { .. }
            | Refusal::NoWaitingPayment(_)
            | Refusal::SignedAlready(_)
            | Refusal::NotInFlight(_) => charter.payments().number(),
            Refusal::Financing(refusal) => refusal.article(charter),
            Refusal::Elsewhere(refusal) => refusal.article(charter),
            _ => charter.cases().number(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Refusal::NoSuchCase(_) => "look up the case's number in the record of cases".into(),
            Refusal::Tranches { most, .. } => format!("ask for 1 to {most} tranches"),
            Refusal::TooMuch => "ask for less".into(),
            Refusal::NotRequested(_) => "a new request opens a new case".into(),
            Refusal::NotApproved(_) => {
                "a decision approves a case: table one, and execute it once adopted".into()
            }
            Refusal::NoSuchTranche(_) => "look up the tranches in the record of cases".into(),
            Refusal::Beneficiary(_) => "another member attests and signs".into(),
            Refusal::AttestedAlready(_) => "a treasurer can instruct the payment".into(),
            Refusal::Lapsed(_) => "ask for what is still needed as a new case".into(),
            Refusal::NotAttested(_) => {
                "a case officer of a member other than the beneficiary attests it".into()
            }
            Refusal::InHand { .. } => {
                "one instruction a tranche; countersign it, or wait until it lapses".into()
            }
            Refusal::TooFewAble { .. } => "members accredit treasurers".into(),
            Refusal::NoWaitingPayment(_) => {
                "look up the payments that wait in the record; one that lapsed is instructed again".into()
            }
            Refusal::SignedAlready(_) => "a treasurer of another member signs".into(),
            Refusal::NotInFlight(_) => "a payment settles after enough treasurers signed it, and once".into(),
            Refusal::NotPaid(_) => "a case is closed when every tranche is paid".into(),
            Refusal::Kind(refusal) => refusal.remedy(),
            Refusal::Financing(refusal) => refusal.remedy(),
            Refusal::Elsewhere(refusal) => refusal.remedy(),
        }
    }
}
