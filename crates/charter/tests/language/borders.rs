//! Every limit of a rule's text: at it, and one beyond.

use quorate_charter::language::MAX_RULE_BYTES;
use quorate_voting::{MAX_DENOMINATOR, MAX_DEPTH, MAX_PARTS};

use super::parse;

const CONDITION: &str = "not in favour <= 1";

fn what(text: &str) -> String {
    parse(text).map_or_else(|fault| fault.what().to_owned(), |_| "read".to_owned())
}

#[test]
fn the_longest_rule() {
    let longest = format!("{CONDITION}{}", " ".repeat(MAX_RULE_BYTES - CONDITION.len()));
    assert_eq!(what(&longest), "read");
    let fault = parse(&format!("{longest} ")).unwrap_err();
    assert_eq!((fault.what(), fault.at()), ("this rule is too long", MAX_RULE_BYTES..MAX_RULE_BYTES + 1));
    // A character that the border would cut in two belongs to what is beyond.
    let fault = parse(&format!("{}é", "a".repeat(MAX_RULE_BYTES - 1))).unwrap_err();
    assert_eq!(fault.at(), MAX_RULE_BYTES - 1..MAX_RULE_BYTES + 1);
}

#[test]
fn the_deepest_brackets() {
    let nested = |depth: usize| format!("{}{CONDITION}{}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(what(&nested(MAX_DEPTH)), "read");
    assert_eq!(what(&nested(MAX_DEPTH + 1)), "brackets are set too deep here");
    assert_eq!(parse(&nested(MAX_DEPTH + 1)).unwrap_err().at().start, MAX_DEPTH);
    let at_least =
        |depth: usize| format!("{}{CONDITION}{}", "at least 1 of (".repeat(depth), ")".repeat(depth));
    assert_eq!(what(&at_least(MAX_DEPTH - 1)), "read");
    assert!(what(&at_least(MAX_DEPTH)).starts_with("a rule may be nested 16 deep"));
    assert_eq!(what(&at_least(MAX_DEPTH + 1)), "brackets are set too deep here");
    // Brackets side by side do not nest.
    assert_eq!(what(&vec![nested(MAX_DEPTH); 20].join(" and ")), "read");
}

#[test]
fn the_most_parts() {
    // The list is a part itself.
    let of = |parts: usize| format!("at least 1 of ({})", vec!["gdp>1%of cast"; parts - 1].join(";"));
    assert!(of(MAX_PARTS + 1).len() <= MAX_RULE_BYTES);
    assert_eq!(what(&of(MAX_PARTS)), "read");
    assert_eq!(what(&of(MAX_PARTS + 1)), "a rule may have 256 parts, lists counted, found 257");
}

#[test]
fn the_largest_numbers() {
    for (text, expected) in [
        ("not in favour <= 4294967295", "read"),
        ("not in favour <= 4294967296", "this number is too large"),
        ("at least 4294967296 of (not in favour <= 1)", "this number is too large"),
        ("at least 0 of (not in favour <= 1)", "`at least 0` of 1 parts: the number must be from 1 to 1"),
        ("at least 1 of (not in favour <= 1)", "read"),
        ("at least 2 of (not in favour <= 1)", "`at least 2` of 1 parts: the number must be from 1 to 1"),
        ("members >= 0/5 of cast", "a share must be above zero, found `0/5`"),
        ("members >= 1/1 of cast", "read"),
        ("members >= 2/1 of cast", "a share must not be above the whole, found `2/1`"),
        ("members >= 100% of cast", "read"),
        ("members >= 100.01% of cast", "a share must not be above the whole, found `10001/10000`"),
        ("members >= 0.0000001% of cast", "read"),
        (
            "members >= 0.00000001% of cast",
            "the denominator of a share must not be above 1000000000, found `1/10000000000`",
        ),
        ("members >= 18446744073709551616/1 of cast", "this number is too large"),
        ("members >= 1.000000000000000000% of cast", "this share has too many digits"),
    ] {
        assert_eq!(what(text), expected, "{text}");
    }
    assert_eq!(what(&format!("members >= 1/{MAX_DENOMINATOR} of cast")), "read");
}
