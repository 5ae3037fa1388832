//! Nodes that are killed, and nodes that are stopped for a while.

use std::thread;

use crate::clerk::Clerk;
use crate::partners::{MEMBERS, Partners, times, until};

/// Each in turn is killed while commands stream in: at another's node, and then at its own.
#[test]
fn nodes_are_killed_while_commands_stream_in_and_nothing_is_lost() {
    let mut partners = Partners::new();
    partners.run_all();
    let mut fra = Clerk::of(&partners, "FRA");
    let mut gbr = Clerk::of(&partners, "GBR");
    for _ in 0..times() {
        for victim in ["DEU", "GBR"] {
            fra.give(&partners, "FRA");
            partners.kill(victim);
            (0..3).for_each(|_| fra.give(&partners, "FRA"));
            partners.run(victim);
            fra.give(&partners, victim);
        }
        // The stream breaks off in the middle, wherever that is.
        let directory = partners.directory("GBR");
        let before = gbr.acknowledged.len();
        let height = partners.standing("FRA").height;
        let stream = thread::spawn(move || {
            gbr.give_until_it_ends(&directory);
            gbr
        });
        until("the stream is under way", || partners.standing("FRA").height > height + 3);
        partners.kill("GBR");
        gbr = stream.join().unwrap();
        assert!(gbr.acknowledged.len() > before);
        partners.run("GBR");
    }
    let blocks = partners.wait_for_one_record(&MEMBERS);
    fra.is_kept(&partners, &blocks);
    gbr.is_kept(&partners, &blocks);
}

#[test]
fn a_node_that_is_stopped_for_a_while_is_called_silent_and_catches_up() {
    let mut partners = Partners::new();
    partners.run_all();
    let mut clerk = Clerk::of(&partners, "FRA");
    partners.process("DEU").signal("STOP");
    (0..4).for_each(|_| clerk.give(&partners, "FRA"));
    until("DEU is called silent, or without a link", || {
        let told = partners.folder.done("node status --dir D/FRA");
        let line = told.lines().find(|line| line.starts_with("DEU")).unwrap().to_owned();
        line.contains("silent for") || line.contains("no link")
    });
    // It takes part in the door's own words too: three are enough.
    partners.folder.done("node status --dir D/FRA --check");
    partners.process("DEU").signal("CONT");
    partners.wait_for_up(&MEMBERS, 4);
    clerk.give(&partners, "DEU");
    clerk.is_kept(&partners, &partners.wait_for_one_record(&MEMBERS));
}
