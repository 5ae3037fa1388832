//! The vectors as they stand in `conformance/vectors.json`.

use std::collections::BTreeMap;
use std::fmt::Write;

use quorate_ledger::Currency;
use quorate_partnership::{PartnershipId, Signed};
use serde::Serialize;

use crate::cast::genesis;
use crate::commands::{of_sample, samples};
use crate::sizes::sized;
use crate::story::{Step, Story};
use crate::tampered::{Refused, Tampered, tampered};

#[derive(Serialize)]
pub(crate) struct Document {
    about: [&'static str; 3],
    genesis: Hashed,
    pub(crate) commands: Vec<Vector>,
    blocks: Vec<BlockVector>,
    event_samples: Vec<Named>,
    currencies: BTreeMap<&'static str, u8>,
}

const ABOUT: [&str; 3] = [
    "Recorded vectors of docs/formats.md, all bytes in hexadecimal. They pin the format: what is recorded here has been signed somewhere.",
    "Written by crates/partnership/tests/vectors when BLESS=1 is set; recording anew is an approval of another format, and is reviewed as one.",
    "conformance/verify.py judges them from the bytes alone. The members have codes that ISO 3166-1 leaves to its users; the keys are of seeds in the open and sign nothing else.",
];

#[derive(Serialize)]
struct Hashed {
    bytes: String,
    id: String,
}

#[derive(Serialize)]
pub(crate) struct Vector {
    pub(crate) name: String,
    partnership: String,
    valid: bool,
    reason: Option<&'static str>,
    pub(crate) id: Option<String>,
    key: Option<String>,
    post: Option<String>,
    bytes: String,
    #[serde(skip)]
    pub(crate) raw: Vec<u8>,
    #[serde(skip)]
    pub(crate) of: PartnershipId,
    #[serde(skip)]
    pub(crate) refused: Option<Refused>,
}

#[derive(Serialize)]
struct BlockVector {
    height: u64,
    id: String,
    bytes: String,
    events: Vec<String>,
    digest: String,
}

#[derive(Serialize)]
struct Named {
    name: &'static str,
    bytes: String,
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

impl Document {
    pub(crate) fn of(story: &Story) -> Document {
        let genesis = genesis();
        let id = genesis.id();
        let samples = samples().into_iter();
        let mut commands: Vec<Vector> =
            samples.map(|sample| read(id, sample.0, of_sample(&id, sample))).collect();
        commands.push(read(id, "the longest command", sized(&id, 16 * 1024)));
        commands.extend(tampered(id).into_iter().map(refused));
        Document {
            about: ABOUT,
            genesis: Hashed { bytes: hex(&genesis.to_bytes()), id: id.to_string() },
            commands,
            blocks: story.steps.iter().map(block).collect(),
            event_samples: crate::events::samples()
                .iter()
                .map(|(name, booked)| Named { name, bytes: hex(&booked.to_bytes()) })
                .collect(),
            currencies: Currency::all().map(|currency| (currency.code(), currency.scale())).collect(),
        }
    }

    pub(crate) fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap() + "\n"
    }
}

fn read(id: PartnershipId, name: &str, raw: Vec<u8>) -> Vector {
    let signed = Signed::read(&raw, &id).unwrap();
    Vector {
        id: Some(signed.id().to_string()),
        key: Some(signed.key().to_string()),
        post: Some(signed.post().to_string()),
        ..vector(id, name.into(), raw)
    }
}

fn refused(tampered: Tampered) -> Vector {
    let Tampered { reason, partnership, bytes, refused } = tampered;
    Vector {
        valid: false,
        reason: Some(reason),
        refused: Some(refused),
        ..vector(partnership, format!("refused: {reason}"), bytes)
    }
}

fn vector(of: PartnershipId, name: String, raw: Vec<u8>) -> Vector {
    let (partnership, bytes) = (of.to_string(), hex(&raw));
    let (id, key, post) = (None, None, None);
    Vector { name, partnership, valid: true, reason: None, id, key, post, bytes, raw, of, refused: None }
}

fn block(step: &Step) -> BlockVector {
    BlockVector {
        height: step.block.height(),
        id: step.block.id().to_string(),
        bytes: hex(step.block.bytes()),
        events: step.booked.iter().map(|booked| hex(&booked.to_bytes())).collect(),
        digest: step.digest.to_string(),
    }
}
