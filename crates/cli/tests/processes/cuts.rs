//! Wires between the nodes that are cut and mended.

use std::thread::{self, sleep};
use std::time::Duration;

use quorate_node::run::Client;

use crate::clerk::Clerk;
use crate::partners::{MEMBERS, Partners, until};
use crate::wires::How;

/// Every wire from one of these to one of those is so.
fn between(partners: &Partners, these: &[&str], those: &[&str], how: How) {
    for ((from, to), wire) in &partners.wires {
        if these.contains(from) && those.contains(to) {
            wire.is(how);
        }
    }
}

#[test]
fn one_that_is_cut_off_in_one_way_or_both_stops_nobody_and_catches_up() {
    let mut partners = Partners::wired();
    partners.run_all();
    let mut clerk = Clerk::of(&partners, "FRA");
    // CAN hears and is not heard; then GBR is heard and does not hear; then DEU neither, and the wires only fall silent.
    let ways: [(&str, bool, bool, How); 3] =
        [("CAN", true, false, How::Cut), ("GBR", false, true, How::Cut), ("DEU", true, true, How::Silent)];
    for (alone, speaks_not, hears_not, how) in ways {
        let others: Vec<&str> = MEMBERS.into_iter().filter(|member| *member != alone).collect();
        if speaks_not {
            between(&partners, &[alone], &others, how);
        }
        if hears_not {
            between(&partners, &others, &[alone], how);
        }
        (0..3).for_each(|_| clerk.give(&partners, "FRA"));
        if hears_not {
            until("it is seen that it is cut off", || partners.standing("FRA").linked() == 2);
        }
        between(&partners, &MEMBERS, &MEMBERS, How::Whole);
        partners.wait_for_up(&MEMBERS, 4);
        clerk.is_kept(&partners, &partners.wait_for_one_record(&MEMBERS));
    }
}

#[test]
fn two_halves_halt_and_do_not_fork_and_go_on_when_they_are_one_again() {
    let mut partners = Partners::wired();
    partners.run_all();
    let clerks = ["CAN", "GBR"].map(|member| (member, Clerk::of(&partners, member)));
    let halves = [["CAN", "DEU"], ["FRA", "GBR"]];
    let cut = |partners: &Partners, how| {
        between(partners, &halves[0], &halves[1], how);
        between(partners, &halves[1], &halves[0], how);
    };
    cut(&partners, How::Cut);
    partners.wait_for_up(&MEMBERS, 2);
    let (status, why) = partners.asked("FRA", "/readyz").unwrap();
    assert_eq!((status, why.as_str()), (503, "2 of 4 nodes are up, and it takes 3\n"));
    assert_eq!(
        partners.asked("FRA", "/healthz").unwrap().0,
        200,
        "the node lives; the partnership is halted"
    );
    let halted = partners.folder.run("node status --dir D/CAN --check");
    assert_eq!(halted.code, 6, "{}", halted.shown());
    let before = partners.wait_for_one_record(&MEMBERS).len();
    let given: Vec<_> = clerks
        .into_iter()
        .map(|(member, mut clerk)| {
            let directory = partners.directory(member);
            thread::spawn(move || {
                clerk.give_until(&Client::connect(&directory).unwrap());
                clerk
            })
        })
        .collect();
    for member in MEMBERS {
        until("each half has heard its own command", || partners.standing(member).waiting == 1);
    }
    // Time for some rounds: whatever could be agreed on by two, would be.
    sleep(Duration::from_secs(3));
    for member in MEMBERS {
        assert_eq!(partners.blocks(member).len(), before, "{member} agreed with one other");
    }
    cut(&partners, How::Whole);
    let clerks: Vec<Clerk> = given.into_iter().map(|given| given.join().unwrap()).collect();
    partners.wait_for_up(&MEMBERS, 4);
    let blocks = partners.wait_for_one_record(&MEMBERS);
    assert!(clerks.iter().all(|clerk| clerk.acknowledged.len() == 1));
    clerks.iter().for_each(|clerk| clerk.is_kept(&partners, &blocks));
}
