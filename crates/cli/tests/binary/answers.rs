//! What the books say about tomorrow, as it is typed and read.

use crate::quorate::{Folder, snapshot};

#[test]
fn what_can_be_paid_and_what_a_member_owes_are_told() {
    let folder = Folder::after_demo();
    let shown = [
        "fund liquidity --dir D",
        "fund liquidity --default GBR --default FRA --days 60 --days 0 --dir D",
        "fund liquidity --format csv --days 7 --dir D",
        "fund liquidity --default XXX --dir D",
        "member statement GBR --dir D",
        "member statement CAN --dir D",
        "member statement CAN --format csv --dir D",
        "member statement XXX --dir D",
    ];
    let shown: Vec<String> = shown.iter().map(|line| folder.run(line).shown()).collect();
    snapshot("snapshots", "answers", &shown.join("\n"));
    let json = folder.done("fund liquidity --default GBR --format json --dir D");
    assert!(json.contains("\"assumed_to_default\": [\n    \"GBR\"\n  ]"), "{json}");
    let json = folder.done("member statement GBR --format json --dir D");
    assert!(json.contains("\"register\": \"statements\""), "{json}");
}

#[test]
fn what_only_reads_is_no_step_of_a_story() {
    let folder = Folder::new();
    folder.write("partnership.toml", include_str!("../../../../charters/partnership.toml"));
    let head = "story: Read\ncharter: partnership.toml\nbegins: 2026-12-01T09:00:00Z\ncast: asker\n\n\
                every member accredits representative for 365d\n";
    for line in ["fund liquidity", "member statement {asker}", "decision show 1"] {
        folder.write("read.story", format!("{head}{{asker}}/representative: {line}\n"));
        let run = folder.run("play read.story");
        assert!(run.code != 0 && run.shown().contains("gives no command"), "{}", run.shown());
    }
}
