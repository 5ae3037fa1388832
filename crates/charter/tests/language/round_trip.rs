//! Nothing is lost between reading and writing.

use proptest::prelude::*;
use quorate_charter::language::MAX_RULE_BYTES;

use super::random::{formula, text};
use super::{parse, write};

proptest! {
    #[test]
    fn a_formula_that_is_written_reads_the_same(formula in formula()) {
        let text = write(&formula);
        prop_assume!(text.len() <= MAX_RULE_BYTES);
        prop_assert_eq!(parse(&text).map_err(|fault| (text, fault)), Ok(formula));
    }

    #[test]
    fn a_rule_that_is_read_and_written_reads_the_same(text in text()) {
        let read = parse(&text);
        prop_assert!(read.is_ok(), "{text}: {read:?}");
        let read = read.unwrap();
        let written = write(&read);
        prop_assert!(written.len() <= MAX_RULE_BYTES);
        prop_assert_eq!(parse(&written).map_err(|fault| (written.clone(), fault)), Ok(read));
        prop_assert_eq!(write(&parse(&written).unwrap()), written);
    }
}

#[test]
fn a_rule_that_commas_made_deep_is_written_with_brackets_and_read_again() {
    // Each bracket around `... or x, and y` adds two levels, and is written with two brackets.
    let mut text = "not in favour <= 1".to_owned();
    for _ in 0..7 {
        text = format!("({text}) or not in favour <= 2, and not in favour <= 3");
    }
    let read = parse(&text).unwrap();
    assert_eq!(parse(&write(&read)), Ok(read));
    let deeper = parse(&format!("({text}) or not in favour <= 2, and not in favour <= 3"));
    assert!(deeper.unwrap_err().what().starts_with("a rule may be nested 16 deep"));
}
