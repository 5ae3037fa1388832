#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use super::*;
use crate::decisions::Choice::InFavour;
use crate::exercise::commands::{
    accredit, assist, attest, call, countersign, countersign_call, emergency_call, execute, instruct,
    payment, revoke, sign, usd,
};
use crate::exercise::keys::public;
use crate::exercise::stages::charter_of_dues;
use crate::exercise::{DAY, Exercise, Real};
use crate::fund::Refusal as FundRefusal;
use crate::genesis::Nature;
use crate::moment::Day;

fn charter_where_notes_count() -> alloc::string::String {
    let notes = "authority = { paid-in = \"100%\", notes = \"100%\" }";
    charter_of_dues().replace("authority = { paid-in = \"100%\" }", notes)
}

/// Notes count as money does, so that help is approved against notes and cash is lacking. `FRA` and `GBR` are callable
/// for 100.00 each; `GBR` has paid in 10.00 and lodged a note for 90.00. A case of 60.00 is approved, of which 40.00
/// are attested.
fn lacking() -> Exercise {
    let mut x = Exercise::under(&charter_where_notes_count());
    x.accept("GBR/root", sign(usd("100.00"), usd("100.00")));
    x.accept("FRA/root", sign(usd("0"), usd("100.00")));
    x.pays("GBR", "10.00");
    let day = x.day(700);
    let encashments = alloc::vec![crate::fund::Instalment { day, amount: usd("90.00") }];
    x.accept("GBR/root", crate::fund::Command::LodgeNote(crate::fund::LodgeNote { encashments }).into());
    let case = x.approved(&["40.00", "20.00"]);
    x.accept("DEU/case-officer", attest(case, 1));
    x
}

fn lacks(x: &Exercise) -> i128 {
    super::lacks(&x.partnership).unwrap().minor()
}

#[test]
fn f28_only_where_the_charter_provides_for_it() {
    let mut x = Exercise::begin();
    x.refuse("FRA/treasurer", emergency_call("1.00"), "F28");
    x.refuse("FRA/treasurer", countersign_call(1), "F30");
}

#[test]
fn f29_for_what_attested_tranches_lack_in_cash_now_and_no_more() {
    let mut x = lacking();
    // 40.00 are attested and 10.00 are there.
    assert_eq!(lacks(&x), 30_00);
    let refusal = x.refuse("FRA/treasurer", emergency_call("30.01"), "F29");
    assert_eq!(refusal, FundRefusal::BeyondNeed { total: usd("30.01"), lacks: usd("30.00") }.into());
    x.accept("FRA/treasurer", emergency_call("29.99"));
    x.accept("FRA/treasurer", emergency_call("30.00"));
    // What is not attested is not needed now; what is, is.
    x.accept("DEU/case-officer", attest(1, 2));
    assert_eq!(lacks(&x), 50_00);
}

#[test]
fn f29_nobody_can_draw_where_no_help_is_approved_or_the_cash_is_there() {
    let mut x = Exercise::under(&charter_of_dues());
    x.accept("FRA/root", sign(usd("100.00"), usd("100.00")));
    x.refuse("FRA/treasurer", emergency_call("0.01"), "F29");
    x.pays("FRA", "100.00");
    x.attested(&["100.00"]);
    x.refuse("FRA/treasurer", emergency_call("0.01"), "F29");
    assert_eq!(lacks(&x), 0);
}

#[test]
fn f29_what_a_state_that_left_is_owed_is_no_cash_for_help() {
    let notice = "notice = \"30d\"\nsettlement = { instalments = 1, every = \"30d\" }";
    let text = charter_where_notes_count().replace("notice = \"365d\"", notice);
    let mut x = Exercise::under(&text.replace("least-participating = 3", "least-participating = 2"));
    for member in ["DEU", "GBR"] {
        x.accept(&[member, "/root"].concat(), sign(usd("50.00"), usd("100.00")));
    }
    x.pays("GBR", "50.00");
    let encashments = alloc::vec![crate::fund::Instalment { day: x.day(200), amount: usd("50.00") }];
    x.accept("DEU/root", crate::fund::Command::LodgeNote(crate::fund::LodgeNote { encashments }).into());
    x.accept("GBR/root", crate::exercise::standing::withdraw());
    x.wait("30d").pass();
    let case = x.requested(&["20.00"]);
    let decision = x.opened(assist(case));
    for member in ["DEU", "FRA"] {
        x.votes(member, decision, InFavour);
    }
    x.wait("72h").pass();
    x.accept("DEU/representative", execute(decision));
    x.accept("DEU/case-officer", attest(case, 1));
    assert_eq!((x.cash(account::CASH, ""), lacks(&x)), (50_00, 20_00));
}

#[test]
fn f29_is_judged_again_and_two_calls_do_not_draw_the_same_need_twice() {
    let mut x = lacking();
    x.accept("FRA/treasurer", emergency_call("20.00"));
    x.accept("GBR/treasurer", emergency_call("20.00"));
    x.accept("DEU/treasurer", countersign_call(1));
    assert_eq!(lacks(&x), 10_00, "what is on its way is not lacking");
    x.refuse("DEU/treasurer", countersign_call(2), "F29");
    // It falls due after seven days, and is counted as long as it is not paid.
    x.wait("192h").pass();
    assert_eq!((lacks(&x), x.cash(account::DUE, "FRA")), (10_00, 10_00));
    x.pays("FRA", "10.00");
    x.pays("GBR", "10.00");
    assert_eq!((lacks(&x), x.cash(account::CASH, "")), (10_00, 30_00));
}

#[test]
fn f31_two_treasurers_of_different_members_and_nobody_else() {
    let mut x = lacking();
    for office in ["representative", "root", "case-officer"] {
        x.refuse(&["FRA/", office].concat(), emergency_call("30.00"), "O1");
    }
    x.accept("FRA/treasurer", emergency_call("30.00"));
    x.refuse("FRA/treasurer", countersign_call(1), "F31");
    assert_eq!(x.memo(account::CALLABLE, "FRA"), 10_000, "one treasurer's word asks nobody for anything");
    let events = x.accept("DEU/treasurer", countersign_call(1));
    let due = Moment(x.next().0 - 1).plus("7d".parse().unwrap()).next_day().begins();
    assert!(matches!(&events[1], AnyEvent::Fund(Event::Called { decision: None, parts, due: Some(at), .. })
        if *at == due && parts.iter().map(|part| part.amount).eq([usd("15.00"), usd("15.00")])));
    assert_eq!((x.memo(account::CALLABLE, "FRA"), x.memo(account::CALLABLE, "GBR")), (85_00, 85_00));
    x.refuse("DEU/treasurer", countersign_call(1), "F30");
}

#[test]
fn f30_it_exists_waits_and_is_in_time() {
    let mut x = lacking();
    for unknown in [0, 1] {
        x.refuse("DEU/treasurer", countersign_call(unknown), "F30");
    }
    x.accept("FRA/treasurer", emergency_call("30.00"));
    x.accept("FRA/treasurer", emergency_call("30.00"));
    let until = Moment(x.next().0 - 2).plus("5d".parse().unwrap());
    x.at(Moment(until.0 - 1)).accept("DEU/treasurer", countersign_call(1));
    let lapsed = x.wait("1h").pass();
    let number = EmergencyNo(2);
    assert!(lapsed.contains(&Event::EmergencyCallLapsed { number }.into()));
    x.refuse("DEU/treasurer", countersign_call(2), "F30");
}

#[test]
fn f32_the_credential_of_whoever_asked_for_it_holds() {
    let ways: [fn(&mut Real); 2] = [
        |real| _ = real.accept("FRA/root", revoke(public("second"), Office::Treasurer)),
        |real| real.at(Moment(real.next().0 + DAY)),
    ];
    for how in ways {
        let mut real = asked_for_by_a_second_key();
        how(&mut real);
        real.refuse("DEU/treasurer", countersign_call(1), "F32");
        real.accept("FRA/treasurer", emergency_call("10.00"));
        real.accept("DEU/treasurer", countersign_call(2));
    }
    asked_for_by_a_second_key().accept("DEU/treasurer", countersign_call(1));
}

/// A real partnership in which `FRA` asked for a call with a key that is accredited for a day.
fn asked_for_by_a_second_key() -> Real {
    let mut real = Real::under(Nature::Real, &charter_where_notes_count());
    real.accept("GBR/root", sign(usd("100.00"), usd("100.00")));
    let encashments =
        alloc::vec![crate::fund::Instalment { day: Day(real.next().day().0 + 3_000), amount: usd("100.00") }];
    real.accept("GBR/root", crate::fund::Command::LodgeNote(crate::fund::LodgeNote { encashments }).into());
    real.attested_case();
    let until = Moment(real.next().0 + DAY);
    real.accept("FRA/root", accredit(public("second"), Office::Treasurer, real.next(), until));
    real.accept_by("second", "FRA/treasurer", emergency_call("10.00"));
    real
}

#[test]
fn f13_an_emergency_call_is_on_what_was_signed_when_it_was_asked_for_and_no_more() {
    let mut x = lacking();
    let decision = x.decided(call("200.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    x.refuse("FRA/treasurer", emergency_call("0.01"), "F13");
    let mut x = lacking();
    x.accept("FRA/treasurer", emergency_call("30.00"));
    x.accept("DEU/root", sign(usd("0"), usd("100.00")));
    let events = x.accept("DEU/treasurer", countersign_call(1));
    assert!(matches!(&events[1], AnyEvent::Fund(Event::Called { parts, .. }) if parts.len() == 2));
    assert_eq!(x.memo(account::CALLABLE, "DEU"), 10_000);
}

#[test]
fn what_was_called_in_an_emergency_pays_the_help_and_is_stepped_up_like_any_call() {
    let mut x = lacking();
    x.accept("FRA/treasurer", emergency_call("30.00"));
    x.accept("DEU/treasurer", countersign_call(1));
    x.wait("192h").pass();
    x.pays("GBR", "15.00");
    // FRA does not pay: GBR is asked, and the help is paid.
    x.wait("720h").pass();
    assert_eq!(x.cash(account::RECOVERABLE, "FRA"), 15_00);
    x.pays("GBR", "15.00");
    x.accept("DEU/treasurer", instruct(1, 1));
    x.accept("FRA/treasurer", countersign(1));
    let today = x.next().day();
    x.accept("GBR/treasurer", payment(1, usd("40.00"), today, "out"));
    assert_eq!((lacks(&x), x.cash(account::ASSISTANCE, "case-1")), (0, 40_00));
}

#[test]
fn o1_no_treasurer_whose_office_ended_calls() {
    let mut x = lacking();
    x.accept("FRA/treasurer", emergency_call("30.00"));
    x.accept("DEU/root", revoke(public("DEU/treasurer"), Office::Treasurer));
    x.accept("GBR/treasurer", countersign_call(1));
}
