//! Vectors of markings, products, shares and releases.

use std::collections::BTreeSet;
use std::io::Cursor;

use quorate_charter::MemberCode;
use quorate_partnership::{DocumentHash, Moment, Post};
use serde_json::{Value, json};

use super::statement::{signed, signer, statement};
use super::*;
use crate::agent::testing::{DAY, NOW};
use crate::marking::{Categories, Kind, Level, Marking};
use crate::release::{Clocks, Given, Handed, Later, Release, Terms, given, hand_over, release};
use crate::vectors::{Cast, Vector, hex, named};

const OPENS: Moment = Moment(NOW.0 + DAY);
const TEXT: &[u8] = b"What was seen on the coast.";

fn marking() -> Marking {
    let mut categories = Categories::default();
    for (kind, name, value) in [
        (Kind::Restrictive, "Special category", "ALPHA"),
        (Kind::Informative, "Administrative", "PERSONNEL"),
        (Kind::Informative, "Administrative", "MEDICAL"),
    ] {
        categories.add(kind, name.parse().unwrap(), value.parse().unwrap()).unwrap();
    }
    Marking {
        policy: "EXERCISE".parse().unwrap(),
        level: Level::Secret,
        audience: "CAN,DEU,FRA".parse().unwrap(),
        categories,
        created: NOW,
        expires: Some(Moment(NOW.0 + 365 * DAY)),
    }
}

fn archive() -> ArchiveKey {
    let class = "year".parse().unwrap();
    ArchiveKey::of(Cast::COMPARTMENT, Cast::EPOCH, class, Secret::of(&Cast::ARCHIVE_KEY))
}

/// The header, as the compartment's notice has it, too. What stands in it for a whole is in this one chance.
pub(crate) fn header() -> Header {
    let state = "USA".parse().unwrap();
    said("The coast, March", &marking(), BTreeSet::from([state]), TearLine([0x88; 32]), &handling())
}

/// What its readers may do.
fn handling() -> Handling {
    Handling { may_act: false, despite: BTreeSet::from(["FRA".parse().unwrap()]) }
}

/// The header of a tear-line version: for more States, and without what it was made of.
fn version(whole: ProductId, opening: &[u8; 32]) -> Header {
    let marking = Marking {
        level: Level::Restricted,
        audience: "CAN,DEU,FRA,GBR,NOR".parse().unwrap(),
        categories: Categories::default(),
        ..marking()
    };
    let handling = Handling { may_act: true, ..Handling::default() };
    said("Ships at sea", &marking, BTreeSet::new(), TearLine::of(whole, opening), &handling)
}

fn said(
    title: &str,
    marking: &Marking,
    contains: BTreeSet<MemberCode>,
    tear_line: TearLine,
    handling: &Handling,
) -> Header {
    let (document, to) = (DocumentHash([0x44; 32]), marking.audience.clone());
    let consent = |state: &MemberCode| Consent { state: *state, document, to: to.clone() };
    let consents: Vec<Consent> = contains.iter().map(consent).collect();
    let derived_from = contains.iter().map(|_| ProductId([0x55; 32])).collect();
    Header::of(&Said {
        title: &title.parse().unwrap(),
        marking,
        originator: "CAN/representative".parse().unwrap(),
        archive: &archive(),
        sealed: NOW,
        release: Some(OPENS),
        length: u64::try_from(TEXT.len()).unwrap(),
        provenance: &Provenance { derived_from, contains, tear_line: None },
        consents: &consents,
        tear_line,
        handling,
    })
}

fn of_header(header: &Header) -> Value {
    let provenance = header.provenance();
    json!({
        "title": header.title.as_str(),
        "marking": serde_json::from_str::<Value>(&header.marking.to_json()).unwrap(),
        "originator": header.originator.to_string(),
        "compartment": header.compartment.to_string(),
        "epoch": header.epoch,
        "class": header.class.as_str(),
        "sealed": header.sealed.0,
        "release": header.release.map(|at| at.0),
        "length": header.length,
        "derived_from": provenance.derived_from.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "contains": provenance.contains.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "consents": header.consents().iter().map(|(of, by)| format!("{of} {by}")).collect::<Vec<_>>(),
        "tear_line": hex(&header.tear_line().0),
        "may_act": header.may_act,
        "despite": header.despite().iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

/// What follows from keys alone. Each is read again, in its one form.
pub(crate) fn fixed(cast: &Cast) -> Vec<Vector> {
    let (marking, header, product) = (marking(), header(), ProductId([0x66; 32]));
    let bytes = marking.to_cbor();
    assert_eq!(Marking::from_cbor(&bytes).unwrap(), marking);
    let label = serde_json::from_str(&marking.to_json()).unwrap();
    let plain = minicbor::to_vec(&header).unwrap();
    assert_eq!(minicbor::decode::<Header>(&plain).unwrap(), header);
    let sealed = header.to_bytes().unwrap();
    let stated = statement(product, &header, &sealed);
    let by = cast.agent("CAN");
    let says = json!({ "product": product.to_string(), "header": hex(&sealed), "by": hex(&by.public().0) });
    let signature = signed(by, &stated).unwrap();
    assert_eq!(signer(&signature, &stated), Some(by.public()));
    vec![
        Vector::of("a marking", "marking", &bytes, label),
        Vector::of("a header", "product-header", &plain, of_header(&header)),
        of_version(),
        Vector::of("what an originator signs", "product-statement", &stated, says.clone()),
        Vector::of("the same, signed", "signed-product-statement", &signature, says),
        Vector::of("a credential", "credential", cast.credential("CAN").bytes(), of_credential(cast)),
    ]
}

/// The notice of a tear-line version has what opens the commitment in it, of the same whole.
fn of_version() -> Vector {
    let (whole, opening) = (ProductId([0x66; 32]), [1; 32]);
    let header = version(whole, &opening);
    let mut says = of_header(&header);
    says["of"] = json!({ "whole": whole.to_string(), "opening": hex(&opening) });
    Vector::of(
        "the header of a tear-line version",
        "product-header",
        &minicbor::to_vec(&header).unwrap(),
        says,
    )
}

fn of_credential(cast: &Cast) -> Value {
    let credential = cast.credential("CAN");
    json!({
        "partnership": credential.partnership().to_string(),
        "post": credential.post().to_string(),
        "agent": hex(&credential.agent().0),
        "until": credential.until().0,
    })
}

/// A product of which a half is held back, the shares of the half, and a release with what two release agents hand over.
pub(crate) fn sealed(cast: &Cast) -> Vec<Vector> {
    let (header, archive) = (header(), archive());
    let consents = [Consent {
        state: "USA".parse().unwrap(),
        document: DocumentHash([0x44; 32]),
        to: "CAN,DEU,FRA".parse().unwrap(),
    }];
    let sealing = Sealing {
        title: &header.title,
        marking: &header.marking,
        originator: header.originator,
        archive: &archive,
        sealed: NOW,
        release: Some(OPENS),
        provenance: &header.provenance(),
        consents: &consents,
        handling: &handling(),
        control: Control::Originator,
    };
    let mut file = Vec::new();
    let sealed = seal(&sealing, cast.agent("CAN"), &mut &*TEXT, &mut file).unwrap();
    let half = sealed.second.as_ref().unwrap();
    let key = Product::read(Cursor::new(&file)).unwrap().key(&archive, Some(half)).unwrap();
    let shares = half.split(Scheme::of(2, 3).unwrap()).unwrap();
    let later = Later {
        at: OPENS,
        to: vec![cast.credential("DEU")],
        agents: ["GBR", "NOR", "CAN"].map(|agent| cast.credential(agent)).to_vec(),
        needed: 2,
    };
    let terms = Terms { now: vec![cast.credential("FRA")], later: Some(later) };
    let made = release(cast.agent("CAN"), &key, &sealed.header, &terms, &cast.now(NOW.0)).unwrap();
    let mut vectors = vec![
        Vector::of("a product", "product-file", &file, json!({ "second_half": hex(half.secret().expose()) })),
        Vector::of("a share of its second half", "share", &shares[0].to_cbor(), Value::Null),
        Vector::of("another share of it", "share", &shares[2].to_cbor(), Value::Null),
        Vector::of("a release", "release", made.bytes(), Value::Null),
    ];
    for (name, agent) in [("a share that was handed over", "GBR"), ("another one", "NOR")] {
        let clocks = Clocks { own: OPENS, recorded: OPENS };
        let handed = hand_over(cast.agent(agent), &made, clocks, &cast.now(OPENS.0)).unwrap();
        vectors.push(Vector::of(name, "handed-over", handed.bytes(), Value::Null));
    }
    let said: Vec<Value> = opened(cast, &vectors).into_iter().map(|(_, says)| says).collect();
    vectors.iter_mut().zip(said).for_each(|(vector, says)| vector.says = says);
    vectors
}

fn key_of(cast: &Cast, member: &str, release: &Release, handed: &[Handed]) -> ProductKey {
    match given(cast.agent(member), release, handed).unwrap() {
        Given::Key(key) => key,
        Given::Not(waits) => panic!("{waits:?}"),
    }
}

/// What a product, shares and releases say, opened by every way that there is.
pub(crate) fn opened(cast: &Cast, vectors: &[Vector]) -> Vec<(&'static str, Value)> {
    let file = named(vectors, "a product");
    let product = || Product::read(Cursor::new(&file)).unwrap();
    let shares = ["a share of its second half", "another share of it"]
        .map(|name| Share::from_cbor(&named(vectors, name)).unwrap());
    let half = SecondHalf::combine(&shares).unwrap();
    let by =
        |post: Post, key: &_| cast.credential("CAN").post() == post && cast.agent("CAN").public() == *key;
    let unlocked = product().unlock(&archive(), Some(&half), &by).unwrap();
    let says = json!({
        "product": product().outside().product.to_string(),
        "second_half": hex(half.secret().expose()),
        "header": of_header(unlocked.header()),
        "signed_by": hex(&unlocked.signer().0),
        "text": hex(TEXT),
    });
    let now = cast.now(OPENS.0);
    let release = Release::read(&named(vectors, "a release"), &now).unwrap();
    let handed = ["a share that was handed over", "another one"]
        .map(|name| Handed::read(&named(vectors, name), &release, &now).unwrap());
    for key in [key_of(cast, "FRA", &release, &[]), key_of(cast, "DEU", &release, &handed)] {
        let mut text = Vec::new();
        product().unlock_by(&key, &by).unwrap().write_to(&mut text).unwrap();
        assert_eq!(text, TEXT);
    }
    let of_share = |share: &Share| {
        assert!(share.is_of(2, 3));
        json!({ "product": share.product().to_string(), "needed": 2, "agents": 3 })
    };
    let of_handed = |handed: &Handed| json!({ "by": handed.by().post().to_string(), "at": handed.at().0 });
    vec![
        ("a product", says),
        ("a share of its second half", of_share(&shares[0])),
        ("another share of it", of_share(&shares[1])),
        ("a release", of_release(&release)),
        ("a share that was handed over", of_handed(&handed[0])),
        ("another one", of_handed(&handed[1])),
    ]
}

/// What a release says openly.
fn of_release(release: &Release) -> Value {
    let named = release.named().map(|keys| keys.iter().map(|key| hex(&key.0)).collect::<Vec<_>>());
    let [now, later, agents] = named;
    json!({
        "product": release.product().to_string(),
        "by": release.by().post().to_string(),
        "at": release.at().0,
        "opens": release.opens().map(|at| at.0),
        "needed": release.scheme().0,
        "now": now,
        "later": later,
        "agents": agents,
    })
}
