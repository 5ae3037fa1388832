#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "tests count small numbers")]

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::*;
use crate::trajectory::{Scenario, Study};
use quorate_charter::Charter;

mod screening;

const BASELINE: &str = include_str!("../../../../../scenarios/baseline.toml");
const FRACTURE: &str = include_str!("../../../../../scenarios/fracture.toml");

fn parameter(name: &str, from: &str, to: &str, steps: u32) -> String {
    format!(
        "[[parameter]]\nname = '{name}'\nfrom = {from}\nto = {to}\nsteps = {steps}\nsource = \"assumed\"\n"
    )
}

fn experiment(parameters: &[String]) -> Experiment {
    let head = "title = \"T\"\nscenario = \"s\"\nreplicates = 3\noutputs = [\"paid\", \"hours\"]\n";
    Experiment::read(&format!("{head}{}", parameters.concat())).unwrap()
}

fn two() -> Experiment {
    experiment(&[parameter("members.cost", "100", "300", 3), parameter("model.noise", "0", "10", 2)])
}

/// A scenario in which parameters are set to these values.
fn set(text: &str, parameters: &[(&str, &str, &str, i64)]) -> Scenario {
    let written: Vec<String> =
        parameters.iter().map(|(name, from, to, _)| parameter(name, from, to, 2)).collect();
    let mut scenario = Scenario::read(text).unwrap();
    for (parameter, (.., value)) in experiment(&written).parameters.iter().zip(parameters) {
        parameter.target.set(&mut scenario, *value);
    }
    scenario
}

#[test]
fn a_grid_tries_every_value_with_every_other_each_once_and_so_often() {
    let plan = Plan::new(&two(), 2, Design::Grid, 7).unwrap();
    assert_eq!(plan.runs(), 2 * 6 * 3);
    let jobs: Vec<Job> = (0..plan.runs()).map_while(|number| plan.job(number)).collect();
    assert_eq!(jobs.len(), 36);
    let met: BTreeSet<_> = jobs.iter().map(|job| (job.charter, plan.values(job), job.replicate)).collect();
    assert_eq!(met.len(), 36);
    let values: Vec<Vec<i64>> = jobs.iter().step_by(3).take(6).map(|job| plan.values(job)).collect();
    assert_eq!(values, [[100, 0], [100, 10], [200, 0], [200, 10], [300, 0], [300, 10]]);
    // All points, and both charters, meet the chance of the same runs of a plain study.
    assert!(jobs.iter().all(|job| plan.chance(job) == (0, job.replicate)));
    let own = Experiment { own_chance: true, ..two() };
    let plan = Plan::new(&own, 2, Design::Grid, 7).unwrap();
    assert!(jobs.iter().all(|job| plan.chance(job) == (job.point + 1, job.replicate)));
    assert_eq!(plan.job(36), None);
}

#[test]
fn a_first_look_moves_one_parameter_at_a_time_to_its_ends() {
    let plan = Plan::new(&two(), 1, Design::Sensitivity { samples: 16, each: 2 }, 7).unwrap();
    let values: Vec<Vec<i64>> = (0..15).step_by(3).map(|run| plan.values(&plan.job(run).unwrap())).collect();
    assert_eq!(values, [[200, 5], [100, 5], [300, 5], [200, 0], [200, 10]]);
    assert!(plan.job(14).unwrap().ends == (true, true) && plan.job(15).unwrap().part == Part::Sample);
}

#[test]
fn a_sample_is_of_points_that_differ_in_one_factor_from_the_first() {
    let plan = Plan::new(&two(), 1, Design::Sensitivity { samples: 16, each: 2 }, 7).unwrap();
    // Two parameters and chance: five points of each sample, two runs of each point.
    assert_eq!(plan.runs(), 15 + 16 * 5 * 2);
    let mut lows = 0;
    for sample in 0..16 {
        let jobs: Vec<Job> = (0..5).map(|point| plan.job(15 + (sample * 5 + point) * 2).unwrap()).collect();
        let points: Vec<(Vec<i64>, u64)> =
            jobs.iter().map(|job| (plan.values(job), plan.chance(job).1)).collect();
        let (a, b) = (&points[0], &points[4]);
        assert_eq!(points[1], ([b.0[0], a.0[1]].to_vec(), a.1));
        assert_eq!(points[2], ([a.0[0], b.0[1]].to_vec(), a.1));
        assert_eq!(points[3], (a.0.clone(), b.1));
        assert!(a.1 != b.1 && a.1.is_multiple_of(2));
        let next = plan.job(15 + sample * 10 + 1).unwrap();
        assert_eq!(plan.chance(&next), (0, a.1 + 1));
        lows += u32::from(a.0[0] < 200);
        assert!(
            points
                .iter()
                .all(|(values, _)| (100..=300).contains(&values[0]) && (0..=10).contains(&values[1]))
        );
    }
    assert_eq!(lows, 8);
}

#[test]
fn a_parameter_sets_what_it_names() {
    let one = |name, from, to, value| set(BASELINE, &[(name, from, to, value)]);
    let (aaa, bbb) = ("AAA".parse().unwrap(), "BBB".parse().unwrap());
    assert_eq!(one("members.leaves-below", "-3000", "1000", -5).member(aaa).leaves_below, -5);
    let alone = one("member.AAA.hazard", "0", "1000", 77);
    assert_eq!((alone.member(aaa).hazard, alone.member(bbb).hazard), (77, 10));
    assert_eq!(one("member.AAA.towards.BBB", "-9", "9", 4).member(aaa).towards.get(&bbb), Some(&4));
    assert_eq!(one("outside.moderation", "0", "1000", 9).outside.moderation, 9);
    assert_eq!(one("model.leaves-after", "1", "40", 3).model.leaves_after, 3);
    let money = one("model.keep", "'1.00 USD'", "'9.00 USD'", 725).model.keep;
    assert_eq!(money.to_string(), "7.25");
    let named = set(FRACTURE, &[("event.apart.by", "-9", "9", 7), ("event.1.by", "-9", "9", 8)]);
    let by = |name: &str| -> Vec<i64> {
        named
            .events()
            .iter()
            .filter(|event| event.name.as_deref() == Some(name))
            .map(|event| event.by)
            .collect()
    };
    assert_eq!((by("apart"), by("pressure"), by("cost")), ([7; 8].to_vec(), [8].to_vec(), [150].to_vec()));
}

/// As if the file said these numbers, and met the same chance: in everything, to the digest of the record.
#[test]
fn a_point_is_run_as_the_scenario_with_its_numbers() {
    let text = include_str!("../../../../../charters/exercise.toml");
    let charter = Charter::read(text).unwrap();
    for (name, from, to, line, other) in [
        ("members.cost", "200", "700", "cost = 200 ", "cost = 700 "),
        ("members.paid-in", "'1.00 USD'", "'2000000000.00 USD'", "paid-in = \"1", "paid-in = \"2"),
        ("model.answer-days", "2", "9", "answer-days = 2", "answer-days = 9"),
    ] {
        let setting = Setting::new(
            experiment(&[parameter(name, from, to, 2)]),
            &Scenario::read(BASELINE).unwrap(),
            &[(charter.clone(), text.into())],
        );
        let setting = setting.unwrap();
        let plan = Plan::new(setting.experiment(), 1, Design::Grid, 7).unwrap();
        let row = setting.rows(&plan, 4..5).unwrap().pop().unwrap();
        assert!(BASELINE.contains(line), "{line}");
        let mut written = Scenario::read(&BASELINE.replacen(line, other, 1)).unwrap();
        written.digest = Scenario::read(BASELINE).unwrap().digest;
        let ran = Study::new(written, &charter, text).unwrap().run(7, 1);
        assert_eq!((row.seed, row.record, row.commands), (ran.seed, ran.record, ran.commands), "{name}");
        assert_eq!(row.seed, setting.seed(&plan, &row.job));
    }
}

#[test]
fn what_a_member_says_alone_does_not_follow_what_is_usual() {
    let text = format!("{BASELINE}\n[member.BBB]\ncost = 200\nsource = \"assumed\"\n");
    let scenario = set(&text, &[("members.cost", "0", "9", 5), ("members.need", "0", "9", 6)]);
    let of = |code: &str| {
        let member = scenario.member(code.parse().unwrap());
        (member.cost, member.need)
    };
    assert_eq!((of("AAA"), of("BBB")), ((5, 6), (200, 6)));
}

#[test]
fn every_whole_number_between_the_ends_is_drawn_alike() {
    let parameter = &experiment(&[parameter("members.cost", "3", "6", 2)]).parameters[0];
    let drawn: Vec<i64> = (0..8).map(|part| parameter.drawn(part << 29)).collect();
    assert_eq!(drawn, [3, 3, 4, 4, 5, 5, 6, 6]);
    assert_eq!(parameter.drawn(u32::MAX), 6);
}

#[test]
fn what_is_larger_than_it_may_be_is_not_planned() {
    let plan = |experiment: &Experiment, design| Plan::new(experiment, 1, design, 7).map(|_| ()).unwrap_err();
    for samples in [0, 8, 24, 131_072] {
        assert_eq!(plan(&two(), Design::Sensitivity { samples, each: 1 }), Unplanned::Samples(samples));
    }
    let steps: Vec<String> = (0..3)
        .map(|number| parameter(["model.noise", "model.margin", "model.learns"][number], "0", "500", 101))
        .collect();
    assert_eq!(plan(&experiment(&steps), Design::Grid), Unplanned::Points);
    assert_eq!(
        plan(&experiment(&steps[..2]), Design::Sensitivity { samples: 65_536, each: 10_000 }),
        Unplanned::Runs
    );
    let mut no_steps = two();
    no_steps.parameters[1].steps = None;
    assert_eq!(plan(&no_steps, Design::Grid), Unplanned::NoSteps("model.noise".into()));
}

#[test]
fn a_tornado_tells_means_and_pairs_of_runs_under_the_same_chance() {
    let plan = Plan::new(&two(), 1, Design::Sensitivity { samples: 16, each: 1 }, 7).unwrap();
    let mut tally = Tally::begin(&plan, 2);
    let mut told = None;
    for number in 0..15 {
        let job = plan.job(number).unwrap();
        let values = plan.values(&job);
        // The first output is moved by the second parameter alone; the second is measured in the first two runs alone.
        let replicate = i64::try_from(job.replicate).unwrap();
        let hours = Some(values[0]).filter(|_| replicate < 2);
        told = tally.add(&job, &[Some(values[1] * replicate), hours]);
    }
    let Some(Told::Tornado(all)) = told else { panic!("{told:?}") };
    let bars = |output: usize| -> Vec<_> {
        all[output].bars.iter().map(|bar| (bar.parameter, bar.ends, bar.swing(), bar.pairs)).collect()
    };
    assert_eq!(all[0].middle, Mean { sum: 15, count: 3 });
    assert_eq!(bars(0), [(1, (0, 10), Some(10_000), (0, 1, 2)), (0, (100, 300), Some(0), (0, 3, 0))]);
    assert_eq!(bars(1), [(0, (100, 300), Some(200_000), (0, 0, 2)), (1, (0, 10), Some(0), (0, 2, 0))]);
}

#[test]
fn means_are_told_to_the_nearest_thousandth() {
    let mean = |sum, count| Mean { sum, count }.thousandths();
    assert_eq!([mean(2, 3), mean(-2, 3), mean(1, 2000), mean(5, 0)], [Some(667), Some(-667), Some(1), None]);
}
