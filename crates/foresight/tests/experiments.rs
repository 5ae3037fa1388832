//! Experiments: what is wrong in one is told at its place, and runs of its points are those of the scenario that they make.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests panic and count small numbers"
)]

use std::fs;
use std::path::Path;

use quorate_charter::Charter;
use quorate_foresight::trajectory::Scenario;
use quorate_foresight::trajectory::experiment::{Design, Experiment, Misfit, Plan, Row, Setting};

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)).unwrap()
}

fn setting(experiment: &str, scenario: &str, charters: &[&str]) -> Result<Setting, Misfit> {
    let charters: Vec<(Charter, String)> = charters
        .iter()
        .map(|name| file(&format!("charters/{name}.toml")))
        .map(|text| (Charter::read(&text).unwrap(), text))
        .collect();
    Setting::new(Experiment::read(experiment).unwrap(), &Scenario::read(scenario).unwrap(), &charters)
}

const HEAD: &str =
    "title = \"T\"\nscenario = \"s\"\nreplicates = 2\noutputs = [\"paid\", \"capacity\", \"left\"]\n";

fn varied(name: &str, from: &str, to: &str) -> String {
    format!(
        "{HEAD}[[parameter]]\nname = \"{name}\"\nfrom = {from}\nto = {to}\nsteps = 2\nsource = \"assumed\"\n"
    )
}

#[test]
fn points_and_charters_meet_the_same_chance() {
    let text = file("experiments/cost-and-keep.toml");
    let setting =
        setting(&text, &file("scenarios/baseline.toml"), &["exercise", "exercise-consensus"]).unwrap();
    let plan = Plan::new(setting.experiment(), 2, Design::Grid, 7).unwrap();
    let some: Vec<Row> = (0..plan.runs())
        .step_by(50)
        .flat_map(|first| setting.rows(&plan, first..first + 2).unwrap())
        .collect();
    assert_eq!(some.len(), 48);
    for row in &some {
        assert!(row.balanced);
        // Who asks for help is left to chance alone, as long as all are bound.
        let same: Vec<_> = some.iter().filter(|other| other.seed == row.seed).collect();
        assert_eq!(same.len(), 24);
        assert!(same.iter().all(|other| other.outputs[0] == row.outputs[0]));
    }
    // In any order and from any number on, a run is the same.
    assert_eq!(setting.rows(&plan, 401..402).unwrap()[0], setting.rows(&plan, 400..402).unwrap()[1]);
}

#[test]
fn what_is_wrong_in_an_experiment_is_told_at_its_place() {
    let text = file("experiments/fracture-sensitivity.toml");
    let wrong = [
        ("replicates = 200", "replicates = 0", "0 cannot stand here", "0"),
        ("\"capacity\"", "\"joy\"", "nothing is called `joy`", "\"joy\""),
        ("\"capacity\"", "\"paid\"", "it is measured twice", "\"paid\""),
        (
            "\"members.cost\"",
            "\"members.joy\"",
            "no number of a scenario is called `members.joy`",
            "\"members.joy\"",
        ),
        ("\"members.cost\"", "\"cost\"", "no number of a scenario is called `cost`", "\"cost\""),
        ("\"members.cost\"", "\"members.need\"", "it is varied twice", "\"members.need\""),
        ("from = 100\n", "from = -1\n", "-1 cannot stand here", "-1"),
        ("to = 300\n", "to = 100\n", "the greatest is not more than the least", "100"),
        ("to = 300\n", "to = \"300.00 USD\"\n", "`300.00 USD` is no whole number", "\"300.00 USD\""),
        ("to = 300\n", "to = 300\nsteps = 1\n", "1 cannot stand here", "1"),
        ("to = 300\n", "to = 3.5\n", "give a whole number", "3.5"),
        ("title =", "chance = \"fair\"\ntitle =", "`fair` is no chance", "\"fair\""),
        ("title =", "joy = 1\ntitle =", "unknown field `joy`", "joy"),
    ];
    for (from, to, what, at) in wrong {
        let text = text.replacen(from, to, 1);
        let faults = Experiment::read(&text).unwrap_err();
        let found = faults.iter().any(|fault| fault.what().starts_with(what) && &text[fault.at()] == at);
        assert!(found, "{to}: {faults:?}");
    }
}

#[test]
fn what_does_not_fit_the_scenario_is_told_at_its_place() {
    let fracture = file("scenarios/fracture.toml");
    for (name, from, to, what) in [
        ("event.99.by", "-1", "1", "the scenario has no such event"),
        ("event.joy.by", "-1", "1", "the scenario has no such event"),
        ("member.EEE.cost", "0", "1", "EEE is no member of every charter"),
        ("model.keep", "'1.00 EUR'", "'2.00 EUR'", "its ends are in another currency than the scenario"),
    ] {
        let text = varied(name, from, to);
        let Err(Misfit::Experiment(faults)) = setting(&text, &fracture, &["exercise"]) else {
            panic!("{name}")
        };
        assert_eq!(
            (faults.first().what(), &text[faults.first().at()]),
            (what, format!("\"{name}\"").as_str())
        );
    }
    let twice =
        format!("{}{}", varied("event.cost.by", "1", "2"), varied("event.3.by", "1", "2").replace(HEAD, ""));
    assert!(matches!(setting(&twice, &fracture, &["exercise"]), Err(Misfit::Experiment(_))));
}

#[test]
fn every_experiment_that_comes_with_the_project_can_be_run() {
    let mut read = 0;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../experiments");
    for entry in fs::read_dir(&root).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(text.starts_with("# EXERCISE."));
        let experiment = Experiment::read(&text).unwrap();
        let scenario = fs::read_to_string(root.join(experiment.scenario())).unwrap();
        let charters = ["exercise", "exercise-consensus"];
        let setting = setting(&text, &scenario, &charters[..experiment.charters().len().max(1)]).unwrap();
        let plan =
            Plan::new(setting.experiment(), 1, Design::Sensitivity { samples: 16, each: 1 }, 3).unwrap();
        let last = plan.runs();
        assert!(setting.rows(&plan, last - 8..last).unwrap().iter().all(|row| row.balanced));
        assert!(setting.experiment().parameters().iter().all(|parameter| parameter.source == "assumed"));
        read += 1;
    }
    assert_eq!(read, 2);
}
