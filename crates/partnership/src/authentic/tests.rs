#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::string::ToString;
use alloc::vec;

use quorate_charter::Office;

use super::{LONGEST_EXPIRY_MILLIS, Unauthentic};
use crate::command::Command;
use crate::decisions::Choice::InFavour;
use crate::exercise::commands::{accredit, indicate, replace_root, revoke, vote};
use crate::exercise::keys::public;
use crate::exercise::{DAY, Exercise, HOUR, NOON, Real};
use crate::genesis::Nature;
use crate::moment::Moment;
use crate::signed::Signed;
use crate::step::InvalidBlock;

/// Any command that a representative may give.
fn any() -> Command {
    indicate("GBR", None)
}

/// The block of this command alone cannot follow, by this rule; the courtesy check says the same.
#[track_caller]
fn keeps_out(real: &mut Real, signed: Signed, rule: &str) -> Unauthentic {
    let courtesy = real.partnership.admit(real.next(), core::slice::from_ref(&signed)).1.remove(0);
    let Err(InvalidBlock::Unauthentic { position: 0, reason }) = real.step(vec![signed]) else {
        panic!("the block follows")
    };
    assert_eq!(reason.rule().to_string(), rule, "{reason}");
    assert_eq!(courtesy, Err(reason.clone()));
    assert!(!reason.remedy().is_empty());
    reason
}

#[track_caller]
fn lets_in(real: &mut Real, signed: Signed) {
    assert_eq!(real.partnership.admit(real.next(), core::slice::from_ref(&signed)).1, [Ok(())]);
    let stepped = real.step(vec![signed]).unwrap();
    assert_eq!(stepped.outcomes[0].refusal, None);
}

#[test]
fn a1_a_key_acts_in_the_posts_that_it_holds_and_in_no_other() {
    let mut real = Real::begin();
    let expires = Moment(real.next().0 + DAY);
    for (key, who) in [
        ("CAN/treasurer", "CAN/representative"),
        ("DEU/representative", "CAN/representative"),
        ("CAN/root", "CAN/representative"),
        ("CAN/recovery", "CAN/root"),
        ("CAN/representative", "CAN/root"),
        ("DEU/root", "CAN/root"),
        ("nobody", "CAN/representative"),
        ("CAN/representative", "USA/representative"),
    ] {
        let signed = real.sign_by(key, who, expires, any());
        keeps_out(&mut real, signed, "A1");
    }
    let signed = real.sign_by("CAN/representative", "CAN/representative", expires, any());
    lets_in(&mut real, signed);
}

#[test]
fn a1_a_credential_holds_from_the_first_moment_of_its_term_to_the_last() {
    let mut real = Real::begin();
    let (from, until) = (NOON.0 + HOUR, NOON.0 + 2 * HOUR);
    let term = accredit(public("second"), Office::Representative, Moment(from), Moment(until));
    let signed = real.sign("CAN/root", term);
    lets_in(&mut real, signed);
    for (at, holds) in
        [(from - 1, false), (from, true), (until - 1, true), (until, false), (until + 1, false)]
    {
        let mut real = real.clone();
        real.at(Moment(at));
        let signed = real.sign_by("second", "CAN/representative", Moment(at + DAY), any());
        if holds { lets_in(&mut real, signed) } else { _ = keeps_out(&mut real, signed, "A1") }
    }
}

#[test]
fn a1_a_grant_works_from_the_next_block() {
    let mut real = Real::begin();
    let now = real.next();
    let until = Moment(now.0 + DAY);
    let grant = real.sign("CAN/root", accredit(public("second"), Office::Representative, now, until));
    let used = real.sign_by("second", "CAN/representative", until, any());
    let both = real.step(vec![grant.clone(), used.clone()]);
    assert!(matches!(
        both,
        Err(InvalidBlock::Unauthentic { position: 1, reason: Unauthentic::NotAccredited(_) })
    ));
    lets_in(&mut real, grant);
    lets_in(&mut real, used);
}

#[test]
fn a1_an_ended_credential_and_a_replaced_root_are_kept_out_from_the_next_block() {
    let mut real = Real::begin();
    let ended = real.sign("CAN/root", revoke(public("CAN/representative"), Office::Representative));
    lets_in(&mut real, ended);
    let signed = real.sign("CAN/representative", any());
    keeps_out(&mut real, signed, "A1");
    let replaced = real.sign("CAN/recovery", replace_root(public("second root")));
    lets_in(&mut real, replaced);
    let old = real.sign("CAN/root", revoke(public("CAN/treasurer"), Office::Treasurer));
    keeps_out(&mut real, old, "A1");
    let expires = Moment(real.next().0 + DAY);
    let new = revoke(public("CAN/treasurer"), Office::Treasurer);
    let new = real.sign_by("second root", "CAN/root", expires, new);
    lets_in(&mut real, new);
}

#[test]
fn a2_a_signature_is_for_one_partnership_and_these_bytes() {
    let mut real = Real::begin();
    let (id, expires) = (real.partnership.id(), Moment(real.next().0 + DAY));
    let elsewhere = Real::born(Nature::Rehearsal { rate: 1 }).partnership.basis();
    let who = "CAN/representative";
    let bytes = real.signed_bytes(elsewhere, who, who, expires, any());
    keeps_out(&mut real, Signed::read(&bytes, &id).unwrap(), "A2");
    // A signature stands last: each of its bytes counts.
    let good = real.signed_bytes(real.partnership.basis(), who, who, expires, any());
    for from_the_end in [1, 32, 33, 64] {
        let mut bytes = good.clone();
        let at = bytes.len() - from_the_end;
        bytes[at] ^= 1;
        keeps_out(&mut real, Signed::read(&bytes, &id).unwrap(), "A2");
    }
    let good = Signed::read(&good, &id).unwrap();
    lets_in(&mut real, good);
}

#[test]
fn a2_what_was_signed_for_the_real_one_does_not_stand_in_its_rehearsal() {
    let mut real = Real::begin();
    let signed = real.sign("CAN/representative", any());
    let mut copy = real.clone();
    copy.partnership = real.partnership.rehearse();
    let read_there = Signed::read(signed.bytes(), &copy.partnership.id()).unwrap();
    assert_ne!(read_there.id(), signed.id());
    keeps_out(&mut copy, read_there, "A2");
}

#[test]
fn a3_a_command_is_in_time_until_it_expires() {
    let mut real = Real::begin();
    let (who, now) = ("CAN/representative", real.next().0);
    for (expires, reason) in [
        (now - 1, Some(Unauthentic::Expired)),
        (now, Some(Unauthentic::Expired)),
        (now + 1, None),
        (now + LONGEST_EXPIRY_MILLIS - 1, None),
        (now + LONGEST_EXPIRY_MILLIS, None),
        (now + LONGEST_EXPIRY_MILLIS + 1, Some(Unauthentic::ExpiresTooLate)),
    ] {
        let mut real = real.clone();
        let signed = real.sign_by(who, who, Moment(expires), any());
        match reason {
            None => lets_in(&mut real, signed),
            Some(reason) => assert_eq!(keeps_out(&mut real, signed, "A3"), reason),
        }
    }
    assert_eq!(LONGEST_EXPIRY_MILLIS, 7 * DAY);
    let signed = real.sign_by(who, who, Moment(u64::MAX), any());
    keeps_out(&mut real, signed, "A3");
}

/// I-9: what was heard once does nothing a second time, and is not heard again before it has expired.
#[test]
fn a4_i_9_each_command_is_ordered_once() {
    let mut real = Real::begin();
    let (who, expires) = ("CAN/representative", real.next().0 + 2 * HOUR);
    let signed = real.sign_by(who, who, Moment(expires), any());
    let height = real.partnership.height() + 1;
    let twice = real.step(vec![signed.clone(), signed.clone()]);
    let reason = Unauthentic::Replayed { height };
    assert_eq!(twice, Err(InvalidBlock::Unauthentic { position: 1, reason: reason.clone() }));
    lets_in(&mut real, signed.clone());
    assert_eq!(real.partnership.remembered(&signed.id()).map(|found| found.height), Some(height));
    // As long as it could come again it is remembered; from then on it is expired.
    for at in [real.next().0, expires - 2] {
        real.at(Moment(at));
        real.step(vec![]).unwrap();
        assert_eq!(keeps_out(&mut real, signed.clone(), "A4"), reason);
    }
    assert_eq!(real.next(), Moment(expires - 1));
    real.at(Moment(expires));
    keeps_out(&mut real, signed.clone(), "A3");
    real.step(vec![]).unwrap();
    assert_eq!(real.partnership.remembered(&signed.id()), None);
}

/// I-9: a refusal is never told as acceptance when the same comes again.
#[test]
fn a4_i_9_a_refused_command_is_not_heard_again_either() {
    let mut real = Real::begin();
    let signed = real.sign("CAN/representative", vote(9, InFavour));
    let stepped = real.step(vec![signed.clone()]).unwrap();
    let answer = real.partnership.remembered(&signed.id()).unwrap();
    let told = stepped.outcomes[0].refusal.as_ref().map(|refusal| refusal.told(real.partnership.charter()));
    assert_eq!(answer.refusal, told);
    assert!(answer.refusal.is_some());
    keeps_out(&mut real, signed, "A4");
}

#[test]
fn a6_only_a_rehearsal_presumes() {
    let mut x = Exercise::begin();
    x.accept("CAN/representative", any());
    let mut real = Real::begin();
    let presumed = x.presumed("CAN/representative", any());
    let before = real.partnership.clone();
    let refused = real.partnership.step_presumed(real.next(), core::slice::from_ref(&presumed));
    let reason = Unauthentic::Presumed;
    assert_eq!(reason.rule().to_string(), "A6");
    assert_eq!(refused, Err(InvalidBlock::Unauthentic { position: 0, reason }));
    assert_eq!(real.partnership, before);
    // A rehearsal of the real one presumes.
    let mut copy = real.partnership.rehearse();
    assert!(copy.step_presumed(real.next(), &[presumed]).is_ok());
    // What is signed is judged by its signature, and never presumed, not even by a rehearsal.
    let mut real = Real::born(Nature::Rehearsal { rate: 0 });
    let signed = real.sign("CAN/representative", any());
    let (admitted, _) = real.partnership.admit(real.next(), &[signed]);
    assert!(real.partnership.step_presumed(real.next(), &admitted.commands).is_err());
}

#[test]
fn the_record_says_with_which_key_a_command_was_signed_and_none_of_what_was_presumed() {
    let mut real = Real::begin();
    let signed = [real.sign("CAN/representative", any()), real.sign("CAN/representative", vote(9, InFavour))];
    let stepped = real.step(signed.to_vec()).unwrap();
    let key = |booked: &crate::Booked| booked.by.unwrap().key;
    assert_eq!(
        stepped.outcomes[1].refusal.as_ref().map(|refusal| refusal.rule().to_string()),
        Some("D1".into())
    );
    assert!(stepped.booked.iter().all(|booked| key(booked) == Some(public("CAN/representative"))));
    let mut x = Exercise::begin();
    x.accept("CAN/representative", any());
    assert_eq!(key(x.booked().last().unwrap()), None);
}
