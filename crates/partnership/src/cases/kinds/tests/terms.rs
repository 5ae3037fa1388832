//! The terms of each kind of help, at their borders.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use super::super::{Kind, MAX_INSTALMENTS, MAX_TERM_DAYS};
use super::asked;
use crate::exercise::Exercise;
use crate::exercise::commands::{assist, guarantee, loan, request, request_of, table, usd};

#[test]
fn c16_instalments_rise_within_a_hundred_years_and_interest_is_a_share() {
    let mut x = Exercise::begin();
    let many = |count: usize| {
        let days = (0..).take(count).map(|day| (day, "1.00")).collect::<Vec<_>>();
        let principal = usd(&[&count.to_string(), ".00"].concat());
        request_of(&[principal], Some(loan(0, &days, None)))
    };
    for (count, fits) in [(0, false), (1, true), (MAX_INSTALMENTS, true), (MAX_INSTALMENTS + 1, false)] {
        let command =
            if count == 0 { request_of(&[usd("1.00")], Some(loan(0, &[], None))) } else { many(count) };
        if fits {
            x.accept("CAN/representative", command);
        } else {
            x.refuse("CAN/representative", command, "C16");
        }
    }
    let last = MAX_TERM_DAYS - 10;
    for (grace, days, interest, fits) in [
        (10, [1, last], None, true),
        (11, [1, last], None, false),
        (10, [1, last - 1], Some(1), true),
        (10, [1, last], Some(1_000_000), true),
        (10, [1, last], Some(0), false),
        (10, [1, last], Some(1_000_001), false),
        (10, [1, 1], None, false),
        (10, [2, 1], None, false),
    ] {
        let kind = loan(grace, &[(days[0], "5.00"), (days[1], "5.00")], interest);
        let command = request_of(&[usd("10.00")], Some(kind));
        if fits {
            x.accept("CAN/representative", command);
        } else {
            x.refuse("CAN/representative", command, "C16");
        }
    }
}

#[test]
fn c17_what_is_repaid_is_what_is_lent() {
    let mut x = Exercise::begin();
    for (last, fits) in [("24.99", false), ("25.00", true), ("25.01", false)] {
        let kind = loan(0, &[(0, "15.00"), (1, last)], None);
        let command = request_of(&[usd("30.00"), usd("10.00")], Some(kind));
        if fits {
            x.accept("CAN/representative", command);
        } else {
            x.refuse("CAN/representative", command, "C17");
        }
    }
    x.refuse("CAN/representative", request_of(&[usd("1.00")], Some(loan(0, &[(0, "0")], None))), "F2");
}

#[test]
fn c18_a_guarantee_is_of_one_amount_and_ends() {
    let mut x = Exercise::begin();
    for (amounts, term, fits) in
        [(1, 0, false), (1, 1, true), (1, MAX_TERM_DAYS, true), (1, MAX_TERM_DAYS + 1, false), (2, 1, false)]
    {
        let amounts = vec![usd("1.00"); amounts];
        let command = request_of(&amounts, Some(guarantee(term)));
        if fits {
            x.accept("CAN/representative", command);
        } else {
            x.refuse("CAN/representative", command, "C18");
        }
    }
}

#[test]
fn c19_help_in_kind_has_no_money_in_it_and_nothing_to_approve() {
    let mut x = Exercise::begin();
    x.refuse("CAN/representative", request_of(&[usd("1.00")], Some(Kind::InKind)), "C19");
    x.refuse("CAN/representative", request(&[]), "C2");
    let case = asked(&mut x, &[], Kind::InKind);
    x.refuse("DEU/representative", table(assist(case)), "C19");
}
