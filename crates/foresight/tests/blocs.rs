//! Blocs: held against trying everything, and against what one counts by hand.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests panic and count small numbers"
)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use quorate_foresight::blocs::{Case, Landscape, MAX_PROPENSITY, MAX_SIZE, MAX_STATES, Partition};

/// Sizes, and a propensity for each two.
#[derive(Clone, Debug)]
struct World {
    sizes: Vec<i64>,
    propensities: Vec<i64>,
}

impl World {
    fn propensity(&self, one: usize, other: usize) -> i64 {
        self.propensities[one * self.sizes.len() + other]
    }

    fn landscape(&self) -> Landscape {
        Landscape::new(&self.sizes, |one, other| self.propensity(one, other)).unwrap()
    }

    /// The energy as the paper writes it, over all ordered pairs.
    fn energy(&self, sides: u64) -> i64 {
        let mut energy = 0;
        for one in 0..self.sizes.len() {
            for other in 0..self.sizes.len() {
                if one != other && (sides >> one) & 1 != (sides >> other) & 1 {
                    let propensity = self.propensity(one.min(other), one.max(other));
                    energy += self.sizes[one] * self.sizes[other] * propensity;
                }
            }
        }
        energy
    }
}

/// Worlds of some States, among them small and great ones, and such as nothing ties.
fn worlds(states: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = World> {
    let size = prop_oneof![0_i64..=3, 1_i64..=30, 1_i64..=MAX_SIZE];
    let propensity = prop_oneof![Just(0_i64), -1_i64..=1, -MAX_PROPENSITY..=MAX_PROPENSITY];
    states.prop_flat_map(move |many| {
        let sizes = prop::collection::vec(size.clone(), many);
        let propensities = prop::collection::vec(propensity.clone(), many * many);
        (sizes, propensities).prop_map(|(sizes, propensities)| World { sizes, propensities })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_partition_tried_one_by_one_says_the_same(world in worlds(1..=9)) {
        let landscape = world.landscape();
        let survey = landscape.survey();
        let least = (0..1 << world.sizes.len()).map(|sides| world.energy(sides)).min().unwrap();
        prop_assert_eq!(landscape.energy(survey.best()), least);
        prop_assert_eq!(landscape.best(), survey.best());
        // All minima, each once: a State that nothing ties stands in the first bloc with the first that is tied.
        let tied: Vec<usize> = (0..world.sizes.len()).filter(|state| landscape.is_tied(*state)).collect();
        let mut minima = Vec::new();
        for number in 0..1_u64 << tied.len().saturating_sub(1) {
            let at = |(place, state): (usize, &usize)| (number >> place & 1) << state;
            let sides = tied.iter().skip(1).enumerate().map(at).sum::<u64>();
            let energy = world.energy(sides);
            if tied.iter().all(|state| world.energy(sides ^ (1 << state)) >= energy) {
                minima.push((energy, sides));
            }
        }
        minima.sort_unstable();
        let told: Vec<(i64, u64)> =
            survey.minima.iter().map(|minimum| (minimum.energy, sides(minimum.partition, &world))).collect();
        prop_assert_eq!(told, minima);
        let basins: u64 = survey.minima.iter().map(|minimum| minimum.basin).sum();
        prop_assert!(survey.is_exact && basins == survey.tried && survey.tried == 1 << tied.len().saturating_sub(1));
    }

    #[test]
    fn energy_is_size_times_frustration_and_a_change_of_side_does_what_is_said(world in worlds(2..=12), bloc in any::<u64>()) {
        let landscape = world.landscape();
        let named: Vec<usize> = (0..world.sizes.len()).filter(|state| bloc >> state & 1 == 1).collect();
        let partition = landscape.partition(&named);
        let portrait = landscape.portrait(partition);
        let sum: i64 = portrait.standings.iter().zip(&world.sizes).map(|(one, size)| one.frustration * size).sum();
        prop_assert_eq!(sum, landscape.energy(partition));
        prop_assert_eq!(sum, world.energy(bloc));
        for (state, standing) in portrait.standings.iter().enumerate() {
            let moved = sides(partition, &world) ^ (1 << state);
            let stays = landscape.frustration(partition, state);
            prop_assert_eq!(standing.rise, world.energy(moved) - sum);
            prop_assert_eq!(standing.hold * world.sizes[state] * 2, standing.rise);
            let named: Vec<usize> = (0..world.sizes.len()).filter(|one| moved >> one & 1 == 1).collect();
            if landscape.is_tied(state) {
                let goes = landscape.frustration(landscape.partition(&named), state);
                prop_assert_eq!(goes - stays, standing.hold);
            }
        }
        let parts: i64 = portrait.blocs.iter().map(|bloc| bloc.part).sum();
        prop_assert!(world.sizes.iter().sum::<i64>() == 0 || (1000..=1001).contains(&parts));
    }

    #[test]
    fn annealing_finds_the_best_where_all_can_be_tried(world in worlds(2..=14)) {
        let landscape = world.landscape();
        prop_assert_eq!(landscape.annealed().best(), landscape.survey().best());
    }
}

fn sides(partition: Partition, world: &World) -> u64 {
    (0..world.sizes.len()).map(|state| u64::from(partition.is_second(state)) << state).sum()
}

/// A world drawn by a seed: sizes from small to great, propensities of few values or of many.
fn drawn(states: usize, seed: u64) -> World {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 33).unwrap()
    };
    let few = seed.is_multiple_of(2);
    let sizes = (0..states).map(|_| if few { 1 } else { 1 + next() % 1000 }).collect();
    let propensities =
        (0..states * states).map(|_| if few { next() % 3 - 1 } else { next() % 2001 - 1000 }).collect();
    World { sizes, propensities }
}

#[test]
fn annealing_finds_the_best_of_twenty_and_the_same_each_time() {
    for seed in 0..8 {
        let landscape = drawn(20, seed).landscape();
        let (all, found) = (landscape.survey(), landscape.annealed());
        assert!(all.is_exact && !found.is_exact);
        assert_eq!(landscape.energy(found.best()), landscape.energy(all.best()), "{seed}");
        assert_eq!(found, landscape.annealed(), "{seed}");
        assert!(found.minima.iter().all(|minimum| landscape.is_minimum(minimum.partition)));
    }
}

#[test]
fn beyond_twenty_it_is_looked_for_and_said() {
    // Two camps of thirty-two, which only dislike each other: the best is plain.
    let camp = |state: usize| state % 2;
    let propensity = |one, other| if camp(one) == camp(other) { 1 } else { -1 };
    let landscape = Landscape::new(&[7; MAX_STATES], propensity).unwrap();
    let survey = landscape.survey();
    assert!(!survey.is_exact && survey.tried == 128);
    assert!((1..MAX_STATES).all(|state| survey.best().is_second(state) == (camp(state) == 1)));
    assert_eq!(landscape.portrait(survey.best()).satisfied, Some(1000));
    assert!(Landscape::new(&[1; MAX_STATES + 1], |_, _| 0).is_none());
    assert!(Landscape::new(&[MAX_SIZE + 1], |_, _| 0).is_none());
    assert!(Landscape::new(&[1, 1], |_, _| MAX_PROPENSITY + 1).is_none());
}

#[test]
fn small_worlds_are_what_one_counts_by_hand() {
    // All get on: one bloc, which is the only minimum, with no energy; and who is held by least counts the least on others.
    let landscape = Landscape::new(&[3, 2, 1], |_, _| 10).unwrap();
    let survey = landscape.survey();
    assert_eq!((survey.minima.len(), survey.best(), survey.gap()), (1, Partition::WHOLE, None));
    let portrait = landscape.portrait(survey.best());
    assert_eq!((portrait.energy, portrait.cohesion, portrait.pivotal), (0, Some(10), Some(0)));
    let holds: Vec<i64> = portrait.standings.iter().map(|standing| standing.hold).collect();
    assert_eq!(holds, [30, 40, 50]);
    // Two against one: 2 x (3 x 1 + 2 x 1) x -10.
    let landscape = Landscape::new(&[3, 2, 1], |_, other| if other == 2 { -10 } else { 10 }).unwrap();
    let portrait = landscape.portrait(landscape.best());
    assert_eq!(portrait.energy, -100);
    assert_eq!(
        portrait.blocs.iter().map(|bloc| (bloc.states.clone(), bloc.part)).collect::<Vec<_>>(),
        [(vec![0, 1], 833), (vec![2], 167)]
    );
    assert_eq!(
        portrait.standings.iter().map(|standing| standing.frustration).collect::<Vec<_>>(),
        [-10, -10, -50]
    );
    // Nobody thinks anything of anybody: one bloc, and nobody is held.
    let landscape = Landscape::new(&[3, 2, 1], |_, _| 0).unwrap();
    let portrait = landscape.portrait(landscape.best());
    assert!(portrait.partition.is_whole() && portrait.pivotal.is_none() && landscape.untied().count() == 3);
    // Three that do not get on: one of them is with another, and which does not matter, so that the first minimum is told.
    let survey = Landscape::new(&[1, 1, 1], |_, _| -1).unwrap().survey();
    assert_eq!((survey.minima.len(), survey.gap()), (3, Some(0)));
    assert!(survey.best().is_second(1) && !survey.best().is_second(2));
}

#[test]
fn what_is_wrong_in_a_case_is_told_at_its_place() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../blocs/made-up.toml")).unwrap();
    let wrong = [
        ("size = 50", "size = 100001", "100001 cannot stand here", "100001"),
        ("by = -1000", "by = -1001", "-1001 cannot stand here", "-1001"),
        ("by = -1000\n", "", "`by` and `pairs` stand together", "\"a border in dispute\""),
        ("across = -300\n", "", "`within`, `across` and `groups` stand together", "\"kind of government\""),
        ("\"AAA DDD\"", "\"AAA ZZZ\"", "there is no State ZZZ", "\"AAA ZZZ\""),
        ("\"AAA DDD\"", "\"AAA AAA\"", "this is one State twice", "\"AAA AAA\""),
        ("\"AAA DDD\"", "\"EEE BBB\"", "these two were named before", "\"BBB EEE\""),
        ("\"AAA DDD\"", "\"AAA\"", "these are not two States", "\"AAA\""),
        ("[\"DDD\", \"EEE\"]", "[\"DDD\", \"AAA\"]", "this State stands in a group already", "\"AAA\""),
        ("[states.AAA]", "[states.aaa]", "`aaa` cannot stand here", "aaa"),
        ("name = \"trade\"", "name = \"trade\"\nby = 3", "`by` and `pairs` stand together", "\"trade\""),
    ];
    for (from, to, what, at) in wrong {
        assert!(text.contains(from), "{from}");
        let text = text.replacen(from, to, 1);
        let faults = Case::read(&text).unwrap_err();
        let fault = faults.first();
        assert!(fault.what().starts_with(what), "{}", fault.what());
        assert_eq!(&text[fault.at()], at);
    }
    let alone = "title = \"t\"\n[states.AAA]\nname = \"a\"\nsize = 1\nsource = \"s\"\n";
    assert_eq!(Case::read(alone).unwrap_err().first().what(), "there is 1 State");
}
