//! Verdicts in words: a row a vote, with the sentence that the record shows.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;

use quorate_charter::{Charter, RuleName};
use quorate_records::words;
use quorate_voting::{Conduct, Tally};

const CHARTER: &str = include_str!("../../../charters/partnership.toml");

/// The verdict on a vote: a letter for each of CAN, DEU, FRA, GBR: `f`or, `a`gainst, `~` abstains, `.` absent,
/// `-` does not take part.
fn verdict(rule: &str, votes: &str) -> String {
    let call = "adopted = \"members >= 55% of participating and population >= 65% of participating, or not in favour <= 1\"\nnot-taking-part = []";
    assert!(CHARTER.contains(call));
    let text = CHARTER.replace(call, &format!("adopted = \"{rule}\"\nnot-taking-part = []"));
    let charter = Charter::read(&text).unwrap();
    let out: BTreeSet<_> = charter
        .members()
        .zip(votes.chars())
        .filter(|(_, vote)| *vote == '-')
        .map(|((code, _), _)| code)
        .collect();
    let conduct = |vote: char| match vote {
        'f' => Conduct::InFavour,
        'a' => Conduct::Against,
        '~' => Conduct::Abstain,
        _ => Conduct::Absent,
    };
    let conducts: Vec<Conduct> = votes.chars().map(conduct).collect();
    let tally = Tally::count(&charter.roll(&out).unwrap(), &conducts).unwrap();
    let name: RuleName = "call".parse().unwrap();
    words::verdict(&charter.rule(&name).unwrap().formula().decide(&tally).unwrap(), &charter)
}

const PARTNERSHIP: &str =
    "members >= 55% of participating and population >= 65% of participating, or not in favour <= 1";

#[test]
fn the_rule_of_the_partnership() {
    for (votes, sentence) in [
        (
            "-aff",
            "in favour 2 of 3 participating members and 62.3 % of population, 65 % needed; adopted by the clause: not in favour 1, at most 1",
        ),
        ("-fff", "in favour 3 of 3 participating members and 100.0 % of population; adopted"),
        ("-faf", "in favour 2 of 3 participating members and 69.0 % of population; adopted"),
        (
            "-f~.",
            "in favour 1 of 3 participating members, 55 % needed, and 37.7 % of population, 65 % needed; not adopted: not in favour 2, at most 1",
        ),
        (
            "-aaa",
            "in favour 0 of 3 participating members, 55 % needed, and 0.0 % of population, 65 % needed; not adopted: nobody is in favour",
        ),
        (
            "-~~~",
            "in favour 0 of 3 participating members, 55 % needed, and 0.0 % of population, 65 % needed; not adopted: nobody is in favour",
        ),
        (
            "-...",
            "in favour 0 of 3 participating members, 55 % needed, and 0.0 % of population, 65 % needed; not adopted: nobody is in favour",
        ),
        (
            "fafa",
            "in favour 2 of 4 participating members, 55 % needed, and 41.8 % of population, 65 % needed; not adopted: not in favour 2, at most 1",
        ),
    ] {
        assert_eq!(verdict(PARTNERSHIP, votes), sentence, "{votes}");
    }
}

#[test]
fn each_base_has_its_words() {
    for (rule, votes, sentence) in [
        (
            "members > 1/2 of membership",
            "ff..",
            "in favour 2 of 4 members, more than 50 % needed; not adopted",
        ),
        ("members > 1/2 of participating", "-ff.", "in favour 2 of 3 participating members; adopted"),
        ("members > 1/2 of present", "ff~.", "in favour 2 of 3 members present; adopted"),
        ("members > 1/2 of cast", "fa~.", "in favour 1 of 2 votes cast, more than 50 % needed; not adopted"),
        ("members >= 2/3 of cast", "fa~.", "in favour 1 of 2 votes cast, 2/3 needed; not adopted"),
        ("members >= 66.67% of cast", "ffa.", "in favour 2 of 3 votes cast, 66.67 % needed; not adopted"),
        (
            "members > 1/2 of cast",
            "~~~.",
            "in favour 0 of 0 votes cast, more than 50 % needed; not adopted: nobody is in favour",
        ),
        (
            "population > 1/2 of cast",
            "....",
            "in favour 0.0 % of population, more than 50 % needed; not adopted: nobody is in favour",
        ),
    ] {
        assert_eq!(verdict(rule, votes), sentence, "{rule}, {votes}");
    }
}

#[test]
fn one_measure_the_clause_alone_and_rules_in_rules() {
    for (rule, votes, sentence) in [
        ("population >= 65% of participating", "-ff.", "in favour 68.7 % of population; adopted"),
        ("not in favour <= 1", "fff~", "adopted by the clause: not in favour 1, at most 1"),
        ("not in favour <= 1", "ff~~", "not adopted: not in favour 2, at most 1"),
        ("not in favour <= 4", "....", "not adopted: nobody is in favour"),
        (
            "members > 1/2 of cast or population > 1/2 of cast, and not in favour <= 3",
            "f...",
            "in favour 1 of 1 votes cast or 100.0 % of population; adopted by the clause: not in favour 3, at most 3",
        ),
        (
            "(members > 1/2 of cast or population > 1/2 of cast) and members >= 1/2 of membership",
            "f...",
            "in favour (1 of 1 votes cast or 100.0 % of population) and 1 of 4 members, 50 % needed; not adopted",
        ),
        (
            "at least 2 of (members > 1/2 of cast; population > 1/2 of cast; members > 1/2 of membership)",
            "f...",
            "in favour at least 2 of (1 of 1 votes cast; 100.0 % of population; 1 of 4 members, more than 50 % needed); adopted",
        ),
        (
            "at least 1 of (not in favour <= 0; not in favour <= 1)",
            "fff.",
            "adopted by the clause: not in favour 1, at most 0; not in favour 1, at most 1",
        ),
    ] {
        assert_eq!(verdict(rule, votes), sentence, "{rule}, {votes}");
    }
}
