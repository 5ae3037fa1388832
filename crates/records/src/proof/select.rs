//! Which events concern a decision.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use quorate_partnership::decisions::Event as Decisions;
use quorate_partnership::{Booked, CaseNo, CommandId, DecisionNo, Event, PaymentNo, cases, fund};

/// What ties events to a decision.
struct Ties {
    decision: DecisionNo,
    cases: BTreeSet<CaseNo>,
    payments: BTreeMap<PaymentNo, CaseNo>,
    executed_by: Option<CommandId>,
}

/// For each event, whether it concerns the decision: it happened to the decision itself, to the case that the decision
/// is about, it came by the decision's execution, or it says where members and their keys stand. Of those last, none
/// after the last of the others.
pub(super) fn concerns(events: &[Booked], decision: DecisionNo) -> Vec<bool> {
    let ties = Ties::of(events, decision);
    let own: Vec<bool> = events.iter().map(|booked| ties.hold(booked)).collect();
    let last = own.iter().rposition(|own| *own);
    let keys = |at: usize, booked: &Booked| {
        matches!(booked.event, Event::Members(_)) && last.is_some_and(|last| at < last)
    };
    let each = events.iter().zip(own).enumerate();
    each.map(|(at, (booked, own))| own || keys(at, booked)).collect()
}

impl Ties {
    fn of(events: &[Booked], decision: DecisionNo) -> Ties {
        let (cases, payments) = (BTreeSet::new(), BTreeMap::new());
        let mut ties = Ties { decision, cases, payments, executed_by: None };
        for booked in events {
            match &booked.event {
                Event::Decisions(event) if event.decision() == decision => match event {
                    Decisions::Tabled { effect, .. } | Decisions::Amended { effect, .. } => {
                        ties.cases.extend(effect.case());
                    }
                    Decisions::Executed { .. } => ties.executed_by = booked.by.map(|by| by.command),
                    _ => {}
                },
                Event::Cases(cases::Event::Instructed { payment, case, .. }) => {
                    ties.payments.insert(*payment, *case);
                }
                _ => {}
            }
        }
        ties
    }

    fn hold(&self, booked: &Booked) -> bool {
        let by_execution = || self.executed_by.is_some_and(|id| booked.by.is_some_and(|by| by.command == id));
        match &booked.event {
            Event::Decisions(event) => event.decision() == self.decision,
            Event::Cases(event) => self.case(event).is_some_and(|case| self.cases.contains(&case)),
            Event::Fund(fund::Event::PaymentReturned { case, .. }) => self.cases.contains(case),
            _ => by_execution(),
        }
    }

    fn case(&self, event: &cases::Event) -> Option<CaseNo> {
        use cases::Event as E;
        match event {
            E::Requested { case, .. }
            | E::Approved { case, .. }
            | E::Attested { case, .. }
            | E::Instructed { case, .. }
            | E::Paid { case, .. }
            | E::Closed { case }
            | E::PartyNamed { case, .. }
            | E::Lent { case, .. }
            | E::NotLent { case, .. }
            | E::Repaid { case, .. }
            | E::Recovered { case, .. }
            | E::TranchesLapsed { case, .. }
            | E::RepaymentTakenBack { case, .. }
            | E::RecoveryTakenBack { case, .. }
            | E::FellDue { case, .. }
            | E::WrittenOff { case, .. }
            | E::Claimed { case, .. }
            | E::GuaranteeReleased { case, .. } => Some(*case),
            E::InKind(event) => Some(event.case()),
            E::Financing(event) => Some(event.case()),
            E::Elsewhere(event) => Some(event.case()),
            E::Countersigned { payment, .. } | E::Released { payment } | E::InstructionLapsed { payment } => {
                self.payments.get(payment).copied()
            }
        }
    }
}
