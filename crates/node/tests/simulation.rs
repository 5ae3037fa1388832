//! Many nodes, one thread, many seeds: what always holds, and that each fault and each outcome really happened.
#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;

use quorate_node::simulation::{Conditions, Report, SimulationError, run};

const CHARTER: &str = include_str!("../../../charters/partnership.toml");

fn conditions(seed: u64) -> Conditions {
    Conditions { seed, charter: charter(), liars: None, seconds: 60 }
}

/// The proposed charter with a shorter notice and shorter votes, so that members come and go within a run.
fn charter() -> String {
    let text = CHARTER.replace("notice = \"365d\"", "notice = \"2d\"");
    text.replace("open = \"168h\"", "open = \"24h\"")
        .replace("extend-at-most = \"72h\"", "extend-at-most = \"24h\"")
}

/// How many seeds: `QUORATE_SEEDS`, or enough for a test.
fn seeds() -> u64 {
    std::env::var("QUORATE_SEEDS").ok().map_or(60, |seeds| seeds.parse().unwrap())
}

#[test]
fn what_must_hold_holds_and_everything_happened() {
    let mut faults: BTreeMap<&str, usize> = BTreeMap::new();
    let mut reports: Vec<Report> = Vec::new();
    for seed in 0..seeds() {
        let report = run(&conditions(seed)).unwrap_or_else(|error| panic!("{error}"));
        for (fault, times) in &report.faults {
            *faults.entry(fault).or_default() += times;
        }
        reports.push(report);
    }
    for fault in [
        "a clock jumped",
        "a member left with its node",
        "a newcomer's node joined",
        "a node was replaced",
        "a disk failed",
        "a false block was refused and its proposer named",
        "a node babbled",
        "a node claimed a height that nobody has",
        "a node kept back what it proposed",
        "a node proposed false blocks",
        "a node said nothing",
        "a node that missed its turns was passed over",
        "a node told some the one and some the other",
        "a node knew that its disk was an old copy",
        "a node was killed",
        "a node was set back to an old copy of its disk",
        "links were cut one way",
        "the nodes were cut in two",
        "the nodes were cut to a ring",
        "the record named a node that signed two things",
        "two votes for one place were seen",
    ] {
        assert!(faults.contains_key(fault), "never: {fault}; {faults:?}");
    }
    assert!(reports.iter().any(|report| report.closed > 0), "no vote closed");
    assert!(reports.iter().any(|report| report.paid > 0), "no tranche was paid");
    assert!(reports.iter().all(|report| report.refused > 0), "a run without a refusal");
}

#[test]
fn a_seed_is_a_run() {
    let one = run(&conditions(11)).unwrap();
    assert_eq!(one, run(&conditions(11)).unwrap());
    assert_ne!(one.trace, run(&conditions(12)).unwrap().trace);
}

#[test]
fn with_a_third_or_more_that_say_nothing_nothing_is_ordered_and_nothing_forks() {
    for seed in 0..20 {
        let ended = run(&Conditions { liars: Some(3), seconds: 10, ..conditions(seed) });
        match ended {
            Err(SimulationError::Broken { what, .. }) => {
                assert!(
                    what.contains("the weather cleared, and the nodes are at heights"),
                    "seed {seed}: {what}"
                );
            }
            Err(error) => panic!("{error}"),
            Ok(_) => {}
        }
    }
}

#[test]
fn a_body_of_seven_bears_two_false_nodes() {
    let report = run(&Conditions { liars: Some(2), charter: seven(), ..conditions(5) }).unwrap();
    assert!(report.blocks > 3);
}

/// The proposed charter with three members more.
fn seven() -> String {
    let more = ["AUT", "BEL", "CHE"]
        .map(|code| format!("[member.{code}]\nname = {{ en = \"{code}\", fr = \"{code}\" }}\n\n"));
    let text = CHARTER.replacen("[member.CAN]", &format!("{}[member.CAN]", more.concat()), 1);
    text.replacen("weight = {", "weight = { AUT = 9, BEL = 11, CHE = 8,", 1)
}
