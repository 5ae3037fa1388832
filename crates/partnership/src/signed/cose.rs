//! The envelope of everything that keys sign here: tagged COSE_Sign1 (RFC 9052, section 4.2); protected header algorithm Ed25519
//! (-19, RFC 9864) and key id (the public key itself), nothing unprotected. The external data are a domain, a nought, and what it
//! is signed for: of a command its partnership.
//!
//! There is one form, so reading is comparing: every byte that is not the key, the payload or the signature is
//! known beforehand. docs/decisions/003 says why no general COSE library reads it; tests have one read what we
//! write and make the same bytes to be signed.

use alloc::vec::Vec;

use minicbor::data::Tag;
use minicbor::{Decoder, Encoder};

use crate::ids::PublicKey;
use crate::wire::Memory;

/// COSE_Sign1 (RFC 9052, table 1).
const SIGN1: Tag = Tag::new(18);
/// `{1: -19, 4: h'...'}` up to the key: algorithm Ed25519, key id of 32 bytes.
const HEADER: [u8; 6] = [0xa2, 0x01, 0x32, 0x04, 0x58, 0x20];

/// An envelope, opened: tagged COSE_Sign1 in the one form that is used (docs/formats.md).
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'b> {
    /// The key that is said to have signed.
    pub key: PublicKey,
    /// What is signed.
    pub payload: &'b [u8],
    /// The signature: 64 bytes (RFC 8032).
    pub signature: [u8; 64],
}

fn header(key: &PublicKey) -> [u8; 38] {
    let mut header = [0; 38];
    for (byte, from) in header.iter_mut().zip(HEADER.iter().chain(&key.0)) {
        *byte = *from;
    }
    header
}

/// The bytes that are signed: Sig_structure of RFC 9052, section 4.4. Every use has a domain of its own, so that nothing
/// signed for one stands for another; `of` has a fixed length in each domain.
#[must_use]
pub fn to_be_signed(domain: &str, of: &[u8], key: &PublicKey, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(payload.len().saturating_add(128));
    let mut encoder = Encoder::new(Memory(&mut bytes));
    let written = encoder
        .array(4)
        .and_then(|e| e.str("Signature1"))
        .and_then(|e| e.bytes(&header(key)))
        .and_then(|e| e.bytes(&[domain.as_bytes(), b"\0", of].concat()))
        .and_then(|e| e.bytes(payload));
    debug_assert!(written.is_ok(), "encoding into memory does not fail");
    bytes
}

impl<'b> Envelope<'b> {
    /// Opens an envelope; none if it has another header, form or length, or is not written in the one way that there is.
    #[must_use]
    pub fn read(bytes: &'b [u8]) -> Option<Envelope<'b>> {
        // Lengths have longer forms, too.
        Envelope::loose(bytes)
            .filter(|read| Envelope::write(&read.key, read.payload, &read.signature) == bytes)
    }

    /// The same, whatever form its lengths have.
    pub(super) fn loose(bytes: &'b [u8]) -> Option<Envelope<'b>> {
        let mut decoder = Decoder::new(bytes);
        let (tag, parts) = (decoder.tag().ok()?, decoder.array().ok()?);
        let key = decoder.bytes().ok()?.strip_prefix(&HEADER)?.try_into().ok().map(PublicKey)?;
        let (unprotected, payload) = (decoder.map().ok()?, decoder.bytes().ok()?);
        let signature = decoder.bytes().ok()?.try_into().ok()?;
        let fixed =
            tag == SIGN1 && parts == Some(4) && unprotected == Some(0) && decoder.position() == bytes.len();
        fixed.then_some(Envelope { key, payload, signature })
    }

    /// Writes an envelope.
    #[must_use]
    pub fn write(key: &PublicKey, payload: &[u8], signature: &[u8; 64]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(payload.len().saturating_add(128));
        let mut encoder = Encoder::new(Memory(&mut bytes));
        let written = encoder
            .tag(SIGN1)
            .and_then(|e| e.array(4))
            .and_then(|e| e.bytes(&header(key)))
            .and_then(|e| e.map(0))
            .and_then(|e| e.bytes(payload))
            .and_then(|e| e.bytes(signature));
        debug_assert!(written.is_ok(), "encoding into memory does not fail");
        bytes
    }

    /// Whether the key that it names signed it in this domain, for this.
    #[must_use]
    pub fn is_signed(&self, domain: &str, of: &[u8]) -> bool {
        self.key.verifies(&to_be_signed(domain, of, &self.key, self.payload), &self.signature)
    }
}
