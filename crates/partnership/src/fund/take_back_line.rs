//! Take back a booked line: what was booked by it is reversed, and the line can be entered again. Article: payments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::bookings::Bookings;
use super::corrections::{self, Correction};
use super::dues::Dues;
use super::event::Event;
use super::lines::{Line, Stage};
use super::purpose::Purpose;
use super::{LineRefusal, Refusal, currencies, treasury};
use crate::authentic::Act;
use crate::cases;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LineNo;
use crate::members::Needs;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Takes a booked line back. It is done when treasurers of two different members have said the same.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct TakeBackLine {
    /// The line.
    #[n(0)]
    pub line: LineNo,
}

impl Provision for TakeBackLine {
    fn name(&self) -> &'static str {
        "bank take-back"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (charter, fund, line) = (partnership.charter(), partnership.fund(), self.line);
        // F40: what is taken back is booked, and was not taken back or made good since.
        let found = fund.line(line).filter(|line| line.stage() == Stage::Booked);
        let found = found.ok_or(Refusal::from(LineRefusal::NotToTakeBack(line)))?;
        let statement = found.statement();
        // F40: an investment that came back stands under the line by which it did.
        if fund.treasury.is_back(line) {
            return Err(Refusal::from(LineRefusal::NotToTakeBack(line)).into());
        }
        // F40: nor is it about a payment: that a tranche is paid, or can be paid again, two treasurers do not undo.
        if let Purpose::Payment { payment } | Purpose::Returned { payment } = statement.purpose {
            return Err(Refusal::from(LineRefusal::OfAPayment { line, payment }).into());
        }
        corrections::of_another_currency(charter, fund, (line, found))?;
        // F87: nor of what a State that left has had its share.
        if let Purpose::Repayment { case } | Purpose::Recovery { case } = statement.purpose
            && let Some(member) = fund.settlements.shares_in(case)
        {
            return Err(Refusal::from(LineRefusal::Shared { line, member, case }).into());
        }
        let mut bookings = Bookings::new(fund, statement.value_date);
        let mut dues = Dues::new(charter, fund);
        corrections::owe_again(fund, line, now, &mut dues)?;
        corrections::reverse(charter, fund, line, (&mut dues, &mut bookings))?;
        let mut done = vec![Event::LineTakenBack { line, by: act.post().member }.into()];
        done.extend(self.losses(partnership, (found, statement.value_date), &mut bookings)?);
        done.extend(cases::taken_back(charter, line, statement, found.posted())?);
        done.extend(currencies::taken_back(charter, (line, found))?);
        done.extend(corrections::admitted(bookings)?);
        Ok(corrections::said(partnership, (line, Correction::TakeBack), act, now, done)?)
    }
}

impl TakeBackLine {
    /// What was lost by the line was not lost; what its income had borne is borne by others; and what it made good is lost.
    fn losses(
        &self,
        partnership: &Partnership,
        (found, on): (&Line, Day),
        bookings: &mut Bookings<'_>,
    ) -> Result<Vec<AnyEvent>, Refusal> {
        let (fund, line) = (partnership.fund(), self.line);
        if let Purpose::MadeGood { line: alarm } = found.statement().purpose {
            return Ok(treasury::lost_again(fund, alarm, on).into_iter().collect());
        }
        if let Purpose::Expense { year } = found.statement().purpose {
            treasury::unspent(partnership, (line, year, found.statement().amount), bookings)?;
        }
        if let Purpose::Recovery { case } = found.statement().purpose {
            let lost = treasury::not_regained(partnership, (case, on), found.posted())?;
            return Ok(lost.into_iter().collect());
        }
        let not_lost = treasury::not_lost(fund, line, on);
        if !not_lost.is_empty() {
            return Ok(not_lost);
        }
        let entries = found.posted().iter().map(|(_, entry)| entry);
        Ok(treasury::give_up(partnership, (line, on), entries, bookings)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests;
