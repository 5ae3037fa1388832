//! Reservations, and objections to them.

use alloc::string::ToString;

use super::super::MAX_RESERVATIONS;
use super::{three, under};
use crate::exercise::commands::indicate;
use crate::exercise::instrument as acts;
use crate::exercise::standing::{accede, admit, terms};

#[test]
fn m42_no_reservation_to_what_is_carried_out_or_to_what_the_charter_does_not_open() {
    let mut x = under("reservations = [20, 21]\n");
    x.refuse("CAN/root", acts::reserve(22), "M42");
    // Votes, money, withdrawal: of the charter's articles none that is carried out.
    for article in [1, 2, 6, 8, 10, 12] {
        let refusal = x.refuse("CAN/root", acts::reserve(article), "M42");
        assert!(refusal.to_string().contains("as it stands"), "{refusal}");
    }
    x.accept("CAN/root", acts::reserve(20));
    let mut x = under("reservations = \"any\"\n");
    x.refuse("CAN/root", acts::reserve(2), "M42");
    // The instrument's own article, which rules carry out too, and what numbers no article.
    for article in [18, 0, 1000, u16::MAX] {
        x.refuse("CAN/root", acts::reserve(article), "M42");
    }
    x.accept("CAN/root", acts::reserve(99));
    x.accept("CAN/root", acts::reserve(999));
    for none in ["", "reservations = \"none\"\n"] {
        under(none).refuse("CAN/root", acts::reserve(20), "M42");
    }
}

#[test]
fn m43_to_m45_a_reservation_is_made_before_the_consent_and_withdrawn_at_any_time() {
    let mut x = under("reservations = \"any\"\n");
    x.accept("CAN/root", acts::reserve(20));
    x.refuse("CAN/root", acts::reserve(20), "M44");
    for article in 101..101 + u16::try_from(MAX_RESERVATIONS).unwrap() - 1 {
        x.accept("CAN/root", acts::reserve(article));
    }
    x.refuse("CAN/root", acts::reserve(200), "M44");
    x.accept("CAN/root", acts::withdraw_reservation(101));
    x.refuse("CAN/root", acts::withdraw_reservation(101), "M45");
    // One that is made again would shed what others objected to it.
    x.refuse("CAN/root", acts::reserve(101), "M44");
    x.accept("CAN/root", acts::reserve(200));
    three(&mut x);
    x.refuse("CAN/root", acts::reserve(201), "M43");
    x.refuse("XAA/root", acts::reserve(201), "M43");
    x.accept("CAN/root", acts::withdraw_reservation(20));
    // Whoever has lodged its consent has given it.
    let mut x = under("reservations = \"any\"\ndepositary = [\"CAN\", \"GBR\"]\n");
    three(&mut x);
    x.refuse("DEU/root", acts::reserve(20), "M43");
    x.accept("GBR/root", acts::reserve(20));
}

#[test]
fn m43_an_invited_state_reserves_before_it_accedes() {
    let mut x = under("reservations = \"any\"\n");
    three(&mut x);
    x.carried(admit(terms(&[("population", 50_000_000)])));
    x.accept("XAA/root", acts::reserve(20));
    x.accept("XAA/root", accede());
    x.refuse("XAA/root", acts::reserve(21), "M43");
    x.accept("DEU/root", acts::object("XAA", 20));
}

#[test]
fn m46_to_m48_an_objection_is_made_in_time_once_and_by_another() {
    let mut x = under("reservations = \"any\"\n");
    x.accept("CAN/root", acts::reserve(20));
    three(&mut x);
    x.refuse("DEU/root", acts::object("CAN", 21), "M45");
    x.refuse("CAN/root", acts::object("CAN", 20), "M46");
    x.accept("DEU/root", acts::object("CAN", 20));
    x.refuse("DEU/root", acts::object("CAN", 20), "M46");
    x.refuse("FRA/root", acts::withdraw_objection("CAN", 20), "M48");
    x.accept("DEU/root", acts::withdraw_objection("CAN", 20));
    x.refuse("DEU/root", acts::withdraw_objection("CAN", 20), "M48");
    // Both are bound all the same: what is carried out is alike for all.
    x.accept("CAN/representative", indicate("CAN", None));
    x.wait("364d").accept("FRA/root", acts::object("CAN", 20));
    x.wait("48h");
    x.refuse("DEU/root", acts::object("CAN", 20), "M47");
    // `GBR` has its consent before it still: twelve months have passed, and it may.
    x.accept("GBR/root", acts::object("CAN", 20));
}
