//! What is known of two institutions with many members: who blocks, and under which share no longer. The numbers
//! and their sources are those of `benches/data`.
#![allow(clippy::arithmetic_side_effects, reason = "small numbers in tests")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use quorate_voting::{
    Base, Effort, Formula, Highest, Measure, Opposed, Ratio, Roll, Seat, Strictness, audit, blocks_alone,
    dummies, highest_share, least_adopting, least_blocking, minimal_blocking, opposed,
};

const FUND: &str = include_str!("../benches/data/imf-votes-2022.csv");
const UNION: &str = include_str!("../benches/data/eu-population-2023.csv");

/// The members of a table, and their weights as a roll, with one left out or none.
fn roll<'a>(table: &'a str, out: Option<&str>) -> (Vec<&'a str>, Roll) {
    let (names, seats) = table
        .lines()
        .skip(1)
        .map(|line| {
            let (name, weight) = line.split_once(',').unwrap();
            (name, Seat { participating: Some(name) != out, weights: vec![weight.parse().unwrap()] })
        })
        .unzip();
    (names, Roll::new(1, seats).unwrap())
}

fn share(measure: Measure, percent: u64) -> Formula {
    Formula::share(measure, Ratio::percent(percent).unwrap(), Base::Participating, Strictness::AtLeast)
}

/// The least number that blocks, and that adopts, both read anew.
fn least(rule: &Formula, roll: &Roll) -> (usize, usize) {
    let blocking = least_blocking(rule, roll, Effort::default()).unwrap();
    assert_eq!(audit::blocking(rule, roll, &[], &blocking), Ok(()));
    let adopting = least_adopting(rule, roll, Effort::default()).unwrap();
    assert_eq!(audit::adopting(rule, roll, &[], &adopting), Ok(()));
    (blocking.exactly().unwrap(), adopting.exactly().unwrap())
}

/// The greatest share without a single or a pair that blocks, in hundredths of a per cent, to the nearest.
fn borders(rule: &Formula, roll: &Roll, number: usize) -> [u64; 2] {
    [1, 2].map(|seats| {
        let found = highest_share(rule, roll, number, seats, Effort::default()).unwrap();
        let Highest::UpTo(limit) = found else { panic!("{found:?}") };
        (20_000 * limit.in_favour() + limit.of()) / (2 * limit.of())
    })
}

#[test]
fn the_monetary_fund() {
    let (names, roll) = roll(FUND, None);
    let rule = share(Measure(1), 85);
    let alone: Vec<&str> = blocks_alone(&rule, &roll).unwrap().into_iter().map(|seat| names[seat]).collect();
    assert_eq!(alone, ["USA"]);
    assert_eq!(least(&rule, &roll).0, 1);
    assert_eq!(least(&share(Measure(1), 70), &roll).0, 4);
    assert_eq!(borders(&rule, &roll, 0), [8_350, 7_736]);
    assert_eq!(dummies(&rule, &roll, Effort::default()).unwrap().dummies, Vec::<usize>::new());
    let first = minimal_blocking(&rule, &roll, Effort::default()).unwrap().next().unwrap().unwrap();
    assert_eq!(first.iter().map(|seat| names[*seat]).collect::<Vec<_>>(), ["USA"]);
    let found = opposed(&rule, &roll, Effort::default()).unwrap();
    assert!(matches!(found, Opposed::Impossible(_)));
    assert_eq!(audit::opposed(&rule, &roll, &found), Ok(()));
}

#[test]
fn the_council_of_the_union() {
    let (names, everyone) = roll(UNION, None);
    let population = share(Measure(1), 65);
    assert_eq!(least(&population, &everyone).0, 3);
    assert_eq!(borders(&population, &everyone, 0), [8_119, 6_600]);
    let plain = Formula::all(vec![share(Measure::MEMBERS, 55), population]).unwrap();
    let rule = Formula::any(vec![plain, Formula::not_in_favour_at_most(3)]).unwrap();
    assert_eq!(least(&rule, &everyone), (4, 15));
    for out in names {
        assert_eq!(least(&rule, &roll(UNION, Some(out)).1).0, 4, "without {out}");
    }
}
