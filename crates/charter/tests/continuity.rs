//! The optional articles on continuity, positions and capabilities.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::Charter;

const BASE: &str = include_str!("faults/base.toml");

#[test]
fn without_the_article_nothing_is_kept_of_lines() {
    assert_eq!(Charter::read(BASE).unwrap().continuity(), None);
}

#[test]
fn the_article_says_how_often_lines_are_confirmed_and_tested() {
    let with = |confirm: &str| {
        let article =
            format!("\n[continuity]\narticle = 10\nconfirm-every = \"{confirm}\"\ntest-every = \"36500d\"\n");
        Charter::read(&[BASE, &article].concat())
    };
    let charter = with("7d").unwrap();
    let article = charter.continuity().unwrap();
    assert_eq!((article.number().0, article.confirm_every().hours()), (10, 168));
    assert_eq!(article.test_every().hours(), 876_000);
    // A word stands for ninety days at most.
    assert!(with("1h").is_ok() && with("90d").is_ok() && with("2160h").is_ok());
    assert!(with("2161h").is_err());
}

#[test]
fn positions_are_kept_where_the_article_is() {
    assert_eq!(Charter::read(BASE).unwrap().positions(), None);
    let charter = Charter::read(&[BASE, "\n[positions]\narticle = 10\n"].concat()).unwrap();
    assert_eq!(charter.positions().map(|article| article.number().0), Some(10));
}

#[test]
fn capabilities_are_kept_where_the_article_is() {
    assert_eq!(Charter::read(BASE).unwrap().capabilities(), None);
    let charter = Charter::read(&[BASE, "\n[capabilities]\narticle = 10\n"].concat()).unwrap();
    assert_eq!(charter.capabilities().map(|article| article.number().0), Some(10));
    assert!(Charter::read(&[BASE, "\n[capabilities]\narticle = 10\nkept = true\n"].concat()).is_err());
}
