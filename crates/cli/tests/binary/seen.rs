//! What others named or wrote steers no screen, and pictures come where they are wanted whoever hears of them.

use std::fs;
use std::process::Stdio;

use crate::explore;
use crate::quorate::{Folder, root};

/// It takes the cursor home, and turns the direction of reading.
const STEERS: &str = "D\u{1b}[2J\u{202e}";

fn is_seen(text: &str) {
    assert!(!text.chars().any(|c| c.is_control() && c != '\n' || c == '\u{202e}'), "{text:?}");
}

#[test]
fn names_of_directories_and_files_steer_no_terminal() {
    let folder = explore::folder();
    let explore = "explore scenarios/fracture.toml --runs 2 --seed 7";
    let done = |line: &str| {
        let told = folder.done(line);
        is_seen(&told);
        assert!(told.contains("\\033[2J\\342\\200\\256") || told.contains("\\u{1b}[2J\\u{202e}"), "{told}");
    };
    done(&format!("{explore} --out {STEERS}"));
    for part in 1..=2 {
        folder.done(&format!("{explore} --shard {part}/2 --out part-{part}"));
    }
    done(&format!("explore merge {STEERS}-whole part-1 part-2"));
    done(&format!("explore compare {STEERS} {STEERS} --out {STEERS}.html"));
    done(&format!("explore signposts {STEERS} {STEERS}-whole --out {STEERS}-2.html"));
    is_seen(&fs::read_to_string(folder.path(&format!("{STEERS}-2.html"))).unwrap());
    let run = folder.run(&format!("explore merge W {STEERS} part-1"));
    is_seen(&run.err);
}

#[test]
fn what_is_quoted_of_a_file_is_no_longer_than_people_read() {
    let folder = Folder::new();
    let text = fs::read_to_string(root().join("stress/made-up.toml")).unwrap();
    let long = "9".repeat(5_000);
    for (from, to) in [
        ("to = \"BBB\"", format!("to = \"{long}\"")),
        ("callable = \"800000000.00 USD\"", format!("callable = \"{long}\"")),
    ] {
        assert!(text.contains(from), "{from}");
        folder.write("s.toml", text.replacen(from, &to, 1));
        let run = folder.run("stress s.toml");
        assert!(run.code == 1 && run.err.contains("9…"), "{}", run.shown());
        let longest = run.err.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        assert!(longest < 400 && run.err.len() < 2_000, "{}", run.shown());
    }
}

#[test]
fn of_many_faults_the_first_are_told_and_how_many_there_are() {
    let folder = Folder::new();
    let text = fs::read_to_string(root().join("blocs/made-up.toml")).unwrap();
    let from = "pairs = [\"";
    assert!(text.contains(from));
    for (count, says) in [
        (2_000, "2000 faults, of which here are the first 20"),
        (21, "21 faults, of which here are the first 20"),
        (20, "20 faults\n"),
    ] {
        let many = "\"AAA ZZZ\", ".repeat(count);
        folder.write("b.toml", text.replacen(from, &format!("pairs = [{many}\""), 1));
        let run = folder.run("blocs b.toml");
        assert!(run.code == 1 && run.err.contains(says), "{}", run.shown());
        assert!(run.err.len() < 20_000, "{} bytes", run.err.len());
    }
}

#[test]
fn what_cannot_be_written_is_told() {
    let folder = Folder::new();
    folder.write("b.toml", fs::read(root().join("blocs/made-up.toml")).unwrap());
    for line in ["blocs b.toml", "--version"] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = folder.command(line).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{line}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("the standard output"), "{line}: {told}");
    }
}

/// A picture is written once all is told, and is there though nobody reads to the end.
#[test]
fn a_picture_comes_to_its_place_though_nobody_reads_on() {
    let folder = explore::folder();
    for file in ["stress/made-up.toml", "dependencies/made-up.toml", "blocs/made-up.toml"] {
        fs::create_dir_all(folder.path(file).parent().unwrap()).unwrap();
        folder.write(file, fs::read_to_string(root().join(file)).unwrap());
    }
    for (line, file) in [
        ("stress stress/made-up.toml --format json --svg ladder.svg", "ladder.svg"),
        ("depends dependencies/made-up.toml --around XXX --svg XXX.svg --format json", "XXX.svg"),
        ("blocs blocs/made-up.toml --limit 100 --svg blocs.svg", "blocs.svg"),
    ] {
        let mut command = folder.command(line);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        child.wait().unwrap();
        let picture = fs::read_to_string(folder.path(file)).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert!(picture.ends_with("</svg>\n"), "{picture}");
    }
    // Whoever reads to the end is told of it.
    for (line, file) in [
        ("stress stress/made-up.toml --svg ladder.svg", "ladder.svg: is there already"),
        ("depends dependencies/made-up.toml --around XXX --svg XXX-2.svg", "XXX-2.svg: written"),
    ] {
        let told = folder.done(line);
        assert!(told.lines().last().unwrap().starts_with(file), "{told}");
    }
    // What cannot be drawn where it is wanted is refused before anything is told.
    folder.write("there.svg", "something else");
    for line in [
        "stress stress/made-up.toml --svg there.svg",
        "depends dependencies/made-up.toml --around XXX --svg there.svg",
        "stress stress/made-up.toml --svg none/ladder.svg",
    ] {
        let run = folder.run(line);
        assert!(run.code == 1 && run.out.is_empty() && run.err.contains(".svg"), "{}", run.shown());
    }
}
