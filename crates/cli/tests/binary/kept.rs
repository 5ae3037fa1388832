//! What stands in the directories of studies and experiments, and which of them is what.

use std::fs;

use crate::experiments::{WAYS, files, folder, text};

#[test]
fn an_experiment_is_run_again_from_its_directory_to_the_same_bytes() {
    let folder = folder();
    for (name, line, _) in WAYS {
        folder.done(&format!("{line} --out {name}"));
        let first = files(&folder, name);
        let kept = text(&folder, &format!("{name}/experiment.toml"));
        assert!(
            kept.contains("\"scenario.toml\"") && kept.contains("charters = [\"charter-1.toml\""),
            "{kept}"
        );
        // Whatever becomes of the files that it was first run with.
        fs::rename(folder.path("scenarios"), folder.path("gone")).unwrap();
        let again = line.split_once(" --").unwrap().1;
        folder.done(&format!("explore {name} {name}/experiment.toml --{again} --out {name}-again"));
        fs::rename(folder.path("gone"), folder.path("scenarios")).unwrap();
        assert!(first == files(&folder, &format!("{name}-again")), "{name}");
        if name != "screening" {
            let report = text(&folder, &format!("{name}/report.html"));
            let command = format!("quorate explore {name} experiment.toml --{again}");
            assert!(report.contains(&format!("{command} --out again")), "{command}");
        }
    }
}

#[test]
fn an_experiment_is_told_from_a_study() {
    let folder = folder();
    folder.done("explore grid experiments/grid.toml --seed 7 --out grid");
    folder.done("explore scenarios/baseline.toml --runs 2 --out study");
    for line in [
        "explore compare study grid",
        "explore signposts study grid",
        "explore replay grid --run 0",
        "explore merge W study grid",
    ] {
        let run = folder.run(line);
        assert!(
            run.code == 2 && run.err.contains("grid is of an experiment, and no study"),
            "{}",
            run.shown()
        );
    }
    let run = folder.run("explore merge W grid study");
    assert!(run.code == 2 && run.err.contains("study is of a study, and no experiment"), "{}", run.shown());
}

#[test]
fn indices_of_few_samples_are_told_as_for_a_look() {
    let folder = folder();
    let line = "explore sensitivity experiments/small.toml --seed 7";
    let look = "this is for a look";
    let told = folder.done(&format!("{line} --samples 16 --out few")).replace('\n', " ");
    assert!(told.contains(look), "{told}");
    assert!(text(&folder, "few/report.html").contains(look));
}

#[test]
fn parts_that_are_missing_or_named_twice_are_told_and_no_part_passes_for_a_study() {
    let folder = folder();
    let explore = "explore scenarios/fracture.toml --runs 6 --seed 7";
    folder.done(&format!("{explore} --out one"));
    for part in 1..=3 {
        let told = folder.done(&format!("{explore} --shard {part}/3 --out part-{part}"));
        assert!(told.contains(&format!("Part {part} of 3 of a study of 6 runs:")), "{told}");
    }
    let err = |line: &str| {
        let run = folder.run(line);
        assert!(run.code == 2 && run.out.is_empty(), "{}", run.shown());
        run.err.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (line, says) in [
        ("explore merge W part-1 part-3", "part 2 of 3 is missing"),
        ("explore merge W part-1 part-2", "part 3 of 3 is missing"),
        ("explore merge W part-1 part-3 part-3", "part 3 of 3 is named twice: part-3 and part-3"),
        ("explore merge W one part-2", "part-2 is not of the same study and as many parts as one"),
        ("explore compare one part-2", "part-2 is part 2 of 3 of a study, and not whole"),
        ("explore signposts part-1 one", "part-1 is part 1 of 3 of a study, and not whole"),
    ] {
        let err = err(line);
        assert!(err.contains(says), "{line}: {err}");
    }
    assert!(err("explore signposts one part-3").contains("`quorate explore merge WHOLE PART...`"));
}

#[test]
fn what_is_of_a_partnership_does_nothing_of_files_alone_and_is_refused() {
    let folder = folder();
    for line in [
        "--dir D explore compare a b",
        "explore compare a b --dir D",
        "explore scenarios/baseline.toml --out D --dir D",
        "blocs joy.toml --dir D",
        "rule joy.toml --dir D",
        "simulate --dir D",
        "verify joy.json --dir D",
    ] {
        let run = folder.run(line);
        assert!(run.code == 2 && run.err.contains("`--dir` does nothing here"), "{line}: {}", run.shown());
    }
    let run = folder.run("explore replay a --run 1 --as AAA/treasurer");
    assert!(run.code == 2 && run.err.contains("`--as` does nothing here"), "{}", run.shown());
}
