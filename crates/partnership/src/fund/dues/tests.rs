#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use crate::decisions::Choice::InFavour;
use crate::exercise::commands::{assist, call, execute, sign, usd};
use crate::exercise::{CHARTER, Exercise};
use crate::fund::chart::{account, book};

/// Cash, due from `GBR`, prepaid by `GBR`, its paid-in capital, and the commitment authority that is available.
fn found(x: &Exercise) -> [i128; 5] {
    let charter = x.partnership.charter();
    let cash = |code, of: &str| x.available(book::cash(charter), code, of);
    [
        cash(account::CASH, ""),
        cash(account::DUE, "GBR"),
        cash(account::PREPAID, "GBR"),
        cash(account::PAID_IN, "GBR"),
        x.available(book::authority(charter), account::AVAILABLE, ""),
    ]
}

/// All of this is called from those who signed.
fn called(x: &mut Exercise, total: &str) {
    let decision = x.decided(call(total), [Some(InFavour); 3]);
    x.accept("CAN/treasurer", execute(decision));
}

#[test]
fn what_came_in_before_the_signature_pays_what_the_signature_makes_due() {
    for (paid_in, [due, prepaid, counts]) in
        [("9.99", [0, 1, 9_99]), ("10.00", [0, 0, 10_00]), ("10.01", [1, 0, 10_00]), ("0", [0, 10_00, 0])]
    {
        let mut x = Exercise::begin();
        x.received("GBR", usd("10.00"));
        assert_eq!(found(&x), [10_00, 0, 10_00, 0, 0], "prepaid is nobody's capital");
        x.accept("GBR/root", sign(usd(paid_in), usd("1.00")));
        assert_eq!(found(&x), [10_00, due, prepaid, usd(paid_in).minor(), counts], "{paid_in}");
    }
}

#[test]
fn what_was_paid_over_pays_a_later_call() {
    for (total, [due, prepaid, counts]) in
        [("4.99", [0, 1, 9_99]), ("5.00", [0, 0, 10_00]), ("5.01", [1, 0, 10_00])]
    {
        let mut x = Exercise::begin();
        x.accept("GBR/root", sign(usd("5.00"), usd("10.00")));
        x.received("GBR", usd("10.00"));
        assert_eq!(found(&x), [10_00, 0, 5_00, 5_00, 5_00]);
        called(&mut x, total);
        assert_eq!(found(&x), [10_00, due, prepaid, 5_00 + usd(total).minor(), counts], "{total}");
    }
}

#[test]
fn where_nothing_is_prepaid_a_call_is_due_until_money_comes_in() {
    let mut x = Exercise::begin();
    x.accept("GBR/root", sign(usd("5.00"), usd("10.00")));
    called(&mut x, "10.00");
    assert_eq!(found(&x), [0, 15_00, 0, 15_00, 0]);
    x.received("GBR", usd("14.99"));
    assert_eq!(found(&x), [14_99, 1, 0, 15_00, 14_99]);
    x.received("GBR", usd("0.02"));
    assert_eq!(found(&x), [15_01, 0, 1, 15_00, 15_00]);
}

#[test]
fn nobodys_prepaid_money_pays_what_is_due_from_another() {
    let mut x = Exercise::begin();
    x.received("GBR", usd("10.00"));
    x.accept("FRA/root", sign(usd("4.00"), usd("4.00")));
    called(&mut x, "4.00");
    assert_eq!(found(&x), [10_00, 0, 10_00, 0, 0]);
    assert_eq!(x.available(book::cash(x.partnership.charter()), account::DUE, "FRA"), 8_00);
}

#[test]
fn prepaid_money_that_pays_a_due_counts_by_the_charters_share_as_a_receipt_does() {
    let half = CHARTER.replace("paid-in = \"100%\"", "paid-in = \"50%\"");
    assert_ne!(half, CHARTER);
    let mut before = Exercise::under(&half);
    before.received("GBR", usd("10.01"));
    before.accept("GBR/root", sign(usd("10.01"), usd("0")));
    let mut after = Exercise::under(&half);
    after.accept("GBR/root", sign(usd("10.01"), usd("0")));
    after.received("GBR", usd("10.01"));
    assert_eq!(found(&before), [10_01, 0, 0, 10_01, 5_00]);
    assert_eq!(found(&after), found(&before));
}

#[test]
fn f12_help_is_approved_against_money_that_came_in_before_it_was_due() {
    let mut x = Exercise::begin();
    x.received("GBR", usd("10.00"));
    let case = x.requested(&["10.00"]);
    let decision = x.adopted(assist(case));
    x.refuse("DEU/representative", execute(decision), "F12");
    x.accept("GBR/root", sign(usd("10.00"), usd("0")));
    x.accept("DEU/representative", execute(decision));
}
