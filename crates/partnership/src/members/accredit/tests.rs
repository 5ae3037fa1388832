#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use super::*;
use crate::exercise::commands::{accredit, replace_root, replace_stolen_root, revoke};
use crate::exercise::keys::{NO_POINT, WEAK, public};
use crate::exercise::{DAY, Exercise};

const OFFICE: Office = Office::Representative;

#[test]
fn a_root_key_accredits_representatives() {
    for office in Office::ACCREDITED {
        let mut x = Exercise::begin();
        let (key, from) = (x.new_key(), x.next());
        let until = Moment(from.0 + DAY);
        let events = x.accept("CAN/root", accredit(key, office, from, until));
        let member = "CAN".parse().unwrap();
        assert_eq!(events, vec![Event::Accredited { member, key, office, from, until }.into()]);
        let post = crate::Post { member, office };
        let holds = |at: u64| x.partnership.members().holds(post, &key, Moment(at));
        assert_eq!([from.0 - 1, from.0, until.0 - 1, until.0].map(holds), [false, true, true, false]);
    }
}

#[test]
fn a_second_credential_for_the_same_key_and_office_replaces_the_first() {
    let mut x = Exercise::begin();
    let (key, now) = (x.new_key(), x.next());
    x.accept("CAN/root", accredit(key, OFFICE, now, Moment(now.0 + 2 * DAY)));
    x.accept("CAN/root", accredit(key, OFFICE, now, Moment(now.0 + DAY)));
    let holds = |at| x.partnership.members().holds("CAN/representative".parse().unwrap(), &key, at);
    assert!(holds(now) && !holds(Moment(now.0 + DAY)));
}

#[test]
fn m1_root_and_recovery_are_not_given_by_a_credential() {
    let mut x = Exercise::begin();
    for office in [Office::Root, Office::Recovery] {
        let (key, now) = (x.new_key(), x.next());
        x.refuse("CAN/root", accredit(key, office, now, Moment(now.0 + DAY)), "M1");
    }
}

#[test]
fn m2_a_term_is_not_empty_and_not_over() {
    let mut x = Exercise::begin();
    let key = x.new_key();
    let later = Moment(x.next().0 + DAY);
    x.refuse("CAN/root", accredit(key, OFFICE, later, later), "M2");
    x.refuse("CAN/root", accredit(key, OFFICE, later, Moment(later.0 - 1)), "M2");
    x.accept("CAN/root", accredit(key, OFFICE, later, Moment(later.0 + 1)));
    let now = x.next();
    x.refuse("CAN/root", accredit(key, OFFICE, Moment(now.0 - DAY), now), "M2");
    let now = x.next();
    x.accept("CAN/root", accredit(key, OFFICE, Moment(now.0 - DAY), Moment(now.0 + 1)));
}

#[test]
fn m2_a_term_is_as_long_as_the_charter_allows_and_no_longer() {
    let mut x = Exercise::begin();
    let (key, from) = (x.new_key(), x.next());
    let longest = x.partnership.charter().offices().longest_term().millis();
    x.refuse("CAN/root", accredit(key, OFFICE, from, Moment(from.0 + longest + 1)), "M2");
    x.accept("CAN/root", accredit(key, OFFICE, from, Moment(from.0 + longest)));
    x.accept("CAN/root", accredit(key, OFFICE, from, Moment(from.0 + longest - 1)));
}

#[test]
fn m3_a_members_root_and_recovery_keys_hold_no_other_office_of_it() {
    let mut x = Exercise::begin();
    let now = x.next();
    let term = |key| accredit(key, OFFICE, now, Moment(now.0 + DAY));
    for special in ["CAN/root", "CAN/recovery"] {
        let refusal = x.refuse("CAN/root", term(public(special)), "M3");
        assert_eq!(refusal, Refusal::RootOrRecovery(public(special)).into());
    }
    // A representative may hold two offices.
    x.accept("CAN/root", term(public("CAN/treasurer")));
    // A root that was replaced is a key like any other.
    let second = x.new_key();
    x.accept("CAN/recovery", replace_root(second));
    x.refuse("CAN/root", term(second), "M3");
    x.accept("CAN/root", term(public("CAN/root")));
}

#[test]
fn m3_what_another_member_did_with_a_key_neither_helps_nor_harms() {
    let mut x = Exercise::begin();
    let now = x.next();
    let term = |key| accredit(key, OFFICE, now, Moment(now.0 + DAY));
    // CAN is quicker than DEU, with a key that DEU is about to accredit, and with all that DEU has.
    let coming = x.new_key();
    for key in [coming, public("DEU/root"), public("DEU/recovery"), public("DEU/representative")] {
        x.accept("CAN/root", term(key));
    }
    x.accept("DEU/root", term(coming));
    let holds = |x: &Exercise, post: &str, key| {
        x.partnership.members().holds(post.parse().unwrap(), &key, Moment(now.0 + 1000))
    };
    assert!(holds(&x, "CAN/representative", coming) && holds(&x, "DEU/representative", coming));
    assert!(holds(&x, "DEU/root", public("DEU/root")), "and what DEU had stays as it was");
    // What the one ends, the other keeps.
    x.accept("CAN/root", revoke(coming, OFFICE));
    assert!(!holds(&x, "CAN/representative", coming) && holds(&x, "DEU/representative", coming));
    // A key of CAN's that is another member's too can be replaced by a new root of either.
    x.accept("DEU/recovery", replace_root(public("CAN/root")));
    assert!(holds(&x, "CAN/root", public("CAN/root")) && holds(&x, "DEU/root", public("CAN/root")));
}

#[test]
fn m4_a_key_is_a_point_of_the_curve_and_not_a_weak_one() {
    let mut x = Exercise::begin();
    let now = x.next();
    for unsound in [NO_POINT, WEAK] {
        x.refuse("CAN/root", accredit(unsound, OFFICE, now, Moment(now.0 + DAY)), "M4");
    }
}

/// An exercise in which `CAN` has as many credentials as it may, and when all but its first end.
fn full() -> (Exercise, Moment) {
    let mut x = Exercise::begin();
    let until = Moment(x.next().0 + 30 * DAY);
    // One for each office stands since the exercise began.
    for given in Office::ACCREDITED.len()..MAX_CREDENTIALS {
        if given % 150 == 0 {
            x.wait("24h");
        }
        let (key, now) = (x.new_key(), x.next());
        x.accept("CAN/root", accredit(key, OFFICE, now, until));
    }
    (x, until)
}

/// A credential for a new key.
fn another(x: &mut Exercise) -> crate::Command {
    let (key, now) = (x.new_key(), x.next());
    accredit(key, OFFICE, now, Moment(now.0 + DAY))
}

#[test]
fn m6_a_member_has_256_credentials_and_not_257() {
    let (mut x, until) = full();
    let (key, now) = (x.new_key(), x.next());
    x.refuse("CAN/root", accredit(key, OFFICE, now, until), "M6");
    // What replaces another is no more than before, and another member has its own.
    x.accept("CAN/root", accredit(public("CAN/treasurer"), Office::Treasurer, now, until));
    x.accept("DEU/root", accredit(key, OFFICE, now, until));
    // One that is still to begin counts.
    x.accept("CAN/root", revoke(public("CAN/treasurer"), Office::Treasurer));
    x.accept("CAN/root", accredit(key, OFFICE, Moment(until.0 - DAY), until));
    let more = another(&mut x);
    x.refuse("CAN/root", more, "M6");
}

#[test]
fn m6_credentials_that_were_ended_do_not_count() {
    let (mut x, _) = full();
    let more = another(&mut x);
    x.refuse("CAN/root", more.clone(), "M6");
    x.accept("CAN/root", revoke(public("CAN/treasurer"), Office::Treasurer));
    x.accept("CAN/root", more);
    let more = another(&mut x);
    x.refuse("CAN/root", more, "M6");
}

#[test]
fn m6_credentials_whose_term_is_over_do_not_count_and_go() {
    let (mut x, until) = full();
    x.at(Moment(until.0 - 1));
    let more = another(&mut x);
    x.refuse("CAN/root", more, "M6");
    let kept = |x: &Exercise| x.partnership.members().keys[&"CAN".parse().unwrap()].credentials.len();
    assert_eq!(kept(&x), MAX_CREDENTIALS);
    x.at(until);
    let more = another(&mut x);
    x.accept("CAN/root", more);
    assert_eq!(kept(&x), Office::ACCREDITED.len() + 1, "the first and the new one");
}

#[test]
fn m6_a_member_whose_root_was_stolen_is_not_silenced() {
    let (mut x, _) = full();
    let second = x.new_key();
    x.accept("CAN/recovery", replace_stolen_root(second));
    let more = another(&mut x);
    x.accept("CAN/root", more);
}
