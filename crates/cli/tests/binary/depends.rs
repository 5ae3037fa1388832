//! Dependencies from the terminal; and `docs/dependencies.md`, whose examples are what the tool says.

use std::fs;

use serde_json::Value;

use crate::quorate::{Folder, root};

/// What the page shows, each under its command.
const SHOWN: [&str; 6] = [
    "depends made-up.toml --withhold XXX --member AAA",
    "depends made-up.toml --withhold YYY --withhold maker-of-engines",
    "depends made-up.toml --withhold XXX --member DDD",
    "depends published.toml --withhold USA --member GBR",
    "depends published.toml --withhold ESP --member DEU",
    "depends published.toml --withhold FRA --withhold DEU --member FRA",
];

/// A folder with the files of dependencies that come with the project.
fn folder() -> Folder {
    let folder = Folder::new();
    for name in ["made-up.toml", "published.toml"] {
        folder.write(name, fs::read_to_string(root().join("dependencies").join(name)).unwrap());
    }
    folder
}

/// The page with what the tool says now: every block that begins with a command, and the answer to it.
#[test]
fn the_page_on_dependencies_is_what_the_tool_says() {
    let folder = folder();
    let file = root().join("docs/dependencies.md");
    let page = fs::read_to_string(&file).unwrap();
    let (mut told, mut rest) = (String::new(), page.as_str());
    for command in SHOWN {
        let head = format!("```text\n$ quorate {}\n", command.replace("depends ", "depends dependencies/"));
        let (before, after) = rest.split_once(&head).unwrap_or_else(|| panic!("the page lacks {head}"));
        let (_, after) = after.split_once("```\n").unwrap();
        told.push_str(&format!("{before}{head}{}```\n", folder.done(command)));
        rest = after;
    }
    told.push_str(rest);
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&file, &told).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), told);
}

#[test]
fn what_is_told_to_programs_is_what_is_told_to_people() {
    let folder = folder();
    let told = folder.done("depends made-up.toml --withhold XXX --by state --format json");
    let told: Value = serde_json::from_str(&told).unwrap();
    let effects = told["effects"].as_array().unwrap();
    let of = |name: &str| effects.iter().find(|effect| effect["capability"] == name).unwrap();
    assert_eq!(of("deterrence-of-aaa")["fails-at-most"][0]["from-day"], 720);
    assert_eq!(of("deterrence-of-aaa")["fails-at-most"][0]["until-day"], 3650);
    assert_eq!(of("air-defence-of-ddd")["known"], false);
    assert_eq!(of("air-defence-of-ddd")["not-known"][0]["thing"], "interceptors");
    assert_eq!(told["cut-sets"].as_array().unwrap().len(), 5);
}

#[test]
fn how_sure_it_is_and_where_it_is_said_is_told_of_all_by_which_a_capability_fails() {
    let folder = folder();
    let told = folder.done("depends made-up.toml --withhold XXX --format json");
    let told: Value = serde_json::from_str(&told).unwrap();
    let effects = told["effects"].as_array().unwrap();
    let of = effects.iter().find(|effect| effect["capability"] == "deterrence-of-aaa").unwrap();
    assert_eq!(of["lowest-confidence"], "low");
    for (place, thing) in ["deterrence-of-aaa", "missiles"].iter().enumerate() {
        assert_eq!(of["chain"][place]["thing"], *thing);
        assert!(["low", "moderate", "high"].contains(&of["chain"][place]["confidence"].as_str().unwrap()));
        assert_eq!(of["chain"][place]["source"], "made up");
    }
    let told = folder.done("depends made-up.toml --withhold XXX --member AAA");
    assert!(told.starts_with("EXERCISE. A scenario built from"), "{told}");
    assert!(
        told.contains("- confidence: low at the lowest, of deterrence-of-aaa") && !told.contains("made up\n"),
        "{told}"
    );
    let told = folder.done("depends made-up.toml --withhold XXX --member AAA --explain");
    assert!(told.contains("confidence: made up"), "{told}");
}

#[test]
fn what_would_have_to_be_known_is_told_to_the_limit() {
    let folder = folder();
    let told = folder.done("depends published.toml --withhold USA --member GBR --limit 2");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("when parts-of-warheads can be had otherwise; and 4 more: --limit"), "{told}");
    let told = folder.done("depends published.toml --withhold FRA --withhold DEU --member FRA --limit 1");
    assert!(told.contains("- by a400m-fleets, which relies on 2 more: --limit"), "{told}");
    let told = folder.done("depends made-up.toml --withhold deterrence-of-aaa --member AAA");
    assert!(told.contains("- by itself: it is withheld"), "{told}");
}

#[test]
fn a_neighbourhood_is_drawn_whole() {
    let folder = folder();
    for around in ["airframes", "maker-of-missiles", "XXX", "imagery-of-bbb"] {
        folder.done(&format!("depends made-up.toml --withhold XXX --around {around} --svg {around}.svg"));
        let svg = fs::read_to_string(folder.path(&format!("{around}.svg"))).unwrap();
        assert!(svg.contains("<desc id=\"description\">") && svg.ends_with("</svg>\n"), "{svg}");
        assert!(svg.contains(around), "{svg}");
        assert!(svg.contains("class=\"small\">EXERCISE. "), "{svg}");
    }
    let svg = fs::read_to_string(folder.path("XXX.svg")).unwrap();
    assert!(svg.contains("launches is withheld"), "{svg}");
}

#[test]
fn a_name_that_the_file_does_not_have_is_an_error_with_some_that_it_has() {
    let folder = folder();
    for command in [
        "depends made-up.toml --withhold ZZZ",
        "depends made-up.toml --around ZZZ --svg z.svg",
        "depends made-up.toml --member ZZZ",
    ] {
        let run = folder.run(command);
        assert_eq!(run.code, 2, "{}", run.shown());
        assert!(run.err.contains("ZZZ"), "{}", run.shown());
    }
    assert!(!folder.path("z.svg").exists());
    folder.write("bad.toml", "title = \"t\"\n[things.a]\nwhat = \"a\"\nneeds = [\"b\"]\nsource = \"s\"\n");
    let run = folder.run("depends bad.toml");
    assert!(run.code != 0 && run.err.contains("there is no thing `b`"), "{}", run.shown());
}
