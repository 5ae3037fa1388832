//! Vectors of notices and letters.

use quorate_partnership::{DocumentHash, Phrase};
use serde_json::{Value, json};

use super::super::obligation::Stated;
use super::acknowledge::Acknowledgement;
use super::acting::Act;
use super::answer::Answer;
use super::asking::{Ask, asked};
use super::letter::{self, Words};
use super::*;
use crate::agent::testing::NOW;
use crate::compartment::Now;
use crate::compartment::held::Held;
use crate::compartment::{Obliging, Parcel, Told};
use crate::filled::filled;
use crate::marking::Level;
use crate::product::vectors::header;
use crate::release::{Terms, release};
use crate::vectors::{Cast, Vector, hex};

pub(in super::super) const PRODUCT: ProductId = ProductId([0x66; 32]);

fn why() -> Phrase {
    "it asked".parse().unwrap()
}

fn shelved(cast: &Cast) -> Shelved {
    let (header, agent) = (header(), cast.agent("CAN").public());
    let bytes = length(&header).unwrap();
    Shelved {
        product: PRODUCT,
        header,
        class: Retention::Year,
        agent,
        held_back: true,
        acknowledged: Vec::new(),
        released: Vec::new(),
        second: None,
        bytes,
        tear_lines: Vec::new(),
    }
}

fn ask(cast: &Cast) -> Ask {
    let whom = vec![cast.credential("DEU").bytes().to_vec().into()];
    Ask { product: PRODUCT, whom, why: why(), at: NOW }
}

/// The product is on the shelf.
pub(in super::super) fn stocked(cast: &Cast, mut held: Held) -> Held {
    held.shelf.keep(shelved(cast));
    held
}

fn act() -> Act {
    Act { product: PRODUCT, what: "tell the coast guard".parse().unwrap(), at: NOW }
}

/// The product is on the shelf, and that France asked: whether it may go on, and whether it may be acted on.
pub(in super::super) fn asking(cast: &Cast, held: Held) -> Held {
    let mut held = stocked(cast, held);
    let originator = header().originator;
    let fra = held.now().unwrap().seats.iter().find(|seat| seat.member().as_str() == "FRA").unwrap().clone();
    held.shelf.ask(asked(&fra, ask(cast), originator).unwrap());
    held.shelf.ask(act().asked(&fra, originator));
    held
}

/// A notice of each kind, under its name, each the first thing that its author sealed.
pub(in super::super) fn notices(cast: &Cast, of: impl Fn() -> Held) -> Vec<(&'static str, Parcel)> {
    let sealed = |by: &str, says: &Notice| notice::sealed(&mut of(), cast.agent(by), says).unwrap();
    let made = tear_line::Made { whole: PRODUCT, opening: tear_line::forged() };
    let obliging = Obliging {
        to: "USA".parse().unwrap(),
        under: DocumentHash([0x87; 32]),
        levels: [Level::Confidential, Level::Secret].into(),
        ended: false,
    };
    vec![
        ("a notice", notice::of(&mut of(), cast.agent("CAN"), &shelved(cast)).unwrap()),
        ("a notice of a tear-line version", sealed("CAN", &Notice::TearLine(made))),
        ("a notice of an obligation", sealed("GBR", &Notice::Obliged(Stated { obliging, at: NOW }))),
    ]
}

fn answer(cast: &Cast, held: &Held, now: &Now<'_>) -> Answer {
    let key = crate::product::ProductKey { product: PRODUCT, key: Secret::of(&[0x77; 32]) };
    let terms = Terms { now: vec![cast.credential("DEU")], later: None };
    let release = release(cast.agent("CAN"), &key, &header(), &terms, now).unwrap();
    let ask = held.shelf.asked[0].id();
    Answer { ask, release: Some(release.bytes().to_vec().into()), why: None, at: NOW, allowed: true }
}

/// The originator's consent to act, on a condition.
fn consent(held: &Held) -> Answer {
    let (ask, why) = (held.shelf.asked[1].id(), Some("without saying whence".parse().unwrap()));
    Answer { ask, release: None, why, at: NOW, allowed: true }
}

/// A letter of each kind, with who writes it, under its name.
pub(in super::super) fn letters(cast: &Cast, of: impl Fn(&str) -> Held) -> Vec<(&'static str, Parcel)> {
    let now = cast.now(NOW.0);
    let letter = |by: &str, to: &str, words: &dyn Fn(&Held) -> Words| {
        let mut held = of(by);
        let words = words(&held);
        letter::to(&mut held, cast.agent(by), to.parse().unwrap(), &words, &now).unwrap()
    };
    vec![
        ("a question", letter("FRA", "CAN", &|_| Words::Ask(ask(cast)))),
        ("an answer with a release", letter("CAN", "FRA", &|held| Words::Answer(answer(cast, held, &now)))),
        ("a question whether to act", letter("FRA", "CAN", &|_| Words::Act(act()))),
        ("an answer that consents", letter("CAN", "FRA", &|held| Words::Answer(consent(held)))),
        ("an acknowledgement", letter("FRA", "CAN", &|held| Words::Acknowledge(has(held)))),
    ]
}

fn has(held: &Held) -> Acknowledgement {
    let authenticator = held.authenticator(Cast::EPOCH).unwrap();
    Acknowledgement { product: PRODUCT, at: NOW, authenticator }
}

/// What letters say, before they are sealed.
pub(in super::super) fn fixed(cast: &Cast, held: &Held) -> Vec<Vector> {
    let question = held.shelf.asked[0].id();
    let refused = Answer { ask: question, release: None, why: Some(why()), at: NOW, allowed: false };
    let has = has(held);
    let words = |name, words: &Words, says| {
        let bytes = filled(words, 1024);
        assert_eq!(&crate::filled::read_filled::<Words>(&bytes, 1024).unwrap(), words);
        Vector::of(name, "letter-words", &bytes, says)
    };
    let product = PRODUCT.to_string();
    let asks = json!({
        "ask": { "product": product, "whom": ["DEU/representative"], "why": "it asked", "at": NOW.0 },
        "question": hex(&question),
    });
    let acts = json!({
        "act": { "product": product, "what": act().what.as_str(), "at": NOW.0 },
        "question": hex(&held.shelf.asked[1].id()),
    });
    let answers = |answer: &Answer| {
        let why = answer.why.as_ref().map(Phrase::as_str);
        json!({ "answer": { "question": hex(&answer.ask), "why": why, "at": NOW.0, "allowed": answer.allowed } })
    };
    let (refuses, consents) = (answers(&refused), answers(&consent(held)));
    let authenticator = hex(&has.authenticator);
    let acknowledges =
        json!({ "acknowledge": { "product": product, "at": NOW.0, "authenticator": authenticator } });
    vec![
        words("the words of a question", &Words::Ask(ask(cast)), asks),
        words("the words of an answer that refuses", &Words::Answer(refused), refuses),
        words("the words of a question whether to act", &Words::Act(act()), acts),
        words("the words of an answer that consents", &Words::Answer(consent(held)), consents),
        words("the words of an acknowledgement", &Words::Acknowledge(has), acknowledges),
    ]
}

/// The body of a notice, which is filled up.
pub(in super::super) fn of_notice(name: &str, body: &[u8]) -> Vector {
    let says = match crate::filled::read_filled::<Notice>(body, 2048).unwrap() {
        Notice::Product(_) => json!({
            "product": PRODUCT.to_string(),
            "title": header().title.as_str(),
            "class": "year",
            "held_back": true,
        }),
        Notice::TearLine(made) => {
            assert_eq!(made.opening, tear_line::forged());
            json!({ "whole": made.whole.to_string(), "opening": hex(&[1; 32]) })
        }
        Notice::Obliged(Stated { obliging, at }) => json!({
            "to": obliging.to.to_string(),
            "under": obliging.under.to_string(),
            "levels": obliging.levels.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "ended": obliging.ended,
            "at": at.0,
        }),
    };
    Vector::of(&format!("the body of {name}"), "notice", body, says)
}

/// What an agent is told of a notice or a letter.
pub(in super::super) fn told(told: &Told) -> Value {
    match told {
        Told::Shared(shelved) => {
            json!({ "shared": shelved.product.to_string(), "title": shelved.header.title.as_str(), "held_back": shelved.held_back })
        }
        Told::TearLine { whole, by } => json!({ "tear_line_of": whole.to_string(), "by": by.to_string() }),
        Told::Asked(asked) if asked.aim == Aim::Act => {
            json!({ "asked_to_act": asked.product.to_string(), "by": asked.by.to_string(), "what": asked.why.as_str() })
        }
        Told::Asked(asked) => {
            let whom: Vec<String> = asked.whom.iter().map(|one| one.post().to_string()).collect();
            json!({ "asked": asked.product.to_string(), "by": asked.by.to_string(), "whom": whom, "why": asked.why.as_str() })
        }
        Told::Answered(asked) => {
            let answer = asked.answered.as_ref().unwrap();
            let has_release = answer.release.is_some();
            json!({ "answered": hex(&asked.id()), "is_allowed": answer.allowed, "has_release": has_release })
        }
        Told::Acknowledged { product, by } => {
            json!({ "acknowledged": product.to_string(), "by": by.to_string() })
        }
        Told::Letter { by, to } => json!({ "letter": by.to_string(), "to": to.to_string() }),
        other => panic!("{other:?}"),
    }
}
