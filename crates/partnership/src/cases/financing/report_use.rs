//! Report use: the beneficiary accounts for money that was paid. Article: financing agreements.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::Money;

use super::{Event, Refusal, Report};
use crate::authentic::Act;
use crate::command::{Class, Provision};
use crate::event::Event as AnyEvent;
use crate::fund;
use crate::ids::{CaseNo, ReportNo};
use crate::members::ForBeneficiary;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::phrase::Phrase;
use crate::refusal::Refusal as AnyRefusal;

/// Says what money of a case of one's own was used for. A report that nobody attested can be replaced by another.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ReportUse {
    /// The case.
    #[n(0)]
    pub case: CaseNo,
    /// How much was used.
    #[n(1)]
    pub amount: Money,
    /// What for.
    #[n(2)]
    pub what: Phrase,
    /// The report of one's own that it takes the place of.
    #[n(3)]
    pub replaces: Option<ReportNo>,
}

impl Provision for ReportUse {
    fn name(&self) -> &'static str {
        "case report-use"
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
        _now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, amount, charter) = (self.case, self.amount, partnership.charter());
        let case = partnership.cases().get(number)?;
        case.only_beneficiary(act.post().member)?;
        case.signed_terms(number)?;
        fund::positive_in_fund_currency(charter, amount)?;
        let replaced = self.replaces.map(|report| case.report(report)).transpose()?;
        let replaced = replaced.map_or(0, Report::counts);
        // C39: no more than was paid, did not come back, and is not accounted for.
        let left = case.to_account_for().saturating_add(replaced).max(0);
        if amount.minor() > left {
            let left = Money::new(left, amount.currency()).map_err(fund::Refusal::from)?;
            return Err(Refusal::BeyondPaid { amount, left }.into());
        }
        let report = ReportNo::after(case.financing.reports.len());
        let (what, replaces) = (self.what.clone(), self.replaces);
        Ok(vec![Event::Reported { case: number, report, amount, what, replaces }.into()])
    }
}
