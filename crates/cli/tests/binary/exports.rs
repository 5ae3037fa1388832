//! What is written for others, of a partnership with one payment at the bank and one that waits for a signature.

use std::collections::BTreeSet;
use std::fs;

use crate::quorate::{Folder, complete, root, snapshot};

/// A folder in which the story of payments under way was played.
fn under_way() -> Folder {
    let folder = Folder::new();
    for (kind, file) in [("stories", "with-the-bank.story"), ("charters", "partnership.toml")] {
        fs::create_dir_all(folder.path(kind)).unwrap();
        fs::copy(root().join(kind).join(file), folder.path(kind).join(file)).unwrap();
    }
    folder.done("play stories/with-the-bank.story --dir D");
    folder
}

#[test]
fn the_journal_for_each_program_for_accounts() {
    let folder = under_way();
    let mut names = BTreeSet::new();
    for format in ["hledger", "ledger", "beancount"] {
        let name = format!("export-journal-{format}");
        let journal = folder.done(&format!("record journal --format {format} --dir D"));
        assert!(journal.contains("300000000.00"), "{journal}");
        snapshot("snapshots", &name, &journal);
        names.insert(name);
    }
    complete("snapshots", "export-journal", &names);
}

#[test]
fn a_partnership_without_entries_has_a_journal_without_entries() {
    let folder = Folder::new();
    fs::copy(root().join("charters/partnership.toml"), folder.path("charter.toml")).unwrap();
    folder.done("new charter.toml --rehearsal --dir D");
    let journal = folder.done("record journal --format hledger --dir D");
    assert!(journal.ends_with("commodity 1000.00 USD\n\n"), "{journal}");
}
