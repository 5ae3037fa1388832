use alloc::string::String;

use super::*;
use crate::command::Command;
use crate::decisions::Choice::InFavour;
use crate::exercise::Exercise;
use crate::exercise::commands::{call, execute, sign, usd};
use crate::exercise::stages::charter_of_dues;
use crate::fund::SignAgreement;

/// Money counts by four fifths, notes by a half.
fn charter() -> String {
    let charter = charter_of_dues();
    charter
        .replace("authority = { paid-in = \"100%\" }", "authority = { paid-in = \"80%\", notes = \"50%\" }")
}

/// A note that is paid so many days ahead.
fn lodges(x: &Exercise, encashments: &[(u32, &str)]) -> Command {
    let of = |(ahead, amount): &(u32, &str)| Instalment { day: x.day(*ahead), amount: usd(amount) };
    crate::fund::Command::LodgeNote(LodgeNote { encashments: encashments.iter().map(of).collect() }).into()
}

/// `GBR` pays in 6.00 at once and 4.00 ten days ahead.
fn signed() -> Exercise {
    let mut x = Exercise::under(&charter());
    let instalments = Some(vec![Instalment { day: x.day(10), amount: usd("4.00") }]);
    let signs = SignAgreement { paid_in: usd("10.00"), callable: usd("10.00"), instalments };
    x.accept("GBR/root", crate::fund::Command::SignAgreement(signs).into());
    x
}

#[test]
fn a_note_stands_for_what_is_due_first_and_then_for_what_is_to_fall_due() {
    let mut x = signed();
    let command = lodges(&x, &[(30, "3.00"), (60, "4.00")]);
    let events = x.accept("GBR/root", command);
    let AnyEvent::Fund(Event::NoteLodged { amount, from_due, counts, .. }) = &events[0] else {
        panic!("a note")
    };
    assert_eq!((*amount, *from_due), (usd("7.00"), usd("6.00")));
    assert_eq!(counts, &[usd("1.50"), usd("2.00")]);
    assert_eq!((x.cash(account::DUE, "GBR"), x.memo(account::NOT_DUE, "GBR")), (0, 3_00));
    assert_eq!((x.memo(account::NOTES, "GBR"), x.cash(account::RECEIVABLE, "GBR")), (7_00, 7_00));
    assert_eq!(x.cash(account::PAID_IN, "GBR"), 7_00);
    x.wait("240h").pass();
    assert_eq!(
        (x.cash(account::DUE, "GBR"), x.memo(account::NOT_DUE, "GBR")),
        (3_00, 0),
        "what the note left"
    );
}

#[test]
fn f22_a_note_counts_by_the_charters_share_and_is_not_counted_again_when_it_is_paid() {
    let mut x = signed();
    let command = lodges(&x, &[(30, "3.00"), (60, "7.00")]);
    x.accept("GBR/root", command);
    assert_eq!(x.authority(), 5_00);
    // It falls due as cash on its days, and counts for what it counted until it is paid.
    let first = x.day(30);
    x.at(first.begins()).pass();
    assert_eq!((x.memo(account::NOTES, "GBR"), x.cash(account::DUE, "GBR")), (7_00, 3_00));
    assert_eq!(x.authority(), 5_00);
    x.pays("GBR", "1.00");
    // 0.80 for the money, of which 0.50 counted.
    assert_eq!(x.authority(), 5_30);
    x.pays("GBR", "2.00");
    assert_eq!(x.authority(), 5_90);
    x.at(crate::moment::Day(first.0.saturating_add(30)).begins()).pass();
    x.pays("GBR", "7.00");
    assert_eq!((x.authority(), x.cash(account::CASH, "")), (8_00, 10_00), "as if no note had been");
}

#[test]
fn f22_without_the_key_a_note_counts_for_nothing_before_it_is_paid() {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("10.00"), usd("0")));
    let command = lodges(&x, &[(30, "10.00")]);
    x.accept("GBR/root", command);
    assert_eq!((x.authority(), x.cash(account::DUE, "GBR")), (0, 0));
    x.wait("720h").pass();
    x.pays("GBR", "10.00");
    assert_eq!(x.authority(), 10_00);
}

#[test]
fn f20_a_note_is_for_no_more_than_is_to_be_paid_in() {
    for (amount, stands) in [("9.99", true), ("10.00", true), ("10.01", false)] {
        let mut x = signed();
        let command = lodges(&x, &[(30, amount)]);
        if stands {
            x.accept("GBR/root", command);
        } else {
            x.refuse("GBR/root", command, "F20");
        }
    }
    // What was paid, or has a note, is not to be paid in.
    let mut x = signed();
    x.pays("GBR", "6.00");
    let command = lodges(&x, &[(30, "4.00")]);
    x.accept("GBR/root", command);
    let command = lodges(&x, &[(30, "0.01")]);
    x.refuse("GBR/root", command, "F20");
    let command = lodges(&x, &[(30, "0.01")]);
    x.refuse("FRA/root", command, "F20");
}

#[test]
fn f20_no_note_stands_for_what_was_called() {
    let mut x = Exercise::under(&charter());
    x.accept("GBR/root", sign(usd("0"), usd("10.00")));
    let decision = x.decided(call("6.00"), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
    x.wait("744h").pass();
    assert_eq!(x.cash(account::DUE, "GBR"), 6_00);
    let command = lodges(&x, &[(30, "0.01")]);
    x.refuse("GBR/root", command, "F20");
}

#[test]
fn f19_and_o1_a_note_has_its_days_and_is_an_instrument() {
    let mut x = signed();
    for wrong in [&[][..], &[(0, "1.00")], &[(2, "1.00"), (2, "1.00")]] {
        let command = lodges(&x, wrong);
        x.refuse("GBR/root", command, "F19");
    }
    for office in ["representative", "treasurer"] {
        let command = lodges(&x, &[(30, "1.00")]);
        x.refuse(&["GBR/", office].concat(), command, "O1");
    }
}

#[test]
fn f24_a_note_for_what_is_late_does_not_forgive_the_interest() {
    let mut x = signed();
    x.wait("240h").pass();
    let command = lodges(&x, &[(30, "6.00")]);
    x.accept("GBR/root", command);
    // 6.00 for ten days: 0.6 of a cent, and what is left of the due is not late yet.
    assert_eq!(x.cash(account::LATE, "GBR"), 1);
    assert_eq!(x.cash(account::LATE_INTEREST, ""), 1);
}

#[test]
fn f20_a_note_is_paid_within_ten_years() {
    for (ahead, fits) in [(MAX_NOTE_DAYS - 1, true), (MAX_NOTE_DAYS, true), (MAX_NOTE_DAYS + 1, false)] {
        let mut x = signed();
        let command = lodges(&x, &[(ahead, "1.00")]);
        if fits {
            x.accept("GBR/root", command);
        } else {
            x.refuse("GBR/root", command, "F20");
        }
    }
}

#[test]
fn f20_no_note_ends_a_default() {
    let mut x = signed();
    x.wait("696h").pass();
    let command = lodges(&x, &[(30, "6.00")]);
    x.clone().accept("GBR/root", command);
    x.wait("48h").pass();
    // The 6.00 are in default, and the 4.00 that fell due later are not yet.
    let command = lodges(&x, &[(30, "4.01")]);
    x.refuse("GBR/root", command, "F20");
    let command = lodges(&x, &[(30, "4.00")]);
    x.accept("GBR/root", command);
    assert_eq!(x.cash(account::DUE, "GBR"), 6_00);
}
