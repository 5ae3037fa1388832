//! Blocs from the terminal; and `docs/blocs.md`, whose example is what the tool says.

use std::fs;

use serde_json::Value;

use crate::quorate::{Folder, root};

/// A folder with the file of blocs that comes with the project.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("made-up.toml", fs::read_to_string(root().join("blocs/made-up.toml")).unwrap());
    folder
}

/// The page with what the tool says now.
#[test]
fn the_page_on_blocs_is_what_the_tool_says() {
    let file = root().join("docs/blocs.md");
    let page = fs::read_to_string(&file).unwrap();
    let head = "```text\n$ quorate blocs blocs/made-up.toml\n";
    let (before, after) = page.split_once(head).unwrap();
    let (_, after) = after.split_once("```\n").unwrap();
    let told = format!("{before}{head}{}```\n{after}", folder().done("blocs made-up.toml"));
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&file, &told).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), told);
}

#[test]
fn what_is_told_to_programs_is_what_is_told_to_people() {
    let folder = folder();
    let told: Value = serde_json::from_str(&folder.done("blocs made-up.toml --format json")).unwrap();
    assert_eq!(told["blocs"][0]["states"], serde_json::json!(["AAA", "BBB", "CCC", "FFF"]));
    assert_eq!(told["energy"], -5_860_000);
    assert_eq!((&told["pivotal"], &told["exact"], &told["tried"]), (&"CCC".into(), &true.into(), &16.into()));
    assert_eq!(told["states"][5]["tied"], false);
    // All but FFF, which nothing ties, on one side.
    assert_eq!(told["alignments"][0]["energy"], 0);
    assert_eq!(told["alignments"][0]["is-minimum"], false);
    assert_eq!(told["alignments"][0]["otherwise"], serde_json::json!(["DDD", "EEE"]));
    let told = folder.done("blocs made-up.toml").split_whitespace().collect::<Vec<_>>().join(" ");
    for says in ["two blocs", "energy", "-5860000", "CCC, which is held by least", "no number ties FFF"] {
        assert!(told.contains(says), "{says}: {told}");
    }
    assert!(told.contains("no forecast") && !told.contains("likel"), "{told}");
}

#[test]
fn the_best_is_drawn_whole() {
    let folder = folder();
    let told = folder.done("blocs made-up.toml --svg made-up.svg");
    assert!(told.starts_with("EXERCISE. ") && told.ends_with("\nmade-up.svg: written\n"), "{told}");
    let told = folder.done("blocs made-up.toml --svg made-up.svg");
    assert!(told.ends_with("\nmade-up.svg: is there already, the same to the last byte\n"), "{told}");
    // What a program reads is the document and nothing else.
    let told: Value =
        serde_json::from_str(&folder.done("blocs made-up.toml --svg 2.svg --format json")).unwrap();
    assert!(told["exercise"].as_str().unwrap().starts_with("EXERCISE. "), "{told}");
    let svg = fs::read_to_string(folder.path("made-up.svg")).unwrap();
    assert!(svg.contains("<desc id=\"description\">") && svg.ends_with("</svg>\n"), "{svg}");
    assert!(svg.contains("; against ") && svg.contains("no report"), "{svg}");
    assert!(
        svg.contains("EXERCISE. ") && svg.contains(">its other neighbour<") && svg.contains("grey dot"),
        "{svg}"
    );
    folder.write("made-up.svg", "something else");
    let run = folder.run("blocs made-up.toml --svg made-up.svg");
    assert!(run.code != 0 && run.out.is_empty() && run.err.contains("made-up.svg"), "{}", run.shown());
}

#[test]
fn what_is_wrong_in_a_file_is_told_at_its_place_and_nothing_is_drawn() {
    let folder = folder();
    let text = fs::read_to_string(folder.path("made-up.toml")).unwrap();
    folder.write("bad.toml", text.replace("size = 50", "size = -50").replace("\"AAA DDD\"", "\"AAA ZZZ\""));
    let run = folder.run("blocs bad.toml --svg bad.svg");
    let err = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in
        ["this file of blocs has 2 faults", "-50 cannot stand here", "there is no State ZZZ", "docs/blocs.md"]
    {
        assert!(err.contains(says), "{says}: {}", run.shown());
    }
    assert!(run.code == 1 && run.out.is_empty() && !folder.path("bad.svg").exists());
    folder.write("form.toml", "title = \"t\"\nstate = 3\n");
    let run = folder.run("blocs form.toml");
    assert!(run.code == 1 && run.err.contains("unknown field `state`"), "{}", run.shown());
    let run = folder.run("blocs none.toml");
    assert!(run.code != 0 && run.err.contains("none.toml"), "{}", run.shown());
}
