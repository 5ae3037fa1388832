//! The optional articles on the reserve, the treasury and the budget, and the rule on calls to restore.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::Charter;

const BASE: &str = include_str!("faults/base.toml");

#[test]
fn without_them_there_is_no_reserve_and_nothing_is_restored() {
    let charter = Charter::read(BASE).unwrap();
    assert_eq!((charter.reserve(), charter.calls().restore_rule()), (None, None));
}

#[test]
fn the_borders_of_the_share_of_income() {
    for (share, ratio) in [("0%", None), ("1%", Some((1, 100))), ("100%", Some((1, 1)))] {
        let text = format!("{BASE}\n[reserve]\narticle = 10\nof-income = \"{share}\"");
        let charter = Charter::read(&text).unwrap();
        let article = charter.reserve().unwrap();
        assert_eq!(article.number().0, 10);
        assert_eq!(article.of_income().map(|share| (share.numerator(), share.denominator())), ratio);
    }
}

#[test]
fn the_article_on_calls_names_the_rule_by_which_what_was_lost_is_restored() {
    let calls = Charter::read(BASE).unwrap();
    let named = format!("decided-by = \"{}\"", calls.calls().rule().name());
    let with = format!("{named}\nrestore = {{ decided-by = \"{}\" }}", calls.calls().rule().name());
    let (before, after) = BASE.split_once("[calls]").unwrap();
    let text = [before, "[calls]", &after.replacen(&named, &with, 1)].concat();
    let charter = Charter::read(&text).unwrap();
    assert_eq!(charter.calls().restore_rule(), Some(charter.calls().rule()));
}

#[test]
fn the_article_on_the_treasury_says_what_may_be_invested() {
    assert_eq!(Charter::read(BASE).unwrap().treasury(), None);
    for (share, ratio) in [("0%", None), ("50%", Some((1, 2))), ("100%", Some((1, 1)))] {
        let article = format!("article = 10\ninvest-at-most = \"{share}\"\nmaturity-at-most = \"365d\"");
        let text = format!("{BASE}\n[treasury]\n{article}\nfloor = \"0.00\"");
        let charter = Charter::read(&text).unwrap();
        let article = charter.treasury().unwrap();
        assert_eq!(article.number().0, 10);
        assert_eq!(article.invest_at_most().map(|share| (share.numerator(), share.denominator())), ratio);
        assert_eq!((article.maturity_at_most().hours(), article.floor().minor()), (365 * 24, 0));
    }
}

#[test]
fn the_article_on_the_budget_names_its_rule_and_the_time_for_late_lines() {
    let base = Charter::read(BASE).unwrap();
    assert_eq!(base.budget(), None);
    let rule = base.calls().rule();
    let article = format!("article = 10\ndecided-by = \"{}\"\nlate-lines = \"90d\"", rule.name());
    let charter = Charter::read(&format!("{BASE}\n[budget]\n{article}")).unwrap();
    let article = charter.budget().unwrap();
    assert_eq!((article.number().0, article.rule(), article.late_lines().hours()), (10, rule, 90 * 24));
}
