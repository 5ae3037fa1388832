//! Identify a booked line: money in suspense, or booked as another member's, is this member's receipt.
//! Article: payments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Office, Offices};

use super::about::About;
use super::bookings::Bookings;
use super::corrections::{self, Correction};
use super::event::Event;
use super::lines::Stage;
use super::{LineRefusal, Refusal, currencies};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LineNo;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Says from whom the money of a booked line came. It is done when treasurers of two different members have said the same.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct IdentifyLine {
    /// The line.
    #[n(0)]
    pub line: LineNo,
    /// The member.
    #[n(1)]
    pub from: MemberCode,
}

impl Provision for IdentifyLine {
    fn name(&self) -> &'static str {
        "bank identify"
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
        let IdentifyLine { line, from } = *self;
        let (charter, fund) = (partnership.charter(), partnership.fund());
        // F3: money comes from members.
        let known = charter.member(from).is_some() || fund.has_signed(from);
        known.then_some(()).ok_or(Refusal::NotAMember(from))?;
        // F39: what is identified stands in suspense, or is booked as the receipt of another member.
        let found =
            fund.line(line).filter(|line| line.stage() == Stage::Booked && line.is_not_yet_from(from));
        let found = found.ok_or(Refusal::from(LineRefusal::NotToIdentify { line, from }))?;
        corrections::of_another_currency(charter, fund, (line, found))?;
        let mut bookings = Bookings::new(fund, found.statement().value_date);
        // First what it is, then what it is not: authority that it counts for is not missing in between.
        let pair = currencies::pair(found.statement().amount.currency(), charter.fund().currency());
        let mut dues = corrections::dues(charter, fund, found.statement(), &pair);
        corrections::owe_again(fund, line, now, &mut dues)?;
        let worth = currencies::comes_again(charter, (line, found), &mut bookings)?;
        dues.come_in(from, worth, About::Line { line }, &mut bookings)?;
        corrections::reverse(charter, fund, line, (&mut dues, &mut bookings))?;
        let mut done = vec![Event::LineIdentified { line, from, by: act.post().member }.into()];
        done.extend(corrections::admitted(bookings)?);
        Ok(corrections::said(partnership, (line, Correction::Receipt { from }), act, now, done)?)
    }
}

#[cfg(test)]
mod tests;
