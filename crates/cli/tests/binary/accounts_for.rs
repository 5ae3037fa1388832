//! The accounts of a period, as they are shown.

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
