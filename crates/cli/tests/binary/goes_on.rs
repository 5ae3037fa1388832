//! After a demo, further commands go on from its last agreed moment.

use quorate_node::Node;

use crate::quorate::{Folder, snapshot};

/// Runs each line and shows what is said.
fn transcript(folder: &Folder, lines: &[&str]) -> String {
    let shown: Vec<String> = lines.iter().map(|line| folder.run(line).shown()).collect();
    shown.join("\n")
}

#[test]
fn a_decision_from_draft_to_execution() {
    let folder = Folder::after_demo();
    let shown = transcript(
        &folder,
        &[
            "decision table \"Call again\" --call 500000000.00 --dir D --as FRA/representative",
            "decision open 3 --dir D --as CAN/representative",
            "decision open 3 --dir D --as FRA/representative",
            "decision vote 3 in-favour --dir D --as CAN/representative",
            "decision vote 3 in-favour --dir D --as FRA/representative",
            "decision vote 3 against --dir D --as GBR/representative",
            "wait 71h --dir D",
            "decision vote 3 in-favour --dir D --as GBR/representative",
            "decision execute 3 --dir D --as GBR/treasurer",
            "wait 1h --dir D",
            "decision execute 3 --dir D --as GBR/treasurer",
            "wait 23h --dir D",
            "decision execute 3 --dir D --as GBR/treasurer",
            "decision execute 3 --dir D --as CAN/case-officer",
            "record agreements --dir D",
        ],
    );
    snapshot("snapshots", "goes-on", &shown);
    let votes = folder.done("record votes --format csv --dir D");
    assert_eq!(votes.matches(",replaced,").count(), 1, "{votes}");
}

#[test]
fn a_new_rehearsal_from_its_charter_to_a_vote() {
    let folder = Folder::new();
    folder.write("charter.toml", include_str!("../../../../charters/partnership.toml"));
    let told = folder.done("new charter.toml --rehearsal --dir D");
    assert!(told.contains("begins in D\n"), "{told}");
    for member in ["CAN", "FRA", "GBR"] {
        let told =
            folder.done(&format!("member accredit representative --for 365d --dir D --as {member}/root"));
        assert!(told.contains(" accredits key ") && told.ends_with('\n'), "{told}");
    }
    folder.done("fund sign-agreement --paid-in 10.00 --callable 90.00 --dir D --as GBR/root");
    folder.done("decision table \"A call\" --call 50.00 --dir D --as FRA/representative");
    folder.done("decision open 1 --dir D --as FRA/representative");
    for member in ["CAN", "FRA", "GBR"] {
        folder.done(&format!("decision vote 1 in-favour --dir D --as {member}/representative"));
    }
    assert!(folder.done("wait 72h --dir D").contains("; adopted\n"));
    folder.done("decision execute 1 --dir D --as CAN/representative");
    let agreements = folder.done("record agreements --format csv --dir D");
    assert!(agreements.contains("GBR,10.00,90.00,50.00,0.00,40.00,100.00"), "{agreements}");
    assert!(folder.done("status --dir D").starts_with("EXERCISE."));
}

#[test]
fn a_real_partnership_is_told_to_be_none_of_an_exercise() {
    let folder = Folder::new();
    folder.write("charter.toml", include_str!("../../../../charters/partnership.toml"));
    folder.done("new charter.toml --plain-keys --dir D");
    let status = folder.done("status --dir D");
    assert!(!status.contains("EXERCISE") && status.contains("height       0"), "{status}");
    assert_eq!(folder.run("wait 1h --dir D").code, 1);
}

#[test]
fn one_process_at_a_time_holds_a_directory() {
    let folder = Folder::after_demo();
    let held = Node::open(&folder.path("D")).unwrap();
    for line in
        ["status --dir D", "decision vote 2 abstain --dir D --as CAN/representative", "wait 1h --dir D"]
    {
        let run = folder.run(line);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("is in use by another process"), "{}", run.shown());
    }
    drop(held);
    folder.done("status --dir D");
}

#[test]
fn words_on_the_record_do_not_disturb_the_formats() {
    let folder = Folder::after_demo();
    folder.done("fund indicate CAN expected --source \"=1+1, or 'so', é\" --dir D --as CAN/representative");
    let csv = folder.done("record plan --format csv --dir D");
    assert!(csv.contains("CAN,expected,,\"'=1+1, or 'so', é\",CAN\r\n"), "{csv}");
    let json = folder.done("record plan --format json --dir D");
    assert!(json.contains("\"source\": \"=1+1, or 'so', é\""), "{json}");
}

#[test]
fn a_stolen_key_and_a_stolen_root_are_replaced_and_the_new_ones_act() {
    let folder = Folder::after_demo();
    let indicate = "fund indicate GBR announced --source word --dir D --as GBR/representative";
    folder.done("member revoke representative --dir D --as GBR/root");
    assert_eq!(folder.run(indicate).code, 4, "the stolen key");
    folder.done("member accredit representative --for 30d --new-key --dir D --as GBR/root");
    folder.done(indicate);
    folder.done("member replace-root --end-credentials --dir D --as GBR/recovery");
    assert_eq!(folder.run(indicate).code, 4, "all credentials of the stolen root");
    folder.done("member accredit representative --for 30d --dir D --as GBR/root");
    folder.done(indicate);
    let credentials = folder.done("record credentials --format csv --dir D");
    assert_eq!(credentials.matches("GBR,representative,").count(), 3, "{credentials}");
}
