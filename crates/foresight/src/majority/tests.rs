#![allow(clippy::arithmetic_side_effects, reason = "a test")]

use alloc::format;
use alloc::string::String;

use quorate_charter::Charter;

use super::*;

const FOUNDING: &str = include_str!("../../../../charters/partnership.toml");
const CODES: [&str; 7] = ["CAN", "DEU", "FRA", "GBR", "ITA", "NLD", "POL"];

/// Numbers that follow from one another, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// The founding charter with so many members and weights and shares thrown.
fn thrown(dice: &mut Dice) -> String {
    let many = 4 + usize::try_from(dice.roll(4)).unwrap();
    let codes = &CODES[..many];
    let members: Vec<String> = codes
        .iter()
        .map(|code| format!("[member.{code}]\nname = {{ en = \"{code}\", fr = \"{code}\" }}\n"))
        .collect();
    let weights: Vec<String> = codes.iter().map(|code| format!("{code} = {}", 5 + dice.roll(40))).collect();
    let (before, rest) = FOUNDING.split_once("[member.CAN]").unwrap();
    let (_, rest) = rest.split_once("[measure.population]").unwrap();
    let (unit, rest) = rest.split_once("weight = {").unwrap();
    let (_, after) = rest.split_once('}').unwrap();
    let text = format!(
        "{before}{}[measure.population]{unit}weight = {{ {} }}{after}",
        members.concat(),
        weights.join(", ")
    );
    let mut text = text;
    for rule in ["assistance", "call", "exclusion", "accession", "suspension"] {
        let (start, rest) = text.split_once(&format!("[rule.{rule}]")).unwrap();
        let (head, rest) = rest.split_once("adopted = \"").unwrap();
        let (_, after) = rest.split_once('"').unwrap();
        let low = if matches!(rule, "assistance" | "call") { 45 } else { 60 };
        let base = if dice.roll(2) == 0 { "participating" } else { "membership" };
        let clause = if dice.roll(3) == 0 { ", or not in favour <= 1" } else { "" };
        let adopted = format!(
            "members >= {}% of participating and population >= {}% of {base}{clause}",
            low + dice.roll(20),
            low + dice.roll(25)
        );
        text = format!("{start}[rule.{rule}]{head}adopted = \"{adopted}\"{after}");
    }
    text
}

/// What the proofs exclude, trying every group and every order of steps does not find either.
#[test]
fn proofs_agree_with_trying_everything() {
    let mut dice = Dice(3);
    let (mut proven, mut found, mut read) = (0, 0, 0);
    while read < 40 {
        let text = thrown(&mut dice);
        // Some of them nobody could act under, and they are refused.
        let Ok(charter) = Charter::read(&text) else { continue };
        read += 1;
        let seats = Seats::of(charter.body());
        let groups = groups(&seats.codes()).unwrap();
        for target in [charter.cases().rule(), charter.calls().rule()] {
            let walk = Walk { subject: Subject::of(&charter), charter: &charter, seats: &seats, target };
            for start in walk.starts() {
                for asks in walk.askers(&start).into_iter().filter(|asks| walk.is_admissible(&start, *asks)) {
                    let open = first::unproven(&walk, &start, asks, &mut 0);
                    let mut trail = Trail::default();
                    let way = groups.iter().find_map(|group| walk.of(group, &start, asks, &mut trail));
                    if open.is_empty() {
                        proven += 1;
                        assert_eq!(way, None, "{text}");
                        assert!(!trail.cut, "nothing was left untried: {text}");
                    }
                    found += usize::from(way.is_some());
                    // Whoever the search names adopts a step and not the rule.
                    for group in open.iter().flatten() {
                        assert!(!walk.wins(group, &start, asks), "{text}");
                    }
                }
            }
        }
    }
    assert!(proven > 100 && found > 100, "{proven} proven, {found} found");
}
