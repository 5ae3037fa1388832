//! What a beneficiary says it used of what was paid, and what of it stands once money came back.

use minicbor::{Decode, Encode};
use quorate_ledger::Money;

use super::{Financing, Refusal};
use crate::cases::Case;
use crate::ids::ReportNo;

/// What the beneficiary says it used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Report {
    #[n(0)]
    amount: Money,
    #[n(1)]
    stands: Stands,
    /// What of it counts no more, since the money came back.
    #[n(2)]
    void: Option<Money>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub(super) enum Stands {
    #[n(0)]
    Reported,
    #[n(1)]
    Attested,
    /// Another report took its place.
    #[n(2)]
    Replaced,
}

impl Report {
    pub(super) fn of(amount: Money) -> Report {
        Report { amount, stands: Stands::Reported, void: None }
    }

    /// What of it counts, in minor units.
    pub(super) fn counts(&self) -> i128 {
        match self.stands {
            Stands::Replaced => 0,
            Stands::Reported | Stands::Attested => {
                self.amount.minor().saturating_sub(self.void.map_or(0, Money::minor))
            }
        }
    }

    /// So much of it, or all that counts, counts no more. What of it is still beyond.
    fn lose(&mut self, beyond: i128) -> i128 {
        let lost = beyond.min(self.counts());
        let void = self.void.map_or(0, Money::minor).saturating_add(lost);
        self.void = Money::new(void, self.amount.currency()).ok().filter(|void| void.is_positive());
        beyond.saturating_sub(lost)
    }
}

impl Case {
    /// What was paid and did not come back.
    fn kept(&self) -> i128 {
        let paid = self.tranches.iter().filter(|tranche| tranche.paid);
        let paid = paid.fold(0_i128, |sum, tranche| sum.saturating_add(tranche.amount.minor()));
        paid.saturating_sub(self.financing.back.map(Money::minor).unwrap_or_default())
    }

    /// What is kept beyond what the reports tell of; below nothing where they tell of more.
    pub(super) fn to_account_for(&self) -> i128 {
        self.kept().saturating_sub(self.financing.told())
    }

    /// Money that was given came back, or, below nothing, did not after all.
    pub(in crate::cases) fn comes_back(&mut self, amount: Money) {
        let back = self.financing.back.map_or(Some(amount), |back| back.checked_add(amount).ok());
        self.financing.back = back.or(self.financing.back);
        self.told_of_what_is_kept();
    }

    /// What was told beyond what is kept counts no more: of what nobody attested first, the latest first.
    pub(in crate::cases) fn told_of_what_is_kept(&mut self) {
        let mut beyond = self.to_account_for().saturating_neg().max(0);
        for stands in [Stands::Reported, Stands::Attested] {
            for report in self.financing.reports.iter_mut().rev().filter(|report| report.stands == stands) {
                beyond = report.lose(beyond);
            }
        }
    }

    /// A report that nobody has attested and none has replaced.
    pub(super) fn report(&self, number: ReportNo) -> Result<&Report, Refusal> {
        let report = number.index().and_then(|at| self.financing.reports.get(at));
        // C40: it stands, and is not attested.
        report.filter(|report| report.stands == Stands::Reported).ok_or(Refusal::NoSuchReport(number))
    }
}

impl Financing {
    fn told(&self) -> i128 {
        self.reports.iter().fold(0_i128, |sum, report| sum.saturating_add(report.counts()))
    }

    pub(super) fn set(&mut self, number: ReportNo, stands: Stands) {
        if let Some(report) = number.index().and_then(|at| self.reports.get_mut(at)) {
            report.stands = stands;
        }
    }
}
