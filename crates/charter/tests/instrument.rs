//! The optional article on the charter as an instrument.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::{Charter, Means};

const BASE: &str = include_str!("faults/base.toml");

fn with(article: &str) -> Charter {
    let text = [BASE, "\n[instrument]\narticle = 30\nnature = \"treaty\"\n", article].concat();
    Charter::read(&text).unwrap()
}

#[test]
fn without_the_article_a_charter_is_a_treaty_of_no_further_form() {
    let charter = Charter::read(BASE).unwrap();
    assert!(charter.instrument().is_none() && !charter.is_arrangement());
}

#[test]
fn a_treaty_says_how_states_consent_and_who_takes_that_in() {
    let plain = with("");
    let article = plain.instrument().unwrap();
    assert_eq!((article.number().0, article.full_powers(), article.is_arrangement()), (30, false, false));
    assert!(article.means().iter().eq(&[Means::Ratification]) && article.depositaries().is_empty());
    assert_eq!(article.texts().count(), 0);
    let full = with(
        "full-powers = true\nconsent = [\"approval\", \"acceptance\"]\ndepositary = [\"GBR\", \"CAN\"]\n\
         text = { en = \"d5579c46dfcc7f18207013e65b44e4cb4e2c2298f4ac457ba8f82743f31e930b\", \
         fr = \"e258d248fda94c63753607f7c4494ee0fcbe92f1a76bfdac795c9d84101eb317\" }\nauthentic = [\"fr\"]\n",
    );
    let article = full.instrument().unwrap();
    assert!(article.full_powers());
    assert!(article.means().iter().eq(&[Means::Acceptance, Means::Approval]));
    assert!(article.depositaries().iter().map(|member| member.as_str()).eq(["CAN", "GBR"]));
    let authentic: Vec<(&str, bool)> =
        article.texts().map(|(language, _, authentic)| (language, authentic)).collect();
    assert_eq!(authentic, [("en", false), ("fr", true)]);
}

#[test]
fn reservations_go_to_articles_that_no_rule_carries_out() {
    for (said, open, closed) in [
        ("", [].as_slice(), [1, 9, 20, 30].as_slice()),
        ("reservations = \"none\"\n", &[], &[20]),
        ("reservations = [20, 21]\n", &[20, 21], &[1, 9, 22, 30]),
        ("reservations = \"any\"\n", &[20, 99, 999], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30, 1000, u16::MAX]),
    ] {
        let charter = with(said);
        let article = charter.instrument().unwrap();
        assert!(open.iter().all(|number| article.may_reserve(*number)), "{said}");
        assert!(!closed.iter().any(|number| article.may_reserve(*number)), "{said}");
    }
}

#[test]
fn an_arrangement_has_an_entry_and_nothing_of_a_treaty() {
    let three = Charter::read(include_str!("../../../charters/framework-of-three.toml")).unwrap();
    assert!(three.is_arrangement());
    let text = include_str!("../../../charters/framework-of-three.toml");
    assert!(Charter::read(&text.replace("provisional = false", "provisional = true")).is_err());
}

#[test]
fn provisional_application_ends_at_once_or_by_a_notice() {
    let entry = "\n[entry-into-force]\narticle = 30\nrule = \"call\"\nprovisional = true\n";
    let notice = |text: &str| {
        let charter = Charter::read(&[BASE, entry, text].concat()).unwrap();
        charter.entry_into_force().unwrap().provisional_notice().map(|period| period.hours())
    };
    assert_eq!((notice(""), notice("provisional-notice = \"30d\"\n")), (None, Some(720)));
}
