//! What comes free of cases that were open, or comes back on them.

use super::*;
use crate::cases::Kind;
use crate::exercise::NOON;
use crate::exercise::commands::{
    assist, attest, claim, countersign, countersign_line, execute, guarantee, instruct, loan, payment,
    recovery, repayment, request_of, take_back,
};
use crate::fund::Purpose;

/// A case of `CAN` of this kind, approved.
fn approved(x: &mut Exercise, amount: &str, kind: Kind) -> u32 {
    let events = x.accept("CAN/representative", request_of(&[usd(amount)], Some(kind)));
    let AnyEvent::Cases(crate::cases::Event::Requested { case, .. }) = events[0] else { panic!("a case") };
    let decision = x.adopted(assist(case.0));
    x.accept("DEU/representative", execute(decision));
    case.0
}

fn raised(events: &[AnyEvent]) -> Vec<(MemberCode, i128, Day)> {
    let found = events.iter().filter_map(|event| match event {
        AnyEvent::Fund(Event::Leaving(LeavingEvent::Raised { member, amount, due, .. })) => {
            Some((*member, amount.minor(), *due))
        }
        _ => None,
    });
    found.collect()
}

fn code(member: &str) -> MemberCode {
    member.parse().unwrap()
}

/// A line of this kind about money that came back on a case.
fn back(
    x: &mut Exercise,
    amount: &str,
    of: fn(u32, Money, Day, &str) -> crate::command::Command,
) -> Vec<AnyEvent> {
    let (day, reference) = (x.next().day(), x.new_key().short());
    let entered = x.accept("GBR/treasurer", of(1, usd(amount), day, &reference));
    let AnyEvent::Fund(Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
    x.accept("DEU/treasurer", countersign_line(line.number.0))
}

fn pays_out(x: &mut Exercise, amount: &str) {
    x.accept("DEU/case-officer", attest(1, 1));
    x.accept("DEU/treasurer", instruct(1, 1));
    x.accept("FRA/treasurer", countersign(1));
    let day = x.next().day();
    let entered = x.accept("GBR/treasurer", payment(1, usd(amount), day, "out"));
    let AnyEvent::Fund(Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
    x.accept("DEU/treasurer", countersign_line(line.number.0));
}

#[test]
fn f68_what_nobody_claimed_of_a_guarantee_is_shared_with_the_next_instalment() {
    let mut x = of_paid(&[("FRA", "50.00"), ("GBR", "50.00")]);
    approved(&mut x, "60.00", guarantee(45));
    let events = leaves(&mut x, "FRA");
    assert_eq!((settled(&events).1.minor(), x.authority()), (20_00, 20_00));
    x.accept("CAN/representative", claim(1, usd("10.00")));
    let next = x.day(11);
    // Its term ends fifteen days later: after the first instalment, before the second.
    let events = x.wait("15d").pass();
    assert_eq!(raised(&events), [(code("FRA"), 25_00, Day(next.0 + 10))]);
    assert_eq!((owed(&x, "FRA"), payable(&x, "FRA")), (45_00, 5_00));
    assert_eq!(x.authority(), 45_00, "and 10.00 stay set aside for the share");
    x.wait("10d").pass();
    assert_eq!(payable(&x, "FRA"), 35_00);
}

#[test]
fn f68_what_is_repaid_and_what_is_recovered_is_shared_and_once_all_is_over_the_next_day() {
    let mut x = of_paid(&[("FRA", "50.00"), ("GBR", "50.00")]);
    approved(&mut x, "60.00", loan(0, &[(300, "60.00")], Some(365_000)));
    pays_out(&mut x, "60.00");
    let events = leaves(&mut x, "FRA");
    assert_eq!(settled(&events).1.minor(), 20_00);
    x.wait("60d").pass();
    assert_eq!(payable(&x, "FRA"), 20_00);
    // Interest is a half a share too, and counts for no authority.
    let tomorrow = x.day(1);
    let events = back(&mut x, "10.00", repayment);
    assert_eq!(raised(&events), [(code("FRA"), 5_00, tomorrow)]);
    assert_eq!(payable(&x, "FRA"), 20_00);
    x.at(tomorrow.begins()).pass();
    assert_eq!(payable(&x, "FRA"), 25_00);
    // A unit that cannot be halved waits for the next.
    let events = back(&mut x, "0.01", repayment);
    assert_eq!(raised(&events)[0].1, 0);
    let events = back(&mut x, "0.01", repayment);
    assert_eq!(raised(&events)[0].1, 1);
}

#[test]
fn f68_what_was_given_and_is_recovered_after_the_case_was_closed_is_shared() {
    let mut x = of_paid(&[("FRA", "50.00"), ("GBR", "50.00")]);
    x.approved(&["60.00"]);
    pays_out(&mut x, "60.00");
    leaves(&mut x, "FRA");
    x.accept("DEU/case-officer", crate::exercise::commands::close(1));
    assert_eq!(raised(&back(&mut x, "10.00", recovery))[0].1, 5_00);
}

#[test]
fn f68_nothing_is_shared_of_a_case_that_was_closed_or_not_approved_when_it_left() {
    let mut x = of_paid(&[("FRA", "50.00"), ("GBR", "50.00")]);
    x.paid(&["60.00"]);
    x.accept("DEU/case-officer", crate::exercise::commands::close(1));
    let events = leaves(&mut x, "FRA");
    assert!(settled(&events).3.is_empty());
    assert!(raised(&back(&mut x, "10.00", recovery)).is_empty());
}

/// Help waited for 40.00 more than there was: what comes free is needed for that first.
#[test]
fn f68_what_help_was_waiting_for_is_no_share() {
    let notes = "authority = { paid-in = \"100%\", notes = \"100%\" }";
    let text = charter().replace("authority = { paid-in = \"100%\" }", notes);
    let mut x = Exercise::under(&text);
    pay(&mut x, &[("FRA", "60.00")]);
    x.accept("GBR/root", sign(usd("40.00"), usd("0")));
    let encashments = [Instalment { day: x.day(300), amount: usd("40.00") }].into();
    x.accept("GBR/root", crate::fund::Command::LodgeNote(crate::fund::LodgeNote { encashments }).into());
    approved(&mut x, "100.00", guarantee(45));
    let events = leaves(&mut x, "FRA");
    let (reckoning, found, ..) = settled(&events);
    assert_eq!((reckoning.net.minor(), found.minor()), (-40_00, 0));
    let events = x.wait("15d").pass();
    assert_eq!(raised(&events)[0].1, 60_00, "what it paid is there again, and no note of another");
    assert_eq!(x.authority(), 40_00);
}

/// Who left earlier has its share first, and what is left is shared by those that left later.
#[test]
fn f68_those_that_left_one_after_the_other_never_share_more_than_came() {
    let mut x = of_paid(&[("DEU", "50.00"), ("FRA", "25.00"), ("GBR", "25.00")]);
    approved(&mut x, "100.00", loan(0, &[(600, "100.00")], None));
    pays_out(&mut x, "100.00");
    for member in ["FRA", "GBR"] {
        leaves(&mut x, member);
    }
    let day = x.next().day();
    let line =
        crate::exercise::commands::line(Purpose::Repayment { case: CaseNo(1) }, usd("60.00"), day, "back");
    x.accept("CAN/treasurer", line);
    let events = x.accept("DEU/treasurer", countersign_line(5));
    let (fra, gbr) = (code("FRA"), code("GBR"));
    let shares: Vec<_> = raised(&events).iter().map(|(member, minor, _)| (*member, *minor)).collect();
    // A quarter of 60.00, and a third of the 45.00 that are left.
    assert_eq!(shares, [(fra, 15_00), (gbr, 15_00)]);
    assert!(x.next() > NOON);
}

/// Two that owe far more than there is leave at once: each would have almost all that comes back, and no unit is given twice.
#[test]
fn f68_those_that_left_at_the_same_moment_never_share_more_than_came() {
    let mut x = of_paid(&[("DEU", "10.00")]);
    for member in ["FRA", "GBR"] {
        x.accept(&[member, "/root"].concat(), sign(usd("1000.00"), usd("0")));
    }
    approved(&mut x, "10.00", loan(0, &[(600, "10.00")], None));
    pays_out(&mut x, "10.00");
    x.together([("FRA/root", withdraw()), ("GBR/root", withdraw())]);
    x.wait("30d").pass();
    let (day, repaid) = (x.next().day(), usd("10.00"));
    let back = crate::exercise::commands::line(Purpose::Repayment { case: CaseNo(1) }, repaid, day, "back");
    x.accept("CAN/treasurer", back);
    let events = x.accept("DEU/treasurer", countersign_line(3));
    let shares: Vec<_> = raised(&events).iter().map(|(member, minor, _)| (*member, *minor)).collect();
    assert_eq!(shares, [(code("FRA"), 9_91), (code("GBR"), 9)]);
}

#[test]
fn f87_what_a_state_that_left_has_its_share_of_is_not_taken_back() {
    let mut x = of_paid(&[("FRA", "50.00"), ("GBR", "50.00")]);
    approved(&mut x, "60.00", loan(0, &[(300, "60.00")], None));
    pays_out(&mut x, "60.00");
    let mut before = x.clone();
    leaves(&mut x, "FRA");
    for x in [&mut before, &mut x] {
        back(x, "10.00", repayment);
    }
    // Lines 1 and 2 brought the money of two, 3 paid the loan out.
    x.refuse("GBR/treasurer", take_back(4), "F87");
    before.accept("GBR/treasurer", take_back(4));
    before.accept("DEU/treasurer", take_back(4));
    assert_eq!(before.cash(account::LOANS, "case-1"), 60_00);
}
