//! The optional article on beneficiaries that are no members.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::Charter;

const BASE: &str = include_str!("faults/base.toml");

#[test]
fn without_the_article_only_members_ask() {
    assert_eq!(Charter::read(BASE).unwrap().beneficiaries(), None);
}

#[test]
fn the_article_says_by_which_rule_a_state_is_admitted() {
    let text = format!("{BASE}\n[beneficiaries]\narticle = 10\ndecided-by = \"assistance\"\n");
    let charter = Charter::read(&text).unwrap();
    let article = charter.beneficiaries().unwrap();
    assert_eq!((article.number().0, article.rule().name().as_str()), (10, "assistance"));
}
