//! What `quorate rule` says of the charters and models of this project.

use std::collections::BTreeSet;
use std::fs;

use crate::quorate::{Folder, complete, root, snapshot};

/// A folder with all charters, and the models in `models`.
pub(crate) fn folder() -> Folder {
    let folder = Folder::new();
    fs::create_dir(folder.path("models")).unwrap();
    for (from, to) in [("charters", ""), ("charters/models", "models/")] {
        for file in fs::read_dir(root().join(from)).unwrap() {
            let path = file.unwrap().path();
            if let Some(name) = path.file_name().filter(|_| path.is_file()) {
                folder.write(&format!("{to}{}", name.to_str().unwrap()), fs::read_to_string(&path).unwrap());
            }
        }
    }
    folder
}

#[test]
fn what_is_said_of_rules() {
    let folder = folder();
    let mut names = BTreeSet::new();
    for (name, line) in [
        ("rule-all", "plain-55-65.toml"),
        ("rule-all-json", "consensus.toml --format json"),
        ("rule-assistance", "partnership.toml --rule assistance"),
        ("rule-interested", "plain-55-65.toml --rule assistance --interested CAN"),
        ("rule-json", "plain-55-65.toml --rule assistance --interested FRA --format json --limit 2"),
        ("rule-esm", "models/esm.toml --rule emergency --limit 4"),
        ("rule-imf", "models/imf.toml --rule eighty-five --limit 2"),
        ("rule-council", "models/eu-council.toml --rule one-not-taking-part --limit 0"),
        ("rule-compare", "plain-55-65.toml --rule assistance --compare partnership.toml"),
        ("rule-compare-rules", "models/esm.toml --rule emergency --rule2 quorum"),
        (
            "rule-compare-change",
            "models/eu-council.toml --rule otherwise --without HUN --with UKR:population=37860221 --threshold members=60%",
        ),
        ("rule-compare-json", "models/nato.toml --rule consensus --with JPN --format json"),
    ] {
        snapshot("snapshots", name, &folder.done(&format!("rule {line}")));
        names.insert(name.to_owned());
    }
    folder.done("rule plain-55-65.toml --rule assistance --interested CAN --svg picture.svg");
    snapshot("snapshots", "rule-svg", &fs::read_to_string(folder.path("picture.svg")).unwrap());
    names.insert("rule-svg".into());
    complete("snapshots", "rule", &names);
}

/// The grid of the founding question, pinned here as in the demo and in `quorate check`.
#[test]
fn the_answer_comes_first() {
    let folder = folder();
    let first = |line: &str| {
        let said = folder.done(&format!("rule {line}")).replace('\n', " ");
        said.split_inclusive(". ").next().unwrap().trim().to_owned()
    };
    for (line, answer) in [
        (
            "partnership.toml --rule assistance",
            "No member can block alone, whoever does not take part; it takes 2.",
        ),
        (
            "plain-55-65.toml --rule assistance",
            "No member can block alone if all take part; if one does not take part, one other can in 7 of 12 cases: \
             DEU, FRA, GBR.",
        ),
        ("consensus.toml --rule assistance", "Every member can block alone."),
        ("models/nato.toml --rule consensus", "Every member can block alone."),
        ("models/imf.toml --rule eighty-five", "One member can block alone: USA."),
        ("models/imf.toml --rule seventy", "No member can block alone; it takes 4 of 190."),
        ("models/eu-council.toml --rule proposal", "No member can block alone; it takes 4 of 27."),
    ] {
        assert_eq!(first(line), answer);
    }
}

/// What is known from elsewhere of the highest thresholds, in per cent cut off after two decimals.
#[test]
fn the_highest_thresholds_are_those_that_are_known() {
    let folder = folder();
    for (file, rule, condition, single, pair) in [
        ("imf", "eighty-five", "votes >= 85% of membership", "83.50 %", "77.35 %"),
        ("eib", "qualified", "capital >= 68% of membership", "83.82 %", "67.65 %"),
    ] {
        let said = folder.done(&format!("rule models/{file}.toml --rule {rule} --limit 0"));
        let line = said.lines().find(|line| line.starts_with(condition)).unwrap();
        let shares: Vec<&str> = line
            .strip_prefix(condition)
            .unwrap()
            .split("  ")
            .map(str::trim)
            .filter(|c| !c.is_empty())
            .collect();
        assert_eq!(shares, [single, pair], "{file}");
    }
    // By one weight alone: the clause and the quorum hide it in the rules themselves.
    for (file, rule, single, pair) in [
        ("esm", "key >= 85% of cast", "73.05 %", "52.81 %"),
        ("eu-council", "population >= 65% of participating", "81.18 %", "66.00 %"),
    ] {
        let model = fs::read_to_string(folder.path(&format!("models/{file}.toml"))).unwrap();
        let more = format!("[rule.alone]\nadopted = \"{rule}\"\nnot-taking-part = []\n\n[member]\n");
        folder.write("body.toml", model.replace("[member]\n", &more));
        let said = folder.done("rule body.toml --rule alone --limit 0");
        let line = said.lines().rfind(|line| line.starts_with(rule)).unwrap();
        assert!(line.contains(single) && line.ends_with(pair), "{line}");
    }
}

/// DEU weighs more than a third of those who decide on help to CAN, and the clause keeps it from blocking.
#[test]
fn a_picture_hatches_only_who_blocks_the_whole_rule() {
    let folder = folder();
    for (charter, hatched) in [("plain-55-65", 1), ("partnership", 0)] {
        folder.done(&format!("rule {charter}.toml --rule assistance --interested CAN --svg {charter}.svg"));
        let picture = fs::read_to_string(folder.path(&format!("{charter}.svg"))).unwrap();
        assert_eq!(picture.matches("class=\"blocks\"").count(), hatched, "{charter}");
        assert!(picture.contains(">37.74 %"), "{charter}");
    }
}

/// A picture needs nothing from elsewhere, says what it shows, and shows who blocks without colours.
#[test]
fn a_picture_is_whole_in_itself() {
    let folder = folder();
    folder.done("rule models/imf.toml --rule eighty-five --svg a.svg");
    let picture = fs::read_to_string(folder.path("a.svg")).unwrap();
    for part in ["<title ", "<desc ", "class=\"blocks\"", "prefers-color-scheme:dark", "and 174 others"] {
        assert!(picture.contains(part), "{part}");
    }
    assert_eq!(picture.matches("http").count(), 1, "the name of the format, and nothing to fetch");
    assert_eq!(picture.matches("class=\"blocks\"").count(), 1, "USA alone");
    assert!(!picture.contains(">=") && picture.contains("&gt;="), "signs are not taken for markup");
}
