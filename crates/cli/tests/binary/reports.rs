//! Reports of scenarios: whole in themselves, the same from any parts, and in words that promise nothing.

use std::fs;

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use crate::quorate::{Folder, root, snapshot};

/// A folder with a scenario of few quarters under two names, and one of more, and the charters.
pub(crate) fn folder() -> Folder {
    let folder = Folder::new();
    fs::create_dir(folder.path("charters")).unwrap();
    fs::create_dir(folder.path("scenarios")).unwrap();
    for name in ["exercise", "exercise-consensus"] {
        let file = format!("charters/{name}.toml");
        folder.write(&file, fs::read_to_string(root().join(&file)).unwrap());
    }
    for name in ["baseline", "fracture", "de-escalation"] {
        let text = fs::read_to_string(root().join(format!("scenarios/{name}.toml"))).unwrap();
        folder.write(&format!("scenarios/{name}.toml"), text.replace("quarters = 12", "quarters = 6"));
    }
    folder
}

pub(crate) fn text(folder: &Folder, file: &str) -> String {
    fs::read_to_string(folder.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The page as it is read: without its style, a line for each piece of text.
pub(crate) fn read(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let mut lines: Vec<String> = Vec::new();
    for piece in [head, rest].concat().split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let text = text.trim();
        let goes_on = ["/td", "td", "th", "/th", "strong", "/strong", "code", "/code", "span", "/span"]
            .iter()
            .any(|name| tag == *name || tag.starts_with(&format!("{name} ")));
        match lines.last_mut().filter(|_| goes_on) {
            Some(line) if !text.is_empty() => line.push_str(&format!(" | {text}")),
            _ if !text.is_empty() => lines.push(text.to_owned()),
            _ => {}
        }
    }
    lines.join("\n") + "\n"
}

/// Nothing in a page asks for anything from elsewhere or runs, and its policy allows its very style alone.
pub(crate) fn is_whole_in_itself(page: &str) {
    for asks in ["<script", "src=", "href=", "http://", "https://", "@import", "url(http", "<img", "<form"] {
        assert!(!page.contains(asks), "{asks}");
    }
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let digest = Base64::encode_string(&Sha256::digest(style.as_bytes()));
    let policy = format!(
        "content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\""
    );
    assert!(page.contains(&policy), "{policy}");
    assert!(!page.contains(" style=") && page.matches("<style").count() == 1);
}

#[test]
fn a_report_begins_as_an_exercise_is_whole_in_itself_and_tells_what_was_assumed() {
    let folder = folder();
    folder.done("explore scenarios/fracture.toml --runs 5 --seed 7 --out D");
    let page = text(&folder, "D/report.html");
    is_whole_in_itself(&page);
    let told = read(&page);
    let body = told.split_once("EXERCISE.").unwrap().1;
    assert!(
        body.contains("| Shares of runs under these assumptions, no forecast.")
            || body.contains("no forecast.")
    );
    for word in ["likely to", "will be", "probab"] {
        assert!(!told.contains(word), "{word}");
    }
    snapshot("snapshots", "report-explored", &told);
    // Every number of the scenario stands in it.
    let scenario = text(&folder, "D/scenario.toml");
    for line in scenario.lines().filter_map(|line| line.split('#').next()) {
        let Some((name, value)) = line.split_once(" = ") else { continue };
        let value = value.trim().trim_matches('"');
        if value.starts_with(|first: char| first.is_ascii_digit()) && name != "from" && name != "by" {
            assert!(told.contains(&format!("{value} |")), "{line}");
        }
    }
    // Charts are files of their own, each whole.
    let charts = fs::read_dir(folder.path("D/charts")).unwrap();
    let mut names: Vec<String> =
        charts.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), page.matches("<figure").count());
    for name in names {
        let svg = text(&folder, &format!("D/charts/{name}"));
        assert!(
            svg.starts_with("<?xml") && svg.contains("EXERCISE.") && svg.contains("no forecast"),
            "{name}"
        );
        let asks = svg.replace("http://www.w3.org/2000/svg", "");
        assert!(!asks.contains("http") && !asks.contains("<script"), "{name}");
    }
    // In French, and nothing left in English but what members and rules say.
    folder.done("explore scenarios/fracture.toml --runs 5 --seed 7 --out F --lang fr");
    let page = text(&folder, "F/report.html");
    is_whole_in_itself(&page);
    assert!(
        page.contains("<html lang=\"fr\">") && page.contains("Parts des simulations sous ces hypothèses")
    );
    assert!(page.contains("<li>À partir du trimestre 2\u{a0}: "), "{page}");
    for english in ["Shares of runs", "The numbers", "quarter", "of runs"] {
        let read = read(&page);
        let own = read.lines().filter(|line| !line.starts_with("Confrontation") && !line.contains("quorate"));
        let left: Vec<&str> = own.filter(|line| line.contains(english)).collect();
        assert!(left.iter().all(|line| line.contains("Code") || line.contains(" | ")), "{english}: {left:?}");
    }
}

#[test]
fn signposts_tell_studies_apart_and_say_of_what_they_speak() {
    let folder = folder();
    for name in ["baseline", "fracture", "de-escalation"] {
        folder.done(&format!("explore scenarios/{name}.toml --runs 20 --seed 3 --out {name}"));
    }
    let told = folder.done("explore signposts baseline fracture --out two.html");
    assert!(told.starts_with("EXERCISE. "), "{told}");
    assert!(told.contains("\nbaseline, told from fracture\n") && told.contains("from quarter"), "{told}");
    assert!(!told.contains("affinity"), "{told}");
    assert!(told.ends_with("\ntwo.html: written\n"), "{told}");
    let page = text(&folder, "two.html");
    is_whole_in_itself(&page);
    assert!(page.contains("no forecast") && page.contains("baseline, told from fracture"), "{page}");
    let told = folder
        .done("explore signposts baseline fracture de-escalation --level 90 --out three.html --lang fr");
    for title in [
        "\nbaseline, told from fracture, de-escalation\n",
        "\nde-escalation, told from baseline, fracture\n",
        "\nfracture, told from de-escalation\n",
    ] {
        assert!(told.contains(title), "{told}");
    }
    is_whole_in_itself(&text(&folder, "three.html"));
    // What came of the same is not told apart.
    folder.done("explore scenarios/baseline.toml --runs 20 --seed 3 --out alike");
    let told = folder.done("explore signposts baseline alike");
    assert!(told.contains("no fact with one threshold does so"), "{told}");
    folder.write(
        "scenarios/longer.toml",
        text(&folder, "scenarios/baseline.toml").replace("quarters = 6", "quarters = 7"),
    );
    folder.done("explore scenarios/longer.toml --runs 1 --out longer");
    let spread = text(&folder, "fracture/spread.csv");
    folder.write("fracture/spread.csv", spread.replace("1,blocked,0,", "1,blocked,0,9"));
    for (line, says) in [
        ("explore signposts baseline", "2 values required"),
        ("explore signposts baseline ./baseline", "./baseline is named twice"),
        ("explore signposts baseline longer", "longer has 7 quarters, and the first study 6"),
        ("explore signposts baseline charters", "charters/study.toml"),
        ("explore signposts baseline fracture", "fracture/spread.csv is not as `quorate explore` wrote it"),
        ("explore signposts baseline de-escalation --level 50", "50 is not in 51..=100"),
        ("explore signposts baseline de-escalation --out two.html", "is there already"),
    ] {
        let run = folder.run(line);
        let err = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.code != 0 && err.contains(says), "{}", run.shown());
    }
}

#[test]
fn two_charters_are_compared_on_a_page_with_their_differences_drawn() {
    let folder = folder();
    let explore = "explore scenarios/fracture.toml --seed 7 --runs 12";
    folder.done(&format!("{explore} --out majority"));
    folder.done(&format!("{explore} --charter charters/exercise-consensus.toml --out consensus"));
    let told = folder.done("explore compare majority consensus --out beside.html");
    assert!(told.ends_with("\nbeside.html: written\n"), "{told}");
    let page = text(&folder, "beside.html");
    is_whole_in_itself(&page);
    let told = read(&page);
    assert!(told.contains("12 runs (seed 7), each made under both charters"), "{told}");
    assert!(page.contains("id=\"difference-blocked\"") && page.contains("first more"), "{told}");
    folder.done("explore compare majority majority --out same.html");
    let page = text(&folder, "same.html");
    assert!(
        page.contains("Both had the same of everything in every run.") && !page.contains("id=\"difference-")
    );
}
