//! What is lent, what came back, and the interest on what is outstanding: whole days, exact, never compounded.

use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_ledger::{Money, MoneyError};

use super::{INTEREST_WHOLE, Loan};
use crate::agenda::{Agenda, Task};
use crate::cases::{Cases, Event};
use crate::event::Event as AnyEvent;
use crate::ids::CaseNo;
use crate::moment::{Day, Moment};

const DAYS_A_YEAR: i128 = 365;

/// A loan of which something was paid out.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(in crate::cases) struct Lending {
    /// The value date of the first payment.
    #[n(0)]
    first: Day,
    /// Up to when days were counted.
    #[n(1)]
    as_of: Day,
    #[n(2)]
    lent: Money,
    #[n(3)]
    repaid: Money,
    #[n(4)]
    written_off: Money,
    /// The interest that was paid.
    #[n(5)]
    interest: Money,
    /// Units outstanding, summed over the days: what interest is computed from, so that nothing is lost by rounding.
    #[cbor(n(6), with = "wide")]
    unit_days: i128,
    /// How many instalments have fallen due.
    #[n(7)]
    fallen: usize,
    /// When the next one is overdue.
    #[n(8)]
    next: Option<Moment>,
}

/// Of money that comes in: interest first, then principal; what is over is the payer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) interest: Money,
    pub(super) principal: Money,
    pub(super) over: Money,
}

impl Lending {
    pub(in crate::cases) fn outstanding(&self) -> i128 {
        self.lent.minor().saturating_sub(self.repaid.minor()).saturating_sub(self.written_off.minor())
    }

    pub(super) fn outstanding_money(&self) -> Result<Money, MoneyError> {
        Money::new(self.outstanding(), self.lent.currency())
    }

    /// Unit days up to a day, one before the last that was counted included: as if what is outstanding had been since.
    pub(super) fn unit_days(&self, on: Day) -> i128 {
        let days = i128::from(on.0).saturating_sub(i128::from(self.as_of.0));
        self.unit_days.saturating_add(self.outstanding().saturating_mul(days))
    }

    /// Interest up to a day that was not paid yet, rounded down; the rest of a unit stays in the count.
    pub(super) fn interest_owed(&self, loan: &Loan, on: Day) -> i128 {
        let share = i128::from(loan.interest.unwrap_or_default());
        let whole = i128::from(INTEREST_WHOLE).saturating_mul(DAYS_A_YEAR);
        let accrued = self.unit_days(on).saturating_mul(share).checked_div(whole).unwrap_or_default();
        accrued.saturating_sub(self.interest.minor()).max(0)
    }

    /// Divides money that came in on a day.
    pub(super) fn parts(&self, loan: &Loan, amount: Money, on: Day) -> Result<Parts, MoneyError> {
        let money = |minor| Money::new(minor, amount.currency());
        let interest = money(amount.minor().min(self.interest_owed(loan, on)))?;
        let left = amount.checked_sub(interest)?;
        let principal = money(left.minor().min(self.outstanding()))?;
        Ok(Parts { interest, principal, over: left.checked_sub(principal)? })
    }

    /// What of the instalments that have fallen due, the next included, is not repaid.
    fn overdue(&self, loan: &Loan, fallen: usize) -> Option<Money> {
        let due = loan.instalments.iter().take(fallen);
        let due = due.fold(0_i128, |sum, instalment| sum.saturating_add(instalment.amount.minor()));
        let back = self.lent.minor().saturating_sub(self.outstanding());
        Money::new(due.min(self.lent.minor()).saturating_sub(back).max(0), self.lent.currency()).ok()
    }

    /// The last day on which an instalment is in time.
    fn due_day(&self, loan: &Loan, at: usize) -> Option<Day> {
        let after = loan.instalments.get(at)?.day.saturating_add(loan.grace);
        Some(Day(self.first.0.saturating_add(after)))
    }

    /// Puts on the agenda when the next instalment is overdue, if one is ahead.
    pub(in crate::cases) fn look_ahead(&mut self, case: CaseNo, loan: &Loan, agenda: &mut Agenda) {
        self.rest(case, agenda);
        let day = self.due_day(loan, self.fallen);
        self.next = day.map(|day| Day(day.0.saturating_add(1)).begins());
        if let Some(next) = self.next {
            agenda.add(next, Task::InstalmentDue(case));
        }
    }

    /// Nothing more falls due.
    pub(in crate::cases) fn rest(&mut self, case: CaseNo, agenda: &mut Agenda) {
        if let Some(next) = self.next.take() {
            agenda.remove(next, Task::InstalmentDue(case));
        }
    }

    fn count_to(&mut self, on: Day) {
        if on > self.as_of {
            self.unit_days = self.unit_days(on);
            self.as_of = on;
        }
    }

    fn add(sum: &mut Money, amount: Money) {
        *sum = sum.checked_add(amount).unwrap_or(*sum);
    }

    /// Lends more: the first payment begins the schedule.
    pub(in crate::cases) fn lends(
        lending: &mut Option<Lending>,
        (case, loan): (CaseNo, &Loan),
        (amount, on): (Money, Day),
        agenda: &mut Agenda,
    ) {
        let none = Money::zero(amount.currency());
        let begun = lending.is_some();
        let lending = lending.get_or_insert(Lending {
            first: on,
            as_of: on,
            lent: none,
            repaid: none,
            written_off: none,
            interest: none,
            unit_days: 0,
            fallen: 0,
            next: None,
        });
        lending.count_to(on);
        // Days after its value date that were counted without it.
        lending.unit_days = lending.unit_days.saturating_add(lending.counted(amount, on));
        Lending::add(&mut lending.lent, amount);
        if !begun {
            lending.look_ahead(case, loan, agenda);
        }
    }

    /// What was lent never reached the borrower: no interest runs on it from the day on which it had been lent.
    pub(in crate::cases) fn not_lent(&mut self, amount: Money, on: Day, since: Option<Day>) {
        self.count_to(on);
        self.lent = self.lent.checked_sub(amount).unwrap_or(self.lent);
        let counted = self.counted(amount, since.unwrap_or(self.as_of));
        self.unit_days = self.unit_days.saturating_sub(counted);
    }

    /// What was said to have come back on a day did not: it was outstanding all the time.
    pub(in crate::cases) fn not_repaid(&mut self, interest: Money, principal: Money, on: Day) {
        self.interest = self.interest.checked_sub(interest).unwrap_or(self.interest);
        self.repaid = self.repaid.checked_sub(principal).unwrap_or(self.repaid);
        self.unit_days = self.unit_days.saturating_add(self.counted(principal, on));
    }

    /// The unit days of an amount from a day until up to when days were counted.
    fn counted(&self, amount: Money, since: Day) -> i128 {
        amount.minor().saturating_mul(i128::from(self.as_of.0.saturating_sub(since.0)))
    }

    /// Whether nothing of it reached the borrower, and nothing came from it.
    pub(in crate::cases) fn is_nothing(&self) -> bool {
        self.lent.is_zero() && self.interest.is_zero()
    }

    pub(in crate::cases) fn repays(&mut self, interest: Money, principal: Money, on: Day) {
        self.count_to(on);
        // Days after its value date that were counted as if it had not come.
        self.unit_days = self.unit_days.saturating_sub(self.counted(principal, on));
        Lending::add(&mut self.interest, interest);
        Lending::add(&mut self.repaid, principal);
    }

    pub(in crate::cases) fn loses(&mut self, amount: Money, on: Day) {
        self.count_to(on);
        Lending::add(&mut self.written_off, amount);
    }

    pub(in crate::cases) fn falls(&mut self, case: CaseNo, loan: &Loan, agenda: &mut Agenda) {
        self.fallen = self.fallen.saturating_add(1);
        self.look_ahead(case, loan, agenda);
    }
}

/// The end of the day by which an instalment was due.
pub(crate) fn instalment_due(cases: &Cases, number: CaseNo) -> Vec<AnyEvent> {
    let found = || {
        let (_, loan, lending) = cases.loan(number).ok()?;
        let fallen = lending.fallen.saturating_add(1);
        let (on, owed) = (lending.due_day(loan, lending.fallen)?, lending.overdue(loan, fallen)?);
        let instalment = u32::try_from(fallen).ok()?;
        Some(Event::FellDue { case: number, instalment, on, owed }.into())
    };
    found().into_iter().collect()
}

/// A wide number in 16 bytes.
mod wide {
    use minicbor::bytes::ByteArray;
    use minicbor::decode::Error as DecodeError;
    use minicbor::encode::{Error as EncodeError, Write};
    use minicbor::{Decoder, Encoder};

    pub(super) fn encode<C, W: Write>(
        number: &i128,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.encode(ByteArray::from(number.to_be_bytes()))?.ok()
    }

    pub(super) fn decode<C>(d: &mut Decoder<'_>, _: &mut C) -> Result<i128, DecodeError> {
        let bytes: ByteArray<16> = d.decode()?;
        Ok(i128::from_be_bytes(bytes.into()))
    }
}
