//! An originator with a key, an archive, and something to seal.

use std::io::Cursor;

use ed25519_dalek::{Signer as _, SigningKey};
use quorate_partnership::{Moment, Phrase, Post, PublicKey};
use quorate_vault::marking::{Audience, Categories, Level, Marking};
use quorate_vault::product::{
    ArchiveKey, CompartmentId, Consent, Control, Handling, Header, OpenError, Product, Provenance, SealError,
    Sealed, Sealing, SecondHalf, Secret, Signs, seal,
};

/// The text of a segment, in bytes.
pub(crate) const SEGMENT: usize = 1 << 20;
/// How a file begins, in bytes.
pub(crate) const BEGINNING: usize = 16;

pub(crate) struct Key(pub(crate) SigningKey);

impl Signs for Key {
    fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
        Ok(self.0.sign(bytes).to_bytes())
    }
}

pub(crate) fn key(seed: u8) -> Key {
    Key(SigningKey::from_bytes(&[seed; 32]))
}

pub(crate) fn phrase(text: &str) -> Phrase {
    text.parse().unwrap()
}

pub(crate) fn archive(compartment: u8, epoch: u64) -> ArchiveKey {
    // A key for each compartment and epoch.
    let secret = Secret::of(&[compartment ^ (epoch as u8).rotate_left(4) ^ 0x5a; 32]);
    ArchiveKey::of(CompartmentId([compartment; 32]), epoch, phrase("a year"), secret)
}

pub(crate) fn audience(codes: &str) -> Audience {
    codes.parse().unwrap()
}

pub(crate) fn marking(to: &str) -> Marking {
    let (audience, categories) = (audience(to), Categories::default());
    let created = Moment(1_800_000_000_000);
    Marking { policy: phrase("EXERCISE"), level: Level::Secret, audience, categories, created, expires: None }
}

/// What is said when something is sealed, to be changed by a test.
pub(crate) struct Office {
    pub(crate) title: Phrase,
    pub(crate) marking: Marking,
    pub(crate) originator: Post,
    pub(crate) archive: ArchiveKey,
    pub(crate) release: Option<Moment>,
    pub(crate) provenance: Provenance,
    pub(crate) consents: Vec<Consent>,
    pub(crate) control: Control,
    pub(crate) key: Key,
}

impl Office {
    pub(crate) fn new() -> Office {
        Office {
            title: phrase("What was seen on the coast"),
            marking: marking("CAN,FRA"),
            originator: "GBR/liaison-officer".parse().unwrap(),
            archive: archive(1, 1),
            release: None,
            provenance: Provenance::default(),
            consents: Vec::new(),
            control: Control::Ordinary,
            key: key(7),
        }
    }

    pub(crate) fn seal(&self, text: &[u8]) -> Result<(Vec<u8>, Sealed), SealError> {
        let mut file = Vec::new();
        let sealing = Sealing {
            title: &self.title,
            marking: &self.marking,
            originator: self.originator,
            archive: &self.archive,
            sealed: Moment(1_800_000_000_000),
            release: self.release,
            provenance: &self.provenance,
            consents: &self.consents,
            handling: &Handling::default(),
            control: self.control,
        };
        let sealed = seal(&sealing, &self.key, &mut &text[..], &mut file)?;
        Ok((file, sealed))
    }

    pub(crate) fn open(&self, file: &[u8]) -> Result<(Header, Vec<u8>), (OpenError, Vec<u8>)> {
        open(file, &self.archive, None)
    }
}

/// Opens a file with the one key that the record knows of the post; what was written before an error is given with it.
pub(crate) fn open(
    file: &[u8],
    archive: &ArchiveKey,
    second: Option<&SecondHalf>,
) -> Result<(Header, Vec<u8>), (OpenError, Vec<u8>)> {
    let known =
        |post: Post, by: &PublicKey| post.to_string() == "GBR/liaison-officer" && *by == key(7).public();
    let mut text = Vec::new();
    let product = Product::read(Cursor::new(file)).map_err(|error| (error, Vec::new()))?;
    let unlocked = product.unlock(archive, second, &known).map_err(|error| (error, Vec::new()))?;
    match unlocked.write_to(&mut text) {
        Ok(header) => Ok((header, text)),
        Err(error) => Err((error, text)),
    }
}

/// Bytes that repeat nowhere nearby.
pub(crate) fn text(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at.wrapping_mul(2_654_435_761) >> 7) as u8).collect()
}
