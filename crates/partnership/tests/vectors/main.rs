//! The recorded vectors of the formats: `conformance/vectors.json`.
//!
//! Everything here is made from fixed keys and fixed moments, so the bytes come out the same every time. The test
//! compares them with the recorded ones and writes nothing. `BLESS=1 cargo test -p quorate-partnership --test
//! vectors` records them anew: that approves another format, and what was signed in the old one can no longer be
//! read. Add vectors freely; think twice before one changes.
#![allow(clippy::arithmetic_side_effects, reason = "a wrong number shows in the vectors")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails so"
)]

mod arrangements;
mod assessments;
mod beneficiaries;
mod capabilities;
mod cast;
mod commands;
mod consultations;
mod continuity;
mod contributions;
mod control;
mod currencies;
mod curve;
mod document;
mod elsewhere;
mod entries;
mod envelope;
mod events;
mod financing;
mod frameworks;
mod instrument;
mod kinds;
mod leaving;
mod lines;
mod positions;
mod rooms;
mod sizes;
mod story;
mod tampered;
mod treasury;

use ed25519_dalek::{Signature, VerifyingKey};
use minicbor::{Decode, Encoder};
use quorate_partnership::{Booked, Command, Event, Genesis, Partnership, Signed, SignedError, Unauthentic};

use self::cast::{BEGINS, HOUR, genesis};
use self::document::{Document, Vector};
use self::story::Story;
use self::tampered::Refused;

const RECORDED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../conformance/vectors.json");

#[test]
fn the_bytes_are_those_recorded() {
    let now = Document::of(&Story::told()).text();
    if std::env::var_os("BLESS").is_some_and(|bless| bless == "1") {
        std::fs::write(RECORDED, &now).unwrap();
    }
    let recorded = std::fs::read_to_string(RECORDED).unwrap_or_default();
    if recorded != now {
        let differing = recorded.lines().zip(now.lines()).position(|(before, now)| before != now);
        let at = differing.unwrap_or_else(|| recorded.lines().count().min(now.lines().count()));
        let line = |text: &str| text.lines().nth(at).unwrap_or("(the end)").to_owned();
        panic!(
            "the format has changed: conformance/vectors.json differs from line {}\n  recorded: {}\n  now:      {}\n\
             If that is meant, BLESS=1 records the vectors anew; what was signed before can then not be read.",
            at + 1,
            line(&recorded),
            line(&now),
        );
    }
}

/// What keeps a vector out, by the code that judges real commands.
fn judged(partnership: &Partnership, vector: &Vector) -> Option<Refused> {
    let signed = match Signed::read(&vector.raw, &vector.of) {
        Ok(signed) => signed,
        Err(SignedError::TooLong(_)) => return Some(Refused::TooLong),
        Err(SignedError::Envelope) => return Some(Refused::Envelope),
        Err(SignedError::Payload(_)) => return Some(Refused::Payload),
        Err(SignedError::NotCanonical) => return Some(Refused::NotCanonical),
    };
    assert_eq!(signed.bytes(), vector.raw);
    let at = quorate_partnership::Moment(BEGINS.0 + 3 * HOUR);
    match partnership.admit(at, &[signed]).1.remove(0) {
        Ok(_) => None,
        Err(Unauthentic::Signature) => Some(Refused::Signature),
        Err(Unauthentic::NotAccredited(_)) => Some(Refused::NotAccredited),
        Err(other) => panic!("`{}`: {other}", vector.name),
    }
}

#[test]
fn each_vector_is_judged_as_it_says() {
    let story = Story::told();
    for vector in Document::of(&story).commands {
        assert_eq!(judged(&story.accredited, &vector), vector.refused, "`{}`", vector.name);
    }
}

/// Some vectors can be refused by a strict check only: here is what they look like to both.
#[test]
fn strictness_is_what_refuses_the_points_of_small_order() {
    let document = Document::of(&Story::told());
    let small: Vec<&Vector> =
        document.commands.iter().filter(|vector| vector.name.contains("small order")).collect();
    assert_eq!(small.len(), 2);
    for vector in small {
        let signed = Signed::read(&vector.raw, &vector.of).unwrap();
        let key = signed.key().0;
        let (body, signature) = vector.raw.split_last_chunk::<64>().unwrap();
        let protected = envelope::protected(&key);
        let payload = &body[2 + 2 + protected.len() + 1 + 2..body.len() - 2];
        let message = envelope::sig_structure(&protected, &envelope::external(&vector.of), payload);
        assert!(curve::laxly_verifies(&key, &message, signature), "`{}`", vector.name);
        let strict = VerifyingKey::from_bytes(&key).unwrap();
        assert!(
            strict.verify_strict(&message, &Signature::from_bytes(signature)).is_err(),
            "`{}`",
            vector.name
        );
    }
}

/// The worked examples of docs/formats.md are vectors, so they cannot grow stale.
#[test]
fn the_examples_of_the_documentation_are_vectors() {
    let text = include_str!("../../../../docs/formats.md").replace([' ', '\n'], "");
    let (story, name) = (Story::told(), "decision vote, the first");
    let document = Document::of(&story);
    let vote = document.commands.iter().find(|vector| vector.name == name).unwrap();
    let (_, signature) = vote.raw.split_last_chunk::<64>().unwrap();
    let last = story.steps.get(2).unwrap();
    let shown = [
        vote.id.clone().unwrap(),
        document::hex(signature),
        last.block.extent().digest.to_string(),
        document::hex(&last.booked[0].to_bytes()),
        last.digest.to_string(),
    ];
    for hex in shown {
        assert!(text.contains(&hex), "docs/formats.md does not show {hex}");
    }
}

#[test]
fn genesis_and_events_are_read_back() {
    assert_eq!(Genesis::from_bytes(&genesis().to_bytes()), Ok(genesis()));
    let told = Story::told().steps.into_iter().flat_map(|step| step.booked);
    for booked in told.chain(events::samples().into_iter().map(|(_, booked)| booked)) {
        assert_eq!(minicbor::decode::<Booked>(&booked.to_bytes()).unwrap(), booked);
    }
}

/// The two numbers of each command or event that the decoder knows: its room and what it is there, or the first
/// alone and 0. The decoder is asked, so that none can be forgotten.
fn known<T: for<'b> Decode<'b, ()>>() -> Vec<(u8, u8)> {
    let pairs = (0..32).flat_map(|room| (0..64).map(move |act| (room, act)));
    let asked = |(room, act): (u8, u8)| {
        let mut bytes = Vec::new();
        Encoder::new(&mut bytes).array(2).unwrap().u8(room).unwrap().array(1).unwrap().u8(act).unwrap();
        match minicbor::decode::<T>(&bytes) {
            Err(error) if error.is_unknown_variant() => None,
            Err(error) if error.is_type_mismatch() => Some((room, 0)),
            _ => Some((room, act)),
        }
    };
    let mut known: Vec<(u8, u8)> = pairs.filter_map(asked).collect();
    known.dedup();
    known
}

fn numbers<T: minicbor::Encode<()>>(value: &T) -> (u8, u8) {
    let bytes = minicbor::to_vec(value).unwrap();
    let mut read = minicbor::Decoder::new(&bytes);
    read.array().unwrap();
    let room = read.u8().unwrap();
    let act = read.array().and_then(|_| read.u8());
    (room, act.unwrap_or(0))
}

#[test]
fn every_command_and_event_has_a_vector() {
    let mut commands: Vec<(u8, u8)> = commands::samples().iter().map(|sample| numbers(&sample.2)).collect();
    commands.sort_unstable();
    commands.dedup();
    assert_eq!(commands, known::<Command>());
    let mut events: Vec<(u8, u8)> =
        events::samples().iter().map(|(_, booked)| numbers(&booked.event)).collect();
    events.sort_unstable();
    events.dedup();
    assert_eq!(events, known::<Event>());
}
