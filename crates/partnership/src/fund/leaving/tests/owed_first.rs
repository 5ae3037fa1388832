//! What a State that left is owed pays no help that was approved afterwards.

use super::*;
use crate::decisions::Choice;
use crate::exercise::commands::{assist, attest, countersign, countersign_line, execute, instruct, line};
use crate::fund::{Command, LodgeNote, Purpose};

/// `FRA` and `GBR` paid 100.00 each; a note of 200.00 of `DEU` counts for authority and is no money yet.
fn with_a_note() -> Exercise {
    let notes = "authority = { paid-in = \"100%\", notes = \"100%\" }";
    let text = charter().replace("authority = { paid-in = \"100%\" }", notes);
    let mut x = Exercise::under(&text.replace("least-participating = 3", "least-participating = 2"));
    pay(&mut x, &[("FRA", "100.00"), ("GBR", "100.00")]);
    x.accept("DEU/root", sign(usd("200.00"), usd("0")));
    let encashments = [Instalment { day: x.day(900), amount: usd("200.00") }].into();
    x.accept("DEU/root", Command::LodgeNote(LodgeNote { encashments }).into());
    x
}

/// A case of `CAN`, decided on by those that stayed, whose conditions are attested.
fn helped(x: &mut Exercise, amounts: &[&str]) {
    let case = x.requested(amounts);
    let decision = x.decided(assist(case), [Some(Choice::InFavour), None, Some(Choice::InFavour)]);
    x.accept("CAN/representative", execute(decision));
    for (tranche, _) in (1..).zip(amounts) {
        x.accept("DEU/case-officer", attest(case, tranche));
    }
}

/// A line of this purpose, entered and countersigned by those that stayed.
fn booked(x: &mut Exercise, purpose: Purpose, amount: &str) {
    let (day, reference) = (x.next().day(), x.new_key().short());
    let entered = x.accept("GBR/treasurer", line(purpose, usd(amount), day, &reference));
    let AnyEvent::Fund(Event::LineEntered { line, .. }) = &entered[0] else { panic!("a line") };
    x.accept("DEU/treasurer", countersign_line(line.number.0));
}

/// Of 200.00 at the bank 100.00 are owed to who left: one less than the rest, as much, and one more.
#[test]
fn f88_help_that_was_approved_after_a_state_left_is_paid_of_what_is_beyond_its_share() {
    for (amount, refused) in [("99.99", false), ("100.00", false), ("100.01", true)] {
        let mut x = with_a_note();
        leaves(&mut x, "FRA");
        assert_eq!((owed(&x, "FRA"), x.authority()), (100_00, 300_00));
        helped(&mut x, &[amount]);
        if refused {
            x.refuse("DEU/treasurer", instruct(1, 1), "F88");
            // Once a unit more is there, it is paid.
            booked(&mut x, Purpose::Income, "0.01");
        }
        x.accept("DEU/treasurer", instruct(1, 1));
        x.accept("GBR/treasurer", countersign(1));
        booked(&mut x, Purpose::Payment { payment: crate::ids::PaymentNo(1) }, amount);
        x.wait("60d").pass();
        assert_eq!(payable(&x, "FRA"), 100_00);
        booked(&mut x, Purpose::Settlement { to: "FRA".parse().unwrap() }, "100.00");
    }
}

#[test]
fn f88_it_is_asked_again_when_the_last_signature_sets_the_cash_aside() {
    let mut x = with_a_note();
    leaves(&mut x, "FRA");
    helped(&mut x, &["60.00", "60.00"]);
    x.accept("DEU/treasurer", instruct(1, 1));
    x.accept("DEU/treasurer", instruct(1, 2));
    x.accept("GBR/treasurer", countersign(1));
    x.refuse("GBR/treasurer", countersign(2), "F88");
    booked(&mut x, Purpose::Income, "20.00");
    x.accept("GBR/treasurer", countersign(2));
}

/// A charge is borne by who stayed; help that was approved before it left is paid all the same.
#[test]
fn f88_i_40_help_that_was_open_when_a_state_left_is_paid_as_if_it_had_not() {
    let mut x = with_a_note();
    x.attested(&["150.00"]);
    leaves(&mut x, "FRA");
    helped(&mut x, &["10.00"]);
    booked(&mut x, Purpose::BankCharge, "30.00");
    assert_eq!((owed(&x, "FRA"), x.cash(account::CASH, "")), (25_00, 170_00));
    x.accept("DEU/treasurer", instruct(1, 1));
    x.accept("GBR/treasurer", countersign(1));
    x.refuse("DEU/treasurer", instruct(2, 1), "F88");
}

/// Where nobody that left is owed anything, nothing is asked: an instruction may wait for cash.
#[test]
fn f88_where_nothing_is_owed_an_instruction_waits_for_cash_as_ever() {
    let mut x = with_a_note();
    x.attested(&["250.00"]);
    x.accept("DEU/treasurer", instruct(1, 1));
    x.refuse("GBR/treasurer", countersign(1), "F12");
}
