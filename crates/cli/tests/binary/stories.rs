//! Every story in the folder `stories`.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::quorate::{Folder, complete, root, snapshot};

fn stories() -> Vec<String> {
    let files = fs::read_dir(root().join("stories")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter_map(|name| name.strip_suffix(".story").map(str::to_owned)).collect();
    names.sort();
    assert!(names.len() > 5);
    names
}

/// A folder with copies of the stories and the charters.
fn folder() -> Folder {
    let folder = Folder::new();
    for (name, ending) in [("stories", "story"), ("stories", "toml"), ("charters", "toml")] {
        fs::create_dir_all(folder.path(name)).unwrap();
        for file in fs::read_dir(root().join(name)).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|found| found == ending) {
                fs::copy(&path, folder.path(name).join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    folder
}

fn text(story: &str) -> String {
    fs::read_to_string(root().join("stories").join(story).with_extension("story")).unwrap()
}

/// Whether a story's own charter, the first that it names, is that of a framework.
fn is_framework(text: &str) -> bool {
    text.lines().find(|line| line.starts_with("charter:")).is_some_and(|line| line.contains("/framework"))
}

#[test]
fn every_story_is_played_by_every_cast() {
    let folder = folder();
    for name in stories() {
        let told = folder.done(&format!("play stories/{name}.story --all"));
        let casts: BTreeSet<&str> = told.lines().filter(|line| line.starts_with("seed")).collect();
        assert!(casts.iter().all(|line| line.ends_with("books balanced")), "{name}: {told}");
        // All orders of four members, of the five made-up ones, or of the two or three of a framework.
        let text = text(&name);
        let cast = text.lines().find_map(|line| line.strip_prefix("cast:")).unwrap_or_default();
        let orders = match cast.split(',').count() {
            _ if text.contains("charters/five.toml") => 120,
            3 if is_framework(&text) => 6,
            2 if is_framework(&text) => 2,
            _ => 24,
        };
        assert_eq!(casts.len(), orders, "{name}");
    }
}

#[test]
fn every_story_is_told() {
    let folder = folder();
    let mut names = BTreeSet::new();
    for story in stories() {
        let name = format!("play-{story}");
        let seed = if story == "founding" { 5 } else { 0 };
        let told = folder.done(&format!("play stories/{story}.story --seed {seed} --dir {story}"));
        snapshot("snapshots", &name, &told);
        // A framework has no books.
        let balanced = folder.done(&format!("status --dir {story}")).contains("books        balanced");
        assert_eq!(balanced, !is_framework(&text(&story)));
        every_unit_falls_due_once(&folder, &story);
        names.insert(name);
    }
    complete("snapshots", "play", &names);
}

/// What will fall due of all members is what the books have as signed or receivable and not yet due, a note once.
fn every_unit_falls_due_once(folder: &Folder, dir: &str) {
    let register = |name: &str| -> Value {
        serde_json::from_str(&folder.done(&format!("record {name} --format json --dir {dir}"))).unwrap()
    };
    let (statements, accounts) = (register("statements"), register("accounts"));
    let sum = |rows: &Value, key: &str, is: &dyn Fn(&Value) -> bool| -> i128 {
        let rows = rows["rows"].as_array().unwrap().iter().filter(|row| is(row));
        rows.map(|row| row[key].as_str().unwrap().replace('.', "").parse::<i128>().unwrap()).sum()
    };
    let told = sum(&statements, "amount", &|row| {
        row["part"] == "will fall due" && row["what"].as_str().unwrap().starts_with("in all")
    });
    let names = ["signed, not yet due", "receivable, not yet due"];
    let books = sum(&accounts, "balance", &|row| names.iter().any(|name| row["account"] == *name));
    assert_eq!(told, books, "{dir}");
}

#[test]
fn the_status_says_whose_standing_is_not_in_force() {
    let folder = folder();
    folder.done("play stories/withdrawal.story --seed 0 --dir D");
    assert!(folder.done("status --dir D").contains("GBR          left\n"));
    folder.done("play stories/beyond-signed.story --dir E");
    assert!(!folder.done("status --dir E").contains("GBR"));
}

/// Real States appear under their codes only where the cast puts them, and where the press put them.
#[test]
fn no_story_casts_a_state_by_its_code() {
    for story in stories() {
        let text = fs::read_to_string(root().join("stories").join(&story).with_extension("story")).unwrap();
        let named = ["CAN", "DEU", "FRA", "GBR"].iter().any(|code| text.contains(code));
        // Two tell what the press reported of States; who asks, refuses and is silent is cast in these too.
        assert_eq!(named, ["founding", "article"].contains(&story.as_str()), "{story}");
    }
}

#[test]
fn a_story_goes_on_in_a_further_partnership_at_the_same_moments() {
    let folder = folder();
    let story = "story: Two partnerships\ncharter: ../charters/partnership.toml\nbegins: 2026-12-01T09:00:00Z\n\
        cast: asker, second, third, fourth\nbeside: other = ../charters/plain-55-65.toml\n\
        every member accredits representative for 365d\n\
        in other:\nevery member accredits representative for 365d\n\
        {asker}/representative: fund indicate GBR expected --source \"said in {other}\"\n\
        wait 24h\nexpect plan GBR standing: expected\n\
        in the partnership:\nexpect plan GBR standing: not stated\n";
    folder.write("stories/two.story", story);
    let told = folder.done("play stories/two.story --dir D");
    assert!(told.contains("\nin other:\n") && told.contains("\nin the partnership:\n"), "{told}");
    let line = |dir: &str, begins: &str| {
        let status = folder.done(&format!("status --dir {dir}"));
        status.lines().find(|line| line.starts_with(begins)).map(str::to_owned).unwrap_or(status)
    };
    let ids = ["D", "D/beside/other"].map(|dir| line(dir, "partnership"));
    assert_ne!(ids[0], ids[1]);
    let times = ["D", "D/beside/other"].map(|dir| line(dir, "agreed time"));
    assert_eq!(times[0], times[1]);
    let plan = folder.done("record plan --format csv --dir D/beside/other");
    assert!(plan.contains("said in ") && !plan.contains("{other}"), "{plan}");
    assert!(!folder.done("record plan --format csv --dir D").contains("said in "));
}
