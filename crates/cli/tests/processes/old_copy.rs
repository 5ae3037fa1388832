//! A node whose directory is put back from a copy that was made before it went on.

use std::fs;

use crate::clerk::Clerk;
use crate::partners::{MEMBERS, Partners};

const FILES: [&str; 2] = ["blocks.redb", "acknowledged"];

/// What holds whatever it does: no fork, and nothing lost. What the others say of it is told.
#[test]
fn a_node_on_an_old_copy_of_its_disk_forks_nothing_and_nothing_is_lost() {
    let mut partners = Partners::new();
    partners.run_all();
    let mut clerk = Clerk::of(&partners, "FRA");
    (0..3).for_each(|_| clerk.give(&partners, "FRA"));
    partners.end("DEU");
    let kept = partners.folder.path("copy");
    fs::create_dir(&kept).unwrap();
    for file in FILES {
        fs::copy(partners.directory("DEU").join(file), kept.join(file)).unwrap();
    }
    partners.run("DEU");
    partners.wait_for_up(&MEMBERS, 4);
    (0..4).for_each(|_| clerk.give(&partners, "DEU"));
    // In the middle of something, as it would be.
    partners.kill("DEU");
    for file in FILES {
        fs::copy(kept.join(file), partners.directory("DEU").join(file)).unwrap();
    }
    partners.run("DEU");
    (0..4).for_each(|_| clerk.give(&partners, "FRA"));
    let blocks = partners.wait_for_one_record(&MEMBERS);
    clerk.is_kept(&partners, &blocks);
    for member in ["CAN", "FRA", "GBR"] {
        for node in partners.standing(member).nodes {
            for named in &node.named {
                assert_eq!(node.member.to_string(), "DEU", "{named:?}");
                eprintln!("{member} names {}, at height {}: {}", node.member, named.height, named.what);
            }
        }
    }
}
