//! Several that leave, the last of all, and one that comes back.

use super::*;
use crate::exercise::commands::line;
use crate::exercise::standing::{accede, admit, terms};
use crate::fund::Purpose;
use crate::members::Admit;

fn all(x: &Exercise) -> i128 {
    ["CAN", "DEU", "FRA", "GBR"].iter().map(|member| owed(x, member)).sum()
}

/// Three parts of what cannot be divided by three: whoever is booked first, each has the same.
#[test]
fn f65_those_that_leave_at_the_same_moment_are_counted_alike() {
    let mut x = of_paid(&[("CAN", "10.00"), ("DEU", "10.00"), ("FRA", "10.00")]);
    x.booked_line(Purpose::BankCharge, "0.01");
    x.together([("FRA/root", withdraw()), ("CAN/root", withdraw())]);
    x.wait("30d").pass();
    assert_eq!((owed(&x, "CAN"), owed(&x, "FRA"), x.cash(account::CASH, "")), (9_99, 9_99, 29_99));
}

#[test]
fn f65_one_that_owes_does_not_change_what_another_has_that_leaves_with_it() {
    let mut x = of_paid(&[("DEU", "10.00"), ("FRA", "10.00")]);
    x.accept("CAN/root", sign(usd("30.00"), usd("0")));
    x.pays("CAN", "10.00");
    x.booked_line(Purpose::BankCharge, "15.00");
    x.together([("FRA/root", withdraw()), ("CAN/root", withdraw())]);
    x.wait("30d").pass();
    assert_eq!(owed(&x, "FRA"), 5_00, "a third of 15.00");
    // 30.00 of 35.00 to 50.00, of which 20.00 were set off.
    assert_eq!((owed(&x, "CAN"), x.cash(account::DUE, "CAN")), (1_00, 0));
}

#[test]
fn f65_the_last_member_has_all_that_is_left() {
    let mut x = of_paid(&[("CAN", "10.00"), ("DEU", "20.00"), ("GBR", "30.00")]);
    x.booked_line(Purpose::BankCharge, "0.01");
    for member in ["CAN", "DEU", "GBR"] {
        leaves(&mut x, member);
    }
    assert_eq!((all(&x), x.cash(account::CASH, "")), (59_99, 59_99));
    assert_eq!(x.authority(), 0);
    leaves(&mut x, "FRA");
    // Nobody is left to enter a line: what is owed stays on record.
    assert_eq!(all(&x), 59_99);
}

#[test]
fn i_38_two_withdrawals_take_no_more_than_the_fund_has_where_income_and_debts_meet() {
    let mut x = of_paid(&[("DEU", "1.00")]);
    x.booked_line(Purpose::Income, "10.00");
    for member in ["CAN", "FRA"] {
        x.accept(&[member, "/root"].concat(), sign(usd("1000.00"), usd("0")));
    }
    x.together([("DEU/root", withdraw()), ("CAN/root", withdraw()), ("FRA/root", withdraw())]);
    x.wait("30d").pass();
    assert!(all(&x) <= 11_00, "{}", all(&x));
}

/// It comes back, signs anew, leaves again: the first settlement goes on, and what was counted is not counted again.
#[test]
fn f65_whoever_comes_back_and_leaves_again_is_settled_for_what_it_paid_since() {
    let mut x = of_paid(&[("CAN", "40.00"), ("GBR", "60.00")]);
    x.booked_line(Purpose::BankCharge, "10.00");
    leaves(&mut x, "CAN");
    assert_eq!((owed(&x, "CAN"), x.cash(account::PAID_IN, "CAN")), (36_00, 4_00));
    let again = Admit { member: "CAN".parse().unwrap(), ..terms(&[("population", 41_288_599)]) };
    x.carried(admit(again));
    x.accept("CAN/root", accede());
    let due = payable(&x, "CAN");
    assert_eq!(due, 18_00, "two instalments fell due meanwhile");
    pay(&mut x, &[("CAN", "46.00")]);
    assert_eq!((payable(&x, "CAN"), owed(&x, "CAN")), (due, 36_00), "the two are held apart");
    let events = leaves(&mut x, "CAN");
    let (reckoning, share, ..) = settled(&events);
    assert_eq!(
        (reckoning.paid.minor(), reckoning.whole.minor(), reckoning.net.minor()),
        (46_00, 106_00, 100_00)
    );
    assert_eq!(share.minor(), 43_39);
    assert_eq!((payable(&x, "CAN"), owed(&x, "CAN")), (36_00, 79_39));
    x.wait("41d").pass();
    assert_eq!(payable(&x, "CAN"), 79_39);
}

/// What is left of its debt is the part of it that the fund had spent: leaving once more takes nothing of it.
#[test]
fn f66_a_debtor_that_comes_back_and_leaves_again_owes_what_it_owed() {
    let mut x = of_paid(&[("GBR", "100.00")]);
    x.approved(&["100.00"]);
    x.accept("CAN/root", sign(usd("100.00"), usd("0")));
    leaves(&mut x, "CAN");
    let owes = |x: &Exercise| x.cash(account::DUE, "CAN");
    assert_eq!(owes(&x), 50_00, "the half of 100.00 that it would have had");
    for (signs, still) in [(None, 50_00), (Some("30.00"), 73_08)] {
        let (root, recovery) = (x.new_key(), x.new_key());
        let terms = terms(&[("population", 41_288_599)]);
        x.carried(admit(Admit { member: "CAN".parse().unwrap(), root, recovery, ..terms }));
        x.accept("CAN/root", accede());
        if let Some(signs) = signs {
            x.accept("CAN/root", sign(usd(signs), usd("0")));
        }
        leaves(&mut x, "CAN");
        assert_eq!(owes(&x), still, "{signs:?}");
    }
}

#[test]
fn i_38_whoever_left_is_paid_also_when_the_others_decide_against_it() {
    let mut x = of_paid(&[("CAN", "50.00"), ("GBR", "100.00")]);
    leaves(&mut x, "CAN");
    // New help can be approved of what the others paid in, and of no more.
    assert_eq!(x.authority(), 100_00);
    x.wait("41d").pass();
    let out = line(Purpose::Settlement { to: "CAN".parse().unwrap() }, usd("50.00"), x.next().day(), "out");
    x.line(out, None);
    assert_eq!((owed(&x, "CAN"), x.cash(account::CASH, "")), (0, 100_00));
}
