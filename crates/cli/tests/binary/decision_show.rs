//! One decision as it stands, at any moment.

use crate::quorate::{Folder, snapshot};

#[test]
fn a_decision_is_shown_from_draft_to_its_end() {
    let folder = Folder::after_demo();
    let mut shown = vec![folder.run("decision show 1 --dir D").shown()];
    for line in [
        "decision table \"Call again\" --call 500000000.00 --dir D --as FRA/representative",
        "decision show 3 --dir D",
        "decision open 3 --dir D --as FRA/representative",
        "decision vote 3 in-favour --dir D --as CAN/representative",
        "decision vote 3 in-favour --ad-referendum --dir D --as FRA/representative",
        "decision vote 3 against --explanation \"too soon\" --dir D --as GBR/representative",
        "decision show 3 --dir D",
        "decision vote 3 in-favour --dir D --as DEU/representative",
        "decision vote 3 in-favour --dir D --as FRA/representative",
        "decision show 3 --dir D",
        "decision show 9 --dir D",
    ] {
        let run = folder.run(line).shown();
        if line.contains(" show ") {
            shown.push(run);
        }
    }
    snapshot("snapshots", "decision-show", &shown.join("\n"));
    let json = folder.done("decision show 3 --format json --dir D");
    assert!(
        json.contains("\"adopted_now\": true") && json.contains("\"explanation\": \"too soon\""),
        "{json}"
    );
}
