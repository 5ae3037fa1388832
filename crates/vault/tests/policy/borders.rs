//! Rosters that moved, sets that are too large, texts that were changed, moments beyond counting.

use quorate_charter::{MemberCode, Office};
use quorate_partnership::Moment;
use quorate_vault::policy::{
    Action, Known, MAX_COMPARTMENTS, MAX_MEMBERS, MAX_ROSTERS, MAX_STATES, Policy, Refusal, Roster, SCHEMA,
    decide,
};

use super::rules::asked;
use super::{allowed, compartment, known, policy, roster, states};

/// As many codes as asked for.
fn many(number: usize) -> impl Iterator<Item = MemberCode> {
    let letters = || (b'A'..=b'Z').map(char::from);
    let pairs = letters().flat_map(move |one| letters().map(move |two| format!("{one}{two}X")));
    pairs.map(|code| code.parse().unwrap()).take(number)
}

#[test]
fn a_policy_decides_nothing_for_another_roster() {
    let question = allowed(Action::Open);
    let one = compartment(1);
    let other = |roster: Roster| Known { rosters: vec![roster], ..known() };
    for moved in [
        roster(1, 4, "CAN FRA GBR"),
        roster(1, 2, "CAN FRA GBR"),
        roster(1, 3, "CAN FRA"),
        roster(1, 3, "CAN DEU FRA GBR"),
        roster(1, 3, ""),
    ] {
        let known = other(moved);
        assert_eq!(decide(&policy(), &known, &question), Err(Refusal::PolicyOfAnotherRoster(one)));
        let sealing = policy().holds_for(&[one], &known);
        assert_eq!(sealing, Err(Refusal::PolicyOfAnotherRoster(one)), "nothing is sealed");
    }
    let two = Known { rosters: vec![roster(1, 3, "CAN FRA GBR"), roster(1, 3, "CAN FRA GBR")], ..known() };
    assert_eq!(decide(&policy(), &two, &question), Err(Refusal::TwoRosters(one)));
    assert_eq!(Policy::of(&two).unwrap_err(), Refusal::TwoRosters(one));
    let none = Known { rosters: vec![], ..known() };
    assert_eq!(decide(&policy(), &none, &question), Err(Refusal::NoRoster(one)));
    let gone = Known { members: states("DEU FRA GBR"), ..known() };
    assert_eq!(decide(&policy(), &gone, &question), Err(Refusal::PolicyOfOtherMembers));
    assert_eq!(policy().holds_for(&[one], &known()), Ok(()));
}

#[test]
fn a_member_that_left_the_partnership_is_in_no_policy() {
    let known = Known { members: states("DEU FRA GBR"), ..known() };
    let policy = Policy::of(&known).unwrap();
    let Err(Refusal::Denied(denied)) = decide(&policy, &known, &allowed(Action::Open)) else { panic!() };
    assert_eq!(denied.rules[0].id(), "V1");
    // And where nobody is left, nobody is let in.
    let known = Known { members: states(""), ..known };
    let policy = Policy::of(&known).unwrap();
    assert!(!policy.text().contains("permit"));
    assert!(matches!(decide(&policy, &known, &allowed(Action::Open)), Err(Refusal::Denied(_))));
    assert_eq!(Policy::read(&policy.text()).unwrap().text(), policy.text());
}

#[test]
fn a_compartment_that_the_policy_does_not_know_is_refused_and_not_left_out() {
    let mut question = allowed(Action::Open);
    question.facts.compartments.insert(compartment(9));
    assert_eq!(asked(&question), Err(Refusal::NoPolicy(compartment(9))));
    question.facts.compartments.clear();
    assert_eq!(asked(&question), Err(Refusal::Nowhere));
}

#[test]
fn sizes_at_their_borders() {
    let rosters: Vec<Roster> = (1..=9).map(|number| roster(number, 3, "CAN FRA GBR")).collect();
    let known = Known { rosters, ..known() };
    let policy = Policy::of(&known).unwrap();
    let mut question = allowed(Action::Open);
    question.facts.compartments = (1..=8).map(compartment).collect();
    assert_eq!(question.facts.compartments.len(), MAX_COMPARTMENTS);
    assert!(decide(&policy, &known, &question).is_ok());
    question.facts.compartments.insert(compartment(9));
    assert_eq!(decide(&policy, &known, &question), Err(Refusal::TooManyCompartments));

    let mut question = allowed(Action::Open);
    question.facts.advance = many(MAX_STATES).collect();
    assert!(asked(&question).is_ok());
    question.facts.advance = many(MAX_STATES + 1).collect();
    assert_eq!(asked(&question), Err(Refusal::TooManyStates));

    assert!(Roster::of(compartment(1), 0, many(MAX_MEMBERS).collect()).is_ok());
    let over = Roster::of(compartment(1), 0, many(MAX_MEMBERS + 1).collect());
    assert_eq!(over, Err(Refusal::TooManyMembers));
    let known = Known { rosters: vec![roster(1, 0, "CAN"); MAX_ROSTERS + 1], ..known };
    assert_eq!(Policy::of(&known).unwrap_err(), Refusal::TooManyRosters);
}

#[test]
fn moments_beyond_counting_are_refused() {
    let last = u64::try_from(i64::MAX).unwrap();
    let mut question = allowed(Action::Open);
    question.facts.release = Some(Moment(last));
    assert!(matches!(asked(&question), Err(Refusal::Denied(_))));
    question.facts.release = Some(Moment(last + 1));
    assert_eq!(asked(&question), Err(Refusal::Moment));
    question.facts.release = None;
    question.circumstances.now = Moment(u64::MAX);
    assert_eq!(asked(&question), Err(Refusal::Moment));
}

#[test]
fn a_policy_that_was_changed_is_refused_unread() {
    let text = policy().text();
    assert_eq!(Policy::read(&text).unwrap().text(), text);
    for (from, to) in [
        ("[Member::\"CAN\", Member::\"DEU\"]", "[Member::\"CAN\", Member::\"DEU\", Member::\"FRA\"]"),
        ("members CAN DEU\n", "members CAN DEU FRA\n"),
        ("epoch 3", "epoch 4"),
        ("quorate policy 1", "quorate policy 2"),
        ("context.now < resource.release", "false"),
        ("forbid", "permit"),
        ("// members CAN DEU FRA GBR", "// members CAN  DEU FRA GBR"),
    ] {
        assert!(text.contains(from), "{from}");
        let changed = text.replacen(from, to, 1);
        assert_eq!(Policy::read(&changed).unwrap_err(), Refusal::NotOurs, "{from}");
    }
    for wrong in ["", "\n", "// quorate policy 1", "// quorate policy 1\n// members can\n\n"] {
        assert_eq!(Policy::read(wrong).unwrap_err(), Refusal::NotOurs);
    }
    assert_eq!(Policy::read(&format!("{text}\n")).unwrap_err(), Refusal::NotOurs);
    assert_eq!(Policy::read(text.trim_end()).unwrap_err(), Refusal::NotOurs);
}

#[test]
fn the_policies_are_of_the_schema() {
    use cedar_policy::{PolicySet, Schema, ValidationMode, Validator};
    let (schema, _) = Schema::from_cedarschema_str(SCHEMA).unwrap();
    let policies: PolicySet = policy().text().parse().unwrap();
    let found = Validator::new(schema).validate(&policies, ValidationMode::Strict);
    assert!(found.validation_passed(), "{found}");
}

#[test]
fn the_offices_in_the_rules_are_those_that_members_accredit() {
    let offices: Vec<String> =
        Office::ACCREDITED.iter().map(|office| format!("\"{}\"", office.name())).collect();
    assert!(policy().text().contains(&format!("[{}].contains(principal.office)", offices.join(", "))));
}
