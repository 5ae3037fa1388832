//! Four founding members and the rules they might choose: who could block help for whom. An exercise; any
//! member's conduct here is a test input, not a report or an expectation.
#![allow(clippy::arithmetic_side_effects, reason = "small numbers in tests")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use quorate_voting::{
    Alone, Base, Conduct, Formula, Measure, Parts, Ratio, Reason, Roll, Seat, Strictness, Tally,
    adopts_alone, alone, blocks_alone,
};

const NAMES: [&str; 4] = ["GBR", "FRA", "DEU", "CAN"];
const POPULATION: [u64; 4] = [69_226_000, 68_551_653, 83_516_593, 41_288_599];
const CONTRIBUTIONS: [u64; 4] = [18, 15, 0, 0];

const WEIGHT: Measure = Measure(1);

fn share(measure: Measure, percent: u64) -> Formula {
    Formula::share(measure, Ratio::percent(percent).unwrap(), Base::Participating, Strictness::AtLeast)
}

/// At least 55 % of the members and 65 % of the population.
fn plain() -> Formula {
    Formula::all(vec![share(Measure::MEMBERS, 55), share(WEIGHT, 65)]).unwrap()
}

fn with_clause() -> Formula {
    Formula::any(vec![plain(), Formula::not_in_favour_at_most(1)]).unwrap()
}

/// The member that asks does not take part.
fn roll(weights: [u64; 4], asks: usize) -> Roll {
    let seat = |(number, weight)| Seat { participating: number != asks, weights: vec![weight] };
    Roll::new(1, weights.into_iter().enumerate().map(seat).collect()).unwrap()
}

/// For each member that asks, the members that block alone.
fn grid(formula: &Formula, weights: [u64; 4]) -> [Vec<&'static str>; 4] {
    let names = |seats: Vec<usize>| seats.into_iter().map(|seat| NAMES[seat]).collect();
    [0, 1, 2, 3].map(|asks| names(blocks_alone(formula, &roll(weights, asks)).unwrap()))
}

#[test]
fn the_plain_rule_is_blocked_in_seven_of_twelve() {
    let blocked = grid(&plain(), POPULATION);
    assert_eq!(blocked, [vec!["FRA", "DEU"], vec!["GBR", "DEU"], vec!["GBR", "FRA"], vec!["DEU"]]);
    assert_eq!(blocked.concat().len(), 7);
}

#[test]
fn the_clause_unblocks_all_twelve_and_is_named_in_seven() {
    assert_eq!(grid(&with_clause(), POPULATION).concat().len(), 0);
    let mut by_clause = 0;
    for (asks, asking) in NAMES.iter().enumerate() {
        let roll = roll(POPULATION, asks);
        for (refuses, refusing) in NAMES.iter().enumerate() {
            let expected = match alone(&plain(), &roll, refuses).unwrap() {
                Alone::Blocked(_) => Alone::AdoptedByClause,
                other => other,
            };
            let found = alone(&with_clause(), &roll, refuses).unwrap();
            assert_eq!(found, expected, "{asking} asks, {refusing} refuses");
            by_clause += usize::from(found == Alone::AdoptedByClause);
        }
    }
    assert_eq!(by_clause, 7);
}

#[test]
fn by_consensus_everyone_blocks() {
    let blocked = grid(&share(Measure::MEMBERS, 100), POPULATION);
    assert_eq!(blocked.concat().len(), 12);
}

#[test]
fn by_contributions_the_two_contributors_block_wherever_they_take_part() {
    let blocked = grid(&share(WEIGHT, 65), CONTRIBUTIONS);
    assert_eq!(blocked, [vec!["FRA"], vec!["GBR"], vec!["GBR", "FRA"], vec!["GBR", "FRA"]]);
}

#[test]
fn no_member_adopts_alone() {
    for asks in 0..4 {
        for formula in [plain(), with_clause()] {
            assert_eq!(adopts_alone(&formula, &roll(POPULATION, asks)), Ok(vec![]));
        }
    }
}

#[test]
fn canada_asks_and_germany_is_against_at_62_3_percent() {
    let conducts = [Conduct::InFavour, Conduct::InFavour, Conduct::Against, Conduct::Absent];
    let verdict = plain().decide(&Tally::count(&roll(POPULATION, 3), &conducts).unwrap()).unwrap();
    assert!(!verdict.adopted() && verdict.anyone_in_favour());
    let Reason::All { parts, met: false, .. } = verdict.reasons() else { panic!("not the plain rule") };
    let Reason::Share { in_favour, of, met: false, .. } = parts[1] else { panic!("not the population") };
    assert_eq!((in_favour, of), (137_777_653, 221_294_246));
    let rounded_per_mille = (in_favour * 1000 + of / 2) / of;
    assert_eq!(rounded_per_mille, 623);
}

#[test]
fn a_rule_can_be_walked_from_outside() {
    let rule = with_clause();
    let Parts::Any([all, clause]) = rule.parts() else { panic!("not a list of two") };
    assert_eq!(clause.parts(), Parts::Clause { at_most: 1 });
    assert!(matches!(all.parts(), Parts::All(parts) if parts.len() == 2));
}
