//! What is wrong in charters and stories, with carets.

use std::collections::BTreeSet;

use super::{CHARTER, Gallery};
use crate::quorate::Folder;

const HEAD: &str = "story: A test
charter: charter.toml
begins: 2026-12-01T09:00:00Z
cast: asker, second
every member accredits representative, treasurer for 365d
";

pub(super) fn gallery() -> BTreeSet<String> {
    let mut gallery = Gallery::new(Folder::new());
    charters(&mut gallery);
    gallery.folder.write("charter.toml", CHARTER);
    heads(&mut gallery);
    steps(&mut gallery);
    gallery.names
}

fn charters(gallery: &mut Gallery) {
    let one =
        CHARTER.replace("population >= 65% of participating, or", "population >= 65 of participating, or");
    for (name, text) in [
        ("charter-form", CHARTER.replace("[calls]", "[calls")),
        ("charter-one-fault-twice", one),
        (
            "charter-several-faults",
            CHARTER.replace("\"USD\"", "\"DOL\"").replace("signatures = 2", "signatures = 1"),
        ),
        (
            "charter-controls",
            CHARTER
                .replace("# The founding charter", "# \u{1b}[31mThe founding charter\u{7}")
                .replace("[calls]", "[calls"),
        ),
        ("charter-one-long-line", format!("{CHARTER}#{}\nveto = 1\n", "-".repeat(10_000))),
        ("charter-empty", String::new()),
    ] {
        gallery.folder.write("faulty.toml", text);
        gallery.says(name, 1, "new faulty.toml --dir E");
    }
}

fn heads(gallery: &mut Gallery) {
    for (name, text) in [
        ("story-empty", String::new()),
        ("story-not-a-story", "Once upon a time\n".to_owned()),
        ("story-begins-when", HEAD.replace("2026-12-01T09:00:00Z", "soon")),
        ("story-charter-missing", HEAD.replace("charter.toml", "nowhere.toml")),
        ("story-charter-faulty", HEAD.replace("charter.toml", "faulty.toml")),
        ("story-with-controls", format!("{HEAD}\u{1b}]0;title\u{7} wait 1h\n")),
    ] {
        gallery.folder.write("faulty.toml", CHARTER.replace("\"USD\"", "\"DOL\""));
        gallery.folder.write("x.story", text);
        gallery.says(name, 1, "play x.story --dir E");
    }
    gallery.folder.write("x.story", HEAD.replace("asker, second", "a, b, c, d, e"));
    gallery.says("story-more-parts-than-members", 2, "play x.story --dir E");
    gallery.says("story-more-parts-than-members-all", 2, "play x.story --all");
}

fn steps(gallery: &mut Gallery) {
    let open = "{asker}/representative: decision open 1\n";
    for (number, (name, step)) in [
        ("story-not-a-step", "open the vote\n"),
        ("story-part-unknown", "{third}/representative: decision open 1\n"),
        ("story-text-not-closed", "{asker}/representative: decision table \"A draft --assist 1\n"),
        ("story-register-unknown", "expect secrets 1 stage: known\n"),
        ("story-not-a-command", "{asker}/representative: decision close 1\n"),
        ("story-command-incomplete", "{asker}/representative: decision table \"A draft\"\n"),
        ("story-amount", "{asker}/representative: decision table \"A call\" --call 1.001\n"),
        ("story-post", "{asker}/minister: decision open 1\n"),
        ("story-member-unknown", "USA/representative: decision open 1\n"),
        ("story-refused", open),
        ("story-refused-by-another-rule", "{asker}/representative: decision open 1\n  refused by D2\n"),
        (
            "story-not-refused",
            "{asker}/representative: fund indicate CAN expected --source x\n  refused by F3\n",
        ),
        ("story-not-taken", "{asker}/case-officer: case close 1\n"),
        ("story-expects-otherwise", "expect plan CAN standing: announced\n"),
        ("story-expects-no-such-row", "expect plan USA standing: announced\n"),
        ("story-expects-no-such-column", "expect plan CAN mood: good\n"),
    ]
    .into_iter()
    .enumerate()
    {
        gallery.folder.write("x.story", format!("{HEAD}{step}wait 1h\n"));
        gallery.says(name, 1, &format!("play x.story --dir D{number}"));
    }
}
