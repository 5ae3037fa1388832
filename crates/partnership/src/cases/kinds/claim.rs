//! Claim: the beneficiary of a guarantee says that it must be drawn on, and why. Another member's case officer attests
//! it, and it is paid like a tranche. Article: cases.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::Money;

use super::Refusal;
use crate::authentic::Act;
use crate::cases::Event;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::fund;
use crate::ids::{CaseNo, TrancheNo};
use crate::members::ForBeneficiary;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Claims an amount under a guarantee.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Claim {
    /// The case.
    #[n(0)]
    pub case: CaseNo,
    /// How much.
    #[n(1)]
    pub amount: Money,
    /// What shows that it is owed.
    #[n(2)]
    pub evidence: Phrase,
}

impl Provision for Claim {
    fn name(&self) -> &'static str {
        "case claim"
    }

    fn offices(&self) -> Offices {
        &[Office::Representative, Office::CaseOfficer]
    }

    fn class(&self) -> Class {
        Class::Reserved
    }

    fn for_beneficiary(&self) -> ForBeneficiary {
        ForBeneficiary::ForItself
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (case, guaranteed) = partnership.cases().guarantee(self.case)?;
        case.only_beneficiary(act.post().member)?;
        // C22: within its term.
        if !guaranteed.is_open(now) {
            return Err(Refusal::NotClaimable(self.case).into());
        }
        fund::positive_in_fund_currency(partnership.charter(), self.amount)?;
        let left = guaranteed.left().map_err(fund::Refusal::from)?;
        // C23: all claims together are within the guarantee.
        if self.amount.minor() > left.minor() {
            return Err(Refusal::BeyondGuarantee { claim: self.amount, left }.into());
        }
        let tranche = TrancheNo::after(case.tranches.len());
        let (amount, evidence) = (self.amount, self.evidence.clone());
        Ok(vec![Event::Claimed { case: self.case, tranche, amount, evidence }.into()])
    }
}
