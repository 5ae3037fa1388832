//! Stress tests from the terminal; and `docs/stress.md`, whose example is what the tool says.

use std::fs;

use serde_json::Value;

use crate::quorate::{Folder, root};

/// A folder with the stress files, the charters and the dependencies that come with the project.
fn folder() -> Folder {
    let folder = Folder::new();
    for (place, names) in [
        ("stress", ["made-up", "two-currencies"].as_slice()),
        ("charters", ["exercise", "exercise-currencies", "partnership"].as_slice()),
        ("dependencies", ["made-up"].as_slice()),
    ] {
        fs::create_dir(folder.path(place)).unwrap();
        for name in names {
            let file = format!("{place}/{name}.toml");
            folder.write(&file, fs::read_to_string(root().join(&file)).unwrap());
        }
    }
    folder
}

/// The page with what the tool says now, and the program's answer for programs and its picture beside it.
#[test]
fn the_page_on_stress_is_what_the_tool_says() {
    let folder = folder();
    let file = root().join("docs/stress.md");
    let page = fs::read_to_string(&file).unwrap();
    let head = "```text\n$ quorate stress stress/made-up.toml\n";
    let (before, rest) = page.split_once(head).unwrap();
    let (_, after) = rest.split_once("```\n").unwrap();
    let told = folder.done("stress stress/made-up.toml --svg ladder.svg");
    let told = told.strip_suffix("\nladder.svg: written\n").unwrap();
    let now = format!("{before}{head}{told}```\n{after}");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&file, &now).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), now);
    assert!(
        told.starts_with("EXERCISE.") && told.contains("Under these assumptions") && !told.contains("likel"),
        "{told}"
    );
    let picture = fs::read_to_string(folder.path("ladder.svg")).unwrap();
    let so = [
        "role=\"img\"",
        "<title id=\"title\">",
        "EXERCISE.",
        "Under these assumptions",
        "prefers-color-scheme:dark",
        "@media print",
        ">paid in: by members, less what went back to them<",
        ">to be paid by that day<",
    ];
    assert!(so.iter().all(|part| picture.contains(part)), "{picture}");
}

#[test]
fn what_is_told_to_programs_are_amounts_and_days() {
    let folder = folder();
    let told = folder.done("stress stress/two-currencies.toml --format json");
    let told: Value = serde_json::from_str(&told).unwrap();
    assert!(told["exercise"].as_str().unwrap().starts_with("EXERCISE."));
    assert_eq!(told["held-in-other-currencies"][0]["had-cost"], "990000000.00");
    let ladder = told["ladder"].as_array().unwrap();
    let days: Vec<u64> = ladder.iter().map(|row| row["days"].as_u64().unwrap()).collect();
    assert_eq!(days, [30, 90, 365]);
    // What is held in euros could be promised, less what is kept back, and pays nothing before it is exchanged.
    assert_eq!(ladder[0]["could-be-paid"], "3010000000.00");
    assert_eq!(ladder[0]["could-be-promised"], "3950500000.00");
    assert_eq!(told["defaults"].as_array().unwrap().len(), 1 + 4 + 6);
    for outcome in told["defaults"].as_array().unwrap() {
        assert_eq!(outcome["outcome"]["balanced"], true);
    }
    assert!(told["withheld"].is_null());
    let promises = told["promises"].as_array().unwrap();
    assert!(!promises.is_empty());
    for promise in promises {
        assert!(promise["why"].as_str().is_some_and(|why| !why.is_empty()), "{promise}");
    }
}

#[test]
fn where_nobody_is_to_default_that_is_said_and_no_heading_stands_over_nothing() {
    let folder = folder();
    let text = fs::read_to_string(root().join("stress/made-up.toml")).unwrap();
    assert!(text.contains("defaults = 2 "));
    folder.write("stress/calm.toml", text.replace("defaults = 2 ", "defaults = 0 "));
    let told = folder.done("stress stress/calm.toml");
    assert!(
        told.contains("Nobody is assumed to pay nothing more: no default of members is tried\n"),
        "{told}"
    );
    assert!(!told.contains("If members pay nothing more"), "{told}");
}

#[test]
fn a_partnership_is_put_under_stress_as_it_stands_on_record() {
    let folder = folder();
    let story = root().join("stories/default-and-step-up.story");
    folder.done(&format!("play {} --dir F", story.display()));
    let before = folder.done("status --dir F");
    let told = folder.done("stress --dir F");
    assert!(
        told.starts_with("EXERCISE.") && told.contains("The ladder with nothing called, in USD"),
        "{told}"
    );
    assert!(told.contains("Nothing is promised in a file"), "{told}");
    // What a file promises is asked of the fund on record: 3 303.11 are there once all have paid, and 2 400.41 if DEU does not.
    let promise = "title = \"t\"\ncharter = \"-\"\n[promise.help]\nto = \"CAN\"\nwhy = \"help\"\nsource = \"made up\"\n\
        tranches = [{ day = 60, amount = \"3200.00 USD\" }]\n\
        [assumed]\nask-ahead = 10\ncall-ahead = 45\nbank-days = 1\nsource = \"made up\"\n";
    folder.write("promise.toml", promise);
    let told = folder.done("stress promise.toml --dir F").replace('\u{a0}', " ");
    assert!(told.contains("day 90: short by 799.59 USD if DEU pays nothing more"), "{told}");
    assert!(told.contains("help: default of one member: CAN; DEU; all 9 days late"), "{told}");
    let run = folder.run("stress stress/made-up.toml --dir F");
    assert!(run.err.contains("AAA is no member of the charter"), "{}", run.shown());
    assert_eq!(folder.done("status --dir F"), before, "nothing is changed on record");
}

#[test]
fn what_is_wrong_is_said_where_it_is() {
    let folder = folder();
    let run = folder.run("stress");
    assert!(run.code == 2 && run.err.contains("a stress file or a partnership is needed"), "{}", run.shown());
    let text = fs::read_to_string(root().join("stress/made-up.toml")).unwrap();
    for (from, to, says) in [
        ("to = \"BBB\"", "to = \"ZZZ\"", "ZZZ is no member of the charter"),
        ("day = 80", "day = 40", "this day is not after the one before"),
        ("bank-days = 1", "bank-days = 31", "31 cannot stand here"),
        (
            "callable = \"800000000.00 USD\"",
            "callable = \"800000000.00 EUR\"",
            "is not in the fund's currency",
        ),
        ("defaults = 2 ", "defaults = 3 ", "3 cannot stand here"),
        ("call-ahead", "call-befor", "unknown field"),
        ("by = [\"XXX\", \"YYY\"]", "by = [\"QQQ\"]", "has no State, supplier or thing `QQQ`"),
        ("within = 14", "within = 350", "is not looked at"),
        (
            "amount = \"400000000.00 USD\" }]",
            "amount = \"600000000.00 USD\" }, { day = 90, amount = \"400000000.01 USD\" }]",
            "up to here, more falls due than the 1000000000.00 USD that are paid in",
        ),
    ] {
        assert!(text.contains(from), "{from}");
        folder.write("stress/wrong.toml", text.replacen(from, to, 1));
        let run = folder.run("stress stress/wrong.toml");
        assert!(run.code != 0 && run.err.contains(says), "{from}: {}", run.shown());
    }
    // The charter takes no euros: that is said at the place where they stand.
    let text = fs::read_to_string(root().join("stress/two-currencies.toml")).unwrap();
    folder.write("stress/wrong.toml", text.replace("exercise-currencies", "exercise"));
    let run = folder.run("stress stress/wrong.toml");
    assert!(run.err.contains("the charter takes no EUR"), "{}", run.shown());
}
