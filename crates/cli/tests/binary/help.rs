//! The help of every command, and its examples.

use std::collections::BTreeSet;

use crate::quorate::{Folder, complete, snapshot};

/// The commands that a help lists.
fn listed(help: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = lines.take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    names.map(str::to_owned).collect()
}

/// Every command with its help, `quorate` itself first; those that hold others among them.
fn walk(folder: &Folder, command: &str, found: &mut Vec<(String, String)>) {
    let help = folder.done(&format!("{command} --help"));
    let below = listed(&help);
    found.push((command.to_owned(), help));
    for name in below {
        walk(folder, format!("{command} {name}").trim(), found);
    }
}

/// Every command that can be given, without those that only hold others.
pub(crate) fn leaves(folder: &Folder) -> BTreeSet<String> {
    let mut found = Vec::new();
    walk(folder, "", &mut found);
    found.into_iter().filter(|(_, help)| listed(help).is_empty()).map(|(command, _)| command).collect()
}

#[test]
fn the_help_of_every_command() {
    let folder = Folder::new();
    let mut found = Vec::new();
    walk(&folder, "", &mut found);
    let name = |command: &str| format!("help {command}").trim().replace(' ', "-");
    for (command, help) in &found {
        snapshot("snapshots", &name(command), help);
    }
    snapshot("snapshots", "help-short", &folder.done("-h"));
    let names = found.iter().map(|(command, _)| name(command)).chain(["help-short".into()]).collect();
    complete("snapshots", "help", &names);
}

#[test]
fn every_example_of_a_help_can_be_typed() {
    let folder = Folder::new();
    let mut found = Vec::new();
    walk(&folder, "", &mut found);
    let mut examples = 0;
    for (_, help) in &found {
        let help = help.replace("\\\n", "");
        for line in help.lines().filter_map(|line| line.strip_prefix("    quorate ")) {
            // Demos leave a partnership behind and have tests of their own.
            if line.starts_with("demo") {
                continue;
            }
            examples += 1;
            let run = folder.run(line);
            assert_ne!(run.code, 2, "{}", run.shown());
        }
    }
    assert!(examples > 20, "only {examples} examples were found");
}

#[test]
fn the_version_is_told() {
    assert_eq!(Folder::new().done("--version"), format!("quorate {}\n", env!("CARGO_PKG_VERSION")));
}
