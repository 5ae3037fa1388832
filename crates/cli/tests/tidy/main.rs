//! The house rules as tests: who may import whom, what may stand where, how long a file and a function may be,
//! and that every rule that refuses has an id, a check and a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]
#![allow(clippy::string_slice, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a test")]

mod dependencies;
mod invariants;
mod lengths;
mod rules;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// A file of the project: its path from the root, and its text.
struct File {
    path: String,
    text: String,
}

impl File {
    fn is_test(&self) -> bool {
        ["/tests/", "/benches/", "/tests.rs", "/exercise"].iter().any(|part| self.path.contains(part))
    }

    /// Where the file's own tests begin, which stand at its end.
    fn tests_from(&self) -> usize {
        let tests = self.text.find("\nmod tests {").unwrap_or(self.text.len());
        self.text[..tests]
            .rfind("\n#[cfg(test)]")
            .filter(|_| tests < self.text.len())
            .unwrap_or(self.text.len())
    }

    /// The text without its own tests.
    fn without_tests(&self) -> &str {
        &self.text[..self.tests_from()]
    }

    /// The tests at the end of the file, or the whole of a test file.
    fn tests(&self) -> &str {
        if self.is_test() { &self.text } else { &self.text[self.tests_from()..] }
    }
}

/// Every file under these folders with one of these endings.
fn files(folders: &[&str], endings: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    for folder in folders {
        collect(&root().join(folder), endings, &mut found);
    }
    assert!(!found.is_empty(), "no files under {folders:?}");
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<File>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", ".git", "node_modules", "__pycache__"].contains(&name.as_str()) {
                collect(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending))
            && let Ok(text) = fs::read_to_string(&path)
        {
            let path = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
            found.push(File { path, text });
        }
    }
}
