//! Dependencies from the terminal; and `docs/dependencies.md`, whose examples are what the tool says.

use std::fs;

use serde_json::Value;

use crate::quorate::{Folder, root};

/// What the page shows, each under its command.
const SHOWN: [&str; 8] = [
    "depends made-up.toml --withhold XXX --member AAA",
    "depends made-up.toml --withhold YYY --withhold maker-of-engines",
    "depends made-up.toml --withhold XXX --member DDD",
    "depends published.toml --withhold USA --member GBR",
    "depends published.toml --withhold ESP --member DEU",
    "depends published.toml --withhold FRA --withhold DEU --member FRA",
    "depends --dir D --withhold XXX",
    "depends --dir D --with kept-by-can.toml --withhold YYY --member CAN",
];

/// A folder with the files of dependencies that come with the project.
pub(crate) fn folder() -> Folder {
    let folder = Folder::new();
    for name in ["made-up.toml", "published.toml"] {
        folder.write(name, fs::read_to_string(root().join("dependencies").join(name)).unwrap());
    }
    folder
}

/// The same, with the partnership of the story of capabilities as `D`, and the file that the page keeps beside it.
pub(crate) fn with_a_record(page: &str) -> Folder {
    let folder = folder();
    for name in ["capabilities.story", "capabilities.toml"] {
        folder.write(name, fs::read_to_string(root().join("stories").join(name)).unwrap());
    }
    folder.done("play capabilities.story --dir D");
    let (_, kept) = page.split_once("```toml\ntitle = \"Kept by CAN\"").unwrap();
    let (kept, _) = kept.split_once("```").unwrap();
    folder.write("kept-by-can.toml", format!("title = \"Kept by CAN\"{kept}"));
    folder
}

/// The page with what the tool says now: every block that begins with a command, and the answer to it.
#[test]
fn the_page_on_dependencies_is_what_the_tool_says() {
    let file = root().join("docs/dependencies.md");
    let page = fs::read_to_string(&file).unwrap();
    let folder = with_a_record(&page);
    let (mut told, mut rest) = (String::new(), page.as_str());
    for command in SHOWN {
        let shown = match command.starts_with("depends --dir") {
            true => command.to_owned(),
            false => command.replace("depends ", "depends dependencies/"),
        };
        let head = format!("```text\n$ quorate {shown}\n");
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

/// What others rely on of the same holder is no reliance of this member; with whom it shares a supplier is told beside it.
#[test]
fn of_one_member_it_is_told_on_whom_it_relies_and_no_other() {
    let folder = folder();
    let told = folder.done("depends made-up.toml --member AAA");
    let row = |name: &str| {
        let line = told.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(row("maker-of-missiles"), "maker-of-missiles AAA 1 1 3650 days 12000000000.00 USD");
    assert_eq!(row("XXX"), "XXX AAA 1 1 3650 days 12000000000.00 USD");
    assert!(told.contains("shared supplier: maker-of-missiles supplies AAA, DDD"), "{told}");
    let told = folder.done("depends made-up.toml --member AAA --format json");
    let told: Value = serde_json::from_str(&told).unwrap();
    let relied = told["relied-on"].as_array().unwrap();
    assert!(relied.iter().all(|one| one["members"] == serde_json::json!(["AAA"])), "{told}");
    let shared = serde_json::json!({ "supplier": "maker-of-missiles", "members": ["AAA", "DDD"] });
    assert!(told["shared-suppliers"].as_array().unwrap().contains(&shared), "{told}");
}

#[test]
fn who_is_named_twice_withholds_once() {
    let told = folder().done("depends made-up.toml --withhold XXX --withhold YYY --withhold XXX");
    assert!(told.contains("\nWithheld from day 0: XXX, YYY\n"), "{told}");
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
    // Where nothing is to be told, that stands there, and no sentence with nothing in front of its `and`.
    let told = folder.done("depends published.toml --withhold USA --member GBR --limit 0");
    for line in [
        "- by 1 that --limit leaves out",
        "- not public: 6 that --limit leaves out",
        "- 3 that --limit leaves out",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
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
        assert!(svg.contains("A broken line: another would do."), "{svg}");
    }
    let svg = |around: &str| fs::read_to_string(folder.path(&format!("{around}.svg"))).unwrap();
    assert!(svg("airframes").contains(">maker-of-airframes (YYY)<"), "{}", svg("airframes"));
    assert!(svg("XXX").contains(">withheld, maker-of-missiles (XXX)<"), "{}", svg("XXX"));
    assert!(svg("maker-of-missiles").contains(">maker-of-missiles (XXX)<"));
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
    // What has neither a State nor a supplier has things to offer.
    let things = "title = \"t\"\n[things.\"CAN/a\"]\nwhat = \"a\"\nneeds = [\"DEU/b\"]\nsource = \"s\"\n";
    folder.write("things.toml", things);
    let run = folder.run("depends things.toml --withhold ZZZ");
    assert!(run.code == 2 && run.err.contains("name one of them, such as CAN/a, DEU/b"), "{}", run.shown());
}

#[test]
fn a_record_and_files_are_put_together_where_they_go_together() {
    let folder = with_a_record(&fs::read_to_string(root().join("docs/dependencies.md")).unwrap());
    let record = folder.done("record capabilities --dir D --format json");
    let told = folder.done("depends --dir D --with kept-by-can.toml --withhold XXX --format json");
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["in-place-of-record"][0], "CAN/airframes");
    let effects = told["effects"].as_array().unwrap();
    let of = |name: &str| effects.iter().find(|effect| effect["capability"] == name).unwrap();
    assert_eq!(of("CAN/lift")["fails-at-least"][0]["from-day"], 30);
    assert!(told["exercise"].as_str().unwrap().starts_with("EXERCISE. "), "{told}");
    assert_eq!(told["suppliers-of-no-state"].as_array().unwrap().len(), 0, "the file says whose it is");
    let without = folder.done("depends --dir D --withhold XXX --format json");
    let without: Value = serde_json::from_str(&without).unwrap();
    assert_eq!(without["suppliers-of-no-state"][0], "maker-of-airframes");
    // What nobody declares is told as not known, and not as there.
    assert_eq!(told["not-declared"].as_array().unwrap().len(), 1);
    let airlift = of("FRA/airlift");
    let unknown = airlift["not-known"].as_array().unwrap();
    assert!(airlift["known"] == false && unknown.iter().any(|one| one["not-public"] == "all"), "{airlift}");
    // A file alone says what another does not, too.
    folder.done("depends made-up.toml --with kept-by-can.toml --withhold YYY");
    let run = folder.run("depends --dir D --with kept-by-can.toml --with kept-by-can.toml --withhold XXX");
    assert_eq!(run.code, 2, "{}", run.shown());
    assert!(run.err.contains("both say what `CAN/airframes` is"), "{}", run.shown());
    // A file that leaves out whose capability it is would make it vanish.
    let lift = "[things.\"CAN/lift\"]\nwhat = \"lift\"\nin-hands-of = \"CAN\"\nsource = \"s\"\n";
    folder.write("lift.toml", format!("title = \"t\"\n{lift}"));
    let run = folder.run("depends --dir D --with lift.toml --withhold XXX");
    assert_eq!(run.code, 2, "{}", run.shown());
    assert!(run.err.contains("`CAN/lift` is a capability of CAN in the one"), "{}", run.shown());
    assert!(run.err.contains("give it `member = \"CAN\"` there, too"), "{}", run.shown());
    // Nothing came to the record by that.
    assert_eq!(record, folder.done("record capabilities --dir D --format json"));
}

#[test]
fn of_nothing_nothing_is_told() {
    let folder = folder();
    let run = folder.run("depends --withhold XXX");
    assert!(run.code == 2 && run.err.contains("name a file, or a partnership by"), "{}", run.shown());
    for name in ["positions.story", "positions.toml"] {
        folder.write(name, fs::read_to_string(root().join("stories").join(name)).unwrap());
    }
    folder.done("play positions.story --dir D");
    let run = folder.run("depends --dir D");
    assert!(
        run.code == 2 && run.err.contains("no member of this partnership has declared"),
        "{}",
        run.shown()
    );
    assert!(folder.done("depends made-up.toml --dir D --withhold XXX").contains("deterrence-of-aaa"));
}
