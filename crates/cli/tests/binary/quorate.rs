//! Running the binary in a folder of its own, and keeping what it says.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder in which the binary runs; the partnership of a test is in `D`.
pub(crate) struct Folder {
    folder: tempfile::TempDir,
}

/// What a run said.
pub(crate) struct Run {
    line: String,
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    pub(crate) fn new() -> Folder {
        Folder { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder in which the demo was played, by seed 0: CAN asks, DEU refuses, FRA and GBR help.
    pub(crate) fn after_demo() -> Folder {
        let folder = Folder::new();
        folder.done("demo --alone --dir D");
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// Runs a command line; quotation marks hold words together.
    pub(crate) fn run(&self, line: &str) -> Run {
        let output = self.command(line).output().unwrap();
        Run::of(line, &output)
    }

    /// Runs a command line that goes well, and gives what it says.
    pub(crate) fn done(&self, line: &str) -> String {
        let run = self.run(line);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{line}");
        run.out
    }

    pub(crate) fn command(&self, line: &str) -> Command {
        let mut words = Vec::new();
        for (at, part) in line.split('"').enumerate() {
            match at % 2 {
                0 => words.extend(part.split_whitespace()),
                _ => words.push(part),
            }
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_quorate"));
        // Passphrases are cheap to try here: docs/decisions/064.
        command.env("QUORATE_LITTLE_WORK", "1");
        command.current_dir(self.folder.path()).env("TMPDIR", self.folder.path()).args(words);
        command
    }
}

impl Run {
    pub(crate) fn of(line: &str, output: &Output) -> Run {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the output is UTF-8");
        let code = output.status.code().expect("the binary ends by itself");
        assert!(!text(&output.stderr).contains("panicked"), "{line}: {}", text(&output.stderr));
        Run { line: line.into(), code, out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// The run as a terminal would show it.
    pub(crate) fn shown(&self) -> String {
        let code = if self.code == 0 { String::new() } else { format!("[exit code {}]\n", self.code) };
        format!("$ quorate {}\n{}{}{code}", self.line, self.out, self.err)
    }
}

/// The folder of the project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Compares with the snapshot of this name in this folder beside this one.
pub(crate) fn snapshot(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("../{folder}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, masked(text)));
}

/// The snapshots of a folder whose names begin so are these, and no others.
pub(crate) fn complete(folder: &str, begin: &str, names: &BTreeSet<String>) {
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder)).unwrap();
    let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let kept: BTreeSet<String> = files
        .filter_map(|file| file.strip_suffix(".snap").map(str::to_owned))
        .filter(|file| file.starts_with(begin))
        .collect();
    assert_eq!(&kept, names);
}

/// The text with ids and digests, long and short, as so many `x`: they change with every byte of a charter.
fn masked(text: &str) -> String {
    let mut masked = String::new();
    let mut word = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_alphanumeric() {
            word.push(c);
            continue;
        }
        let hash = matches!(word.len(), 8 | 20 | 64)
            && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && word.bytes().any(|byte| byte.is_ascii_digit());
        masked.push_str(&if hash { "x".repeat(word.len()) } else { word.clone() });
        masked.push(c);
        word.clear();
    }
    masked.pop();
    masked
}

#[test]
fn ids_and_digests_are_masked_and_nothing_else_is() {
    let id = "0a".repeat(32);
    let text = format!("{id} 0a1b2c3d effacade 2026-12-01 1 800 000 000.00 fund");
    let x = "x".repeat(64);
    assert_eq!(masked(&text), format!("{x} xxxxxxxx effacade 2026-12-01 1 800 000 000.00 fund"));
}
