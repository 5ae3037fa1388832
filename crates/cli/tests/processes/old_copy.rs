//! A node whose directory is put back from a copy that was made before it went on.

use std::fs;
use std::path::PathBuf;
use std::thread;

use quorate_node::run::Client;

use crate::clerk::Clerk;
use crate::partners::{MEMBERS, Partners, until};

const FILES: [&str; 2] = ["blocks.redb", "acknowledged"];

/// A copy of the disk of DEU's node, which has ended, and runs again.
fn copied(partners: &mut Partners) -> PathBuf {
    partners.end("DEU");
    let kept = partners.folder.path("copy");
    fs::create_dir(&kept).unwrap();
    for file in FILES {
        fs::copy(partners.directory("DEU").join(file), kept.join(file)).unwrap();
    }
    partners.run("DEU");
    partners.wait_for_up(&MEMBERS, 4);
    kept
}

/// The node is killed, in the middle of something as it would be, and runs on the copy.
fn put_back(partners: &mut Partners, kept: &std::path::Path) {
    partners.kill("DEU");
    for file in FILES {
        fs::copy(kept.join(file), partners.directory("DEU").join(file)).unwrap();
    }
    partners.run("DEU");
}

fn nobody_is_named(partners: &Partners) {
    for member in ["CAN", "FRA", "GBR"] {
        for node in partners.standing(member).nodes {
            assert_eq!(node.named, [], "{member} names {}", node.member);
        }
    }
}

#[test]
fn a_node_on_an_old_copy_of_its_disk_forks_nothing_and_nothing_is_lost() {
    let mut partners = Partners::new();
    partners.run_all();
    let mut clerk = Clerk::of(&partners, "FRA");
    (0..3).for_each(|_| clerk.give(&partners, "FRA"));
    let kept = copied(&mut partners);
    (0..4).for_each(|_| clerk.give(&partners, "DEU"));
    put_back(&mut partners, &kept);
    (0..4).for_each(|_| clerk.give(&partners, "FRA"));
    let blocks = partners.wait_for_one_record(&MEMBERS);
    clerk.is_kept(&partners, &blocks);
    nobody_is_named(&partners);
}

#[test]
fn a_node_that_voted_at_the_height_at_work_and_forgot_it_signs_nothing_there() {
    let mut partners = Partners::new();
    partners.run_all();
    let mut clerk = Clerk::of(&partners, "CAN");
    clerk.give(&partners, "CAN");
    let kept = copied(&mut partners);
    // Two of four: they vote for the next block, and it does not become final.
    partners.end("FRA");
    partners.end("GBR");
    let (signed, directory) = (clerk.next(), partners.directory("CAN"));
    let given = thread::spawn(move || Client::connect(&directory).unwrap().submit(&[signed]).is_ok());
    until("CAN has heard DEU vote", || partners.standing("DEU").waiting > 0);
    thread::sleep(std::time::Duration::from_secs(3));
    put_back(&mut partners, &kept);
    until("it is told what it forgot", || partners.standing("DEU").set_back.is_some());
    assert!(partners.folder.done("node status --dir D/DEU").contains("disk is an old copy"));
    partners.run("FRA");
    partners.run("GBR");
    assert!(given.join().unwrap(), "three go on without it");
    (0..4).for_each(|_| clerk.give(&partners, "FRA"));
    until("it may sign again", || partners.standing("DEU").set_back.is_none());
    let blocks = partners.wait_for_one_record(&MEMBERS);
    clerk.is_kept(&partners, &blocks);
    nobody_is_named(&partners);
}
