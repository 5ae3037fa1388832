//! What joins what: rules as people write them, and the same with every bracket set.

use super::{parse, write};

/// Short names for conditions, so that a table can be read.
const CONDITIONS: [(&str, &str); 4] = [
    ("A", "members >= 55% of participating"),
    ("B", "population > 1/2 of cast"),
    ("C", "gdp >= 2/3 of membership"),
    ("D", "not in favour <= 1"),
];

fn spelt(rule: &str) -> String {
    CONDITIONS.iter().fold(rule.to_owned(), |rule, (letter, condition)| rule.replace(letter, condition))
}

fn check(written: &str, bracketed: &str) {
    let read = parse(&spelt(written)).unwrap_or_else(|fault| panic!("{written}: {}", fault.what()));
    assert_eq!(read, parse(&spelt(bracketed)).unwrap(), "{written} is {bracketed}");
}

#[test]
fn and_binds_tighter_than_or_and_a_comma_loosens() {
    check("A and B or C", "(A and B) or C");
    check("A or B and C", "A or (B and C)");
    check("A or B and C or D", "A or (B and C) or D");
    check("A and B or C and D", "(A and B) or (C and D)");
    check("A or B, and C", "(A or B) and C");
    check("A, and B or C", "A and (B or C)");
    check("A and B, or C", "(A and B) or C");
    check("A, or B and C", "A or (B and C)");
    check("A or B, and C or D", "(A or B) and (C or D)");
    check("A and B or C, and D", "((A and B) or C) and D");
    check("A, and B, and C", "A and B and C");
    check("A, or B, or C", "A or B or C");
}

#[test]
fn brackets_and_at_least_hold_whole_sentences() {
    check("(A)", "A");
    check("((A))", "A");
    check("(A or B, and C) or D", "((A or B) and C) or D");
    check("at least 1 of (A or B, and C; D)", "at least 1 of (((A or B) and C); (D))");
    check("at least 2 of (A; B; C) and D", "(at least 2 of (A; B; C)) and D");
    check("A or at least 2 of (B; C, and D)", "A or (at least 2 of (B; (C and D)))");
}

#[test]
fn different_brackets_are_different_rules() {
    let rules = ["A and B or C", "A and (B or C)", "(A or B) and C", "A or B or C", "A and B and C"];
    for (at, rule) in rules.iter().enumerate() {
        for other in &rules[at + 1..] {
            assert_ne!(parse(&spelt(rule)).unwrap(), parse(&spelt(other)).unwrap(), "{rule}, {other}");
        }
    }
    assert_ne!(
        parse(&spelt("at least 1 of (A; B)")).unwrap(),
        parse(&spelt("at least 2 of (A; B)")).unwrap()
    );
}

#[test]
fn shares_are_exact_however_they_are_written() {
    for (written, same) in [
        ("members >= 50% of cast", "members >= 1/2 of cast"),
        ("members >= 66.67% of cast", "members >= 6667/10000 of cast"),
        ("members >= 0.5% of cast", "members >= 1/200 of cast"),
        ("members >= 100% of cast", "members >= 1/1 of cast"),
        ("members >= 2/4 of cast", "members >= 1/2 of cast"),
        ("members>=50%of cast", "members >= 50% of cast"),
        ("members\n\t>= 50 % of\r\ncast", "members >= 50% of cast"),
    ] {
        assert_eq!(parse(written).unwrap(), parse(same).unwrap(), "{written}");
    }
    assert_ne!(parse("members >= 50% of cast").unwrap(), parse("members > 50% of cast").unwrap());
    assert_ne!(parse("members >= 66.67% of cast").unwrap(), parse("members >= 2/3 of cast").unwrap());
}

#[test]
fn a_rule_is_written_with_brackets_where_two_joins_meet() {
    for (read, written) in [
        ("members > 1/2 of cast", "members > 50% of cast"),
        ("gdp >= 2/3 of membership", "gdp >= 2/3 of membership"),
        ("gdp >= 66.67% of present", "gdp >= 6667/10000 of present"),
        (
            "members > 1/2 of cast or gdp > 1/2 of cast, and not in favour <= 0",
            "(members > 50% of cast or gdp > 50% of cast) and not in favour <= 0",
        ),
        (
            "at least 1 of (not in favour <= 1 and not in favour <= 2; not in favour <= 3)",
            "at least 1 of (not in favour <= 1 and not in favour <= 2; not in favour <= 3)",
        ),
    ] {
        assert_eq!(write(&parse(read).unwrap()), written);
    }
}
