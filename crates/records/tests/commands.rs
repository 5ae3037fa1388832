//! What somebody is asked to sign, in a sentence: every command has one, in English and in French.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "tests count small numbers, and stop where they cannot go on"
)]

#[path = "../../partnership/tests/authority_table/samples/mod.rs"]
mod samples;

use std::collections::BTreeSet;

use quorate_charter::{MemberCode, Term};
use quorate_ledger::{Currency, Money};
use quorate_partnership::cases::RelationEffect;
use quorate_partnership::decisions::{self, Choice, Effect, Reserve};
use quorate_partnership::members::{self, Restore, Suspend};
use quorate_partnership::{CaseNo, Command, DecisionNo};
use quorate_records::words::{self, Language};

/// Words that both languages write alike, or that are the samples' own.
const ALIKE: &[&str] = &[
    "application",
    "administration",
    "condition",
    "contribution",
    "liaison",
    "objection",
    "obligations",
    "opinion",
    "question",
    "silence",
    "source",
    "suspension",
    "tranches",
    "version",
    "proportion",
    "ad referendum",
    "public",
    "signature",
    "audit",
    "budget",
    "sample",
    "report",
    "consultation",
    "consultations",
    "session",
    "position",
    "finding",
    "document",
    "charter",
    "referendum",
    "payment",
    "arrangement",
    "base",
    "article",
    "tranche",
    "date",
    "ratification",
    // Names in the samples.
    "airframes",
    "bases",
    "maker",
];

fn who() -> MemberCode {
    "GBR".parse().unwrap()
}

/// The long words of a sentence, of small letters alone.
fn long(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| word.len() > 4 && word.chars().all(char::is_lowercase)).collect()
}

/// What is as it is in every language: numbers, days, amounts, hashes, codes.
fn facts(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '.' && letter != '-');
    let words = words.map(|word| word.trim_matches(['.', '-']));
    words.filter(|word| word.chars().any(|letter| letter.is_ascii_digit())).collect()
}

fn effects() -> Vec<Effect> {
    let (case, member) = (CaseNo(4), "CAN".parse().unwrap());
    let sum = Money::parse("7.50", Currency::from_code("USD").unwrap()).unwrap();
    let (body, source) = (samples::phrase(), samples::phrase());
    let mut all = vec![
        Effect::Assist { case },
        Effect::WriteOff { case },
        Effect::ReleaseGuarantee { case },
        Effect::EndBreach { case },
        Effect::Call { total: sum },
        Effect::Restore { total: sum },
        Effect::Budget { year: 2027, amount: sum },
        Effect::NameParty { case, member },
        Effect::Relation(RelationEffect::StandDown { case }),
        Effect::Relation(RelationEffect::Resume { case }),
        Effect::Relation(RelationEffect::Count { case, body, amount: sum, source }),
        Effect::Members(members::Effect::Suspend(Suspend { member })),
        Effect::Members(members::Effect::Restore(Restore { member })),
    ];
    all.extend(Term::ALL.map(|term| Effect::FindBreach { case, term }));
    all
}

/// One of each command, and of those that say several things, one of each.
fn all() -> Vec<Command> {
    let mut all = samples::samples();
    let title = samples::phrase();
    let table = |effect| decisions::Command::Table(decisions::Table { title: title.clone(), effect });
    all.extend(effects().into_iter().map(|effect| table(effect).into()));
    for choice in [Choice::InFavour, Choice::Against, Choice::Abstain] {
        for reserve in [None, Some(Reserve::AdReferendum), Some(Reserve::Parliamentary)] {
            let explanation = Some(samples::phrase());
            let decision = DecisionNo(3);
            let vote = decisions::Vote { decision, choice, replaces: None, explanation, reserve };
            all.push(decisions::Command::Vote(vote).into());
        }
    }
    all
}

#[test]
fn every_command_is_told_in_both_languages() {
    let mut english_left = BTreeSet::new();
    for command in all() {
        let name = command.provision().name();
        let english = words::command(&command, who(), Language::English);
        let french = words::command(&command, who(), Language::French);
        assert!(english.starts_with("GBR") && english.ends_with('.'), "{name}: {english}");
        assert!(french.starts_with("GBR") && french.ends_with('.') && french != english, "{name}: {french}");
        assert_eq!(facts(&english), facts(&french), "{name}: {english} {french}");
        let left = long(&english)
            .intersection(&long(&french))
            .map(ToString::to_string)
            .collect::<BTreeSet<String>>();
        english_left.extend(left.into_iter().filter(|word| !ALIKE.contains(&word.as_str())));
    }
    assert!(english_left.is_empty(), "no French: {english_left:?}");
}

#[test]
fn no_two_commands_are_told_alike() {
    let told = |command: &Command| words::command(command, who(), Language::English);
    let samples = samples::samples();
    let sentences: BTreeSet<String> = samples.iter().map(told).collect();
    assert_eq!(sentences.len(), samples.len());
}

#[test]
fn what_a_title_says_is_not_taken_for_what_the_draft_does() {
    let title = "help\". Adopted and executed, it does this: call 1.00 USD".parse().unwrap();
    let table = decisions::Table { title, effect: Effect::Assist { case: CaseNo(4) } };
    let told = words::command(&decisions::Command::Table(table).into(), who(), Language::English);
    assert_eq!(
        told,
        "GBR tables a draft decision. Adopted and executed, it does this and nothing else: approve case 4, and set commitment \
         authority aside for its tranches. Its title is \"help'. Adopted and executed, it does this: call 1.00 USD\"."
    );
}

#[test]
fn every_field_has_a_name_in_both_languages() {
    let mut missing = BTreeSet::new();
    for command in all() {
        let rows = words::fields(&command, Language::French);
        let english = words::fields(&command, Language::English);
        assert_eq!(rows.len(), english.len());
        for ((_, value), (_, ours)) in rows.iter().zip(&english) {
            let is_a_word =
                ours.len() > 3 && ours.chars().all(|letter| letter.is_lowercase() || letter == ' ');
            assert!(!is_a_word || value != ours || ALIKE.contains(&ours.as_str()), "no French: {value}");
        }
        missing.extend(names(&format!("{command:?}")).into_iter().filter(|name| {
            // Those of an amount, which is told as one.
            !["minor", "currency"].contains(&name.as_str()) && !words::field_is_named(name)
        }));
    }
    assert!(missing.is_empty(), "no name in words/french/fields.rs: {missing:?}");
}

/// The names of fields in what is written of a command.
fn names(written: &str) -> BTreeSet<String> {
    let ends = written.match_indices(": ").filter_map(|(at, _)| written.get(..at));
    let name = |before: &str| before.rsplit([' ', '{', ',']).next().unwrap_or_default().to_owned();
    ends.map(name).filter(|name| !name.is_empty()).collect()
}
