//! Vectors of what is carried in compartments.

use openmls::credentials::{BasicCredential, Credential as Carrier};
use quorate_partnership::decisions::Choice;
use quorate_partnership::{DecisionNo, DocumentHash, Moment};
use serde_json::{Value, json};

use super::accept::{Carried, sealed_acceptance};
use super::archive::ArchiveKey;
use super::entry::{Acceptance, Accepts, Entry};
use super::held::{Era, Held};
use super::instruct::Instruction;
use super::join::Proof;
use super::parcel::kind;
use super::say::Body;
use super::take::Told;
use super::*;
use crate::agent::Secret;
use crate::agent::testing::{DAY, NOW};
use crate::marking::Level;
use crate::vectors::{Cast, Vector, hex, named};

/// The agents that are in, in the order of their leaves.
const IN: [&str; 3] = ["CAN", "FRA", "GBR"];

fn seats(cast: &Cast) -> Vec<Seat> {
    let seat = |(leaf, member): (u32, &&str)| {
        let credential = cast.credential(member);
        let carrier: Carrier = BasicCredential::new(credential.bytes().to_vec()).into();
        Seat::read(leaf, &carrier, &credential.agent().0).unwrap()
    };
    (0..).zip(&IN).map(seat).collect()
}

/// The change by which the United Kingdom came in, and the epoch began.
fn entry(cast: &Cast) -> Entry {
    let seats = seats(cast);
    let mut entry = Entry::of(Cast::EPOCH - 1, [0x81; 32], &seats[2..], &[]);
    (entry.commit, entry.authenticator) = ([0x82; 32], vec![0x83; 48]);
    entry
}

/// What an agent holds of the compartment.
fn held(cast: &Cast) -> Held {
    let era = Era { epoch: Cast::EPOCH, log_key: Cast::log_key(), seats: seats(cast) };
    let mut held = Held::founded(Cast::COMPARTMENT, "Watch", era);
    held.log.push(entry(cast));
    let key = Secret::of(&[0x84; 32]);
    held.archive.push(ArchiveKey { epoch: 1, class: Retention::Year, key, by: None });
    held
}

fn vault(cast: &Cast, member: &str, held: Held) -> Vault {
    let mut vault = Vault::new(cast.agent(member).clone());
    vault.held.push(held);
    vault
}

fn acceptance(cast: &Cast) -> Acceptance {
    let seats = seats(cast);
    let mut goes = Entry::of(Cast::EPOCH, entry(cast).digest(), &[], &seats[..1]);
    (goes.commit, goes.authenticator) = ([0x85; 32], vec![0x86; 48]);
    Acceptance::sign(cast.agent("GBR"), Cast::COMPARTMENT, Accepts::of(&goes, &seats), NOW)
}

fn cbor(value: impl minicbor::Encode<()>) -> Vec<u8> {
    minicbor::to_vec(value).unwrap()
}

/// What follows from keys alone.
pub(crate) fn fixed(cast: &Cast) -> Vec<Vector> {
    let (entry, acceptance) = (entry(cast), acceptance(cast));
    let keys =
        |keys: &[quorate_partnership::PublicKey]| keys.iter().map(|key| hex(&key.0)).collect::<Vec<_>>();
    let of_entry = json!({
        "epoch": entry.epoch,
        "parent": hex(&entry.parent),
        "commit": hex(&entry.commit),
        "authenticator": hex(&entry.authenticator),
        "added": keys(&entry.added),
        "removed": keys(&entry.removed),
        "digest": hex(&entry.digest()),
    });
    assert_eq!(Acceptance::read(&acceptance.bytes, Cast::COMPARTMENT).unwrap(), acceptance);
    let accepts = &acceptance.accepts;
    let of_acceptance = json!({
        "by": hex(&acceptance.agent.0),
        "epoch": accepts.epoch,
        "commit": hex(&accepts.commit),
        "digest": hex(&accepts.digest),
        "goes": accepts.goes,
        "at": acceptance.at.0,
    });
    let carried =
        Carried { acceptance: acceptance.bytes.clone(), credential: cast.credential("GBR").bytes().to_vec() };
    let acceptances = vec![acceptance.bytes.clone().into()];
    let proof = Proof { entry: entry.clone(), acceptances, obligations: vec![obligation()] };
    let parcel = Parcel::of(Cast::COMPARTMENT).with(kind::MESSAGE, Cast::EPOCH, vec![1, 2, 3]);
    assert_eq!(Parcel::read(&parcel.bytes()).unwrap(), parcel);
    let of_parcel =
        json!({ "compartment": hex(&Cast::COMPARTMENT.0), "items": [[4, Cast::EPOCH, "010203"]] });
    let keys = vec![ArchiveKey { epoch: 1, class: Retention::Year, key: Secret::of(&[0x84; 32]), by: None }];
    let of_keys = json!([{ "epoch": 1, "class": "year", "key": hex(&[0x84; 32]) }]);
    let mut all = vec![
        Vector::of("an entry of the roster log", "entry", &cbor(&entry), of_entry.clone()),
        Vector::of("an acceptance", "acceptance", &acceptance.bytes, of_acceptance.clone()),
        Vector::of("the body of an acceptance", "accepted", &cbor(carried), of_acceptance.clone()),
        Vector::of(
            "a proof for newcomers",
            "proof",
            &cbor(proof),
            json!([of_entry, of_acceptance, of_obligation(&obligation())]),
        ),
        Vector::of("a parcel", "parcel", &parcel.bytes(), of_parcel),
        Vector::of("what a grant seals", "granted-keys", &cbor(keys), of_keys),
    ];
    all.extend(shelf::vectors::fixed(cast, &shelf::vectors::asking(cast, held(cast))));
    all.extend(logged(cast));
    all
}

/// What the United Kingdom said of itself.
fn obligation() -> Obligation {
    let (member, to, by) =
        ("GBR".parse().unwrap(), "USA".parse().unwrap(), "GBR/representative".parse().unwrap());
    let levels = [Level::Confidential, Level::Secret].into();
    Obligation { member, to, under: DocumentHash([0x87; 32]), levels, by, at: NOW, ended: false }
}

fn of_obligation(one: &Obligation) -> Value {
    json!({
        "member": one.member.to_string(),
        "to": one.to.to_string(),
        "under": one.under.to_string(),
        "levels": one.levels.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "by": one.by.to_string(),
        "at": one.at.0,
        "ended": one.ended,
    })
}

/// What stands in messages, and what it says: one that is said, and two instructions.
fn bodies() -> [(&'static str, &'static str, Body, Value); 5] {
    let said = |text: &str| (Body::Words(text.into(), NOW), json!({ "at": NOW.0, "text": text }));
    let instructs = |vote: Option<(Choice, &str)>, until: Option<Moment>, text: &str| {
        let (decision, text) = (DecisionNo(1), text.to_owned());
        let says = json!({
            "at": NOW.0,
            "instruction": { "decision": 1, "vote": vote.map(|(_, says)| says), "until": until.map(|at| at.0), "text": text },
        });
        (
            Body::Instruction(Instruction { decision, vote: vote.map(|(vote, _)| vote), until, text }, NOW),
            says,
        )
    };
    let of = |name, by, (body, says)| (name, by, body, says);
    let until = Moment(NOW.0 + DAY);
    [
        of("a message: At nine.", "CAN", said("At nine.")),
        of("a message: At ten.", "CAN", said("At ten.")),
        of("a message: At ten, then.", "FRA", said("At ten, then.")),
        of(
            "an instruction",
            "FRA",
            instructs(Some((Choice::Against, "against")), Some(until), "not before May"),
        ),
        of("an instruction at discretion", "FRA", instructs(None, None, "")),
    ]
}

/// Messages of one agent, and of another, which heard of them: heads, and what a file of logs says.
fn logged(cast: &Cast) -> Vec<Vector> {
    let mut all = Vec::new();
    let (mut first, mut second) = (held(cast), held(cast));
    let item = parcel::Item { kind: kind::MESSAGE, epoch: Cast::EPOCH, bytes: Vec::new() };
    for (name, by, body, mut says) in bodies() {
        let held = if by == "CAN" { &mut first } else { &mut second };
        let plain = held.headed(cast.agent(by), kind::MESSAGE, None, &cbor(&body)).unwrap();
        let (head, inside) = log::Head::read(Cast::COMPARTMENT, &item, &plain).unwrap();
        assert!(Body::read(&inside).unwrap() == body, "{name}");
        says["by"] = json!(hex(&head.agent.0));
        all.push(Vector::of(name, "sealed-message", &plain, says));
        if by == "CAN" {
            assert_eq!(second.note(cast.agent("FRA"), &head), None);
        }
    }
    for (name, parcel) in shelf::vectors::notices(cast, || held(cast)) {
        let (_, body) = held(cast).unseal(&parcel.items[0]).unwrap();
        all.push(shelf::vectors::of_notice(name, &body));
    }
    let logs = vault(cast, "FRA", second).export_logs("Watch").unwrap();
    let checked = check_logs(&logs).unwrap();
    let says = |log: &CheckedLog| json!({ "agent": hex(&log.agent.0), "size": log.signed.unwrap().0, "proven": log.proven });
    all.push(Vector::of("a file of logs", "logs-file", logs.as_bytes(), checked.iter().map(says).collect()));
    all
}

/// A parcel of each kind that is sealed, and a checkpoint. What letters are about is a product of which nothing else stands here.
pub(crate) fn sealed(cast: &Cast) -> Vec<Vector> {
    let now = cast.now(NOW.0);
    let stocked = |_: &str| shelf::vectors::asking(cast, held(cast));
    let mut carried = shelf::vectors::notices(cast, || held(cast));
    carried.extend(shelf::vectors::letters(cast, stocked));
    let to = cast.agent("GBR").public();
    carried.push(("a grant", vault(cast, "CAN", held(cast)).grant("Watch", &to, &[1], &now).unwrap()));
    let own = cast.credential("GBR");
    let bytes = sealed_acceptance(&mut held(cast), cast.agent("GBR"), &acceptance(cast), &own).unwrap();
    let accepted = Parcel::of(Cast::COMPARTMENT).with(kind::ACCEPTANCE, Cast::EPOCH, bytes);
    carried.push(("an acceptance, sealed", accepted));
    let mut logged = held(cast);
    logged.headed(cast.agent("CAN"), kind::MESSAGE, None, b"said before").unwrap();
    let mut commits = vault(cast, "CAN", logged);
    let line = commits.checkpoint(&now).unwrap();
    carried.push(("a checkpoint, opened", commits.open_checkpoint("Watch", &line).unwrap()));
    let of = |(name, parcel): &(&str, Parcel)| Vector::of(name, "parcel", &parcel.bytes(), Value::Null);
    let mut vectors: Vec<Vector> = carried.iter().map(of).collect();
    vectors.push(Vector::of("a checkpoint", "checkpoint-line", line.as_bytes(), Value::Null));
    let said: Vec<Value> = opened(cast, &vectors).into_iter().map(|(_, says)| says).collect();
    vectors.iter_mut().zip(said).for_each(|(vector, says)| vector.says = says);
    vectors
}

/// Who reads what, and what it is told.
pub(crate) fn opened(cast: &Cast, vectors: &[Vector]) -> Vec<(&'static str, Value)> {
    let now = cast.now(NOW.0 + 1);
    let plain = |_: &Cast, held: Held| held;
    let takes = |reader: &str, stocks: fn(&Cast, Held) -> Held, name: &'static str| {
        let parcel = Parcel::read(&named(vectors, name)).unwrap();
        let taken = vault(cast, reader, stocks(cast, held(cast))).take(&parcel, false, &now).unwrap();
        let [told] = taken.told.as_slice() else { panic!("{name}: {:?}", taken.told) };
        (name, told_of(told))
    };
    let line = named(vectors, "a checkpoint");
    let document = hash_of(&line);
    let committed = takes("FRA", plain, "a checkpoint, opened");
    assert_eq!(committed.1["document"], json!(document));
    vec![
        takes("FRA", plain, "a notice"),
        takes("FRA", shelf::vectors::stocked, "a notice of a tear-line version"),
        takes("FRA", plain, "a notice of an obligation"),
        takes("CAN", shelf::vectors::stocked, "a question"),
        takes("FRA", shelf::vectors::asking, "an answer with a release"),
        takes("CAN", shelf::vectors::stocked, "a question whether to act"),
        takes("FRA", shelf::vectors::asking, "an answer that consents"),
        takes("CAN", shelf::vectors::stocked, "an acknowledgement"),
        takes("GBR", plain, "a grant"),
        takes("FRA", plain, "an acceptance, sealed"),
        committed,
        ("a checkpoint", json!({ "document": document })),
    ]
}

fn hash_of(line: &[u8]) -> String {
    use sha2::Digest as _;
    hex(&sha2::Sha256::digest(line))
}

fn told_of(told: &Told) -> Value {
    match told {
        Told::Granted(grant) => {
            json!({ "granted": grant.epochs, "by": hex(&grant.by.0), "to": hex(&grant.to.0) })
        }
        Told::AcceptedBy(member) => json!({ "accepted_by": member.to_string() }),
        Told::Committed(committed) => {
            let logs: Vec<Value> =
                committed.logs.iter().map(|(agent, size, _)| json!([hex(&agent.0), size])).collect();
            json!({ "by": committed.by.post().to_string(), "at": committed.at.0, "document": hex(&committed.document), "logs": logs })
        }
        Told::Obliged(one) => json!({ "obliged": of_obligation(one) }),
        other => shelf::vectors::told(other),
    }
}
