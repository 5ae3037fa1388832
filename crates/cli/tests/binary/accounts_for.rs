//! The accounts of a period, as they are shown.

use std::fs;

use crate::quorate::{Folder, root, snapshot};

#[test]
fn the_accounts_of_the_demo() {
    let folder = Folder::after_demo();
    snapshot("snapshots", "accounts-for-year", &folder.done("record accounts-for --year 2027 --dir D"));
    for format in ["json", "csv"] {
        let period = "--from 2026-12-01 --to 2026-12-31";
        let text = folder.done(&format!("record accounts-for {period} --format {format} --dir D"));
        snapshot("snapshots", &format!("accounts-for-month-{format}"), &text);
    }
}

#[test]
fn a_sealed_year_says_who_sealed_it_and_what_auditors_say() {
    let folder = Folder::new();
    let story = root().join("stories/audit.story");
    folder.done(&format!("play {} --seed 0 --dir D", story.display()));
    let told = folder.done("record accounts-for --year 2026 --dir D");
    snapshot("snapshots", "accounts-for-audited", &told);
    assert!(told.contains("yes: seal 1, by treasurers of DEU and FRA"));
    assert!(told.contains("the same totals and balances"));
}

#[test]
fn no_label_runs_into_its_codes_and_no_year_leaves_the_calendar() {
    let folder = Folder::new();
    fs::copy(root().join("charters/partnership.toml"), folder.path("partnership.toml")).unwrap();
    folder.write(
        "suspense.story",
        "story: Money that nobody can place\ncharter: partnership.toml\nbegins: 2026-12-01T09:00:00Z\n\
         cast: first, second, third, fourth\n\n== Begin\nevery member accredits treasurer for 365d\n\
         {second}/treasurer: bank enter 7.00 --unidentified --reference \"1\"\n\
         {third}/treasurer: bank countersign 1\n\
         {second}/treasurer: bank enter 2.00 --not-instructed --reference \"2\"\n\
         {third}/treasurer: bank countersign 2\n",
    );
    folder.done("play suspense.story --seed 0 --dir D");
    let told = folder.done("record accounts-for --year 2026 --dir D");
    for pair in told.as_bytes().windows(2) {
        assert!(!(pair[0].is_ascii_alphabetic() && pair[1].is_ascii_digit()), "{told}");
    }
    // What is too long for its line goes on in the next.
    assert!(told.contains("received against suspense, money nobody can"), "{told}");
    assert!(told.lines().any(|line| line == "      place"), "{told}");
    for (period, code) in [("--year 9998", 0), ("--year 9999", 2), ("--year 1970", 2), ("--year 1971", 0)] {
        let run = folder.run(&format!("record accounts-for {period} --dir D"));
        assert_eq!(run.code, code, "{}", run.shown());
    }
    let run = folder.run("record accounts-for --from 2026-01-01 --to 9999-12-31 --dir D");
    assert!(run.code == 2 && run.err.contains("beyond the calendar"), "{}", run.shown());
}
