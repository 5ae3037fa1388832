//! Paths over levels, and what outputs of a known form come to on them.

use super::*;

const LARGE: &str = "'90000000000000.00 USD'";

fn three() -> Experiment {
    experiment(&[
        parameter("members.cost", "100", "300", 2),
        parameter("model.noise", "0", "1", 2),
        parameter("model.keep", "'0.00 USD'", LARGE, 2),
    ])
}

fn screening(experiment: &Experiment, paths: u64, levels: u64, each: u64) -> Result<Plan, Unplanned> {
    Plan::new(experiment, 1, Design::Screening { paths, levels, each }, 7)
}

/// What the parameters are at every point.
fn points(plan: &Plan) -> Vec<Vec<i64>> {
    (0..plan.runs()).map_while(|number| plan.job(number)).map(|job| plan.values(&job)).collect()
}

/// The effects on an output, which is reckoned from the parameters and the replicate.
fn told(experiment: &Experiment, plan: &Plan, of: impl Fn(&[i64], u64) -> i64) -> Effects {
    let mut tally = Tally::begin(plan, experiment.outputs.len());
    let mut all = Vec::new();
    for job in (0..plan.runs()).map_while(|number| plan.job(number)) {
        let value = Some(of(&plan.values(&job), job.replicate));
        all.extend(tally.add(&job, &[value, value]));
    }
    match all.as_slice() {
        [Told::Effects(all)] => all[1].clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_point_of_a_path_differs_from_the_one_before_in_one_parameter_each_in_its_turn() {
    let plan = screening(&three(), 40, 4, 1).unwrap();
    assert_eq!(plan.runs(), 40 * 4);
    let points = points(&plan);
    let mut orders = BTreeSet::new();
    for path in points.chunks(4) {
        let moved: Vec<usize> = path
            .windows(2)
            .map(|pair| {
                let differ: Vec<usize> = (0..3).filter(|place| pair[0][*place] != pair[1][*place]).collect();
                let [one] = differ.as_slice() else { panic!("{pair:?}") };
                *one
            })
            .collect();
        assert_eq!(moved.iter().copied().collect::<BTreeSet<_>>().len(), 3, "{path:?}");
        orders.insert(moved);
    }
    assert_eq!(orders.len(), 6);
    let other = Plan::new(&three(), 1, Design::Screening { paths: 40, levels: 4, each: 1 }, 8).unwrap();
    assert_ne!(points, (0..160).map(|run| other.values(&other.job(run).unwrap())).collect::<Vec<_>>());
}

#[test]
fn every_level_is_met_as_often_as_any_other() {
    for levels in [4, 6, 8, 10] {
        let plan = screening(&three(), 1000, levels, 1).unwrap();
        // At the first and at the last point of each path.
        for of in [0, 3] {
            let mut met = alloc::collections::BTreeMap::new();
            for point in points(&plan).chunks(4).map(|path| path[of][0]) {
                *met.entry(point).or_insert(0_u64) += 1;
            }
            let last = i64::try_from(levels).unwrap() - 1;
            let known: Vec<i64> =
                (0..=last).map(|level| 100 + (200 * level * 2 + last) / (2 * last)).collect();
            assert_eq!(met.keys().copied().collect::<Vec<_>>(), known);
            assert!(met.values().all(|times| times.abs_diff(1000 / levels) < 50), "{levels}: {met:?}");
        }
    }
}

#[test]
fn a_parameter_is_moved_by_half_of_the_levels_however_narrow_it_is() {
    for width in 1..40 {
        let narrow = experiment(&[parameter("members.cost", "3", &(3 + width).to_string(), 2)]);
        for levels in [4, 6, 8, 10] {
            let points = points(&screening(&narrow, 60, levels, 1).unwrap());
            for path in points.chunks(2) {
                let by = (path[0][0] - path[1][0]).abs();
                // As far as `levels / (2 (levels - 1))` of the range, to a whole number.
                let last = i64::try_from(levels).unwrap() - 1;
                let most = width * (last + 1);
                assert!(by > 0 && (by * 2 * last - most).abs() < 2 * last, "{width} {levels}: {path:?}");
            }
        }
    }
}

#[test]
fn all_points_of_a_path_meet_the_same_chance_and_paths_others() {
    let plan = screening(&three(), 3, 4, 2).unwrap();
    assert_eq!(plan.runs(), 3 * 4 * 2);
    let jobs: Vec<Job> = (0..24).map_while(|number| plan.job(number)).collect();
    for (job, number) in jobs.iter().zip(0_u64..) {
        assert_eq!(job.part.name(), "path");
        assert_eq!(plan.chance(job), (0, number / 8 * 2 + number % 2));
        assert_eq!(job.ends, (number % 2 == 1, number == 23));
    }
}

#[test]
fn what_is_in_proportion_has_the_same_effect_on_every_path() {
    // Ranges of 200 and 10 are no multiples of three: what is divided by is the change that was made.
    let two = experiment(&[
        parameter("members.cost", "100", "300", 2),
        parameter("model.noise", "0", "10", 2),
        parameter("model.margin", "0", "10", 2),
    ]);
    let plan = screening(&two, 20, 4, 2).unwrap();
    let told = told(&two, &plan, |values, replicate| {
        3 * values[0] - 2 * values[1] + i64::try_from(replicate).unwrap() * 50
    });
    let effect = |parameter, size: i64, mean| Effect {
        parameter,
        size: Estimate { value: size, low: size, high: size },
        mean,
        deviation: 0,
    };
    assert_eq!(told.effects, [effect(0, 600_000, 600_000), effect(1, 20_000, -20_000), effect(2, 0, 0)]);
    assert_eq!((told.paths, told.used, told.output), (20, 20, 1));
}

#[test]
fn what_two_do_together_differs_from_path_to_path() {
    let two = experiment(&[parameter("members.cost", "0", "3", 2), parameter("model.noise", "0", "3", 2)]);
    let plan = screening(&two, 1000, 4, 1).unwrap();
    let told = told(&two, &plan, |values, _| values[0] * (2 * values[1] - 3));
    // The first does 3 times what the second is, from -3 to 3 by 2: -9, -3, 3 and 9 as often each. The second does from 0 to 18.
    let [of_second, of_first] = [1, 0]
        .map(|parameter| told.effects.iter().find(|effect| effect.parameter == parameter).cloned().unwrap());
    let is_near = |value: i64, known: i64| (value - known).abs() < 1000;
    assert!(is_near(of_first.size.value, 6000) && is_near(of_first.mean, 0), "{of_first:?}");
    assert!(is_near(of_first.deviation, 6708), "{of_first:?}");
    assert!(is_near(of_second.size.value, 9000) && of_second.size.value == of_second.mean, "{of_second:?}");
    assert!(is_near(of_second.deviation, 6708), "{of_second:?}");
    for Estimate { value, low, high } in [of_first.size, of_second.size] {
        assert!(low < value && value < high && high - low < 1500);
    }
}

#[test]
fn screenings_beyond_their_borders_are_not_planned() {
    let unplanned = |paths, levels, each| screening(&three(), paths, levels, each).map(|_| ()).unwrap_err();
    for paths in [0, 1, 4097, u64::MAX] {
        assert_eq!(unplanned(paths, 4, 1), Unplanned::Paths(paths));
    }
    for levels in [0, 2, 3, 5, 9, 11, 12, u64::MAX] {
        assert_eq!(unplanned(20, levels, 1), Unplanned::Levels(levels));
    }
    for (paths, levels) in [(2, 4), (4096, 10)] {
        assert_eq!(screening(&three(), paths, levels, 1).unwrap().runs(), paths * 4);
    }
    // Of four points each: 99,991,552 runs, and 16,384 more.
    assert!(screening(&three(), 4096, 4, 6103).is_ok());
    assert_eq!(unplanned(4096, 4, 6104), Unplanned::Runs);
}
