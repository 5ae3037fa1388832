//! Commands that are not valid, each for one reason, the rest of it being in order.

use ed25519_dalek::Signer;
use quorate_partnership::PartnershipId;

use crate::cast::{key_of, post};
use crate::commands::{of_sample, samples};
use crate::curve::{NEUTRAL, not_reduced, of_anything, with_neutral_nonce};
use crate::envelope::{bstr, envelope, external, protected, replaced, sealed, sig_structure};
use crate::sizes::sized;

/// Who must refuse a vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    TooLong,
    Envelope,
    Payload,
    NotCanonical,
    Signature,
    /// Nobody holds the key; the signature under it is no better.
    NotAccredited,
}

pub(crate) struct Tampered {
    pub(crate) reason: &'static str,
    pub(crate) partnership: PartnershipId,
    pub(crate) bytes: Vec<u8>,
    pub(crate) refused: Refused,
}

/// The vote that most vectors tamper with, in its parts.
struct Vote {
    partnership: PartnershipId,
    protected: Vec<u8>,
    payload: Vec<u8>,
    signature: [u8; 64],
    bytes: Vec<u8>,
}

/// The command in the payload of that vote.
const COMMAND: &[u8] = &[0x82, 1, 0x82, 2, 0x82, 1, 0];
const BY: &str = "XAA/representative";

impl Vote {
    fn cast(partnership: PartnershipId) -> Vote {
        let bytes = named(&partnership, "decision vote, the first");
        let protected = protected(key_of(post(BY)).verifying_key().as_bytes());
        // Tag, array, protected header with its head of two bytes, unprotected header, payload's head of two bytes.
        let body = 2 + 2 + protected.len() + 1 + 2;
        let (payload, signature) =
            (bytes[body..bytes.len() - 66].to_vec(), bytes[bytes.len() - 64..].to_vec());
        let signature = signature.try_into().unwrap();
        assert_eq!(envelope(&protected, &payload, &signature), bytes, "the parts are those of the vote");
        Vote { partnership, protected, payload, signature, bytes }
    }

    /// Signed anew with the payload so changed: only the form is wrong.
    fn with_payload(&self, payload: &[u8]) -> Vec<u8> {
        sealed(&key_of(post(BY)), &self.partnership, &self.protected, payload)
    }

    fn with_command(&self, command: &[u8]) -> Vec<u8> {
        self.with_payload(&replaced(&self.payload, COMMAND, command))
    }

    fn with_protected(&self, protected: &[u8]) -> Vec<u8> {
        sealed(&key_of(post(BY)), &self.partnership, protected, &self.payload)
    }

    fn with_signature(&self, signature: &[u8; 64]) -> Vec<u8> {
        envelope(&self.protected, &self.payload, signature)
    }

    fn to_be_signed(&self, protected: &[u8]) -> Vec<u8> {
        sig_structure(protected, &external(&self.partnership), &self.payload)
    }
}

fn named(partnership: &PartnershipId, name: &str) -> Vec<u8> {
    of_sample(partnership, samples().into_iter().find(|sample| sample.0 == name).unwrap())
}

pub(crate) fn tampered(partnership: PartnershipId) -> Vec<Tampered> {
    let vote = Vote::cast(partnership);
    let kinds = [in_the_bytes(&vote), in_the_envelope(&vote), in_the_signature(&vote), in_the_payload(&vote)];
    let here = kinds.into_iter().flatten().chain(in_the_values(&vote));
    let mut all: Vec<Tampered> =
        here.map(|(reason, refused, bytes)| Tampered { reason, partnership, bytes, refused }).collect();
    all.push(Tampered {
        reason: "signed for another partnership",
        partnership: PartnershipId([0xee; 32]),
        bytes: vote.bytes,
        refused: Refused::Signature,
    });
    all
}

type Wrong = (&'static str, Refused, Vec<u8>);

fn in_the_bytes(vote: &Vote) -> Vec<Wrong> {
    let bytes = &vote.bytes;
    let indefinite = [&[0xd2, 0x9f], &bytes[2..], &[0xff]].concat();
    let long_head = replaced(bytes, &bstr(&vote.signature), &[&[0x59, 0, 64], &vote.signature[..]].concat());
    vec![
        ("bytes follow the command", Refused::Envelope, [bytes, &[0][..]].concat()),
        ("the last byte is missing", Refused::Envelope, bytes[..bytes.len() - 1].to_vec()),
        ("without the tag", Refused::Envelope, bytes[1..].to_vec()),
        ("another tag: 98, COSE_Sign", Refused::Envelope, [&[0xd8, 98], &bytes[1..]].concat()),
        ("the array is of indefinite length", Refused::Envelope, indefinite),
        ("a byte string's length is longer than need be", Refused::NotCanonical, long_head),
        ("one byte longer than a command may be", Refused::TooLong, sized(&vote.partnership, 16 * 1024 + 1)),
    ]
}

fn in_the_envelope(vote: &Vote) -> Vec<Wrong> {
    let key = key_of(post(BY)).verifying_key().to_bytes();
    let (payload, tail) = (bstr(&vote.payload), bstr(&vote.signature));
    let around = |unprotected: &[u8], payload: &[u8]| {
        [&[0xd2, 0x84], bstr(&vote.protected).as_slice(), unprotected, payload, &tail].concat()
    };
    let kid = [&[0xa1, 0x04], bstr(&key).as_slice()].concat();
    let header = |parts: &[&[u8]]| vote.with_protected(&parts.concat());
    let long = [&vote.bytes[..vote.bytes.len() - 66], bstr(&[&vote.signature[..], &[0]].concat()).as_slice()]
        .concat();
    let five = [&[0xd2, 0x85], &vote.bytes[2..], &[0]].concat();
    vec![
        ("an array of five", Refused::Envelope, five),
        ("a signature of 65 bytes", Refused::Envelope, long),
        ("an unprotected header", Refused::Envelope, around(&kid, &payload)),
        ("a payload that is elsewhere", Refused::Envelope, around(&[0xa0], &[0xf6])),
        ("another algorithm: -8, EdDSA", Refused::Envelope, header(&[&[0xa2, 1, 0x27, 4], &bstr(&key)])),
        (
            "the algorithm as a float",
            Refused::Envelope,
            header(&[&[0xa2, 1, 0xf9, 0xcc, 0xc0, 4], &bstr(&key)]),
        ),
        ("no algorithm", Refused::Envelope, header(&[&[0xa1, 4], &bstr(&key)])),
        ("no key id", Refused::Envelope, header(&[&[0xa1, 1, 0x32]])),
        ("a key id of 31 bytes", Refused::Envelope, header(&[&[0xa2, 1, 0x32, 4], &bstr(&key[..31])])),
        ("a further header", Refused::Envelope, header(&[&[0xa3, 1, 0x32, 3, 0, 4], &bstr(&key)])),
        ("headers in another order", Refused::Envelope, header(&[&[0xa2, 4], &bstr(&key), &[1, 0x32]])),
        ("a header twice", Refused::Envelope, header(&[&[0xa3, 1, 0x32, 1, 0x32, 4], &bstr(&key)])),
    ]
}

fn in_the_signature(vote: &Vote) -> Vec<Wrong> {
    let key = key_of(post(BY));
    let mut flipped = vote.signature;
    flipped[0] ^= 1;
    let other_vote = replaced(&vote.bytes, COMMAND, &[0x82, 1, 0x82, 2, 0x82, 1, 1]);
    let no_domain = key.sign(&sig_structure(&vote.protected, &vote.partnership.0, &vote.payload)).to_bytes();
    let other_key = key_of(post("XBB/representative")).sign(&vote.to_be_signed(&vote.protected)).to_bytes();
    let neutral_nonce = with_neutral_nonce(&key, &vote.to_be_signed(&vote.protected));
    let neutral_key = envelope(&protected(&NEUTRAL), &vote.payload, &of_anything());
    vec![
        ("one bit of the payload flipped: against", Refused::Signature, other_vote),
        ("one bit of the signature flipped", Refused::Signature, vote.with_signature(&flipped)),
        ("s + L in the place of s", Refused::Signature, vote.with_signature(&not_reduced(vote.signature))),
        ("R is a point of small order", Refused::Signature, vote.with_signature(&neutral_nonce)),
        ("the key is a point of small order", Refused::NotAccredited, neutral_key),
        ("signed with another key", Refused::Signature, vote.with_signature(&other_key)),
        ("signed without the domain", Refused::Signature, vote.with_signature(&no_domain)),
    ]
}

fn in_the_payload(vote: &Vote) -> Vec<Wrong> {
    let payload = &vote.payload;
    let mut more = [payload.as_slice(), &[0]].concat();
    more[0] = 0x87;
    let mut less = payload[..payload.len() - COMMAND.len()].to_vec();
    less[0] = 0x85;
    let mut version = payload.clone();
    version[1] = 2;
    let command = |command: &[u8]| vote.with_command(command);
    let longer = command(&[0x82, 1, 0x82, 2, 0x82, 0x18, 1, 0]);
    let indefinite = command(&[0x82, 1, 0x82, 2, 0x9f, 1, 0, 0xff]);
    vec![
        ("a number is longer than need be", Refused::NotCanonical, longer),
        ("an array in the payload is of indefinite length", Refused::NotCanonical, indefinite),
        ("a seventh element in the payload", Refused::NotCanonical, vote.with_payload(&more)),
        ("the command is missing", Refused::Payload, vote.with_payload(&less)),
        ("bytes follow the payload", Refused::NotCanonical, vote.with_payload(&[payload, &[0][..]].concat())),
        ("null where the vote ends", Refused::NotCanonical, command(&[0x82, 1, 0x82, 2, 0x83, 1, 0, 0xf6])),
        (
            "a sixth element in a vote",
            Refused::NotCanonical,
            command(&[0x82, 1, 0x82, 2, 0x86, 1, 0, 0xf6, 0xf6, 0, 0]),
        ),
        (
            "an explanation that is a number",
            Refused::Payload,
            command(&[0x82, 1, 0x82, 2, 0x84, 1, 0, 0xf6, 0]),
        ),
        ("a version to come", Refused::Payload, vote.with_payload(&version)),
        ("a room that there is not", Refused::Payload, command(&[0x82, 9, 0x82, 2, 0x82, 1, 0])),
        ("a command that there is not", Refused::Payload, command(&[0x82, 1, 0x82, 9, 0x82, 1, 0])),
        ("a vote that there is not", Refused::Payload, command(&[0x82, 1, 0x82, 2, 0x82, 1, 3])),
        ("a number below zero", Refused::Payload, command(&[0x82, 1, 0x82, 2, 0x82, 0x20, 0])),
        (
            "a number of five bytes",
            Refused::Payload,
            command(&[0x82, 1, 0x82, 2, 0x82, 0x1b, 0, 0, 0, 1, 0, 0, 0, 0, 0]),
        ),
    ]
}

fn in_the_values(vote: &Vote) -> Vec<Wrong> {
    let of = |name: &str, part: &[u8], by: &[u8]| {
        let bytes = named(&vote.partnership, name);
        let head = 2 + 2 + vote.protected.len() + 1;
        let payload: Vec<u8> = minicbor::decode::<minicbor::bytes::ByteVec>(&bytes[head..]).unwrap().into();
        vote.with_payload(&replaced(&payload, part, by))
    };
    let long = [&[0x79, 0x01, 0x91], [b't'; 401].as_slice()].concat();
    let root = key_of(post(BY)).verifying_key().to_bytes();
    let wrong = |reason, name, part: &[u8], by: &[u8]| (reason, Refused::Payload, of(name, part, by));
    vec![
        wrong("an office that there is not", "decision open", b"representative", b"representatife"),
        wrong("a member's code in small letters", "decision open", b"cXAA", b"cxaa"),
        wrong("an amount with one decimal", "fund sign-agreement", b"\x6810000.00", b"\x6710000.0"),
        wrong("an amount with a needless zero", "fund sign-agreement", b"\x6810000.00", b"\x6801000.00"),
        wrong("an amount above the largest", "fund sign-agreement", b"00000000.00", b"00000000.01"),
        wrong("an amount of minus nothing", "decision table, an amount below zero", b"-0.001", b"-0.000"),
        wrong("a currency that there is not", "decision table, call", b"USD", b"USX"),
        wrong("a title of two lines", "decision table, assistance", b"Winter resupply", b"Winter\nresupply"),
        wrong("a title that turns the reading", "decision table, assistance", b"r r", "\u{202e}".as_bytes()),
        wrong("a title of no bytes", "decision table, call", b"mPremier appel", &[0x60]),
        wrong("a title of 401 bytes", "decision table, call", b"mPremier appel", &long),
        wrong("a condition that is a number", "case request", b"\x6fcontract signed", &[0]),
        wrong("a title that ends with a space", "decision table, assistance", b"supply", b"suppl "),
        wrong(
            "a key of 31 bytes",
            "member replace-root",
            &[&[0x82, 0x58, 32], &root[..1]].concat(),
            &[0x82, 0x58, 31],
        ),
    ]
}
