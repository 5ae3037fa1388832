//! Each rule refuses by itself, and names itself alone.

use quorate_partnership::Moment;
use quorate_vault::marking::{Audience, Level, Tongue};
use quorate_vault::policy::{Action, Permit, Question, Refusal, Rule, decide};

use super::{NOW, allowed, compartment, known, policy, state, states};

pub(crate) fn asked(question: &Question) -> Result<Permit, Refusal> {
    decide(&policy(), &known(), question)
}

/// The rules that refuse it.
pub(crate) fn rules(question: &Question) -> Vec<&'static str> {
    match asked(question) {
        Ok(_) => Vec::new(),
        Err(Refusal::Denied(denied)) => denied.rules.iter().map(|rule| rule.id()).collect(),
        Err(other) => panic!("{other}"),
    }
}

/// The question for an action, changed.
fn with(action: Action, change: impl FnOnce(&mut Question)) -> Question {
    let mut question = allowed(action);
    change(&mut question);
    question
}

#[test]
fn what_every_rule_lets_through_may_be_done() {
    for action in Action::ALL {
        let permit = asked(&allowed(action)).unwrap();
        assert_eq!((permit.action(), permit.reader()), (action, allowed(action).reader.post));
        assert!(permit.covers(action, &allowed(action).facts.product));
        assert!(!permit.covers(action, &quorate_vault::product::ProductId([8; 32])));
    }
}

#[test]
fn v1_a_product_in_two_compartments_is_for_those_in_both() {
    for action in Action::ALL {
        let outside = with(action, |q| q.facts.compartments = [compartment(1), compartment(2)].into());
        assert_eq!(rules(&outside), [""; 0], "Canada is in both");
        let outside = with(action, |q| {
            q.facts.compartments = [compartment(1), compartment(2)].into();
            q.reader.post.member = state("FRA");
        });
        assert_eq!(rules(&outside), ["V1"], "France is in one");
        let outside = with(action, |q| q.facts.compartments = [compartment(2)].into());
        assert_eq!(rules(&outside), [""; 0]);
        let originator = with(action, |q| {
            q.facts.compartments = [compartment(2)].into();
            q.reader.post.member = state("GBR");
        });
        assert_eq!(rules(&originator), ["V1"], "the originator is not in the second");
    }
}

#[test]
fn v2_v14_keys_of_no_office_read_nothing_and_few_offices_pass_on() {
    for (office, open, forward) in [
        ("root", vec!["V2"], vec!["V2", "V14"]),
        ("recovery", vec!["V2"], vec!["V2", "V14"]),
        ("treasurer", vec![], vec!["V14"]),
        ("auditor", vec![], vec!["V14"]),
        ("case-officer", vec![], vec!["V14"]),
        ("representative", vec![], vec![]),
    ] {
        let post = format!("CAN/{office}").parse().unwrap();
        assert_eq!(rules(&with(Action::Open, |q| q.reader.post = post)), open, "{office}");
        assert_eq!(rules(&with(Action::Forward, |q| q.reader.post = post)), forward, "{office}");
    }
}

#[test]
fn v3_the_marking_names_the_reader_and_an_empty_audience_is_nobody() {
    for action in [Action::Open, Action::List, Action::Release] {
        assert_eq!(rules(&with(action, |q| q.facts.releasable = Audience::nobody())), ["V3"]);
        let other = with(action, |q| q.facts.releasable = Audience::of(states("FRA DEU")).unwrap());
        assert_eq!(rules(&other), ["V3"]);
        let home = with(action, |q| {
            q.facts.releasable = Audience::nobody();
            q.reader.post.member = state("GBR");
        });
        assert_eq!(rules(&home), [""; 0], "the originator's own member has it all the same");
    }
}

#[test]
fn v4_v5_levels_at_their_borders() {
    for (kept, cleared, refused) in [
        (None, Level::TopSecret, vec!["V4"]),
        (Some(Level::Confidential), Level::TopSecret, vec!["V4"]),
        (Some(Level::Secret), Level::Secret, vec![]),
        (Some(Level::Secret), Level::Confidential, vec!["V5"]),
        (Some(Level::TopSecret), Level::Secret, vec!["V5"]),
        (Some(Level::TopSecret), Level::TopSecret, vec![]),
        (None, Level::Confidential, vec!["V4", "V5"]),
    ] {
        let question = with(Action::Open, |q| {
            q.circumstances.kept = kept;
            q.reader.cleared = cleared;
        });
        assert_eq!(rules(&question), refused, "{kept:?} {cleared:?}");
    }
    let home = with(Action::Open, |q| {
        q.reader.post.member = state("GBR");
        q.circumstances.kept = None;
    });
    assert_eq!(rules(&home), [""; 0], "at home there is no agreement to ask for");
}

#[test]
fn v6_v12_the_release_time_holds_to_the_millisecond() {
    for (release, open, forward) in
        [(NOW.0 - 1, vec![], vec![]), (NOW.0, vec![], vec![]), (NOW.0 + 1, vec!["V6"], vec!["V6", "V12"])]
    {
        let at = |q: &mut Question| q.facts.release = Some(Moment(release));
        for action in [Action::Open, Action::List, Action::Release] {
            assert_eq!(rules(&with(action, at)), open, "{action} at {release}");
        }
        assert_eq!(rules(&with(Action::Forward, at)), forward);
    }
    let named = |q: &mut Question| {
        q.facts.release = Some(Moment(NOW.0 + 1));
        q.facts.advance = states("CAN");
    };
    assert_eq!(rules(&with(Action::Open, named)), [""; 0]);
    assert_eq!(rules(&with(Action::Forward, named)), ["V12"], "France is not named in advance");
}

#[test]
fn v7_v8_v9_v11_what_goes_on_and_to_whom() {
    let forward = |change: fn(&mut Question)| rules(&with(Action::Forward, change));
    assert_eq!(forward(|q| q.circumstances.consents.clear()), ["V7"]);
    assert_eq!(forward(|q| q.facts.contributors = states("DEU")), ["V8"]);
    assert_eq!(forward(|q| q.facts.contributors = states("SWE")), ["V8"], "a State outside, too");
    assert_eq!(
        forward(|q| {
            q.facts.contributors = states("SWE");
            q.circumstances.consents.extend(states("SWE"));
        }),
        [""; 0]
    );
    assert_eq!(forward(|q| q.facts.controlled = true), ["V9"], "also with consent");
    assert_eq!(forward(|q| q.circumstances.to.clear()), ["V11"], "nobody is not everybody");
    assert_eq!(forward(|q| q.circumstances.to.extend(states("DEU"))), ["V11"]);
    assert_eq!(
        forward(|q| {
            q.reader.post.member = state("GBR");
            q.facts.controlled = true;
            q.circumstances.consents.clear();
        }),
        [""; 0],
        "the originator passes its own on"
    );
}

#[test]
fn v15_nobody_acts_without_the_originators_consent_but_where_it_lets_readers_act() {
    let act = |change: fn(&mut Question)| rules(&with(Action::Act, change));
    assert_eq!(act(|q| q.circumstances.consents.clear()), ["V15"]);
    assert_eq!(act(|q| q.circumstances.consents = states("FRA DEU")), ["V15"], "another's consent");
    assert_eq!(
        act(|q| {
            q.circumstances.consents.clear();
            q.facts.actionable = true;
        }),
        [""; 0]
    );
    assert_eq!(
        act(|q| {
            q.circumstances.consents.clear();
            q.reader.post.member = state("GBR");
        }),
        [""; 0],
        "the originator acts on its own"
    );
    let others = |q: &mut Question| q.circumstances.consents.clear();
    for action in [Action::Open, Action::List, Action::Release] {
        assert_eq!(rules(&with(action, others)), [""; 0], "{action} needs no consent to act");
    }
}

#[test]
fn v10_v13_the_second_half_and_older_obligations_are_the_originators() {
    let release = |change: fn(&mut Question)| rules(&with(Action::Release, change));
    assert_eq!(release(|q| q.facts.controlled = true), ["V10"]);
    assert_eq!(
        release(|q| {
            q.facts.controlled = true;
            q.circumstances.consents = states("FRA DEU");
        }),
        ["V10"],
        "others' consent is not the originator's"
    );
    assert_eq!(release(|q| q.reader.bound = states("FRA")), [""; 0], "France is named anyway");
    assert_eq!(release(|q| q.reader.bound = states("FRA NZL")), ["V13"]);
    assert_eq!(
        release(|q| {
            q.facts.controlled = true;
            q.reader.bound = states("NZL");
            q.circumstances.consents = states("GBR");
        }),
        [""; 0]
    );
}

#[test]
fn a_person_is_told_why_in_sentences() {
    let question = with(Action::Open, |q| {
        q.circumstances.kept = None;
        q.facts.releasable = Audience::nobody();
    });
    let Err(refusal) = asked(&question) else { panic!() };
    let told = refusal.to_string();
    assert!(
        told.contains("ask the originator for a version that does. (V3)") && told.contains("(V4)"),
        "{told}"
    );
    let Refusal::Denied(denied) = refusal else { panic!() };
    assert!(denied.told(Tongue::French)[0].contains("Le marquage ne nomme pas"));
    for rule in Rule::ALL {
        for tongue in [Tongue::English, Tongue::French] {
            assert!(rule.told(tongue).contains(" : ") || rule.told(tongue).contains(": "), "{rule:?}");
        }
    }
}
