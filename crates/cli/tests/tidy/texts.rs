//! What no text of the project contains, and that its links lead somewhere.

use std::fs;

use super::{files, root};

#[test]
fn no_machine_paths_and_nothing_left_over() {
    let everywhere = ["crates", "charters", "stories", "docs", "conformance", ".ci"];
    let paths = ["home", "root", "Users"].map(|folder| format!("/{folder}/"));
    let marks = ["TODO", "FIXME", "todo!", "unimplemented!", "dbg!"];
    for file in files(&everywhere, &[".rs", ".toml", ".md", ".story", ".py", ".cddl", ".json", "run"]) {
        if file.path.contains("/tests/tidy/") {
            continue;
        }
        for path in &paths {
            assert!(!file.text.contains(path.as_str()), "{}: `{path}`, a path of some machine", file.path);
        }
        for mark in marks {
            let found = file
                .text
                .lines()
                .any(|line| line.contains(mark) && !line.contains("deny") && !line.contains("= \"warn\""));
            assert!(!found, "{}: `{mark}` was left", file.path);
        }
    }
}

#[test]
fn links_between_texts_lead_somewhere() {
    let mut texts = files(&["docs", "conformance", "crates"], &[".md"]);
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        let text = fs::read_to_string(root().join(name)).unwrap_or_else(|_| panic!("{name} is missing"));
        texts.push(super::File { path: name.into(), text });
    }
    for file in texts {
        let folder = root().join(&file.path).parent().unwrap().to_path_buf();
        for link in file.text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            assert!(folder.join(target).exists(), "{}: the link to `{target}` leads nowhere", file.path);
        }
    }
}
