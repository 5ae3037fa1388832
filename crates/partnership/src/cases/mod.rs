//! Cases of assistance: asked for, approved, paid in tranches, closed.

mod approve;
mod attest;
mod close;
mod command;
mod countersign;
mod event;
mod instruct;
mod kinds;
mod payments;
mod refusal;
mod request;
mod returned;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_ledger::Money;

pub(crate) use approve::approve;
pub use attest::Attest;
pub use close::Close;
pub use command::Command;
pub use countersign::Countersign;
pub use event::Event;
pub use instruct::Instruct;
pub use kinds::{
    Claim, Guarantee, INTEREST_WHOLE, Instalment, Kind, Loan, MAX_INSTALMENTS, MAX_TERM_DAYS,
    Refusal as KindRefusal,
};
use kinds::{Guaranteed, Lending};
pub(crate) use kinds::{instalment_due, releasable, release, repaid, repayable, term_ends, write_off};
use payments::{Payment, Progress, Signature};
pub(crate) use payments::{lapses, settled};
pub use refusal::Refusal;
pub use request::{Request, Terms};
pub(crate) use returned::comes_back;

use crate::agenda::{Agenda, Task};
use crate::event::By;
use crate::ids::{CaseNo, DecisionNo, PaymentNo, TrancheNo};
use crate::moment::Moment;
use crate::wire;

/// A case, from request to its end.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Case {
    #[n(0)]
    beneficiary: MemberCode,
    #[n(1)]
    request: Request,
    #[n(2)]
    tranches: Vec<Tranche>,
    #[n(3)]
    stage: Stage,
    /// Who does not take part in decisions on it, named by the others.
    #[n(4)]
    parties: BTreeSet<MemberCode>,
    /// For a loan, once something was paid out.
    #[n(5)]
    lending: Option<Lending>,
    /// For a guarantee, once it was approved.
    #[n(6)]
    guaranteed: Option<Guaranteed>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
enum Stage {
    #[n(0)]
    Requested,
    #[n(1)]
    Approved(#[n(0)] DecisionNo),
    /// With the decision that approved it.
    #[n(2)]
    Closed(#[n(0)] DecisionNo),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Tranche {
    #[n(0)]
    amount: Money,
    #[n(1)]
    attested: bool,
    /// The instruction in hand or settled.
    #[n(2)]
    payment: Option<PaymentNo>,
    #[n(3)]
    paid: bool,
}

/// What is true about cases and their payments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Cases {
    /// In the order of their numbers, from 1.
    #[n(0)]
    list: Vec<Case>,
    /// In the order of their numbers, from 1.
    #[n(1)]
    payments: Vec<Payment>,
}

impl Tranche {
    fn of(amount: Money) -> Tranche {
        Tranche { amount, attested: false, payment: None, paid: false }
    }
}

impl Cases {
    fn get(&self, number: CaseNo) -> Result<&Case, Refusal> {
        // C1: the case exists.
        number.index().and_then(|at| self.list.get(at)).ok_or(Refusal::NoSuchCase(number))
    }

    /// Whether what was read back can be: each case has the tranches that were asked for, and each payment its tranche.
    pub(crate) fn is_sound(&self) -> bool {
        // Of a guarantee, the claims are the tranches.
        let whole = |case: &Case| case.is_guarantee() || case.tranches.len() == case.request.tranches.len();
        let is_of = |payment: &Payment| {
            self.get(payment.case).is_ok_and(|case| case.tranche(payment.tranche).is_ok())
        };
        self.list.iter().all(whole) && self.payments.iter().all(is_of)
    }

    /// A case that no decision has approved yet.
    fn requested_case(&self, number: CaseNo) -> Result<&Case, Refusal> {
        let case = self.get(number)?;
        // C4: a case is approved once.
        if case.stage == Stage::Requested { Ok(case) } else { Err(Refusal::NotRequested(number)) }
    }

    /// Whether a draft to approve this case could be tabled.
    pub(crate) fn requested(&self, number: CaseNo) -> Result<(), Refusal> {
        let case = self.requested_case(number)?;
        // C19: help in kind has no money in it, and nothing to approve.
        if case.request.kind == Some(Kind::InKind) { Err(KindRefusal::NoMoney.into()) } else { Ok(()) }
    }

    /// An approved, open case and the decision that approved it.
    fn approved(&self, number: CaseNo) -> Result<(&Case, DecisionNo), Refusal> {
        let case = self.get(number)?;
        // C5: only an approved case goes on.
        match case.stage {
            Stage::Approved(decision) => Ok((case, decision)),
            Stage::Requested | Stage::Closed(_) => Err(Refusal::NotApproved(number)),
        }
    }

    /// The member that a case is for.
    pub(crate) fn beneficiary(&self, number: CaseNo) -> Option<MemberCode> {
        self.get(number).ok().map(|case| case.beneficiary)
    }

    /// The parties to the dispute about a case, in the order of their codes.
    pub(crate) fn parties(&self, number: CaseNo) -> impl Iterator<Item = MemberCode> {
        self.get(number).into_iter().flat_map(|case| case.parties.iter().copied())
    }

    pub(crate) fn is_party(&self, number: CaseNo, member: MemberCode) -> bool {
        self.parties(number).any(|party| party == member)
    }

    /// Appends the terms of a case, the payee's account included, to what a decision binds.
    pub(crate) fn append_terms(&self, number: CaseNo, to: &mut Vec<u8>) {
        if let Ok(case) = self.get(number) {
            wire::append(&case.beneficiary, to);
            wire::append(&case.request, to);
        }
    }

    fn tranche_mut(&mut self, case: CaseNo, tranche: TrancheNo) -> Option<&mut Tranche> {
        let case = self.list.get_mut(case.index()?)?;
        case.tranches.get_mut(tranche.index()?)
    }

    fn set(&mut self, case: CaseNo, stage: Stage) {
        if let Some(case) = case.index().and_then(|at| self.list.get_mut(at)) {
            case.stage = stage;
        }
    }

    pub(crate) fn apply(&mut self, agenda: &mut Agenda, at: Moment, event: &Event, act: Option<&By>) {
        let key = act.and_then(|act| act.key);
        match event {
            Event::Requested { beneficiary, request, .. } => {
                self.list.push(Case::requested(*beneficiary, request.clone()));
            }
            Event::Approved { case, decision } => {
                self.set(*case, Stage::Approved(*decision));
                self.apply_kind(agenda, at, event);
            }
            Event::Attested { case, tranche, .. } => {
                if let Some(tranche) = self.tranche_mut(*case, *tranche) {
                    tranche.attested = true;
                }
            }
            Event::Instructed { payment, case, tranche, by, until, .. } => {
                agenda.add(*until, Task::InstructionLapses(*payment));
                let first = Signature { member: *by, key };
                self.payments.push(Payment::instructed(*case, *tranche, first, at.day(), *until));
                self.set_payment(*case, *tranche, Some(*payment));
            }
            Event::Countersigned { payment, by, dropped } => {
                self.sign(*payment, dropped, Signature { member: *by, key });
            }
            Event::Released { payment } => {
                if let Some(until) = self.advance(*payment, Progress::InFlight) {
                    agenda.remove(until, Task::InstructionLapses(*payment));
                }
            }
            Event::InstructionLapsed { payment } => {
                self.advance(*payment, Progress::Lapsed);
                if let Ok(Payment { case, tranche, .. }) = self.payment(*payment).cloned() {
                    self.set_payment(case, tranche, None);
                }
            }
            Event::Paid { payment, case, tranche } => {
                self.advance(*payment, Progress::Settled);
                if let Some(tranche) = self.tranche_mut(*case, *tranche) {
                    tranche.paid = true;
                }
            }
            Event::Closed { case } => {
                if let Ok((_, decision)) = self.approved(*case) {
                    self.set(*case, Stage::Closed(decision));
                }
                self.at_rest(*case, agenda);
            }
            Event::PartyNamed { case, member, .. } => {
                if let Some(case) = self.case_mut(*case) {
                    case.parties.insert(*member);
                }
            }
            other => self.apply_kind(agenda, at, other),
        }
    }

    fn case_mut(&mut self, number: CaseNo) -> Option<&mut Case> {
        self.list.get_mut(number.index()?)
    }

    fn set_payment(&mut self, case: CaseNo, tranche: TrancheNo, payment: Option<PaymentNo>) {
        if let Some(tranche) = self.tranche_mut(case, tranche) {
            tranche.payment = payment;
        }
    }
}

impl Case {
    fn requested(beneficiary: MemberCode, request: Request) -> Case {
        let (stage, parties) = (Stage::Requested, BTreeSet::new());
        let (lending, guaranteed) = (None, None);
        let mut case =
            Case { beneficiary, request, tranches: Vec::new(), stage, parties, lending, guaranteed };
        if !case.is_guarantee() {
            let tranches = case.request.tranches.iter().map(|terms| Tranche::of(terms.amount));
            case.tranches = tranches.collect();
        }
        case
    }

    fn is_guarantee(&self) -> bool {
        matches!(self.request.kind, Some(Kind::Guarantee(_)))
    }

    /// Whether every tranche is paid; of a guarantee, every claim.
    fn is_paid(&self) -> bool {
        self.tranches.iter().all(|tranche| tranche.paid)
    }

    fn tranche(&self, number: TrancheNo) -> Result<&Tranche, Refusal> {
        // C6: the tranche exists.
        number.index().and_then(|at| self.tranches.get(at)).ok_or(Refusal::NoSuchTranche(number))
    }

    /// C7: the beneficiary neither attests nor signs in its own case.
    fn not_by_beneficiary(&self, by: MemberCode) -> Result<(), Refusal> {
        if self.beneficiary == by { Err(Refusal::Beneficiary(by)) } else { Ok(()) }
    }

    /// C24: what the beneficiary does for itself, nobody else does.
    fn only_beneficiary(&self, by: MemberCode) -> Result<(), KindRefusal> {
        if self.beneficiary == by { Ok(()) } else { Err(KindRefusal::NotBeneficiary(self.beneficiary)) }
    }
}
