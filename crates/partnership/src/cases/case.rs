//! A case and its tranches.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::elsewhere::Relation;
use super::financing::Financing;
use super::kinds::{Guaranteed, Lending};
use super::{Kind, KindRefusal, Refusal, Request, Terms};
use crate::ids::{DecisionNo, PaymentNo, TrancheNo};
use crate::moment::Moment;

/// A case, from request to its end.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Case {
    #[n(0)]
    pub(super) beneficiary: MemberCode,
    #[n(1)]
    pub(super) request: Request,
    #[n(2)]
    pub(super) tranches: Vec<Tranche>,
    #[n(3)]
    pub(super) stage: Stage,
    /// Who does not take part in decisions on it, named by the others.
    #[n(4)]
    pub(super) parties: BTreeSet<MemberCode>,
    /// For a loan, once something was paid out.
    #[n(5)]
    pub(super) lending: Option<Lending>,
    /// For a guarantee, once it was approved.
    #[n(6)]
    pub(super) guaranteed: Option<Guaranteed>,
    /// What its beneficiary signed and accounts for.
    #[cbor(n(7), default)]
    pub(super) financing: Financing,
    /// When what is not instructed by then goes back.
    #[n(8)]
    pub(super) lapses: Option<Moment>,
    /// What is given elsewhere, and whether help here stands down.
    #[cbor(n(9), default)]
    pub(super) relation: Relation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub(super) enum Stage {
    #[n(0)]
    Requested,
    #[n(1)]
    Approved(#[n(0)] DecisionNo),
    /// With the decision that approved it; help in kind needs none.
    #[n(2)]
    Closed(#[n(0)] Option<DecisionNo>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Tranche {
    #[n(0)]
    pub(super) amount: Money,
    #[n(1)]
    pub(super) attested: bool,
    /// The instruction in hand or settled.
    #[n(2)]
    pub(super) payment: Option<PaymentNo>,
    #[n(3)]
    pub(super) paid: bool,
    /// What was set aside for it went back.
    #[cbor(n(4), default)]
    pub(super) lapsed: bool,
}

impl Tranche {
    /// A tranche that waits for its condition.
    pub(super) fn of(amount: Money) -> Tranche {
        Tranche { amount, attested: false, payment: None, paid: false, lapsed: false }
    }

    /// A tranche as it was asked for: pre-financing waits for no condition.
    fn asked(terms: &Terms) -> Tranche {
        Tranche { attested: terms.ahead.is_some(), ..Tranche::of(terms.amount) }
    }
}

impl Tranche {
    /// Whether it is paid or lapsed.
    pub(super) fn is_over(&self) -> bool {
        self.paid || self.lapsed
    }
}

impl Case {
    pub(super) fn requested(beneficiary: MemberCode, request: Request) -> Case {
        let (stage, parties) = (Stage::Requested, BTreeSet::new());
        let (lending, guaranteed, financing) = (None, None, Financing::default());
        let tranches = Vec::new();
        let mut case = Case {
            beneficiary,
            request,
            tranches,
            stage,
            parties,
            lending,
            guaranteed,
            financing,
            lapses: None,
            relation: Relation::default(),
        };
        if !case.is_guarantee() {
            case.tranches = case.request.tranches.iter().map(Tranche::asked).collect();
        }
        case
    }

    pub(super) fn is_guarantee(&self) -> bool {
        matches!(self.request.kind, Some(Kind::Guarantee(_)))
    }

    /// Whether nothing is to be paid any more: every tranche, or of a guarantee every claim, is paid or lapsed.
    pub(super) fn is_paid(&self) -> bool {
        self.tranches.iter().all(Tranche::is_over)
    }

    pub(super) fn tranche(&self, number: TrancheNo) -> Result<&Tranche, Refusal> {
        // C6: the tranche exists.
        number.index().and_then(|at| self.tranches.get(at)).ok_or(Refusal::NoSuchTranche(number))
    }

    /// A tranche that can still be paid.
    pub(super) fn standing(&self, number: TrancheNo) -> Result<&Tranche, Refusal> {
        let tranche = self.tranche(number)?;
        // C44: what it was set aside by did not go back.
        if tranche.lapsed { Err(Refusal::Lapsed(number)) } else { Ok(tranche) }
    }

    /// C7: the beneficiary neither attests nor signs in its own case.
    pub(super) fn not_by_beneficiary(&self, by: MemberCode) -> Result<(), Refusal> {
        if self.beneficiary == by { Err(Refusal::Beneficiary(by)) } else { Ok(()) }
    }

    /// C24: what the beneficiary does for itself, nobody else does.
    pub(super) fn only_beneficiary(&self, by: MemberCode) -> Result<(), KindRefusal> {
        if self.beneficiary == by { Ok(()) } else { Err(KindRefusal::NotBeneficiary(self.beneficiary)) }
    }
}
