//! Random worlds: what is decided is what the table says, and by the same rows.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use quorate_charter::{MemberCode, Office};
use quorate_partnership::{Moment, Post};
use quorate_vault::marking::{Audience, Level};
use quorate_vault::policy::{
    Action, Circumstances, Facts, Known, Policy, Question, Reader, Refusal, Roster, decide,
};
use quorate_vault::product::ProductId;

use super::{NOW, compartment, oracle, state};

const STATES: [&str; 7] = ["CAN", "DEU", "FRA", "GBR", "NOR", "POL", "SWE"];
/// How many questions are asked of one policy.
const OF_ONE: u64 = 50;

/// How often something happened.
#[derive(Default)]
struct Counts {
    worlds: u64,
    allowed: BTreeMap<&'static str, u64>,
    refused: BTreeMap<&'static str, u64>,
    rows: BTreeMap<&'static str, (u64, u64)>,
}

fn some(random: &mut Rng, of_hundred: u8) -> BTreeSet<MemberCode> {
    STATES.iter().filter(|_| random.u8(..100) < of_hundred).map(|code| state(code)).collect()
}

fn known(random: &mut Rng) -> Known {
    let mut rosters = Vec::new();
    for number in 0..random.u8(1..=4) {
        let share = if random.u8(..30) == 0 { 0 } else { 75 };
        rosters.push(Roster::of(compartment(number), random.u64(..9), some(random, share)).unwrap());
    }
    Known { members: some(random, 90), rosters }
}

/// Mostly what would be allowed but for a thing or two; some are as chance has them.
fn question(random: &mut Rng, known: &Known) -> Question {
    let fair = random.u8(..100) < 85;
    let mut likely = |of_hundred: u8| fair && random.u8(..100) < of_hundred;
    let (inside, posted, named, agreed, cleared) =
        (likely(94), likely(94), likely(94), likely(94), likely(94));
    let (consenting, bound) = (likely(70), !likely(80));
    let action = random.choice(Action::ALL).unwrap();
    let many = random.usize(1..=3);
    let rosters: Vec<&Roster> = random.choose_multiple(&known.rosters, many);
    let mut readers: Vec<MemberCode> = known.members.iter().copied().collect();
    readers.retain(|member| rosters.iter().all(|roster| roster.members().contains(member)));
    let any = state(STATES[random.usize(..7)]);
    let member = if inside { random.choice(readers).unwrap_or(any) } else { any };
    let office = if posted {
        [Office::Representative, Office::LiaisonOfficer][random.usize(..2)]
    } else {
        Office::ALL[random.usize(..7)]
    };
    let originator = if random.u8(..4) == 0 { member } else { state(STATES[random.usize(..7)]) };
    let mut releasable = some(random, if fair { 80 } else { 40 });
    if named {
        releasable.insert(member);
    }
    let level = Level::ALL[random.usize(..5)];
    let kept = if agreed { Level::ALL.into_iter().find(|kept| *kept >= level) } else { badly_kept(random) };
    let contributors = some(random, 15);
    let mut consents = some(random, 40);
    if consenting {
        consents.insert(originator);
        consents.extend(contributors.iter().copied());
    }
    let to = match (action, random.u8(..10)) {
        (Action::Forward, 0) | (Action::Open | Action::List | Action::Release | Action::Act, 1..) => {
            BTreeSet::new()
        }
        (_, 1 | 2) => some(random, 30),
        _ => releasable.iter().copied().filter(|_| random.bool()).collect(),
    };
    Question {
        reader: Reader {
            post: Post { member, office },
            cleared: if cleared { Level::TopSecret } else { Level::ALL[random.usize(..5)] },
            bound: some(random, if bound { 15 } else { 0 }),
        },
        action,
        facts: Facts {
            product: ProductId([random.u8(..); 32]),
            originator,
            releasable: Audience::of(releasable).unwrap(),
            level,
            compartments: rosters.iter().map(|roster| roster.compartment()).collect(),
            release: release(random),
            advance: some(random, 45),
            controlled: random.u8(..3) == 0,
            contributors,
            actionable: random.u8(..3) == 0,
        },
        circumstances: Circumstances { now: NOW, kept, consents, to },
    }
}

/// As chance has it, or not at all.
fn badly_kept(random: &mut Rng) -> Option<Level> {
    (random.u8(..10) > 0).then(|| Level::ALL[random.usize(..5)])
}

/// At once, or around the moment at which it is asked.
fn release(random: &mut Rng) -> Option<Moment> {
    let moments = [NOW.0 - 1, NOW.0, NOW.0 + 1, NOW.0 + 86_400_000, 0];
    random.bool().then(|| Moment(moments[random.usize(..5)]))
}

/// Asks in this many worlds, and counts; the first difference is shown whole.
fn ask(worlds: u64, seed: u64) -> Counts {
    let mut counts = Counts::default();
    let mut random = Rng::with_seed(seed);
    while counts.worlds < worlds {
        let known = known(&mut random);
        let policy = Policy::of(&known).unwrap();
        for _ in 0..OF_ONE.min(worlds - counts.worlds) {
            let question = question(&mut random, &known);
            let rows = oracle::refusing(&known, &question);
            let decided: Vec<&str> = match decide(&policy, &known, &question) {
                Ok(permit) => {
                    assert!(permit.covers(question.action, &question.facts.product));
                    Vec::new()
                }
                Err(Refusal::Denied(denied)) => denied.rules.iter().map(|rule| rule.id()).collect(),
                Err(other) => panic!("{other}: {question:?}"),
            };
            assert_eq!(decided, rows, "world {}, seed {seed}: {known:?} {question:?}", counts.worlds);
            counts.worlds += 1;
            let list = if rows.is_empty() { &mut counts.allowed } else { &mut counts.refused };
            *list.entry(question.action.name()).or_default() += 1;
            for row in &rows {
                let (among, alone) = counts.rows.entry(row).or_default();
                *among += 1;
                *alone += u64::from(rows.len() == 1);
            }
        }
    }
    counts
}

fn show(counts: &Counts, seed: u64) {
    let allowed: u64 = counts.allowed.values().sum();
    let share = allowed * 100 / counts.worlds;
    println!(
        "{} worlds, seed {seed}: {allowed} allowed ({share} of a hundred), 0 differences",
        counts.worlds
    );
    for action in Action::ALL {
        let of = |list: &BTreeMap<&'static str, u64>| list.get(action.name()).copied().unwrap_or(0);
        println!("  {action}: {} allowed, {} refused", of(&counts.allowed), of(&counts.refused));
    }
    for (row, (among, alone)) in &counts.rows {
        println!("  {row} refused {among}, alone {alone}");
    }
}

/// Neither answer and no rule is so rare that it says nothing.
fn is_told_by_all(counts: &Counts) {
    for action in Action::ALL {
        for list in [&counts.allowed, &counts.refused] {
            let share = list.get(action.name()).copied().unwrap_or(0) * 100 / counts.worlds;
            assert!(share >= 2, "{action}: {share} of a hundred");
        }
    }
    assert_eq!(counts.rows.len(), quorate_vault::policy::Rule::ALL.len());
    for (row, (among, alone)) in &counts.rows {
        assert!(among * 100 >= counts.worlds && *alone > 0, "{row}: {among}, alone {alone}");
    }
}

#[test]
fn twenty_thousand_worlds_are_decided_as_the_table_says() {
    let counts = ask(20_000, 8);
    is_told_by_all(&counts);
}

#[test]
#[ignore = "a million worlds: `just policy-worlds`"]
fn a_million_worlds_are_decided_as_the_table_says() {
    let number = |name: &str, usual| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let (worlds, seed) = (number("QUORATE_WORLDS", 1_000_000), number("QUORATE_SEED", 2026));
    let counts = ask(worlds, seed);
    show(&counts, seed);
    is_told_by_all(&counts);
}
