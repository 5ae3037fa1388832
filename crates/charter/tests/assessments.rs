//! The optional article on assessments and joint procurements.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::Charter;

const BASE: &str = include_str!("faults/base.toml");

#[test]
fn without_the_article_nothing_is_assessed() {
    assert_eq!(Charter::read(BASE).unwrap().assessments(), None);
}

#[test]
fn the_article_says_how_long_an_assessment_stands_without_a_review() {
    let text = format!("{BASE}\n[assessments]\narticle = 10\nreview-every = \"365d\"\n");
    let charter = Charter::read(&text).unwrap();
    let article = charter.assessments().unwrap();
    assert_eq!((article.number().0, article.review_every().hours()), (10, 365 * 24));
}
