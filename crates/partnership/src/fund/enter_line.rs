//! Enter a line of the bank's statement; it is booked when another member's treasurer countersigns it.
//! Article: payments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};
use quorate_ledger::Money;

use super::about::EnteredLine;
use super::event::Event;
use super::{Purpose, Reference, Refusal, currencies, purposes};
use crate::authentic::Act;
use crate::cases;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LineNo;
use crate::moment::{Day, Moment};
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Enters a line of the statement of the fund's account.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct EnterLine {
    /// What the line is.
    #[n(0)]
    pub purpose: Purpose,
    /// How much; the purpose says whether it came or left.
    #[n(1)]
    pub amount: Money,
    /// The bank's value date.
    #[n(2)]
    pub value_date: Day,
    /// The bank's own reference of the line.
    #[n(3)]
    pub reference: Reference,
}

impl Provision for EnterLine {
    fn name(&self) -> &'static str {
        "bank enter"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let fund = partnership.fund();
        currencies::acceptable(partnership, self)?;
        if let Purpose::Receipt { from }
        | Purpose::ReceiptLessFee { from, .. }
        | Purpose::Refund { to: from } = self.purpose
        {
            // F3: money comes from members, and goes back to them and to any other State that something is held for.
            let back = matches!(self.purpose, Purpose::Refund { .. });
            let known = partnership.charter().member(from).is_some()
                || partnership.fund().has_signed(from)
                || back && purposes::prepaid(partnership, from)?.is_positive();
            known.then_some(()).ok_or(Refusal::NotAMember(from))?;
        }
        // F10: a statement tells what has happened.
        if self.value_date > now.day() {
            return Err(Refusal::ValueDateAhead.into());
        }
        self.bookable(partnership)?;
        if let Purpose::Payment { payment } | Purpose::Returned { payment } = self.purpose {
            // F10: and no money left before the day on which it was instructed.
            if self.value_date < partnership.cases().instructed_on(payment)? {
                return Err(Refusal::ValueDateBefore(payment).into());
            }
        }
        let number = LineNo::after(fund.lines.len());
        let line = EnteredLine { number, by: act.post().member, statement: self.clone() };
        let until = now.plus(partnership.charter().payments().countersign_within());
        Ok(vec![Event::LineEntered { line, until }.into()])
    }
}

impl EnterLine {
    /// Whether the line could be booked as things are; asked when it is entered and again when it is countersigned.
    pub(super) fn bookable(&self, partnership: &Partnership) -> Result<(), AnyRefusal> {
        // F7: no line of the bank is booked twice, however its reference is typed. One that only waits blocks nobody.
        if partnership.fund().references.contains(&self.reference.folded()) {
            return Err(Refusal::BookedAlready(self.reference.clone()).into());
        }
        if let Purpose::Payment { payment } = self.purpose {
            // F11: what left is what was instructed.
            let instructed = partnership.cases().in_flight(payment)?;
            if instructed != self.amount {
                return Err(Refusal::OtherAmount { payment, instructed, line: self.amount }.into());
            }
        }
        if let Purpose::Repayment { case } = self.purpose {
            cases::repayable(partnership, case)?;
        }
        if let Purpose::Recovery { case } = self.purpose {
            cases::recoverable(partnership, case)?;
        }
        Ok(purposes::bookable(partnership, self)?)
    }
}

#[cfg(test)]
#[allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]
mod tests {
    use super::*;
    use crate::exercise::commands::{
        assist, attest, countersign, countersign_line, eur, execute, instruct, line, loan, payment, receipt,
        request_of, usd,
    };
    use crate::exercise::standing::withdraw;
    use crate::exercise::{Exercise, NOON};
    use crate::fund::account;
    use crate::ids::{CaseNo, PaymentNo};

    #[test]
    fn a_line_waits_for_another_treasurer() {
        let mut x = Exercise::begin();
        let until = x.next().plus("5d".parse().unwrap());
        let events = x.accept("FRA/treasurer", receipt("GBR", usd("1.00"), NOON.day(), "ref 1"));
        let statement = EnterLine {
            purpose: Purpose::Receipt { from: "GBR".parse().unwrap() },
            amount: usd("1.00"),
            value_date: NOON.day(),
            reference: "ref 1".parse().unwrap(),
        };
        let line = EnteredLine { number: LineNo(1), by: "FRA".parse().unwrap(), statement };
        assert_eq!(events, vec![Event::LineEntered { line, until }.into()]);
        assert_eq!(x.partnership.next_deadline(), Some(until));
    }

    #[test]
    fn f1_and_f2_an_amount_is_more_than_nothing_in_the_funds_currency() {
        let mut x = Exercise::begin();
        x.refuse("FRA/treasurer", receipt("GBR", eur("1.00"), NOON.day(), "ref 1"), "F1");
        for nothing in ["-0.01", "0"] {
            x.refuse("FRA/treasurer", receipt("GBR", usd(nothing), NOON.day(), "ref 1"), "F2");
        }
        x.accept("FRA/treasurer", receipt("GBR", usd("0.01"), NOON.day(), "ref 1"));
    }

    #[test]
    fn f3_money_comes_from_members() {
        let mut x = Exercise::begin();
        x.refuse("FRA/treasurer", receipt("USA", usd("1.00"), NOON.day(), "ref 1"), "F3");
    }

    /// It signed nothing, left, and paid more back than it had borrowed.
    #[test]
    fn f3_what_a_state_that_left_paid_too_much_goes_back_to_it() {
        let mut x = Exercise::funded("100.00");
        let borrowed = request_of(&[usd("10.00")], Some(loan(0, &[(600, "10.00")], None)));
        x.accept("CAN/representative", borrowed);
        let decision = x.adopted(assist(1));
        x.accept("DEU/representative", execute(decision));
        x.accept("DEU/case-officer", attest(1, 1));
        x.accept("DEU/treasurer", instruct(1, 1));
        x.accept("FRA/treasurer", countersign(1));
        x.booked_line(Purpose::Payment { payment: PaymentNo(1) }, "10.00");
        x.accept("CAN/root", withdraw());
        x.wait("365d").pass();
        let refund =
            |amount, day| line(Purpose::Refund { to: "CAN".parse().unwrap() }, usd(amount), day, "out");
        let day = x.next().day();
        x.refuse("FRA/treasurer", refund("0.01", day), "F3");
        x.booked_line(Purpose::Repayment { case: CaseNo(1) }, "15.00");
        x.refuse("FRA/treasurer", refund("5.01", day), "F35");
        x.booked_line(Purpose::Refund { to: "CAN".parse().unwrap() }, "5.00");
        assert_eq!((x.cash(account::PREPAID, "CAN"), x.cash(account::CASH, "")), (0, 100_00));
    }

    #[test]
    fn f7_no_line_of_the_bank_is_booked_twice() {
        let mut x = Exercise::begin();
        let line = || receipt("GBR", usd("1.00"), NOON.day(), "ref 1");
        x.accept("FRA/treasurer", line());
        // One that only waits blocks nobody: a wrong line cannot keep the right one out.
        x.accept("DEU/treasurer", line());
        x.accept("GBR/treasurer", countersign_line(2));
        x.refuse("FRA/treasurer", line(), "F7");
        x.accept("FRA/treasurer", receipt("GBR", usd("1.00"), NOON.day(), "ref 2"));
    }

    #[test]
    fn f7_a_reference_in_other_letters_is_no_other_reference() {
        let mut x = Exercise::begin();
        let line = |reference| receipt("GBR", usd("1.00"), NOON.day(), reference);
        x.accept("FRA/treasurer", line("Line 1/a"));
        x.accept("FRA/treasurer", line("lINE 1/A"));
        x.accept("DEU/treasurer", countersign_line(1));
        for typed in ["Line 1/a", "LINE 1/A", "line 1/a"] {
            x.refuse("FRA/treasurer", line(typed), "F7");
        }
        x.refuse("DEU/treasurer", countersign_line(2), "F7");
        x.accept("FRA/treasurer", line("Line 1/b"));
    }

    #[test]
    fn f10_a_statement_tells_what_has_happened() {
        let mut x = Exercise::begin();
        let today = NOON.day();
        let tomorrow = Day(today.0.saturating_add(1));
        x.refuse("FRA/treasurer", receipt("GBR", usd("1.00"), tomorrow, "ref 1"), "F10");
        x.accept("FRA/treasurer", receipt("GBR", usd("1.00"), today, "ref 1"));
        x.wait("12h").accept("FRA/treasurer", receipt("GBR", usd("1.00"), tomorrow, "ref 2"));
    }

    #[test]
    fn f10_no_money_left_before_the_day_on_which_its_payment_was_instructed() {
        let mut x = Exercise::funded("100.00");
        let number = x.instructed(&["10.00"]);
        let instructed = x.next().day();
        x.wait("48h").accept("FRA/treasurer", countersign(number));
        let line = |value_date| payment(number, usd("10.00"), value_date, "out");
        x.refuse("GBR/treasurer", line(Day(instructed.0.saturating_sub(1))), "F10");
        x.refuse("GBR/treasurer", line(Day(0)), "F10");
        // The bank may have it on that day, though the second signature came two days later.
        for day in 0..3 {
            x.accept("GBR/treasurer", line(Day(instructed.0.saturating_add(day))));
        }
        x.refuse("GBR/treasurer", line(Day(instructed.0.saturating_add(3))), "F10");
    }

    #[test]
    fn f11_what_left_is_what_was_instructed() {
        let mut x = Exercise::funded("100.00");
        let number = x.in_flight(&["10.00"]);
        for other in ["9.99", "10.01"] {
            x.refuse("GBR/treasurer", payment(number, usd(other), x.next().day(), "out"), "F11");
        }
        x.accept("GBR/treasurer", payment(number, usd("10.00"), x.next().day(), "out"));
    }

    #[test]
    fn c14_only_what_enough_treasurers_signed_can_leave() {
        let mut x = Exercise::funded("100.00");
        x.refuse("GBR/treasurer", payment(1, usd("10.00"), x.next().day(), "out"), "C14");
        let number = x.instructed(&["10.00"]);
        x.refuse("GBR/treasurer", payment(number, usd("10.00"), x.next().day(), "out"), "C14");
    }
}
