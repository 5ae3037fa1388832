#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::decisions::Choice::InFavour;
use crate::exercise::commands::{assist, indicate, vote};
use crate::exercise::{CHARTER, Exercise, HOUR, Real, genesis};
use crate::genesis::Nature;

/// What was written down comes back as it was. Every exercise asks this after every block, so that every test of a rule is
/// a test of snapshots too.
#[track_caller]
pub(crate) fn comes_back(partnership: &Partnership, genesis: &Genesis) {
    // What expired commands and blocks leave is the most of it; those of a long exercise are looked at now and then.
    if partnership.height() > 64 && !partnership.height().is_multiple_of(16) {
        return;
    }
    let bytes = partnership.to_snapshot();
    let back = Partnership::from_snapshot(&bytes, genesis).unwrap();
    assert!(back == *partnership, "what was written came back otherwise");
    assert_eq!((back.digest(), back.extent()), (partnership.digest(), partnership.extent()));
}

/// An exercise in the middle of a vote, and its snapshot.
fn written() -> (Exercise, Vec<u8>) {
    let mut x = Exercise::funded("100.00");
    let case = x.requested(&["10.00"]);
    x.opened(assist(case));
    let bytes = x.partnership.to_snapshot();
    (x, bytes)
}

#[test]
fn what_comes_back_goes_on_as_the_original() {
    let (mut x, bytes) = written();
    let mut back = x.clone();
    back.partnership = Partnership::from_snapshot(&bytes, &x.genesis()).unwrap();
    for x in [&mut x, &mut back] {
        x.accept("FRA/representative", vote(1, InFavour));
        x.refuse("CAN/representative", vote(1, InFavour), "D6");
        x.wait("90h").pass();
    }
    assert_eq!(x.booked(), back.booked());
    assert!(x.partnership == back.partnership);
}

#[test]
fn a_bent_snapshot_is_no_partnership_or_says_another() {
    let (x, bytes) = written();
    for at in (0..bytes.len()).step_by(7) {
        let mut bent = bytes.clone();
        bent[at] ^= 1 << (at % 8);
        // A node's store binds a snapshot by its hash; here a bent one has at least its own form.
        if let Ok(back) = Partnership::from_snapshot(&bent, &x.genesis()) {
            assert!(back != x.partnership, "byte {at}");
            assert!(back.to_snapshot() == bent, "byte {at}");
        }
    }
    for short in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        assert!(Partnership::from_snapshot(&bytes[..short], &x.genesis()) == Err(SnapshotError::Form));
    }
    let long = [bytes.as_slice(), &[0]].concat();
    assert!(Partnership::from_snapshot(&long, &x.genesis()) == Err(SnapshotError::Form));
}

#[test]
fn a_snapshot_is_of_one_partnership() {
    let (_, bytes) = written();
    let other = genesis(Nature::Real, CHARTER);
    assert!(Partnership::from_snapshot(&bytes, &other) == Err(SnapshotError::Other));
}

#[test]
fn what_was_refused_is_answered_again_in_the_same_words() {
    let mut real = Real::begin();
    let signed = real.sign("FRA/representative", vote(9, InFavour));
    let refusal = real.step(vec![signed.clone()]).unwrap().outcomes.remove(0).refusal.unwrap();
    let later = real.sign("FRA/representative", indicate("FRA", None));
    real.at(Moment(real.next().0 + HOUR));
    real.step(vec![later]).unwrap();
    let bytes = real.partnership.to_snapshot();
    let back = Partnership::from_snapshot(&bytes, real.genesis()).unwrap();
    let remembered = back.remembered(&signed.id()).unwrap().refusal.clone().unwrap();
    assert_eq!(remembered, refusal.told(back.charter()));
    assert_eq!(
        (alloc::format!("{remembered}"), remembered.rule()),
        (alloc::format!("{refusal}"), refusal.rule())
    );
}
