//! Reports of a study with what was run beside it.

use std::fs;

use crate::quorate::{Folder, root};
use crate::reports::{folder, is_whole_in_itself, read, text};

#[test]
fn a_study_is_told_again_with_what_each_assumption_does_alone_and_what_tells_it_from_others() {
    let folder = folder();
    for name in ["baseline", "fracture", "de-escalation"] {
        folder.done(&format!("explore scenarios/{name}.toml --runs 20 --seed 3 --out {name}"));
    }
    fs::create_dir(folder.path("experiments")).unwrap();
    let experiment = fs::read_to_string(root().join("experiments/fracture-sensitivity.toml")).unwrap();
    folder.write("experiments/e.toml", experiment.replace("replicates = 200", "replicates = 2"));
    let sensed = "explore sensitivity experiments/e.toml --samples 16 --seed 3";
    folder.done(&format!("{sensed} --out numbers"));
    let told = folder.done(
        "explore report fracture --sensitivity numbers --apart-from baseline --apart-from de-escalation --out all.html",
    );
    assert_eq!(told, "\nall.html: written\n");
    let page = text(&folder, "all.html");
    is_whole_in_itself(&page);
    let told = read(&page);
    for says in [
        "\nEach number alone | On which numbers the fracture hangs\n",
        "\nRuns at each end of a number\n2\n",
        "\nWhat is varied, and how far |",
        "\nquorate explore sensitivity experiment.toml --samples 16 --each 1 --seed 3 --out again\n",
        "\nWhich facts tell these assumptions apart\n",
        "\nfracture, told from baseline, de-escalation | Fact",
        "\nfracture, told from de-escalation | Fact",
    ] {
        assert!(told.contains(says), "{says}: {told}");
    }
    assert!(!told.contains("baseline, told from"), "{told}");
    // The tornado is that of the sensitivity, and all else that of the study.
    let own = text(&folder, "numbers/report.html");
    let (_, tornado) = own.split_once("id=\"tornado-").unwrap();
    let (tornado, _) = tornado.split_once("</figure>").unwrap();
    assert!(page.contains(tornado));
    let own = text(&folder, "fracture/report.html");
    folder.done("explore report fracture --out again.html");
    assert_eq!(own, text(&folder, "again.html"));
    let (head, _) = own.split_once("<h2>What rules refused").unwrap();
    assert!(page.starts_with(head));
    folder.done("explore report fracture --apart-from baseline --out tout.html --lang fr");
    assert!(text(&folder, "tout.html").contains("Quels faits distinguent ces hypothèses"));
}

/// A folder with studies and experiments that go together, and some that do not.
fn studies() -> Folder {
    let folder = folder();
    for name in ["baseline", "fracture"] {
        folder.done(&format!("explore scenarios/{name}.toml --runs 2 --seed 3 --out {name}"));
    }
    folder.done(
        "explore scenarios/fracture.toml --charter charters/exercise-consensus.toml --runs 2 --out agreed",
    );
    folder.done("explore scenarios/fracture.toml --runs 2 --shard 1/2 --out half");
    fs::create_dir(folder.path("experiments")).unwrap();
    let experiment = fs::read_to_string(root().join("experiments/fracture-sensitivity.toml")).unwrap();
    folder.write("experiments/e.toml", experiment.replace("replicates = 200", "replicates = 1"));
    folder.done("explore sensitivity experiments/e.toml --samples 16 --out numbers");
    folder.done("explore sensitivity experiments/e.toml --samples 16 --shard 1/2 --out few");
    folder.done("explore screening experiments/e.toml --paths 4 --out paths");
    folder.write("numbers.csv", text(&folder, "numbers/runs.csv"));
    let baseline = text(&folder, "scenarios/baseline.toml");
    folder.write("scenarios/longer.toml", baseline.replace("quarters = 6", "quarters = 7"));
    folder.done("explore scenarios/longer.toml --runs 2 --out longer");
    folder.done("explore scenarios/baseline.toml --runs 1 --out lone");
    for number in 1..=8 {
        folder.done(&format!("explore scenarios/baseline.toml --runs 2 --seed {number} --out b{number}"));
    }
    folder
}

#[test]
fn a_report_takes_only_what_is_of_the_study() {
    let folder = studies();
    let seven: String = (1..=7).map(|number| format!(" --apart-from b{number}")).collect();
    folder.done(&format!("explore report fracture{seven} --out seven.html"));
    for (line, code, says) in [
        ("report half", 2, "half is part 1 of 2 of a study, and not whole"),
        ("report numbers", 2, "numbers is of an experiment, and no study"),
        (
            "report fracture --sensitivity baseline",
            2,
            "name a directory that `quorate explore sensitivity` made",
        ),
        ("report fracture --sensitivity few", 2, "few is of no whole sensitivity"),
        ("report fracture --sensitivity paths", 2, "paths is of no whole sensitivity"),
        ("report baseline --sensitivity numbers", 2, "numbers is of another scenario"),
        ("report agreed --sensitivity numbers", 2, "numbers is under another charter"),
        ("report fracture --apart-from half", 2, "half is part 1 of 2"),
        ("report fracture --apart-from longer", 2, "longer has 7 quarters, and the first study 6"),
        ("report fracture --apart-from lone", 2, "run the studies again with the same `--runs`, two or more"),
        ("report fracture --apart-from ./fracture", 2, "./fracture is named twice"),
        (&format!("report fracture{seven} --apart-from b8"), 2, "8 studies at most are told apart"),
        ("report fracture --level 90", 2, "--apart-from"),
        ("report fracture --out numbers.csv", 1, "numbers.csv is there already"),
    ] {
        let out = if line.contains("--out") { "" } else { " --out page.html" };
        let run = folder.run(&format!("explore {line}{out}"));
        let err = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(run.code == code && err.contains(says), "{line}: {}", run.shown());
        assert!(!folder.path("page.html").exists(), "{line}");
    }
    let runs = text(&folder, "numbers/runs.csv");
    folder.write("numbers/runs.csv", runs.replacen(",0,", ",00,", 1));
    let run = folder.run("explore report fracture --sensitivity numbers --out page.html");
    assert!(run.code == 2 && run.err.contains("run the sensitivity again"), "{}", run.shown());
    // What came of it is told, and that it is not sound.
    folder.write("numbers/runs.csv", runs.replacen(",true\r\n", ",false\r\n", 1));
    let run = folder.run("explore report fracture --sensitivity numbers --out page.html");
    assert!(run.code == 6 && run.err.contains("the books of 1 runs do not balance"), "{}", run.shown());
    assert!(folder.path("page.html").exists());
}
