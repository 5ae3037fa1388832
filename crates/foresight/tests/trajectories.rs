//! Trajectories: worlds so small that what comes of them is known without running them, and the scenarios that come with
//! the project.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests panic and count small numbers"
)]

use std::fs;
use std::path::{Path, PathBuf};

use quorate_charter::Charter;
use quorate_foresight::trajectory::{Ran, Scenario, Study};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn charter() -> String {
    fs::read_to_string(root().join("charters/exercise.toml")).unwrap()
}

fn shipped(name: &str) -> String {
    fs::read_to_string(root().join("scenarios").join(name).with_extension("toml")).unwrap()
}

fn study(scenario: &str) -> Study {
    let text = charter();
    Study::new(Scenario::read(scenario).unwrap(), &Charter::read(&text).unwrap(), &text).unwrap()
}

/// The baseline without chance, with some numbers changed.
fn tiny(changes: &[(&str, &str)]) -> String {
    let mut text = shipped("baseline");
    let quiet = [
        ("noise = 300", "noise = 0"),
        ("hazard = 10 ", "hazard = 0 "),
        ("hazard-by-strain = 50", "hazard-by-strain = 0"),
    ];
    for (from, to) in quiet.iter().chain(changes) {
        assert!(text.contains(from), "{from} is not in the scenario");
        text = text.replacen(from, to, 1);
    }
    text
}

fn runs(scenario: &str, many: u64) -> Vec<Ran> {
    let study = study(scenario);
    (0..many).map(|number| study.run(7, number)).collect()
}

/// What holds of every run, whatever comes of it.
fn is_sound(ran: &Ran) {
    is_sound_of(ran, 4);
}

fn is_sound_of(ran: &Ran, members: u64) {
    assert!(ran.balanced, "the books of run {} do not balance", ran.number);
    assert_eq!(ran.requests, ran.paid() + ran.blocked + ran.open, "run {}", ran.number);
    let requests: u64 = ran.quarters.iter().map(|quarter| quarter.requests).sum();
    assert_eq!(ran.requests, requests);
    assert_eq!(ran.paid(), ran.quarters.iter().map(|quarter| quarter.paid).sum::<u64>());
    assert_eq!(ran.blocked, ran.quarters.iter().map(|quarter| quarter.blocked).sum::<u64>());
    assert!(ran.quarters.iter().all(|quarter| quarter.favour <= quarter.votes && quarter.bound <= members));
}

#[test]
fn the_least_world_is_what_one_counts_by_hand() {
    // One quarter in which everybody asks on some day: three members vote for each of four, and each is paid 72 hours after
    // the opening and a day for the bank. 4 x 500 million leave 2,000 of 4,000 million.
    let ran = &runs(&tiny(&[("quarters = 12", "quarters = 1"), ("need = 150", "need = 1000")]), 1)[0];
    is_sound(ran);
    assert_eq!((ran.requests, ran.hours.as_slice()), (4, [96, 96, 96, 96].as_slice()));
    assert_eq!((ran.quarters[0].votes, ran.quarters[0].favour), (12, 12));
    // 2,000 of the 20,000 million that were signed; all that rules were asked was right.
    assert_eq!((ran.quarters[0].capacity, ran.quarters[0].arrears, ran.refusals()), (100, 0, 0));
    assert_eq!(
        ran.shares.values().map(|share| (share.votes, share.money)).collect::<Vec<_>>(),
        vec![(250, 250); 4]
    );
    // Each of them: 3 accreditations and an agreement, a line and its signature, at the beginning; a request, a draft, its
    // opening, three votes, the execution, the attestation, two signatures and the bank's line with two more.
    assert_eq!(ran.commands, 4 * (3 + 1 + 2) + 4 * (3 + 3 + 2 + 2 + 2));
}

#[test]
fn without_shocks_everything_is_paid_on_time() {
    // A call is moved early enough that money is there for whatever four members ask for until it comes.
    let keep = ("keep = \"2000000000.00 USD\"", "keep = \"4000000000.00 USD\"");
    let scenario = tiny(&[("delay = 5", "delay = 0"), ("need = 150", "need = 500"), keep]);
    for ran in runs(&scenario, 6) {
        is_sound(&ran);
        assert_eq!((ran.blocked, ran.withheld, ran.defaults, ran.refusals()), (0, 0, 0, 0), "{ran:?}");
        assert!(ran.hours.iter().all(|hours| *hours == 96), "{:?}", ran.hours);
        assert!(ran.quarters.iter().all(|quarter| quarter.arrears == 0) && ran.left.is_empty());
        assert!(ran.calls > 0 && ran.payments >= ran.calls * 4 - 4, "{ran:?}");
    }
}

#[test]
fn where_all_are_uncooperative_nothing_is_paid() {
    let scenario =
        tiny(&[("affinity = 400", "affinity = -1000"), ("leaves-below = -300", "leaves-below = -3000")]);
    for ran in runs(&scenario, 6) {
        is_sound(&ran);
        assert!(
            ran.paid() == 0 && ran.calls == 0 && ran.payments == 0 && ran.requests == ran.blocked + ran.open
        );
        assert!(ran.quarters.iter().all(|quarter| quarter.favour == 0 && quarter.capacity == 200));
    }
}

#[test]
fn whoever_pays_nothing_comes_to_be_in_default_and_owes_with_interest() {
    let scenario = tiny(&[("hazard = 0 ", "hazard = 1000 "), ("need = 150", "need = 1000")]);
    let ran = &runs(&scenario, 1)[0];
    is_sound(ran);
    assert!(ran.calls > 0 && ran.defaults > 0 && ran.payments == 0, "{ran:?}");
    assert!(ran.quarters.last().unwrap().arrears > 0);
    assert!(ran.refused.keys().any(|rule| rule.to_string() == "F12"), "{:?}", ran.refused);
}

#[test]
fn what_a_member_does_not_pay_counts_once_a_quarter() {
    let scenario = tiny(&[("hazard = 0 ", "hazard = 1000 "), ("need = 150", "need = 1000")]);
    for ran in runs(&scenario, 6) {
        is_sound(&ran);
        // Several calls fall due in a quarter, and none of four members pays any of them.
        assert!(ran.quarters.iter().all(|quarter| quarter.withheld <= 4), "{ran:?}");
        assert_eq!(ran.withheld, ran.quarters.iter().map(|quarter| quarter.withheld).sum::<u64>());
        assert_eq!(ran.quarters.last().unwrap().withheld, 4, "{ran:?}");
    }
}

#[test]
fn a_vote_that_comes_too_late_is_given_and_refused() {
    // A vote of 72 hours, and members that take up to nine days.
    let late = [
        ("answer-days = 2", "answer-days = 9"),
        ("quarters = 12", "quarters = 2"),
        ("need = 150", "need = 1000"),
    ];
    let ran = &runs(&tiny(&late), 1)[0];
    is_sound(ran);
    let late =
        ran.refused.iter().filter(|(rule, _)| rule.to_string().starts_with('D')).map(|(_, count)| count);
    // Three others for each of eight requests: all that are counted were in time, all others were refused.
    let votes: u64 = ran.quarters.iter().map(|quarter| quarter.votes).sum();
    assert!(votes < 24, "{ran:?}");
    assert_eq!(votes + late.sum::<u64>(), 24, "{ran:?}");
}

#[test]
fn what_was_held_back_for_some_quarters_is_paid_after_them_with_interest() {
    let scenario = format!(
        "{}\n[[event]]\nfrom = 2\nuntil = 6\nwhat = \"hazard\"\nby = 1000\nwhy = \"held back\"\nsource = \"assumed\"\n",
        tiny(&[("need = 150", "need = 1000")])
    );
    let ran = &runs(&scenario, 1)[0];
    is_sound(ran);
    let arrears: Vec<bool> = ran.quarters.iter().map(|quarter| quarter.arrears > 0).collect();
    assert!(arrears[3] && arrears[5] && !arrears[6], "{ran:?}");
    assert!(ran.defaults > 0 && ran.payments > 0, "{ran:?}");
}

#[test]
fn whoever_wants_to_leave_leaves_after_its_notice() {
    // Notice in the second quarter in which it wants to, and 365 days: gone in the sixth.
    let scenario = format!(
        "{}\n[member.DDD]\naffinity = -900\nsource = \"assumed\"\n",
        tiny(&[]).replace("learns = 10", "learns = 0")
    );
    let ran = &runs(&scenario, 1)[0];
    is_sound(ran);
    assert_eq!(ran.left, ["DDD".parse().unwrap()]);
    let bound: Vec<u64> = ran.quarters.iter().map(|quarter| quarter.bound).collect();
    assert_eq!(bound, [4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3]);
    assert_eq!(ran.shares.len(), 3);
}

#[test]
fn one_seed_says_all_and_another_says_something_else() {
    let scenario = shipped("fracture");
    let (once, again) = (runs(&scenario, 3), runs(&scenario, 3));
    assert_eq!(once, again);
    let seeds: Vec<u64> = once.iter().map(|ran| ran.seed).collect();
    assert!(seeds[0] != seeds[1] && seeds[1] != seeds[2]);
    assert_ne!(once[0].record, once[1].record);
    let other = study(&scenario).run(8, 0);
    assert_ne!((other.seed, other.record), (once[0].seed, once[0].record));
}

#[test]
fn every_scenario_that_comes_with_the_project_runs_and_its_books_balance() {
    for name in ["baseline", "de-escalation", "deepening-core", "fracture"] {
        let text = shipped(name);
        assert!(text.starts_with("# EXERCISE."), "{name}");
        for ran in runs(&text, 8) {
            is_sound(&ran);
        }
    }
}

#[test]
fn under_every_charter_with_a_fund_everything_is_paid_where_nobody_objects() {
    let scenario = tiny(&[("quarters = 12", "quarters = 4"), ("need = 150", "need = 400")]);
    let mut read = 0;
    for file in fs::read_dir(root().join("charters")).unwrap() {
        let path = file.unwrap().path();
        let Some(text) = fs::read_to_string(&path).ok() else { continue };
        let charter = Charter::read(&text).unwrap();
        if !charter.has_fund() {
            continue;
        }
        let study = Study::new(Scenario::read(&scenario).unwrap(), &charter, &text).unwrap();
        let ran = study.run(7, 0);
        is_sound_of(&ran, 5);
        assert!(ran.paid() > 0 && ran.blocked == 0, "{}: {ran:?}", path.display());
        read += 1;
    }
    assert!(read > 8, "{read}");
}

#[test]
fn what_is_wrong_in_a_scenario_is_told_at_its_place() {
    let wrong = [
        ("affinity = 400 ", "affinity = 1400 ", "1400 cannot stand here", "1400"),
        ("quarters = 12", "quarters = 41", "41 cannot stand here", "41"),
        (
            "paid-in = \"1000000000.00 USD\"",
            "paid-in = \"-1.00 USD\"",
            "`-1.00 USD` is no amount of money",
            "\"-1.00 USD\"",
        ),
        ("need = 150 ", "# ", "[members] lacks need", "\"assumed\""),
        ("noise = 300", "noise = 300\nfavour = 3", "unknown field `favour`", "favour"),
    ];
    for (from, to, what, at) in wrong {
        let text = shipped("baseline").replacen(from, to, 1);
        let faults = Scenario::read(&text).unwrap_err();
        let fault = faults.first();
        assert!(fault.what().starts_with(what), "{}", fault.what());
        assert_eq!(&text[fault.at()], at);
    }
    let text = format!("{}\n[member.EEE]\ncost = 1\nsource = \"assumed\"\n", shipped("baseline"));
    let charter = charter();
    let study = Study::new(Scenario::read(&text).unwrap(), &Charter::read(&charter).unwrap(), &charter);
    let faults = study.unwrap_err();
    assert_eq!(faults.first().what(), "EEE is no member of the charter");
    assert_eq!(&text[faults.first().at()], "EEE");
}

#[test]
fn a_run_is_nothing_but_its_commands_under_the_rules() {
    for name in ["baseline", "de-escalation", "deepening-core", "fracture"] {
        let study = study(&shipped(name));
        let (ran, blocks) = study.recorded(7, 3);
        assert_eq!(ran.record, study.run(7, 3).record);
        let mut alone = study.founded().clone();
        let mut refused = 0;
        for (at, commands) in &blocks {
            let stepped = alone.step_presumed(*at, commands).unwrap();
            refused += stepped.outcomes.iter().filter(|outcome| outcome.refusal.is_some()).count();
        }
        assert_eq!((alone.digest(), refused as u64), (ran.record, ran.refusals()), "{name}");
        assert!(blocks.iter().map(|(_, commands)| commands.len() as u64).sum::<u64>() <= ran.commands);
    }
}
