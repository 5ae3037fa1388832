//! The charters in the folder `charters`, and the borders of a charter's text.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use quorate_charter::{Charter, Interest, MAX_CHARTER_BYTES, MAX_MEMBERS};

const BASE: &str = include_str!("faults/base.toml");

/// What is said first about a text, or how many members it names.
fn read(text: &str) -> String {
    match Charter::read(text) {
        Ok(charter) => format!("{} members", charter.members().len()),
        Err(faults) => faults.first().what().to_owned(),
    }
}

#[test]
fn every_charter_in_the_folder_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../charters");
    let mut names = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        // The folder of models holds bodies, which have tests of their own.
        if path.is_dir() {
            continue;
        }
        let charter = Charter::read(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|faults| panic!("{}: {}", path.display(), faults.first().what()));
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // A framework has no fund, and nobody asks.
        let name_of = |name: &str| path.file_stem().is_some_and(|stem| stem == name);
        if name_of("framework") || name_of("framework-of-three") {
            assert!(!charter.has_fund());
            names.push(path.file_name().unwrap().to_string_lossy().into_owned());
            continue;
        }
        // By consensus everybody decides, the member that asks included.
        let leaves_out = charter.cases().rule().leaves_out(Interest::Beneficiary);
        assert_eq!(leaves_out, name != "consensus.toml", "{name}");
        assert!(!charter.calls().rule().leaves_out(Interest::Beneficiary), "{name}");
        names.push(name);
    }
    names.sort();
    assert_eq!(
        names,
        [
            "consensus.toml",
            "contributions-only.toml",
            "dues.toml",
            "exercise-consensus.toml",
            "exercise-currencies.toml",
            "exercise.toml",
            "five.toml",
            "framework-of-three.toml",
            "framework.toml",
            "no-objection.toml",
            "partnership.toml",
            "plain-55-65.toml",
            "ratification.toml",
            "treaty.toml"
        ]
    );
}

#[test]
fn the_longest_charter() {
    let padded = |bytes: usize| format!("{BASE}{}", "#".repeat(bytes - BASE.len()));
    assert_eq!(read(&padded(MAX_CHARTER_BYTES)), "4 members");
    assert_eq!(read(&padded(MAX_CHARTER_BYTES + 1)), "this text is too long for a charter");
}

/// The base with as many members, codes from `AAA` on, and one measure that counts each.
fn with_members(members: usize) -> String {
    let code = |at: usize| {
        let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap());
        String::from_iter([letter(at / 676), letter(at / 26), letter(at)])
    };
    let (start, rest) = BASE.split_once("[member.CAN]").unwrap();
    let (_, rest) = rest.split_once("[measure.population]").unwrap();
    let (_, end) = rest.split_once("GBR = 69 }").unwrap();
    let mut text = start.to_owned();
    let mut weights = Vec::new();
    for code in (0..members).map(code) {
        writeln!(text, "[member.{code}]\nname = {{ en = \"{code}\", fr = \"{code}\" }}").unwrap();
        weights.push(format!("{code} = 1"));
    }
    let weights = weights.join(", ");
    format!(
        "{text}[measure.population]\nunit = \"one each\"\nsource = \"-\"\nweight = {{ {weights} }}\n{end}"
    )
}

#[test]
fn the_most_members() {
    assert_eq!(read(&with_members(4)), "4 members");
    assert_eq!(
        read(&with_members(3)),
        "`3` cannot stand here",
        "three take part in a decision to help another"
    );
    assert_eq!(read(&with_members(MAX_MEMBERS)), "200 members");
    assert_eq!(read(&with_members(MAX_MEMBERS + 1)), "201 members are too many");
}

#[test]
fn signatures_among_as_many_members_as_can_be_had() {
    let with = |members: usize, payments: &str| {
        read(&with_members(members).replace("signatures = 2\nable-to-sign = 3", payments))
    };
    assert_eq!(with(10, "signatures = 8\nable-to-sign = 9"), "10 members");
    assert_eq!(with(10, "signatures = 8\nable-to-sign = 10"), "`10` cannot stand here");
    assert_eq!(with(9, "signatures = 8\nable-to-sign = 9"), "`9` cannot stand here");
    assert_eq!(with(11, "signatures = 9\nable-to-sign = 10"), "`9` cannot stand here");
    assert_eq!(with(200, "signatures = 8\nable-to-sign = 199"), "200 members");
    assert_eq!(with(200, "signatures = 8\nable-to-sign = 200"), "`200` cannot stand here");
}

/// By consensus the member that asks takes part, so that all must be there.
#[test]
fn all_take_part_where_no_rule_leaves_one_out() {
    let all = BASE.replace("least-participating = 3", "least-participating = 4");
    assert_eq!(read(&all.replace("[\"beneficiary\"]", "[]")), "4 members");
    assert_eq!(read(&all), "`4` cannot stand here");
}

#[test]
fn what_everyone_wants_is_adopted() {
    let with = |rule: &str| read(&BASE.replace("members > 1/2 of cast", rule));
    for fine in ["members >= 100% of membership", "members > 99.99% of present", "not in favour <= 0"] {
        assert_eq!(with(fine), "4 members", "{fine}");
    }
    for none in ["members > 100% of cast", "members > 100% of membership and population > 1% of cast"] {
        assert_eq!(with(none), "not even all members in favour would adopt under this rule", "{none}");
    }
    assert_eq!(with("members > 100% of cast, or members >= 100% of cast"), "4 members");
}

/// Of 4 members 3 take part: a share of the membership can be out of reach, and so can one of a measure of which the
/// others have nothing.
#[test]
fn what_everyone_wants_is_adopted_whoever_does_not_take_part() {
    let (start, rest) = BASE.split_once("members >= 55%").unwrap();
    let (_, end) = rest.split_once("not in favour <= 1").unwrap();
    let with = |rule: &str| read(&format!("{start}{rule}{end}"));
    assert_eq!(with("members >= 75% of membership"), "4 members");
    let out = |member: &str| {
        format!("when {member} does not take part, not even all others in favour would adopt under this rule")
    };
    assert_eq!(with("members > 75% of membership"), out("CAN"));
    assert_eq!(with("population >= 69% of membership"), out("DEU"), "179 of 263");
    let only = |text: &str| read(&text.replace("CAN = 41, DEU = 84, FRA = 69", "CAN = 0, DEU = 0, FRA = 0"));
    let plain = format!("{start}population > 1/2 of participating{end}");
    assert_eq!((read(&plain), only(&plain)), ("4 members".into(), out("GBR")));
}

#[test]
fn the_most_measures() {
    let with = |measures: usize| {
        let more = (1..measures).map(|number| {
            format!(
                "[measure.m{number}]\nunit = \"-\"\nsource = \"-\"\nweight = {{ CAN = 1, DEU = 1, FRA = 1, GBR = 0 }}\n"
            )
        });
        BASE.replace("[offices]", &format!("{}[offices]", more.collect::<String>()))
    };
    assert_eq!(read(&with(16)), "4 members");
    assert_eq!(read(&with(17)), "17 measures are too many");
}

#[test]
fn the_most_rules() {
    let with = |rules: usize| {
        let more = (2..rules).map(|number| {
            format!(
                "[rule.r{number}]\nadopted = \"not in favour <= 1\"\nnot-taking-part = []\nprocedure = {{ kind = \"vote\", open = \"1h\" }}\n"
            )
        });
        BASE.replace("[contributions]", &format!("{}[contributions]", more.collect::<String>()))
    };
    assert_eq!(read(&with(64)), "4 members");
    assert_eq!(read(&with(65)), "65 rules are too many");
}

#[test]
fn the_borders_of_figures() {
    for (stands, at_the_border, beyond) in [
        ("most-tranches = 12", "most-tranches = 100", "most-tranches = 101"),
        ("able-to-sign = 3", "able-to-sign = 3", "able-to-sign = 4"),
        ("commands-a-day = 200", "commands-a-day = 1000000", "commands-a-day = 1000001"),
        ("least-participating = 3", "least-participating = 3", "least-participating = 4"),
        ("least-participating = 3", "least-participating = 1", "least-participating = 0"),
        ("CAN = 41", "CAN = 9007199254740992", "CAN = 9007199254740993"),
        ("[limits]\narticle = 9", "[limits]\narticle = 65535", "[limits]\narticle = 65536"),
        ("longest-term = \"730d\"", "longest-term = \"36525d\"", "longest-term = \"36526d\""),
        ("paid-in = \"100%\"", "paid-in = \"0%\"", "paid-in = \"101%\""),
    ] {
        assert!(BASE.contains(stands), "{stands}");
        assert_eq!(read(&BASE.replace(stands, at_the_border)), "4 members", "{at_the_border}");
        assert_ne!(read(&BASE.replace(stands, beyond)), "4 members", "{beyond}");
    }
}
