//! Countersign a line of the bank's statement: a treasurer of another member, and the line is booked.
//! Article: payments.

use alloc::vec;
use alloc::vec::Vec;

use minicbor::{Decode, Encode};
use quorate_charter::{Office, Offices};

use super::event::Event;
use super::{Refusal, lines};
use crate::authentic::Act;
use crate::command::Provision;
use crate::event::Event as AnyEvent;
use crate::ids::LineNo;
use crate::members::Needs;
use crate::moment::Moment;
use crate::partnership::Partnership;
use crate::refusal::Refusal as AnyRefusal;

/// Countersigns a line that waits.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CountersignLine {
    /// The line.
    #[n(0)]
    pub line: LineNo,
}

impl Provision for CountersignLine {
    fn name(&self) -> &'static str {
        "bank countersign"
    }

    fn offices(&self) -> Offices {
        &[Office::Treasurer]
    }

    /// Whoever is suspended can enter what it paid; that money came is for one who has a voice to say.
    fn needs(&self) -> Needs {
        Needs::Voice
    }

    fn validate(
        &self,
        partnership: &Partnership,
        act: &Act,
        now: Moment,
    ) -> Result<Vec<AnyEvent>, AnyRefusal> {
        let (number, by) = (self.line, act.post().member);
        let line = partnership.fund().waiting(number, now)?;
        // F9: two treasurers of different members.
        if line.by() == by {
            return Err(Refusal::SameMember { line: number, member: by }.into());
        }
        // F16: the credential of the treasurer that entered it holds, or a thief's line would outlive its key.
        if !line.counts(partnership.members(), now) {
            return Err(Refusal::EnteredByNobody { line: number, member: line.by() }.into());
        }
        line.statement().bookable(partnership)?;
        let entries = lines::entries(partnership, number, line.statement())?;
        let mut events = vec![Event::LineBooked { line: number, by }.into()];
        events.extend(entries);
        Ok(events)
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
mod tests {
    use super::*;
    use crate::exercise::commands::{
        accredit, countersign_line, payment, receipt, replace_stolen_root, revoke, sign, usd,
    };
    use crate::exercise::keys::public;
    use crate::exercise::{DAY, Exercise, NOON, Real};
    use crate::fund::chart::{account, book};
    use crate::{PaymentNo, cases};

    /// `GBR` has this much due, and a line for 10.00 from it waits.
    fn waiting(due: &str) -> Exercise {
        let mut x = Exercise::begin();
        x.accept("GBR/root", sign(usd(due), usd("1.00")));
        x.accept("FRA/treasurer", receipt("GBR", usd("10.00"), NOON.day(), "ref 1"));
        x
    }

    #[test]
    fn money_pays_what_is_due_and_what_is_over_is_held_for_the_member() {
        for (due, left, prepaid, counts) in
            [("9.99", 0, 1, 9_99), ("10.00", 0, 0, 10_00), ("10.01", 1, 0, 10_00), ("0", 0, 10_00, 0)]
        {
            let mut x = waiting(due);
            let events = x.accept("DEU/treasurer", countersign_line(1));
            assert_eq!(events[0], Event::LineBooked { line: LineNo(1), by: "DEU".parse().unwrap() }.into());
            let charter = x.partnership.charter();
            let cash = |code, of| x.available(book::cash(charter), code, of);
            let found = [cash(account::DUE, "GBR"), cash(account::PREPAID, "GBR"), cash(account::CASH, "")];
            assert_eq!(found, [left, prepaid, 10_00], "{due}");
            assert_eq!(x.available(book::authority(charter), account::AVAILABLE, ""), counts, "{due}");
            assert_eq!(x.partnership.next_deadline(), None);
        }
    }

    #[test]
    fn a_line_about_a_payment_settles_it() {
        let mut x = Exercise::funded("100.00");
        let number = x.in_flight(&["10.00"]);
        x.accept("GBR/treasurer", payment(number, usd("10.00"), x.next().day(), "out"));
        let events = x.accept("FRA/treasurer", countersign_line(2));
        let (case, tranche) = (crate::CaseNo(1), crate::TrancheNo(1));
        let paid = cases::Event::Paid { payment: PaymentNo(number), case, tranche };
        assert_eq!(events[1], paid.into());
    }

    #[test]
    fn f8_the_line_exists_and_waits() {
        let mut x = waiting("10.00");
        for unknown in [0, 2] {
            x.refuse("DEU/treasurer", countersign_line(unknown), "F8");
        }
        x.accept("DEU/treasurer", countersign_line(1));
        x.refuse("GBR/treasurer", countersign_line(1), "F8");
    }

    #[test]
    fn f8_a_line_waits_until_it_lapses() {
        let (x, lapses) = (waiting("10.00"), Moment(NOON.0 + 1 + 5 * DAY));
        x.clone().at(Moment(lapses.0 - 1)).accept("DEU/treasurer", countersign_line(1));
        for late in [lapses, Moment(lapses.0 + 1)] {
            let mut x = x.clone();
            x.at(late).refuse("DEU/treasurer", countersign_line(1), "F8");
            let lapsed = Event::LineLapsed { line: LineNo(1) }.into();
            assert!(
                x.booked().iter().any(|booked| booked.event == lapsed && booked.fell_due == Some(lapses))
            );
            // The same line can be entered again.
            x.accept("FRA/treasurer", receipt("GBR", usd("10.00"), NOON.day(), "ref 1"));
            x.accept("DEU/treasurer", countersign_line(2));
        }
    }

    #[test]
    fn f9_two_treasurers_of_different_members() {
        let mut x = waiting("10.00");
        x.refuse("FRA/treasurer", countersign_line(1), "F9");
        // The member from which the money came may be one of them.
        x.accept("GBR/treasurer", countersign_line(1));
    }

    #[test]
    fn f7_of_two_lines_with_one_reference_only_one_is_booked() {
        let mut x = waiting("20.00");
        x.accept("FRA/treasurer", receipt("GBR", usd("10.00"), NOON.day(), "ref 1"));
        x.accept("DEU/treasurer", countersign_line(2));
        x.refuse("DEU/treasurer", countersign_line(1), "F7");
        assert_eq!(x.available(book::cash(x.partnership.charter()), account::CASH, ""), 10_00);
    }

    #[test]
    fn c14_a_payment_settles_once() {
        let mut x = Exercise::funded("100.00");
        let number = x.in_flight(&["10.00"]);
        x.accept("GBR/treasurer", payment(number, usd("10.00"), x.next().day(), "out 1"));
        x.accept("GBR/treasurer", payment(number, usd("10.00"), x.next().day(), "out 2"));
        x.accept("FRA/treasurer", countersign_line(2));
        x.refuse("FRA/treasurer", countersign_line(3), "C14");
        assert_eq!(x.available(book::cash(x.partnership.charter()), account::CASH, ""), 90_00);
    }

    /// A real partnership in which `FRA` entered a line with a key that then goes.
    fn entered_with_a_key_that_goes(how: fn(&mut Real)) -> Real {
        let mut real = Real::begin();
        real.accept("GBR/root", sign(usd("10.00"), usd("1.00")));
        let until = Moment(real.next().0 + DAY);
        real.accept("FRA/root", accredit(public("second"), Office::Treasurer, real.next(), until));
        real.accept_by("second", "FRA/treasurer", receipt("GBR", usd("10.00"), NOON.day(), "ref 1"));
        how(&mut real);
        real
    }

    #[test]
    fn f16_a_line_counts_while_the_credential_of_the_treasurer_that_entered_it_holds() {
        let ways: [fn(&mut Real); 3] = [
            |real| _ = real.accept("FRA/root", revoke(public("second"), Office::Treasurer)),
            |real| _ = real.accept("FRA/recovery", replace_stolen_root(public("second root"))),
            |real| real.at(Moment(real.next().0 + DAY)),
        ];
        for how in ways {
            let mut real = entered_with_a_key_that_goes(how);
            real.refuse("DEU/treasurer", countersign_line(1), "F16");
            // If the bank's statement does say it, it is entered again.
            real.accept("GBR/treasurer", receipt("GBR", usd("10.00"), NOON.day(), "ref 1"));
            real.accept("DEU/treasurer", countersign_line(2));
        }
        let last: fn(&mut Real) = |real| real.at(Moment(real.next().0 + DAY - 3));
        for how in [|_: &mut Real| {}, last] {
            entered_with_a_key_that_goes(how).accept("DEU/treasurer", countersign_line(1));
        }
    }

    #[test]
    fn f16_what_was_presumed_always_counts() {
        let mut x = waiting("10.00");
        x.accept("FRA/root", revoke(public("FRA/treasurer"), Office::Treasurer));
        x.accept("DEU/treasurer", countersign_line(1));
    }
}
