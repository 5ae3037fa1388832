//! A framework, which has no fund, on the command line: what is shown of it, and what says that there is none.

use crate::quorate::{Folder, root, snapshot};

fn framework() -> Folder {
    let folder = Folder::new();
    let story = root().join("stories/framework.story");
    folder.done(&format!("play {} --dir D", story.display()));
    folder
}

#[test]
fn where_a_framework_stands_says_nothing_of_money() {
    let folder = framework();
    snapshot("snapshots", "frameworks-status", &folder.done("status --dir D"));
    for register in ["agreements", "plan", "capacity", "liquidity", "statements", "accounts", "journal"] {
        let told = folder.done(&format!("record {register} --dir D"));
        assert_eq!(told.trim(), format!("{register}: nothing on record"), "{told}");
    }
    assert!(folder.done("record decisions --dir D --format json").contains("\"currency\": null"));
    folder.done("record data-package --out P --dir D");
    folder.done("record export --decision 1 --dir D");
    folder.done("verify decision-1.record");
}

#[test]
fn what_is_about_money_alone_says_that_there_is_no_fund() {
    let folder = framework();
    for line in [
        "record accounts-for --year 2027",
        "record report --html r.html",
        "record instructions --out P --debtor X --account DE89370400440532013000 --bank COBADEFFXXX",
        "record publish --form iati --publisher XM-EXAMPLE-1 --out P",
        "record journal --format hledger",
        "fund liquidity",
        "member statement CAN",
        "fund import-pledges pledges.csv --as CAN/representative",
    ] {
        let run = folder.run(&format!("{line} --dir D"));
        assert!(
            run.code == 2 && run.shown().contains("this partnership has no fund"),
            "{line}: {}",
            run.shown()
        );
    }
    let run = folder.run(
        "fund indicate CAN announced --amount 1.00 --source \"a letter\" --dir D --as CAN/representative",
    );
    assert!(run.code == 3 && run.shown().contains("O3"), "{}", run.shown());
}
