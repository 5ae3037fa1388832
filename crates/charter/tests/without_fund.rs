//! Charters without a fund.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use quorate_charter::{Body, Charter, Faults};

const FRAMEWORK: &str = include_str!("../../../charters/framework.toml");
const THREE: &str = include_str!("../../../charters/framework-of-three.toml");
const FOUNDING: &str = include_str!("../../../charters/partnership.toml");

fn first(faults: &Faults) -> &str {
    faults.first().what()
}

#[test]
fn a_framework_of_two_or_three_is_a_charter() {
    for (text, members) in [(FRAMEWORK, 2), (THREE, 3)] {
        let charter = Charter::read(text).unwrap();
        assert_eq!(charter.members().len(), members);
        assert!(!charter.has_fund());
        assert!(charter.decisions().texts_rule().is_some());
        assert!(charter.cases().party_rule().is_none() && !charter.fund().target().is_positive());
        // The rule of no cases has a name that no text can write, and adopts nothing.
        assert_eq!(charter.cases().rule().name().as_str(), "");
        assert_eq!(Body::read(text).unwrap().members().len(), members);
    }
    assert!(Charter::read(FOUNDING).unwrap().has_fund());
}

#[test]
fn the_tables_of_a_fund_stand_together_or_not_at_all() {
    for table in ["fund", "contributions", "cases", "calls", "payments"] {
        let begins = format!("[{table}]");
        let (before, after) = FOUNDING.split_once(&begins).unwrap();
        let (_, rest) = after.split_once("\n[").unwrap();
        let one = [before, "[", rest].concat();
        let faults = Charter::read(&one).unwrap_err();
        let all: Vec<&str> = faults.iter().map(|fault| fault.what()).collect();
        assert!(all.contains(&format!("missing table `{begins}`").as_str()), "{all:?}");
    }
}

#[test]
fn nothing_about_money_stands_without_one() {
    for article in [
        "[audit]\narticle = 30\nopinions = 1\n",
        "[budget]\narticle = 30\ndecided-by = \"both\"\nlate-lines = \"30d\"\n",
        "[beneficiaries]\narticle = 30\ndecided-by = \"both\"\n",
        "[promises]\narticle = 30\nlongest-delay = \"240h\"\n",
        "[reserve]\narticle = 30\nof-income = \"10%\"\n",
    ] {
        let faults = Charter::read(&[FRAMEWORK, article].concat()).unwrap_err();
        assert!(first(&faults).ends_with("is about a fund, and there is none"), "{}", first(&faults));
    }
    let settled = "notice = \"180d\"\nsettlement = { instalments = 4, every = \"90d\" }";
    let faults = Charter::read(&FRAMEWORK.replace("notice = \"180d\"", settled)).unwrap_err();
    assert_eq!(first(&faults), "`settlement` is about a fund, and there is none");
    let helped = FRAMEWORK.replace("not-taking-part = []", "not-taking-part = [\"beneficiary\"]");
    let faults = Charter::read(&helped).unwrap_err();
    assert_eq!(first(&faults), "the rule `both` leaves a beneficiary out, and there is none");
}

#[test]
fn both_of_two_can_be_asked_for_and_not_a_third() {
    let with =
        |least: &str| FRAMEWORK.replace("least-participating = 2", &format!("least-participating = {least}"));
    assert!(Charter::read(&with("1")).is_ok());
    assert!(Charter::read(&with("3")).is_err());
}

#[test]
fn texts_are_adopted_by_a_rule_that_stands_in_the_text() {
    let faults = Charter::read(&FRAMEWORK.replace("texts-by = \"both\"", "texts-by = \"all\"")).unwrap_err();
    assert_eq!(first(&faults), "there is no rule `all`");
}
