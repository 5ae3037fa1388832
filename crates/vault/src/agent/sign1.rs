//! The envelope of what keys sign here: tagged COSE_Sign1 (RFC 9052, section 4.2) in the one form that signed commands have
//! (docs/formats.md), with a domain and what it belongs to in the external data.

use minicbor::data::Tag;
use minicbor::{Decoder, Encoder};
use quorate_partnership::PublicKey;

/// COSE_Sign1 (RFC 9052, table 1).
const SIGN1: Tag = Tag::new(18);
/// `{1: -19, 4: h'...'}` up to the key: algorithm Ed25519 (RFC 9864), key id of 32 bytes.
const HEADER: [u8; 6] = [0xa2, 0x01, 0x32, 0x04, 0x58, 0x20];

/// An envelope, opened.
pub(crate) struct Envelope<'b> {
    pub(crate) key: PublicKey,
    pub(crate) payload: &'b [u8],
    signature: [u8; 64],
}

fn header(key: &PublicKey) -> Vec<u8> {
    [HEADER.as_slice(), &key.0].concat()
}

/// Sig_structure of RFC 9052, section 4.4.
pub(crate) fn to_be_signed(domain: &str, of: &[u8; 32], key: &PublicKey, payload: &[u8]) -> Vec<u8> {
    let external = [domain.as_bytes(), b"\0", of].concat();
    let mut encoder = Encoder::new(Vec::with_capacity(payload.len().saturating_add(128)));
    let written = encoder
        .array(4)
        .and_then(|e| e.str("Signature1"))
        .and_then(|e| e.bytes(&header(key)))
        .and_then(|e| e.bytes(&external))
        .and_then(|e| e.bytes(payload));
    debug_assert!(written.is_ok(), "encoding into memory does not fail");
    encoder.into_writer()
}

impl<'b> Envelope<'b> {
    /// Opens an envelope; none if it has another header, form or length.
    pub(crate) fn read(bytes: &'b [u8]) -> Option<Envelope<'b>> {
        let mut decoder = Decoder::new(bytes);
        let (tag, parts) = (decoder.tag().ok()?, decoder.array().ok()?);
        let key = decoder.bytes().ok()?.strip_prefix(&HEADER)?.try_into().ok().map(PublicKey)?;
        let (unprotected, payload) = (decoder.map().ok()?, decoder.bytes().ok()?);
        let signature = decoder.bytes().ok()?.try_into().ok()?;
        let fixed =
            tag == SIGN1 && parts == Some(4) && unprotected == Some(0) && decoder.position() == bytes.len();
        let envelope = Envelope { key, payload, signature };
        // Lengths have longer forms, too: there is one way to write an envelope.
        (fixed && Envelope::write(&key, payload, &signature) == bytes).then_some(envelope)
    }

    /// Writes an envelope.
    pub(crate) fn write(key: &PublicKey, payload: &[u8], signature: &[u8; 64]) -> Vec<u8> {
        let mut encoder = Encoder::new(Vec::with_capacity(payload.len().saturating_add(128)));
        let written = encoder
            .tag(SIGN1)
            .and_then(|e| e.array(4))
            .and_then(|e| e.bytes(&header(key)))
            .and_then(|e| e.map(0))
            .and_then(|e| e.bytes(payload))
            .and_then(|e| e.bytes(signature));
        debug_assert!(written.is_ok(), "encoding into memory does not fail");
        encoder.into_writer()
    }

    /// Whether the key it names signed it in this domain, for this.
    pub(crate) fn is_signed(&self, domain: &str, of: &[u8; 32]) -> bool {
        self.key.verifies(&to_be_signed(domain, of, &self.key, self.payload), &self.signature)
    }
}
