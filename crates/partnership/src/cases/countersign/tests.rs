#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use super::*;
use crate::exercise::commands::{accredit, countersign, instruct, replace_stolen_root, revoke, sign, usd};
use crate::exercise::keys::public;
use crate::exercise::{DAY, Exercise, Real};
use crate::fund::{self, account, book};

/// A payment of 10.00 of 100.00 that `DEU` instructed in the block before.
fn instructed() -> Exercise {
    let mut x = Exercise::funded("100.00");
    x.instructed(&["10.00"]);
    x
}

#[test]
fn one_signature_is_too_few_and_two_are_enough() {
    let mut x = instructed();
    let released = |x: &Exercise| {
        x.booked().iter().any(|booked| booked.event == Event::Released { payment: PaymentNo(1) }.into())
    };
    assert!(!released(&x));
    let events = x.accept("FRA/treasurer", countersign(1));
    let payment = PaymentNo(1);
    assert_eq!(events[..2], [countersigned("FRA", &[]), Event::Released { payment }.into()]);
    assert!(matches!(
        events[2..],
        [
            AnyEvent::Fund(fund::Event::HoldPosted { .. }),
            AnyEvent::Fund(fund::Event::Posted { .. }),
            AnyEvent::Fund(fund::Event::Held { .. })
        ]
    ));
    let charter = x.partnership.charter();
    assert_eq!(x.available(book::cash(charter), account::CASH, ""), 90_00, "set aside at once");
    assert_eq!(x.available(book::authority(charter), account::COMMITTED, "case-1/tranche-1"), 10_00);
    assert_eq!(x.partnership.next_deadline(), None);
}

#[test]
fn three_signatures_where_the_charter_asks_for_three() {
    let five = crate::exercise::CHARTER
        .replace("[member.DEU]", "[member.BEL]\nname = { en = \"Belgium\", fr = \"Belgique\" }\n[member.DEU]")
        .replace("weight = { CAN", "weight = { BEL = 11876844, CAN")
        .replace("signatures = 2", "signatures = 3")
        .replace("able-to-sign = 3", "able-to-sign = 4");
    let mut x = Exercise::under(&five);
    x.accept("GBR/root", sign(usd("100.00"), usd("0")));
    x.received("GBR", usd("100.00"));
    x.instructed(&["10.00"]);
    assert_eq!(x.accept("FRA/treasurer", countersign(1)).len(), 1, "two are too few");
    x.refuse("FRA/treasurer", countersign(1), "C13");
    assert_eq!(x.accept("BEL/treasurer", countersign(1)).len(), 5, "three are enough");
    x.refuse("GBR/treasurer", countersign(1), "C12");
}

#[test]
fn c12_the_instruction_exists_and_waits() {
    let mut x = instructed();
    for unknown in [0, 2] {
        x.refuse("FRA/treasurer", countersign(unknown), "C12");
    }
    x.accept("FRA/treasurer", countersign(1));
    x.refuse("GBR/treasurer", countersign(1), "C12");
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    x.refuse("GBR/treasurer", countersign(1), "C12");
}

#[test]
fn c12_an_instruction_waits_until_it_lapses() {
    let x = instructed();
    let lapses = x.partnership.next_deadline().unwrap();
    assert_eq!(lapses, Moment(x.next().0 - 1 + 5 * DAY));
    x.clone().at(Moment(lapses.0 - 1)).accept("FRA/treasurer", countersign(1));
    for late in [lapses, Moment(lapses.0 + 1)] {
        x.clone().at(late).refuse("FRA/treasurer", countersign(1), "C12");
    }
}

/// I-31: what a lapsed instruction held goes back to its case, and the tranche can be instructed again.
#[test]
fn i_31_an_instruction_that_lapsed_sets_free_what_it_held_and_can_be_given_anew() {
    let mut x = instructed();
    let allocated =
        |x: &Exercise| x.available(book::authority(x.partnership.charter()), account::ALLOCATED, "case-1");
    assert_eq!(allocated(&x), 0);
    let lapses = x.partnership.next_deadline().unwrap();
    let events = x.at(lapses).pass();
    assert_eq!(events[0], Event::InstructionLapsed { payment: PaymentNo(1) }.into());
    assert!(matches!(events[1..], [AnyEvent::Fund(fund::Event::HoldVoided { .. })]));
    assert_eq!(allocated(&x), 10_00);
    x.accept("FRA/treasurer", instruct(1, 1));
    x.refuse("GBR/treasurer", countersign(1), "C12");
    x.accept("GBR/treasurer", countersign(2));
}

#[test]
fn c7_the_beneficiary_does_not_sign_in_its_own_case() {
    instructed().refuse("CAN/treasurer", countersign(1), "C7");
}

#[test]
fn c13_the_signatures_are_of_different_members() {
    let mut x = instructed();
    x.refuse("DEU/treasurer", countersign(1), "C13");
    x.accept("GBR/treasurer", countersign(1));
}

/// A real partnership in which `CAN`'s payment of 10.00 was instructed by `DEU` with a key that then goes.
fn signed_with_a_key_that_goes(how: fn(&mut Real)) -> Real {
    let mut real = Real::begin();
    real.attested();
    let until = Moment(real.next().0 + DAY);
    real.accept("DEU/root", accredit(public("second"), Office::Treasurer, real.next(), until));
    real.accept_by("second", "DEU/treasurer", instruct(1, 1));
    how(&mut real);
    real
}

fn countersigned(by: &str, dropped: &[&str]) -> AnyEvent {
    let dropped = dropped.iter().map(|member| member.parse().unwrap()).collect();
    Event::Countersigned { payment: PaymentNo(1), by: by.parse().unwrap(), dropped }.into()
}

#[test]
fn c13_a_signature_does_not_outlive_the_credential_of_its_key() {
    let ways: [fn(&mut Real); 3] = [
        |real| _ = real.accept("DEU/root", revoke(public("second"), Office::Treasurer)),
        |real| _ = real.accept("DEU/recovery", replace_stolen_root(public("second root"))),
        |real| real.at(Moment(real.next().0 + DAY)),
    ];
    for how in ways {
        let mut real = signed_with_a_key_that_goes(how);
        let events = real.accept("FRA/treasurer", countersign(1));
        assert_eq!(events, [countersigned("FRA", &["DEU"])], "one signature is too few");
        real.refuse("FRA/treasurer", countersign(1), "C13");
        let events = real.accept("GBR/treasurer", countersign(1));
        assert_eq!(
            events[..2],
            [countersigned("GBR", &[]), Event::Released { payment: PaymentNo(1) }.into()]
        );
    }
}

#[test]
fn c13_a_member_signs_again_once_its_signature_does_not_count_any_more() {
    let mut real = signed_with_a_key_that_goes(|_| {});
    real.refuse("DEU/treasurer", countersign(1), "C13");
    real.accept("DEU/root", revoke(public("second"), Office::Treasurer));
    assert_eq!(real.accept("DEU/treasurer", countersign(1)), [countersigned("DEU", &["DEU"])]);
    real.refuse("DEU/treasurer", countersign(1), "C13");
    assert_eq!(real.accept("FRA/treasurer", countersign(1)).len(), 5, "with another's it is enough");
}

#[test]
fn a_signature_counts_until_the_last_moment_of_its_term_and_with_it_renewed() {
    let last = |real: &mut Real| real.at(Moment(real.next().0 + DAY - 3));
    let mut real = signed_with_a_key_that_goes(last);
    assert_eq!(real.clone().accept("FRA/treasurer", countersign(1)).len(), 5);
    let until = Moment(real.next().0 + 2 * DAY);
    real.accept("DEU/root", accredit(public("second"), Office::Treasurer, real.next(), until));
    real.at(Moment(until.0 - 1));
    assert_eq!(real.accept("FRA/treasurer", countersign(1)).len(), 5);
}

#[test]
fn a_signature_that_was_dropped_does_not_come_back_with_its_key() {
    let ends = |real: &mut Real| _ = real.accept("DEU/root", revoke(public("second"), Office::Treasurer));
    let mut real = signed_with_a_key_that_goes(ends);
    real.accept("FRA/treasurer", countersign(1));
    let until = Moment(real.next().0 + DAY);
    real.accept("DEU/root", accredit(public("second"), Office::Treasurer, real.next(), until));
    real.refuse("FRA/treasurer", countersign(1), "C13");
    assert_eq!(real.accept_by("second", "DEU/treasurer", countersign(1)).len(), 5, "it signs anew");
}

#[test]
fn what_was_presumed_always_counts() {
    let mut x = instructed();
    x.accept("DEU/root", revoke(public("DEU/treasurer"), Office::Treasurer));
    x.refuse("DEU/treasurer", countersign(1), "C13");
    assert_eq!(x.accept("FRA/treasurer", countersign(1)).len(), 5);
}
