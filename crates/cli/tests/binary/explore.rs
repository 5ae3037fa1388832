//! Scenarios from the terminal.

use std::fs;

use crate::quorate::{Folder, root};

/// How everything begins that is told of an exercise.
const EXERCISE: &str =
    "EXERCISE. A scenario built from a press article whose claims could not be confirmed; ";

/// A folder with the scenarios and the charters that come with the project.
pub(crate) fn folder() -> Folder {
    let folder = Folder::new();
    for (place, names) in [
        ("scenarios", ["baseline", "de-escalation", "deepening-core", "fracture"].as_slice()),
        ("charters", ["exercise", "exercise-consensus", "partnership"].as_slice()),
    ] {
        fs::create_dir(folder.path(place)).unwrap();
        for name in names {
            let file = format!("{place}/{name}.toml");
            folder.write(&file, fs::read_to_string(root().join(&file)).unwrap());
        }
    }
    folder
}

const FILES: [&str; 13] = [
    "runs.csv",
    "quarters.csv",
    "spread.csv",
    "totals.csv",
    "blocs.csv",
    "study.toml",
    "scenario.toml",
    "charter.toml",
    "report.html",
    "charts/days.svg",
    "charts/gravity.svg",
    "charts/blocs.svg",
    "charts/quarters-capacity.svg",
];

pub(crate) fn bytes(folder: &Folder, file: &str) -> Vec<u8> {
    fs::read(folder.path(file)).unwrap()
}

#[test]
fn any_number_of_threads_and_of_shards_gives_the_same_bytes() {
    let folder = folder();
    let explore = "explore scenarios/fracture.toml --runs 20 --seed 7";
    folder.done(&format!("{explore} --out one --threads 1"));
    folder.done(&format!("{explore} --out eight --threads 8"));
    for file in FILES {
        assert_eq!(
            bytes(&folder, &format!("one/{file}")),
            bytes(&folder, &format!("eight/{file}")),
            "{file}"
        );
    }
    let mut parts = Vec::new();
    for part in 1..=3 {
        folder.done(&format!("{explore} --shard {part}/3 --out part-{part}"));
        let text = String::from_utf8(bytes(&folder, &format!("part-{part}/runs.csv"))).unwrap();
        let (heading, lines) = text.split_once("\r\n").unwrap();
        if parts.is_empty() {
            parts.push(format!("{heading}\r\n"));
        }
        parts.push(lines.to_owned());
    }
    assert_eq!(parts.concat().into_bytes(), bytes(&folder, "one/runs.csv"));
    folder.done("explore merge whole part-2 part-3 part-1");
    for file in FILES {
        assert_eq!(
            bytes(&folder, &format!("one/{file}")),
            bytes(&folder, &format!("whole/{file}")),
            "{file}"
        );
    }
    for (file, text) in
        [("spread.csv", "quarter,measure\r\n"), ("totals.csv", "what,of,value,times\r\nno,,1,1\r\n")]
    {
        let file = format!("part-2/{file}");
        let written = bytes(&folder, &file);
        folder.write(&file, text);
        let run = folder.run("explore merge W part-1 part-2 part-3");
        assert!(run.err.contains("is not as `quorate explore` wrote it"), "{}", run.shown());
        folder.write(&file, written);
        fs::remove_dir_all(folder.path("W")).ok();
    }
    folder.done("explore scenarios/fracture.toml --runs 20 --seed 8 --out other");
    assert_ne!(bytes(&folder, "other/runs.csv"), bytes(&folder, "one/runs.csv"));
}

#[test]
fn every_scenario_tells_shares_of_runs_and_one_run_is_a_story_that_plays() {
    let folder = folder();
    for name in ["baseline", "de-escalation", "deepening-core", "fracture"] {
        let told = folder.done(&format!("explore scenarios/{name}.toml --runs 4 --seed 3 --out {name}"));
        assert!(told.replace('\n', " ").starts_with(EXERCISE), "{told}");
        assert!(told.contains("Share of runs under these assumptions") && !told.contains("likel"), "{told}");
        let runs = "What so many per cent of the runs do not exceed";
        // Days are of payments, and stand under another heading than what is of runs.
        let (of_runs, of_paid) = told.split_once("requests paid do not exceed").unwrap();
        assert!(of_runs.contains(runs) && !of_runs.contains("days from request"), "{told}");
        assert!(of_paid.contains("days from request to paid"), "{told}");
        folder.done(&format!("explore replay {name} --run 2 --story {name}.story"));
        let story = String::from_utf8(bytes(&folder, &format!("{name}.story"))).unwrap();
        let refused = story.lines().filter(|line| line.starts_with("  refused by ")).count();
        let runs = String::from_utf8(bytes(&folder, &format!("{name}/runs.csv"))).unwrap();
        let cell = |line: usize, column: &str| {
            let at = runs.lines().next().unwrap().split(',').position(|name| name == column).unwrap();
            runs.lines().nth(line).unwrap().split(',').nth(at).unwrap().to_owned()
        };
        assert_eq!(cell(3, "refused"), refused.to_string());
        assert_eq!(cell(3, "balanced"), "true");
        let played = folder.done(&format!("play {name}.story"));
        assert!(played.contains("played to height"), "{played}");
    }
}

#[test]
fn two_charters_meet_the_same_chance_and_are_compared_run_by_run() {
    let folder = folder();
    let explore = "explore scenarios/fracture.toml --seed 7";
    folder.done(&format!("{explore} --runs 12 --out majority"));
    folder.done(&format!("{explore} --runs 12 --charter charters/exercise-consensus.toml --out consensus"));
    let told = folder.done("explore compare majority consensus");
    assert!(told.replace('\n', " ").starts_with(EXERCISE), "{told}");
    let row = |says: &str| -> Vec<String> {
        let line = told.lines().find(|line| line.contains(says)).unwrap().split(says).nth(1).unwrap();
        line.split_whitespace().filter(|word| *word != "%").map(str::to_owned).collect()
    };
    let blocked = row("requests blocked");
    // Where all have to agree, in none of these runs less is blocked.
    assert_eq!(blocked[2], "0.0", "{told}");
    assert_ne!(blocked[4], "0.0", "{told}");
    // Where only one had more, its mean is told as more.
    for line in told.lines().filter(|line| line.matches(" %").count() == 3) {
        let cells: Vec<&str> = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let is_one_sided = (cells[3] == "0.0 %") != (cells[5] == "0.0 %");
        assert!(!is_one_sided || cells[1] != cells[2], "{line}");
    }
    // One with itself.
    let told = folder.done("explore compare majority majority");
    assert_eq!(told.matches("100.0 %").count(), 10, "{told}");
    folder.done(&format!("{explore} --runs 13 --out more"));
    folder.done("explore scenarios/baseline.toml --seed 7 --runs 12 --out baseline");
    for (line, says) in [
        ("explore compare majority more", "are not of the same seed or the same runs"),
        ("explore compare majority baseline", "are not of the same scenario"),
        ("explore compare majority none", "none/study.toml"),
    ] {
        let run = folder.run(line);
        assert!(run.code != 0 && run.err.replace('\n', " ").contains(says), "{}", run.shown());
    }
}

#[test]
fn what_does_not_fit_is_refused_and_leaves_nothing() {
    let folder = folder();
    let run =
        folder.run("explore scenarios/baseline.toml --charter charters/partnership.toml --runs 1 --out D");
    // Four other members: that fits, since the scenario names none of its own.
    assert_eq!(run.code, 0, "{}", run.shown());
    let wrong = [
        (
            "explore scenarios/deepening-core.toml --charter charters/partnership.toml --out E",
            "AAA is no member",
        ),
        ("explore scenarios/baseline.toml --shard 3/2 --out E", "it is written as 2/8"),
        ("explore scenarios/baseline.toml --runs 1", "--out"),
        ("explore scenarios/baseline.toml --runs 1 --out D", "is there already, and is not empty"),
        ("explore scenarios/none.toml --runs 1 --out E", "scenarios/none.toml"),
        ("explore replay D --run 1", "there is no run 1 in this study"),
        ("explore replay charters --run 1", "study.toml"),
    ];
    for (line, says) in wrong {
        let run = folder.run(line);
        assert!(run.code != 0 && run.err.contains(says), "{}", run.shown());
        assert!(!folder.path("E").exists(), "{line}");
    }
}

/// Changes a file of a study.
pub(crate) fn changed(folder: &Folder, file: &str, change: impl Fn(&str) -> String) {
    let text = String::from_utf8(bytes(folder, file)).unwrap();
    let changed = change(&text);
    assert_ne!(changed, text, "{file}");
    folder.write(file, changed);
}

#[test]
fn a_run_that_does_not_come_out_as_the_table_says_is_not_told() {
    let folder = folder();
    let explore = "explore scenarios/fracture.toml --runs 3 --seed 7 --out";
    folder.done(&format!("{explore} whole"));
    folder.done("explore replay whole --run 1");
    let cell = |text: &str, column: &str, run: usize| -> String {
        let at = text.lines().next().unwrap().split(',').position(|name| name == column).unwrap();
        text.lines().nth(run + 1).unwrap().split(',').nth(at).unwrap().to_owned()
    };
    for column in ["seed", "commands", "refused", "record"] {
        let study = format!("other-{column}");
        folder.done(&format!("{explore} {study}"));
        changed(&folder, &format!("{study}/runs.csv"), |text| {
            let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
            let is = cell(text, column, 1);
            lines[2] = lines[2].replace(&format!(",{is},"), &format!(",{is}0,"));
            lines.concat()
        });
        let run = folder.run(&format!("explore replay {study} --run 1 --story S"));
        let says = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.code == 2 && says.contains("run 1 does not come out as"), "{}", run.shown());
        assert!(says.contains(column) && !folder.path("S").exists(), "{}", run.shown());
        // The others are as they were written.
        folder.done(&format!("explore replay {study} --run 2"));
    }
    // Another scenario, charter or seed than the runs were made of is told in the same way.
    changed(&folder, "whole/study.toml", |text| text.replace("seed = 7", "seed = 8"));
    assert!(folder.run("explore replay whole --run 1").err.contains("does not come out as"));
}

#[test]
fn studies_of_other_members_and_tables_that_are_cut_off_are_not_compared() {
    let folder = folder();
    // In one quarter there are runs in which nobody asks, and no hours to be compared.
    changed(&folder, "scenarios/baseline.toml", |text| text.replace("quarters = 12", "quarters = 1"));
    let explore = "explore scenarios/baseline.toml --seed 7 --runs 6 --out";
    folder.done(&format!("{explore} ours"));
    folder.done(&format!("{explore} theirs --charter charters/partnership.toml"));
    let refused = |line: &str, says: &str| {
        let run = folder.run(line);
        let err = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.code == 2 && err.contains(says) && run.out.is_empty(), "{}", run.shown());
    };
    refused("explore compare ours theirs", "are not of the same members: only one has AAA, BBB, CAN");
    folder.done(&format!("{explore} cut --charter charters/exercise-consensus.toml"));
    let told = folder.done("explore compare ours cut");
    for title in ["first: under \"", "second: under \""] {
        assert!(told.contains(title), "{told}");
    }
    assert!(told.contains("where both paid: "), "{told}");
    // A line fewer, half a line fewer, and in both the same.
    changed(&folder, "cut/runs.csv", |text| text.rsplitn(3, "\r\n").nth(2).unwrap().to_owned() + "\r\n");
    refused("explore compare ours cut", "cut/runs.csv is not as `quorate explore` wrote it");
    refused("explore compare cut ours", "cut/runs.csv is not as `quorate explore` wrote it");
    refused("explore compare cut cut", "cut/runs.csv is not as `quorate explore` wrote it");
    changed(&folder, "ours/runs.csv", |text| text.chars().take(text.len() - 9).collect());
    refused("explore compare ours ours", "ours/runs.csv is not as `quorate explore` wrote it");
}

#[test]
fn who_left_is_told_by_code_and_with_the_number_of_runs() {
    let folder = folder();
    // All alike, and on the edge of leaving: by chance the one leaves more often, and another less.
    changed(&folder, "scenarios/baseline.toml", |text| {
        text.replace("leaves-below = -300", "leaves-below = 650")
    });
    let told = folder.done("explore scenarios/baseline.toml --runs 12 --seed 3 --out D");
    let left: Vec<&str> = told.lines().filter(|line| line.contains(" of 12 runs (")).collect();
    let codes: Vec<&str> = left.iter().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(codes, ["AAA", "BBB", "CCC", "DDD"], "{told}");
    let counts: Vec<u32> =
        left.iter().filter_map(|line| line.split_whitespace().nth(2)?.parse().ok()).collect();
    // Not by how often: who comes first left in fewer runs than one that comes after it.
    assert!(counts.len() == 4 && !counts.is_sorted_by(|one, other| one >= other), "{told}");
    assert!(told.replace('\n', " ").contains("a difference is one of the draw"), "{told}");
}

#[test]
fn what_is_assumed_is_told_with_where_it_is_from() {
    let folder = folder();
    changed(&folder, "scenarios/fracture.toml", |text| {
        text.replacen("source = \"assumed\"", "source = \"a guess\"", 1)
    });
    let told = folder.done("explore scenarios/fracture.toml --runs 1 --out D");
    assert!(told.contains("Its numbers are from: a guess; assumed\n"), "{told}");
    assert!(told.contains(": 1 run of 12 quarters\n"), "{told}");
    // Eight events of four members are one thing that happens.
    assert_eq!(told.matches("- from quarter 3 on: two and two drift apart (assumed)\n").count(), 1, "{told}");
}

#[test]
fn a_story_names_its_charter_whatever_its_title_says_and_only_where_a_line_can() {
    let folder = folder();
    changed(&folder, "scenarios/baseline.toml", |text| {
        text.replace("title = \"", "title = \"{charter} and ")
    });
    let explore = "explore scenarios/baseline.toml --runs 1 --out D";
    folder.done(explore);
    let story = folder.done("explore replay D --run 0");
    assert!(story.starts_with("story: {charter} and "), "{story}");
    assert!(story.contains("/D/charter.toml\nbegins: "), "{story}");
    fs::rename(folder.path("D"), folder.path("D\u{1b}[2J")).unwrap();
    let run = folder.run("explore replay D\u{1b}[2J --run 0 --story S");
    let says = run.err.contains("a story cannot name") && run.err.contains("\\u{1b}[2J");
    assert!(run.code == 2 && says && !folder.path("S").exists(), "{}", run.shown());
}
