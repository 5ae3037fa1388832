use super::*;
use crate::decisions;
use crate::decisions::Choice::InFavour;
use crate::exercise::Exercise;
use crate::exercise::commands::{call as calls, eur, execute, sign, table, usd, vote};

/// Members sign as callable; nothing is paid in.
fn signed(callable: &[(&str, &str)]) -> Exercise {
    let mut x = Exercise::begin();
    for (member, amount) in callable {
        x.accept(&[*member, "/root"].concat(), sign(usd("0"), usd(amount)));
    }
    x
}

/// What each member is called for, by a call that is adopted and executed at once.
fn called(x: &mut Exercise, total: &str) -> Vec<(&'static str, i128)> {
    let decision = x.decided(calls(total), [Some(InFavour); 3]);
    executed(x, decision)
}

/// What each member is called for by an adopted call.
fn executed(x: &mut Exercise, decision: u32) -> Vec<(&'static str, i128)> {
    let events = x.accept("CAN/treasurer", execute(decision));
    let AnyEvent::Fund(Event::Called { parts, .. }) = &events[1] else { panic!("called") };
    let name = |part: &Part| crate::exercise::MEMBERS.into_iter().find(|code| *code == part.member.as_str());
    parts.iter().map(|part| (name(part).unwrap(), part.amount.minor())).collect()
}

/// I-7: the parts of a call are the call, to the unit; over a series nobody pays a unit too much.
#[test]
fn i_7_a_call_is_shared_in_proportion_to_the_unit() {
    let mut x = signed(&[("DEU", "100.00"), ("FRA", "100.00"), ("GBR", "100.00")]);
    assert_eq!(called(&mut x, "1.00"), [("DEU", 34), ("FRA", 33), ("GBR", 33)]);
    assert_eq!(called(&mut x, "1.00"), [("DEU", 33), ("FRA", 34), ("GBR", 33)]);
    assert_eq!(called(&mut x, "1.00"), [("DEU", 33), ("FRA", 33), ("GBR", 34)]);
    let charter = x.partnership.charter();
    assert_eq!(x.available(book::cash(charter), account::DUE, "GBR"), 1_00);
    assert_eq!(x.available(book::memoranda(charter), account::CALLABLE, "GBR"), 99_00);
}

#[test]
fn whoever_signed_nothing_callable_is_not_called() {
    let mut x = signed(&[("DEU", "3.00"), ("FRA", "1.00")]);
    x.accept("GBR/root", sign(usd("5.00"), usd("0")));
    assert_eq!(called(&mut x, "4.00"), [("DEU", 3_00), ("FRA", 1_00)]);
}

#[test]
fn f1_and_f2_a_call_is_for_something_in_the_funds_currency() {
    let mut x = signed(&[("DEU", "3.00")]);
    let effect = decisions::Effect::Call { total: eur("1.00") };
    x.refuse("DEU/representative", table(effect), "F1");
    for nothing in ["-0.01", "0"] {
        x.refuse("DEU/representative", table(calls(nothing)), "F2");
    }
}

#[test]
fn f13_members_are_called_for_what_they_signed_and_for_no_more() {
    let mut x = signed(&[("DEU", "60.00"), ("FRA", "40.00")]);
    x.refuse("DEU/representative", table(calls("100.01")), "F13");
    assert_eq!(called(&mut x, "99.99"), [("DEU", 60_00), ("FRA", 39_99)]);
    x.refuse("DEU/representative", table(calls("0.02")), "F13");
    assert_eq!(called(&mut x, "0.01"), [("DEU", 0), ("FRA", 1)]);
    x.refuse("DEU/representative", table(calls("0.01")), "F13");
}

#[test]
fn f13_is_judged_again_when_the_call_is_executed() {
    let mut x = signed(&[("DEU", "60.00"), ("FRA", "40.00")]);
    let first = x.decided(calls("100.00"), [Some(InFavour); 3]);
    let second = x.decided(calls("0.01"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(first));
    x.refuse("CAN/treasurer", execute(second), "F13");
}

#[test]
fn f13_no_member_beyond_what_it_signed_and_nobody_stops_a_call_by_having_paid() {
    let mut x = signed(&[("DEU", "1.00")]);
    assert_eq!(called(&mut x, "1.00"), [("DEU", 1_00)]);
    // FRA signs later. By proportion DEU would pay a part of the next call, and it was called for all it signed.
    x.accept("FRA/root", sign(usd("0"), usd("9.00")));
    assert_eq!(called(&mut x, "8.99"), [("DEU", 0), ("FRA", 8_99)]);
    x.accept("GBR/root", sign(usd("0"), usd("0.03")));
    assert_eq!(called(&mut x, "0.03"), [("DEU", 0), ("FRA", 1), ("GBR", 2)]);
    assert_eq!(called(&mut x, "0.01"), [("DEU", 0), ("FRA", 0), ("GBR", 1)]);
    x.refuse("FRA/representative", table(calls("0.01")), "F13");
}

#[test]
fn f14_amounts_are_such_as_the_books_can_count_exactly() {
    let beyond = Money::new(quorate_ledger::MAX_MINOR + 1, usd("0").currency()).unwrap_err();
    assert_eq!(Refusal::from(beyond).rule(), "F14".parse().unwrap());
    // The limits of the charter and of F15 keep every sum of what members signed below that.
    let most = "95000000000.00";
    let mut x = signed(&[("CAN", most), ("DEU", most), ("FRA", most), ("GBR", most)]);
    x.accept("DEU/representative", table(calls("380000000000.00")));
    x.refuse("DEU/representative", table(calls("380000000000.01")), "F13");
}

#[test]
fn a_receipt_pays_what_was_called() {
    let mut x = signed(&[("DEU", "3.00")]);
    called(&mut x, "2.00");
    x.received("DEU", usd("2.00"));
    let charter = x.partnership.charter();
    assert_eq!(x.available(book::cash(charter), account::DUE, "DEU"), 0);
    assert_eq!(x.available(book::authority(charter), account::AVAILABLE, ""), 2_00);
}

/// The vote on a call is open, and nearly all are in favour.
fn voted(x: &mut Exercise, total: &str) -> u32 {
    let decision = x.opened(calls(total));
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/representative"].concat(), vote(decision, InFavour));
    }
    decision
}

#[test]
fn f13_a_call_binds_whoever_had_signed_when_its_vote_was_opened_and_nobody_else() {
    let mut x = signed(&[("DEU", "60.00")]);
    let decision = voted(&mut x, "40.00");
    x.accept("CAN/root", sign(usd("0"), usd("60.00")));
    x.wait("72h").pass();
    x.accept("FRA/root", sign(usd("0"), usd("60.00")));
    assert_eq!(executed(&mut x, decision), [("DEU", 40_00)]);
    let charter = x.partnership.charter();
    for late in ["CAN", "FRA"] {
        assert_eq!(x.available(book::cash(charter), account::DUE, late), 0);
        assert_eq!(x.available(book::memoranda(charter), account::CALLABLE, late), 60_00);
    }
    // The next vote is opened after all of them have signed.
    assert_eq!(called(&mut x, "60.00"), [("CAN", 20_00), ("DEU", 20_00), ("FRA", 20_00)]);
}

#[test]
fn f13_who_signs_later_does_not_make_room_for_what_was_opened_before() {
    let mut x = signed(&[("DEU", "60.00")]);
    let (first, second) = (voted(&mut x, "60.00"), voted(&mut x, "0.01"));
    x.wait("72h").pass();
    x.accept("FRA/root", sign(usd("0"), usd("60.00")));
    assert_eq!(executed(&mut x, first), [("DEU", 60_00)]);
    x.refuse("CAN/treasurer", execute(second), "F13");
    x.accept("DEU/representative", table(calls("60.00")));
}

#[test]
fn f13_a_draft_is_judged_by_those_who_signed_so_far_and_binds_those_who_signed_until_it_is_opened() {
    let mut x = signed(&[("DEU", "60.00")]);
    let decision = x.tabled(calls("60.00"));
    x.accept("FRA/root", sign(usd("0"), usd("60.00")));
    // At the very moment of the opening counts as signed.
    let opened_and_signed = [
        ("DEU/representative", crate::exercise::commands::open(decision)),
        ("GBR/root", sign(usd("0"), usd("60.00"))),
    ];
    x.together(opened_and_signed);
    x.accept("CAN/root", sign(usd("0"), usd("60.00")));
    for member in ["DEU", "FRA", "GBR"] {
        x.accept(&[member, "/representative"].concat(), vote(decision, InFavour));
    }
    x.wait("72h").pass();
    assert_eq!(executed(&mut x, decision), [("DEU", 20_00), ("FRA", 20_00), ("GBR", 20_00)]);
}

/// I-39: who signs in the middle of a series changes no call before it; what rounding left is carried on, or waits.
#[test]
fn i_39_cents_that_rounding_owes_to_later_signatories_stop_no_call() {
    let mut x = signed(&[("DEU", "1.00"), ("FRA", "1.00")]);
    let before = voted(&mut x, "0.01");
    x.accept("GBR/root", sign(usd("0"), usd("1.00")));
    let after = voted(&mut x, "0.01");
    x.wait("72h").pass();
    assert_eq!(executed(&mut x, after), [("DEU", 1), ("FRA", 0), ("GBR", 0)]);
    // Among DEU and FRA alone the carried cents do not add up: these begin anew, and the cents stay as they were.
    assert_eq!(executed(&mut x, before), [("DEU", 1), ("FRA", 0)]);
    assert_eq!(called(&mut x, "0.02"), [("DEU", 0), ("FRA", 1), ("GBR", 1)]);
    assert_eq!(called(&mut x, "0.03"), [("DEU", 1), ("FRA", 1), ("GBR", 1)]);
}
