//! Payments that lapse, race, and come back.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use alloc::string::{String, ToString};

use crate::cases;
use crate::event::Event;
use crate::exercise::commands::{
    countersign, countersign_line, countersign_seal, instruct, line, payment, seal, usd,
};
use crate::exercise::{Exercise, brought};
use crate::fund::{self, Purpose, account, book};
use crate::ids::PaymentNo;
use crate::moment::{Day, Moment};
use crate::step::Stepped;

fn back() -> Purpose {
    Purpose::Returned { payment: PaymentNo(1) }
}

/// The rule that refused the command in this place.
fn rule_of(stepped: &Stepped, place: usize) -> Option<String> {
    stepped.outcomes[place].refusal.as_ref().map(|refusal| refusal.rule().to_string())
}

fn voided(events: &[Event]) -> usize {
    events.iter().filter(|event| matches!(event, Event::Fund(fund::Event::HoldVoided { .. }))).count()
}

fn allocated(x: &Exercise) -> i128 {
    x.available(book::authority(x.partnership.charter()), account::ALLOCATED, "case-1")
}

/// I-31: what an instruction held is set free once, by time, at its moment and not before.
#[test]
fn i_31_what_an_instruction_held_is_set_free_once() {
    let mut x = Exercise::funded("100.00");
    x.instructed(&["10.00"]);
    let lapses = x.partnership.next_deadline().unwrap();
    assert_eq!((voided(&x.at(Moment(lapses.0 - 1)).pass()), allocated(&x)), (0, 0));
    assert_eq!((voided(&x.at(lapses).pass()), allocated(&x)), (1, 10_00));
    for period in ["1h", "5d", "400d"] {
        assert_eq!((voided(&x.wait(period).pass()), allocated(&x)), (0, 10_00));
    }
}

/// I-32: an instruction lapses or is released, and never both; and of two lines that confirm one payment in one block the
/// first is booked. Nobody can cancel an instruction: time alone does.
#[test]
fn i_32_an_instruction_lapses_or_is_released_and_is_paid_once() {
    let mut x = Exercise::funded("100.00");
    x.instructed(&["10.00"]);
    let lapses = x.partnership.next_deadline().unwrap();
    for late in [0, 1] {
        let mut x = x.clone();
        let stepped = {
            x.at(Moment(lapses.0 + late));
            x.together([("FRA/treasurer", countersign(1)), ("GBR/treasurer", instruct(1, 1))])
        };
        assert_eq!(rule_of(&stepped, 0).as_deref(), Some("C12"));
        assert_eq!(stepped.outcomes[1].refusal, None, "it can be given anew in the same block");
        assert!(matches!(brought(&stepped)[1], Event::Cases(cases::Event::Instructed { .. })));
    }
    x.at(Moment(lapses.0 - 1)).accept("FRA/treasurer", countersign(1));
    assert_eq!(voided(&x.at(Moment(lapses.0 + 1)).pass()), 0, "what is with the bank does not lapse");
    let today = x.next().day();
    for reference in ["out 1", "out 2"] {
        x.accept("GBR/treasurer", payment(1, usd("10.00"), today, reference));
    }
    let stepped =
        x.together([("DEU/treasurer", countersign_line(2)), ("DEU/treasurer", countersign_line(3))]);
    assert_eq!(stepped.outcomes[0].refusal, None);
    assert_eq!(rule_of(&stepped, 1).as_deref(), Some("C14"));
    assert_eq!([x.cash(account::CASH, ""), x.cash(account::ASSISTANCE, "case-1")], [90_00, 10_00]);
}

/// I-33: a payment that the bank refuses, or that comes back after its period was sealed, is made good in an open period;
/// what was sealed keeps its totals, and the tranche can be paid again.
#[test]
fn i_33_what_comes_back_after_the_period_was_sealed_has_effect_in_an_open_one() {
    let mut x = Exercise::funded("100.00");
    x.paid(&["10.00"]);
    let paid = x.next().day();
    x.wait("48h").accept("FRA/treasurer", seal(Day(paid.0 + 1)));
    x.accept("DEU/treasurer", countersign_seal(1));
    // The value date of the return is within the sealed period: at its last day, and one day after it.
    for (value, effect) in [(paid.0 + 1, paid.0 + 2), (paid.0 + 2, paid.0 + 2)] {
        let mut x = x.clone();
        x.accept("GBR/treasurer", line(back(), usd("10.00"), Day(value), "back"));
        let events = x.accept("DEU/treasurer", countersign_line(3));
        let days = events.iter().filter_map(|event| match event {
            Event::Fund(fund::Event::Posted { effective, .. }) => Some(*effective),
            _ => None,
        });
        assert!(days.clone().count() > 0 && days.clone().all(|day| day == Day(effect)), "{value}");
        assert_eq!([x.cash(account::CASH, ""), x.cash(account::ASSISTANCE, "case-1")], [100_00, 0]);
        assert_eq!(allocated(&x), 10_00);
        x.accept("FRA/treasurer", instruct(1, 1));
        x.accept("GBR/treasurer", countersign(2));
    }
    // Refused by the bank before any statement showed it: it left and came back.
    let mut x = Exercise::funded("100.00");
    x.in_flight(&["10.00"]);
    x.booked_line(back(), "10.00");
    assert_eq!([x.cash(account::CASH, ""), x.cash(account::IN_FLIGHT, "")], [100_00, 0]);
    x.accept("FRA/treasurer", instruct(1, 1));
}
