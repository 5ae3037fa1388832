//! What is found in charters that are known to keep or to break a promise.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

use quorate_charter::{Body, Charter};
use quorate_foresight::{Assurance, Finding, Outcome, Promise};

const FOUNDING: &str = include_str!("../../../charters/partnership.toml");
const PLAIN: &str = include_str!("../../../charters/plain-55-65.toml");

fn assured(text: &str) -> Assurance {
    Assurance::of(&Charter::read(text).unwrap_or_else(|faults| panic!("{}", faults.first().what())))
}

fn of<'a>(assurance: &'a Assurance, promise: Promise, rule: &str) -> &'a Finding {
    let mut found = assurance.findings().iter();
    found.find(|finding| finding.promise == promise && finding.place.of == rule).expect("a finding")
}

/// The founding charter with a fifth member.
fn five() -> String {
    FOUNDING
        .replace(
            "[measure.population]",
            "[member.ITA]\nname = { en = \"Italy\", fr = \"Italie\" }\n\n[measure.population]",
        )
        .replace("GBR = 69226000 }", "GBR = 69226000, ITA = 58952704 }")
}

#[test]
fn the_founding_charter_keeps_what_it_promises_of_votes() {
    let assurance = assured(FOUNDING);
    for promise in [Promise::Block, Promise::Impose, Promise::Majority] {
        for finding in assurance.findings().iter().filter(|finding| finding.promise == promise) {
            let rule = finding.place.of.as_str();
            let promised = !["exclusion", "suspension", "amendment in force"].contains(&rule);
            let expected =
                if promised || finding.promise != Promise::Block { "proven" } else { "not promised" };
            assert_eq!(finding.outcome.name(), expected, "{}: {}", finding.place, finding.outcome.says());
        }
    }
}

#[test]
fn the_grid_of_the_twelve_pairs() {
    let assurance = assured(PLAIN);
    let found = of(&assurance, Promise::Block, "assistance").outcome.counterexample().unwrap();
    assert_eq!(found.cases, Some((7, 12)));
    assert_eq!(
        found.says,
        "one member can block assistance to CAN: DEU. Without it those in favour have 62.3 % of population, 65 % needed"
    );
}

#[test]
fn a_suspension_by_the_same_majority_makes_one() {
    // With five, the clause adopts a suspension with one of four against, and then help with one of four against.
    let clause = "members >= 75% of participating, or not in favour <= 1";
    let (before, after) =
        five().split_once("[rule.suspension]").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let after = after.replacen("members >= 100% of participating", clause, 1);
    let by_clause = format!("{before}[rule.suspension]{after}");
    let assurance = assured(&by_clause);
    let found = of(&assurance, Promise::Majority, "call");
    let steps = &found.outcome.counterexample().expect("it fails").steps;
    assert!(steps.iter().any(|step| step.contains("they suspend")), "{steps:?}");
    assert!(assurance.answer().contains("cannot adopt"), "{}", assurance.answer());
    // Not if all others must agree, as in the founding charter, and not if nobody can be suspended.
    assert_eq!(of(&assured(&five()), Promise::Majority, "call").outcome.name(), "proven");
    let (before, rest) = by_clause.split_once("[suspension]").unwrap();
    let after = rest.split_once("\n[").unwrap().1;
    let without = format!("{before}\n[{after}");
    assert_eq!(of(&assured(&without), Promise::Majority, "call").outcome.name(), "proven");
}

#[test]
fn what_is_not_essential_is_told_as_not_promised() {
    let text = PLAIN.replace("[rule.assistance]", "[rule.assistance]\nessential = false");
    let found = assured(&text);
    assert_eq!(of(&found, Promise::Block, "assistance").outcome.name(), "not promised");
}

#[test]
fn weights_that_move_are_proven_for_all_weights_or_reported() {
    let moving = |text: &str| text.replace("[measure.population]", "[measure.population]\nmoves = true");
    let found = assured(&moving(FOUNDING));
    let says = of(&found, Promise::Block, "assistance").outcome.says().to_owned();
    assert!(says.ends_with("whatever the weights become"), "{says}");
    // Three quarters of population for one measure and no clause: today nobody blocks a call, one day somebody could.
    let text = FOUNDING.replace(
        "population >= 65% of participating, or not in favour <= 1",
        "population >= 1% of participating",
    );
    let found = assured(&moving(&text));
    assert_eq!(of(&found, Promise::Block, "call").outcome.name(), "condition");
}

#[test]
fn two_opposed_groups_are_found() {
    let text = FOUNDING.replace(
        "[rule.call]\nadopted = \"members >= 55% of participating and population >= 65% of participating, or not in favour <= 1\"",
        "[rule.call]\nadopted = \"members >= 50% of participating\"",
    );
    let found = assured(&text);
    let says = of(&found, Promise::Impose, "call").outcome.says().to_owned();
    assert_eq!(says, "two opposed groups can both adopt call: CAN and DEU against FRA and GBR");
}

#[test]
fn of_another_institution_only_votes_are_known() {
    let body = Body::read(include_str!("../../../charters/models/nato.toml")).unwrap();
    let assurance = Assurance::of_body(&body);
    assert!(!assurance.holds());
    let missing =
        assurance.findings().iter().filter(|f| matches!(f.outcome, Outcome::NotDeclared(_))).count();
    assert_eq!(missing, 4);
}

fn rehearsed(text: &str) -> Assurance {
    assured(text).rehearsed(&Charter::read(text).unwrap(), text)
}

#[test]
fn under_the_founding_charter_nobody_holds_a_payment_up_or_delays_it() {
    let assurance = rehearsed(FOUNDING);
    assert_eq!(of(&assurance, Promise::Procedure, "from request to payment").outcome.name(), "proven");
    let delay = &of(&assurance, Promise::Delay, "delay").outcome;
    assert_eq!(
        delay.says(),
        "from request to payment 72 hours at most whatever one member does, 72 hours with everybody prompt: a delay of 0 hours at most; 240 hours promised"
    );
    assert!(
        assurance
            .answer()
            .starts_with("No single member can block, impose or hold up what the text promises: ")
    );
    // Without the promise there is nothing to hold the delay against.
    let without = FOUNDING.replace("[promises]\narticle = 16\nlongest-delay = \"240h\"", "");
    let assurance = rehearsed(&without);
    assert_eq!(of(&assurance, Promise::Delay, "delay").outcome.name(), "not declared");
}

#[test]
fn the_rehearsal_finds_the_pairs_that_the_count_finds() {
    for text in [PLAIN, include_str!("../../../charters/contributions-only.toml")] {
        let assurance = rehearsed(text);
        let counted = of(&assurance, Promise::Block, "assistance").outcome.counterexample().unwrap().cases;
        let run =
            of(&assurance, Promise::Procedure, "from request to payment").outcome.counterexample().unwrap();
        assert_eq!(run.cases, counted);
        assert!(run.story.as_ref().unwrap().contains("stage: not adopted"));
    }
}
