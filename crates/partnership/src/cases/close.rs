//! Close: a case whose tranches are all paid is closed. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::{Event, KindRefusal, Refusal};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::{CaseNo, TrancheNo};
use crate::members::ForBeneficiary;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Closes a case. A case officer of any member may; help in kind is closed by its beneficiary's.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Close {
    /// The case.
    #[n(0)]
    pub case: CaseNo,
}

impl Provision for Close {
    fn name(&self) -> &'static str {
        "case close"
    }

    fn offices(&self) -> Offices {
        &[Office::CaseOfficer]
    }

    fn for_beneficiary(&self) -> ForBeneficiary {
        ForBeneficiary::ForItself
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        if let Some(case) = partnership.cases().open_in_kind(self.case)? {
            // Help in kind goes on as long as its beneficiary says.
            case.only_beneficiary(act.post().member)?;
            return Ok(vec![Event::Closed { case: self.case }.into()]);
        }
        let (case, _) = partnership.cases().approved(self.case)?;
        // C24: who is no member acts in its own cases alone.
        if partnership.members().acts_for_itself(act.post().member) {
            case.only_beneficiary(act.post().member)?;
        }
        case.no_breach_stands(self.case)?;
        // C15: every tranche is paid, or lapsed.
        if let Some(unpaid) = case.tranches.iter().position(|tranche| !tranche.is_over()) {
            return Err(Refusal::NotPaid(TrancheNo::after(unpaid)).into());
        }
        // C21: a loan is closed when it is repaid, and a guarantee when its term is over.
        let ended = case.guaranteed.as_ref().is_none_or(|guaranteed| guaranteed.is_released())
            && case.lending.as_ref().is_none_or(|lending| lending.outstanding() == 0);
        if !ended {
            return Err(KindRefusal::NotAtItsEnd(self.case).into());
        }
        Ok(vec![Event::Closed { case: self.case }.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Exercise;
    use crate::exercise::commands::{close, countersign, countersign_line, instruct, payment, usd};

    #[test]
    fn a_case_is_closed_when_it_is_paid() {
        let mut x = Exercise::funded("100.00");
        x.paid(&["10.00"]);
        let events = x.accept("CAN/case-officer", close(1));
        assert_eq!(events, vec![Event::Closed { case: CaseNo(1) }.into()]);
    }

    #[test]
    fn c1_and_c5_the_case_is_approved_and_open() {
        let mut x = Exercise::funded("100.00");
        x.refuse("FRA/case-officer", close(1), "C1");
        let case = x.requested(&["10.00"]);
        x.refuse("FRA/case-officer", close(case), "C5");
        x.paid(&["10.00"]);
        x.accept("FRA/case-officer", close(2));
        x.refuse("FRA/case-officer", close(2), "C5");
    }

    #[test]
    fn c15_every_tranche_is_paid() {
        let mut x = Exercise::funded("100.00");
        x.in_flight(&["10.00"]);
        x.refuse("FRA/case-officer", close(1), "C15");
        let mut x = Exercise::funded("100.00");
        x.paid(&["10.00", "20.00"]);
        let refusal = x.refuse("FRA/case-officer", close(1), "C15");
        assert_eq!(refusal, Refusal::NotPaid(TrancheNo(2)).into());
        x.accept("DEU/treasurer", instruct(1, 2));
        x.accept("GBR/treasurer", countersign(2));
        let day = x.next().day();
        x.accept("GBR/treasurer", payment(2, usd("20.00"), day, "out 2"));
        x.accept("DEU/treasurer", countersign_line(3));
        x.accept("FRA/case-officer", close(1));
    }
}
