//! Attest: a case officer of another member says that a tranche's condition is met. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{CaseNo, TrancheNo};
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Attests the condition of a tranche.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Attest {
    /// The case.
    #[n(0)]
    pub case: CaseNo,
    /// The tranche.
    #[n(1)]
    pub tranche: TrancheNo,
}

impl Provision for Attest {
    fn name(&self) -> &'static str {
        "case attest"
    }

    fn offices(&self) -> Offices {
        &[Office::CaseOfficer]
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, tranche, by) = (self.case, self.tranche, act.post().member);
        let (case, _) = partnership.cases().approved(number)?;
        case.not_by_beneficiary(by)?;
        // C8: a condition is attested once.
        if case.standing(tranche)?.attested {
            return Err(Refusal::AttestedAlready(tranche).into());
        }
        Ok(vec![Event::Attested { case: number, tranche, by }.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{attest, close};

    #[test]
    fn a_case_officer_of_another_member_attests() {
        let mut x = Exercise::funded("100.00");
        x.approved(&["10.00", "20.00"]);
        for (tranche, member) in [(2, "FRA"), (1, "GBR")] {
            let events = x.accept(&[member, "/case-officer"].concat(), attest(1, tranche));
            let (case, tranche, by) = (CaseNo(1), TrancheNo(tranche), member.parse().unwrap());
            assert_eq!(events, vec![Event::Attested { case, tranche, by }.into()]);
        }
    }

    #[test]
    fn c1_the_case_exists() {
        let mut x = Exercise::begin();
        for unknown in [0, 1] {
            x.refuse("FRA/case-officer", attest(unknown, 1), "C1");
        }
    }

    #[test]
    fn c5_the_case_is_approved_and_open() {
        let mut x = Exercise::funded("100.00");
        let case = x.requested(&["10.00"]);
        x.refuse("FRA/case-officer", attest(case, 1), "C5");
        x.paid(&["10.00"]);
        x.accept("FRA/case-officer", close(2));
        x.refuse("FRA/case-officer", attest(2, 1), "C5");
    }

    #[test]
    fn c6_the_tranche_exists() {
        let mut x = Exercise::funded("100.00");
        x.approved(&["10.00", "20.00"]);
        for unknown in [0, 3] {
            x.refuse("FRA/case-officer", attest(1, unknown), "C6");
        }
        x.accept("FRA/case-officer", attest(1, 2));
    }

    #[test]
    fn c7_the_beneficiary_does_not_attest_in_its_own_case() {
        let mut x = Exercise::funded("100.00");
        x.approved(&["10.00"]);
        x.refuse("CAN/case-officer", attest(1, 1), "C7");
    }

    #[test]
    fn c8_a_condition_is_attested_once() {
        let mut x = Exercise::funded("100.00");
        x.approved(&["10.00", "20.00"]);
        x.accept("FRA/case-officer", attest(1, 1));
        x.refuse("GBR/case-officer", attest(1, 1), "C8");
        x.accept("GBR/case-officer", attest(1, 2));
    }
}
