//! Cases of assistance: asked for, approved, paid in tranches, closed.

mod approve;
mod attest;
mod case;
mod close;
mod command;
mod countersign;
mod elsewhere;
mod event;
mod financing;
mod in_kind;
mod instruct;
mod kinds;
mod lapse;
mod payments;
mod refusal;
mod request;
mod returned;

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Charter, MemberCode};

pub(crate) use approve::{approvable, approve};
pub use attest::Attest;
use case::{Case, Stage, Tranche};
pub use close::Close;
pub use command::Command;
pub use countersign::Countersign;
pub(crate) use elsewhere::may_open;
pub use elsewhere::{
    Declared, Elsewhere, Event as ElsewhereEvent, MAX_BODIES, Progress as ElsewhereProgress,
    Refusal as ElsewhereRefusal, RelationEffect,
};
pub use event::Event;
pub use financing::{
    AttestUse, Event as FinancingEvent, Refusal as FinancingRefusal, ReportUse, SignAgreement,
};
pub(crate) use financing::{breach_can_be_found, breach_can_end, breach_ends, breach_found};
use in_kind::InKind;
pub use in_kind::{AcceptDelivery, Deliver, Event as InKindEvent, Match, Need, Offer, Return, WithdrawOffer};
pub use instruct::Instruct;
pub use kinds::{
    Claim, Guarantee, INTEREST_WHOLE, Instalment, Kind, Loan, MAX_INSTALMENTS, MAX_TERM_DAYS,
    Refusal as KindRefusal,
};
pub(crate) use kinds::{
    instalment_due, recoverable, recovered, releasable, release, repaid, repayable, taken_back, term_ends,
    write_off,
};
pub(crate) use lapse::help_lapses;
use payments::{Payment, Progress, Signature};
pub(crate) use payments::{lapses, settled};
pub use refusal::Refusal;
pub use request::{Ahead, Request, Terms};
pub(crate) use returned::{can_come_back, comes_back};

use crate::agenda::{Agenda, Task};
use crate::event::By;
use crate::ids::{CaseNo, DecisionNo, PaymentNo, TrancheNo};
use crate::moment::Moment;
use crate::wire;

/// What is true about cases and their payments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Cases {
    /// In the order of their numbers, from 1.
    #[n(0)]
    list: Vec<Case>,
    /// In the order of their numbers, from 1.
    #[n(1)]
    payments: Vec<Payment>,
    /// What is needed, offered and delivered.
    #[n(2)]
    in_kind: InKind,
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

    /// A case of money that no decision has approved yet.
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

    /// Whether it is there and not closed.
    pub(crate) fn is_open(&self, number: CaseNo) -> bool {
        self.get(number).is_ok_and(|case| !matches!(case.stage, Stage::Closed(_)))
    }

    /// The cases that are approved and not closed: what is still to come of them is not known.
    pub(crate) fn open(&self) -> impl Iterator<Item = CaseNo> {
        let approved = |(_, case): &(usize, &Case)| matches!(case.stage, Stage::Approved(_));
        self.list.iter().enumerate().filter(approved).map(|(at, _)| CaseNo::after(at))
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

    pub(crate) fn apply(
        &mut self,
        charter: &Charter,
        agenda: &mut Agenda,
        at: Moment,
        event: &Event,
        act: Option<&By>,
    ) {
        let key = act.and_then(|act| act.key);
        match event {
            Event::Requested { case, beneficiary, request } => {
                self.list.push(Case::requested(*beneficiary, request.clone()));
                self.asked_under(charter, *case, at);
            }
            Event::Approved { case, decision, lapses } => {
                self.set(*case, Stage::Approved(*decision));
                self.lapses_at(*case, *lapses, agenda);
                self.apply_kind(agenda, at, event);
            }
            Event::Attested { case, tranche, .. } => {
                self.mark(*case, *tranche, |tranche| tranche.attested = true);
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
            Event::InstructionLapsed { payment } => self.instruction_lapsed(*payment, at, agenda),
            Event::Paid { payment, case, tranche } => {
                self.advance(*payment, Progress::Settled);
                self.mark(*case, *tranche, |tranche| tranche.paid = true);
            }
            Event::Closed { case } => {
                let decision = self.approved(*case).map(|(_, decision)| decision).ok();
                self.set(*case, Stage::Closed(decision));
                self.at_rest(*case, agenda);
            }
            Event::PartyNamed { case, member, .. } => {
                if let Some(case) = self.case_mut(*case) {
                    case.parties.insert(*member);
                }
            }
            Event::TranchesLapsed { case, tranches, .. } => self.lapsed(*case, tranches),
            Event::Elsewhere(event) => self.apply_relation(event),
            other => self.apply_kind(agenda, at, other),
        }
    }

    fn mark(&mut self, case: CaseNo, tranche: TrancheNo, mark: impl FnOnce(&mut Tranche)) {
        if let Some(tranche) = self.tranche_mut(case, tranche) {
            mark(tranche);
        }
    }

    fn instruction_lapsed(&mut self, payment: PaymentNo, at: Moment, agenda: &mut Agenda) {
        self.advance(payment, Progress::Lapsed);
        if let Ok(Payment { case, tranche, .. }) = self.payment(payment).cloned() {
            self.set_payment(case, tranche, None);
            self.looks_again(case, at, agenda);
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
