//! What is wrong with a draft on the standing of members, and what a rule refuses of it.

use std::collections::BTreeSet;

use super::Gallery;
use crate::quorate::Folder;

const NAMES: &str = "--name-en \"A State\" --name-fr \"Un État\"";

pub(super) fn gallery() -> BTreeSet<String> {
    let mut gallery = Gallery::new(Folder::after_demo());
    let as_fra = "--dir D --as FRA/representative";
    let long = format!("{}#{}", super::CHARTER, "#".repeat(12_288));
    for (name, code, line) in [
        ("standing-state-form", 2, "decision table t --suspend Canada".to_owned()),
        ("standing-admit-without-names", 2, "decision table t --admit XAA".to_owned()),
        ("standing-names-without-admit", 2, format!("decision table t --suspend CAN {NAMES}")),
        ("standing-weight-form", 2, format!("decision table t --admit XAA {NAMES} --weight population")),
        (
            "standing-weight-below-zero",
            2,
            format!("decision table t --admit XAA {NAMES} --weight population=-1"),
        ),
        ("standing-two-effects", 2, "decision table t --suspend CAN --restore CAN".to_owned()),
        ("standing-text-missing", 1, "decision table t --amend missing.toml".to_owned()),
        ("standing-text-empty", 1, "decision table t --amend empty.toml".to_owned()),
        ("standing-text-too-long", 2, "decision table t --amend long.toml".to_owned()),
        ("standing-text-no-charter", 1, "decision table t --amend words.toml".to_owned()),
        ("refused-weight-missing", 3, format!("decision table t --admit XAA {NAMES}")),
        ("refused-not-to-suspend", 3, "decision table t --suspend XAA".to_owned()),
        ("refused-not-suspended", 3, "decision table t --restore CAN".to_owned()),
        ("refused-not-concerned", 3, "decision state 1 \"not ours\"".to_owned()),
    ] {
        for (file, text) in [("empty.toml", ""), ("words.toml", "no charter"), ("long.toml", &long)] {
            gallery.folder.write(file, text);
        }
        gallery.says(name, code, &format!("{line} {as_fra}"));
    }
    for (name, line) in [
        ("refused-no-entry-into-force", "member sign"),
        ("refused-no-notice", "member stay"),
        ("refused-not-invited", "member accede"),
        ("refused-no-text-to-accept", "member accept-amendment 2"),
        ("refused-no-new-keys", "member object-keys"),
    ] {
        gallery.says(name, 3, &format!("{line} --dir D --as FRA/root"));
    }
    gallery.names
}
