//! How long a file and a function may be.

use super::files;

const FILE_LINES: usize = 300;
/// Enumerations that are a format: each variant stands in the record under its number, and none can stand elsewhere.
const FORMATS: [(&str, usize); 3] = [
    ("crates/partnership/src/fund/event.rs", 420),
    ("crates/partnership/src/cases/event.rs", 340),
    ("crates/partnership/src/members/event.rs", 320),
];
const FUNCTION_LINES: usize = 60;
const LINE_CHARS: usize = 130;

#[test]
fn files_are_small() {
    for file in files(&["crates", "conformance"], &[".rs", ".py"]) {
        let lines = file.without_tests().lines().count();
        let format = FORMATS.iter().find(|(path, _)| file.path == *path);
        let most = format.map_or(FILE_LINES, |(_, most)| *most);
        assert!(lines <= most, "{} has {lines} lines, at most {most} (its tests apart)", file.path);
        for (at, line) in file.text.lines().enumerate() {
            // A string cannot always be broken; code can.
            let long = line.chars().count() > LINE_CHARS && !line.contains('"');
            assert!(!long, "{}:{}: a line of more than {LINE_CHARS} characters", file.path, at + 1);
        }
    }
}

#[test]
fn functions_fit_a_screen() {
    for file in files(&["crates"], &[".rs"]) {
        let mut open: Option<(usize, usize)> = None;
        for (at, line) in file.text.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let starts = line.trim_start().starts_with("fn ")
                || line.contains(" fn ") && line.trim_end().ends_with(['{', '(']);
            match open {
                None if starts && !line.trim_start().starts_with("//") => open = Some((at, indent)),
                Some((from, margin)) if indent == margin && line.trim() == "}" => {
                    let lines = at - from + 1;
                    assert!(
                        lines <= FUNCTION_LINES,
                        "{}:{}: a function of {lines} lines",
                        file.path,
                        from + 1
                    );
                    open = None;
                }
                Some((_, margin)) if indent == margin && line.trim_end().ends_with(';') => open = None,
                _ => {}
            }
        }
    }
}

#[test]
fn no_drawer_for_everything() {
    for file in files(&["crates"], &[".rs", ".toml"]) {
        for name in ["utils", "util", "common", "helpers", "misc", "types"] {
            let is = file.path.split('/').any(|part| part == name || part == format!("{name}.rs"));
            assert!(!is, "{}: `{name}` says nothing about what is in it", file.path);
        }
    }
}
