//! What is found of consultations: the real rules, with one member uncooperative.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use quorate_charter::Charter;
use quorate_foresight::{Assurance, Finding, Outcome, Promise};

const WITH: &str = include_str!("../../../stories/consultations.toml");
const WITHOUT: &str = include_str!("../../../charters/partnership.toml");

fn found(text: &str) -> Finding {
    let charter = Charter::read(text).unwrap_or_else(|faults| panic!("{}", faults.first().what()));
    let assurance = Assurance::of(&charter).rehearsed(&charter, text);
    let of = |finding: &&Finding| finding.promise == Promise::Consultations;
    assurance.findings().iter().find(of).unwrap().clone()
}

#[test]
fn nobody_holds_up_anothers_consultations_beyond_the_hours_of_the_article() {
    let finding = found(WITH);
    let Outcome::Proven(certificate) = &finding.outcome else { panic!("{:?}", finding.outcome) };
    assert!(certificate.says.contains("a session is held within 24 hours"), "{}", certificate.says);
    // The bounds are reached: whoever withholds everything has the rule hold the session, and breaks the silence late.
    for seen in ["24 hours seen", "72 hours seen"] {
        assert!(
            certificate.because.iter().any(|line| line.contains(seen)),
            "{seen}: {:?}",
            certificate.because
        );
    }
    assert!(
        finding.how.contains("12 pairs of one that calls and one that is uncooperative"),
        "{}",
        finding.how
    );
}

#[test]
fn without_the_article_nothing_is_declared() {
    assert_eq!(found(WITHOUT).outcome.name(), "not declared");
}

#[test]
fn where_a_post_may_give_too_few_commands_the_caller_does_not_get_through() {
    let few = WITH
        .replace("commands-a-day = 200", "commands-a-day = 1")
        .replace("reserve-a-day = 50", "reserve-a-day = 1");
    assert_eq!(found(&few).outcome.name(), "fails");
}
