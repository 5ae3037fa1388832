//! Kinds of help: what becomes of the money, if there is any. Article: cases.

mod apply;
mod claim;
mod guarantee;
mod lending;
mod recover;
mod refusal;
mod repay;
mod take_back;
#[cfg(test)]
mod tests;
mod write_off;

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::Charter;
use quorate_ledger::Money;

pub use claim::Claim;
pub(super) use guarantee::Guaranteed;
pub(crate) use guarantee::{releasable, release, term_ends};
pub(super) use lending::Lending;
pub(crate) use lending::instalment_due;
pub(crate) use recover::{recoverable, recovered};
pub use refusal::Refusal;
pub(crate) use repay::{repaid, repayable};
pub(crate) use take_back::taken_back;
pub(crate) use write_off::write_off;

use crate::fund;
use crate::refusal::Refusal as AnyRefusal;

/// The most instalments of a loan.
pub const MAX_INSTALMENTS: usize = 120;

/// The longest term of a loan or of a guarantee, in days: a hundred years.
pub const MAX_TERM_DAYS: u32 = 36_525;

/// Interest is said in parts of this whole: 1.5 % is 15 000.
pub const INTEREST_WHOLE: u32 = 1_000_000;

/// The kind of help that a request asks for. One that names none asks for a grant.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Kind {
    /// The tranches are lent, and repaid by a schedule.
    #[n(0)]
    Loan(#[n(0)] Loan),
    /// The amount is set aside, and paid only on claims.
    #[n(1)]
    Guarantee(#[n(0)] Guarantee),
    /// Needs, voluntary offers and deliveries: no money.
    #[n(2)]
    InKind,
}

/// The terms of a loan.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Loan {
    /// Days from the first payment before the schedule begins.
    #[n(0)]
    pub grace: u32,
    /// The schedule: the amounts add up to the principal.
    #[n(1)]
    pub instalments: Vec<Instalment>,
    /// Interest a year of 365 days, in millionths of what is outstanding; `None` is none. It is not compounded.
    #[n(2)]
    pub interest: Option<u32>,
}

/// One repayment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Instalment {
    /// The day by which it is due, counted from the end of the days of grace.
    #[n(0)]
    pub day: u32,
    /// How much of the principal.
    #[n(1)]
    pub amount: Money,
}

/// The terms of a guarantee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Guarantee {
    /// Days from the approval in which it can be claimed.
    #[n(0)]
    pub term: u32,
}

impl Kind {
    /// The kind's name, as it is typed and shown.
    #[must_use]
    pub fn name(kind: Option<&Kind>) -> &'static str {
        match kind {
            None => "grant",
            Some(Kind::Loan(_)) => "loan",
            Some(Kind::Guarantee(_)) => "guarantee",
            Some(Kind::InKind) => "in kind",
        }
    }

    /// Whether the terms of the kind are sound for help of this many tranches and this total.
    pub(super) fn is_sound(
        &self,
        tranches: usize,
        total: Money,
        charter: &Charter,
    ) -> Result<(), AnyRefusal> {
        match self {
            Kind::Loan(loan) => loan.is_sound(total, charter),
            Kind::Guarantee(Guarantee { term }) => {
                // C18: one amount, and a term that ends.
                let sound = tranches == 1 && (1..=MAX_TERM_DAYS).contains(term);
                if sound { Ok(()) } else { Err(Refusal::Guarantee { tranches, term: *term }.into()) }
            }
            // C19: help in kind has no money in it.
            Kind::InKind if tranches > 0 => Err(Refusal::NoMoney.into()),
            Kind::InKind => Ok(()),
        }
    }
}

impl Loan {
    fn is_sound(&self, total: Money, charter: &Charter) -> Result<(), AnyRefusal> {
        let days = || self.instalments.iter().map(|instalment| instalment.day);
        let rise = days().zip(days().skip(1)).all(|(one, next)| one < next);
        let last = days().next_back().unwrap_or_default().saturating_add(self.grace);
        // C16: some instalments on days that rise, within a hundred years, and interest that is a share.
        let some = (1..=MAX_INSTALMENTS).contains(&self.instalments.len());
        let share = self.interest.is_none_or(|interest| (1..=INTEREST_WHOLE).contains(&interest));
        if !some || !rise || last > MAX_TERM_DAYS || !share {
            return Err(Refusal::Schedule.into());
        }
        let mut sum = Money::zero(total.currency());
        for instalment in &self.instalments {
            fund::positive_in_fund_currency(charter, instalment.amount)?;
            sum = sum.checked_add(instalment.amount).map_err(|_| super::Refusal::TooMuch)?;
        }
        // C17: what is repaid is what is lent.
        if sum == total { Ok(()) } else { Err(Refusal::NotThePrincipal { principal: total, sum }.into()) }
    }
}
