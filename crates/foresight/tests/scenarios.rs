//! What the page says of a scenario's file, held against what is read.

#![allow(clippy::string_slice, clippy::unwrap_used, reason = "tests panic, and cut at what they found")]

use std::fs;
use std::path::Path;

use quorate_foresight::trajectory::{LEFT_OUT, Scenario};

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)).unwrap()
}

fn bare(key: &str) -> String {
    key.trim_matches('`').to_owned()
}

/// The rows of the page's table: in what, which key, what it is, its unit, its bounds, and what holds without it.
fn rows() -> Vec<[String; 6]> {
    let page = file("docs/foresight.md");
    let (_, section) = page.split_once("\n### What stands in a scenario\n").unwrap();
    let table = section.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let row = |line: &str| {
        let cells: Vec<String> =
            line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        cells.try_into().unwrap()
    };
    table.take_while(|line| line.starts_with('|')).map(row).collect()
}

/// The keys of a part as the page has them, in order.
fn told(part: &str) -> Vec<String> {
    let is_of = |place: &str| place.split(", ").any(|one| bare(one) == part);
    let mut keys: Vec<String> =
        rows().iter().filter(|[place, ..]| is_of(place)).map(|[_, key, ..]| bare(key)).collect();
    keys.sort();
    keys
}

/// The keys of a part as they are told where one stands in it that is not known.
fn known(begins: &str) -> Vec<String> {
    let scenario = file("scenarios/fracture.toml");
    let text = if begins.is_empty() {
        format!("joy = 1\n{scenario}")
    } else if scenario.contains(&format!("\n{begins}")) {
        scenario.replacen(&format!("\n{begins}"), &format!("\n{begins}\njoy = 1 #"), 1)
    } else {
        format!("{scenario}\n{begins}\njoy = 1\n")
    };
    let faults = Scenario::read(&text).unwrap_err();
    let (_, keys) = faults.first().what().split_once("expected one of ").unwrap();
    let mut keys: Vec<String> = keys.split(", ").map(bare).collect();
    keys.sort();
    keys
}

#[test]
fn every_key_that_is_read_stands_on_the_page_and_no_other() {
    for part in ["[member.AAA]", "[outside]", "[model]", "[[event]]"] {
        assert_eq!(told(&part.replace("AAA", "CODE")), known(part), "{part}");
    }
    // What is said of all alike is towards nobody.
    let members: Vec<String> = known("[members]").into_iter().filter(|key| key != "towards").collect();
    assert_eq!(told("[members]"), members);
    let tables = ["members", "member", "outside", "model", "event"].map(str::to_owned);
    let mut all = [told("the file"), tables.to_vec()].concat();
    all.sort();
    assert_eq!(all, known(""));
}

#[test]
fn the_page_says_the_bounds_that_are_held_and_what_holds_without_a_key() {
    let scenario = file("scenarios/fracture.toml");
    let mut seen = 0;
    for line in scenario.lines() {
        let Some((key, value)) = line.split_once(" = ") else { continue };
        let number = value.split_whitespace().next().unwrap_or_default();
        if number.parse::<i64>().is_err() {
            continue;
        }
        let bad = line.replacen(number, "999999", 1);
        let faults = Scenario::read(&scenario.replacen(line, &bad, 1)).unwrap_err();
        let (_, bounds) = faults.first().help().split_once("a whole number from ").unwrap();
        let says = |[_, name, _, _, said, _]: &[String; 6]| {
            bare(name) == key && (said == bounds || said.contains('`'))
        };
        assert!(rows().iter().any(says), "{key}: {bounds}");
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
    for (word, value) in LEFT_OUT {
        let says = |[place, key, .., out]: &[String; 6]| {
            place.contains("[members]") && bare(key) == word && out.ends_with(&format!("there, {value}"))
        };
        assert!(rows().iter().any(says), "{word}");
    }
}

#[test]
fn a_member_has_no_affinity_towards_itself() {
    let scenario = file("scenarios/baseline.toml");
    let event = |towards: &str| {
        format!(
            "\n[[event]]\nfrom = 1\nwhat = \"affinity\"\nby = 9\nmember = \"AAA\"\ntowards = \"{towards}\"\n\
             why = \"joy\"\nsource = \"a\"\n"
        )
    };
    let own = |towards: &str| format!("\n[member.AAA]\nsource = \"a\"\ntowards.{towards} = 9\n");
    for (wrong, right, at) in [(event("AAA"), event("BBB"), "\"AAA\""), (own("AAA"), own("BBB"), "AAA")] {
        let text = format!("{scenario}{wrong}");
        let faults = Scenario::read(&text).unwrap_err();
        assert_eq!(faults.first().what(), "a member has no affinity towards itself");
        assert_eq!(faults.first().at(), text.rfind(at).unwrap()..text.rfind(at).unwrap() + at.len());
        assert!(Scenario::read(&format!("{scenario}{right}")).is_ok());
    }
}
