//! The envelope: tagged COSE_Sign1 (RFC 9052, section 4.2); protected header algorithm Ed25519 (-19, RFC 9864)
//! and key id (the public key itself), nothing unprotected, the partnership in the external data.
//!
//! There is one form, so reading is comparing: every byte that is not the key, the payload or the signature is
//! known beforehand. docs/decisions/003 says why no general COSE library reads it; a test has one read what we
//! write and make the same bytes to be signed.

use alloc::vec::Vec;

use minicbor::data::Tag;
use minicbor::{Decoder, Encoder};

use super::SignedError;
use crate::ids::{PartnershipId, PublicKey};
use crate::wire::Memory;

/// The domain of signed commands; what is signed for another purpose has another.
const DOMAIN: &[u8] = b"quorate/command/1\0";
/// COSE_Sign1 (RFC 9052, table 1).
const SIGN1: Tag = Tag::new(18);
/// `{1: -19, 4: h'...'}` up to the key: algorithm Ed25519, key id of 32 bytes.
const HEADER: [u8; 6] = [0xa2, 0x01, 0x32, 0x04, 0x58, 0x20];

/// An envelope, opened.
pub(super) struct Envelope<'b> {
    pub(super) key: PublicKey,
    pub(super) payload: &'b [u8],
    pub(super) signature: [u8; 64],
}

fn header(key: &PublicKey) -> [u8; 38] {
    let mut header = [0; 38];
    for (byte, from) in header.iter_mut().zip(HEADER.iter().chain(&key.0)) {
        *byte = *from;
    }
    header
}

/// Sig_structure of RFC 9052, section 4.4.
pub(super) fn to_be_signed(key: &PublicKey, payload: &[u8], partnership: &PartnershipId) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(payload.len().saturating_add(128));
    let mut encoder = Encoder::new(Memory(&mut bytes));
    let written = encoder
        .array(4)
        .and_then(|e| e.str("Signature1"))
        .and_then(|e| e.bytes(&header(key)))
        .and_then(|e| e.bytes(&[DOMAIN, &partnership.0].concat()))
        .and_then(|e| e.bytes(payload));
    debug_assert!(written.is_ok(), "encoding into memory does not fail");
    bytes
}

/// Opens an envelope; any other header, form or length is refused.
pub(super) fn read(bytes: &[u8]) -> Result<Envelope<'_>, SignedError> {
    let mut decoder = Decoder::new(bytes);
    let mut open = || -> Result<Option<Envelope<'_>>, minicbor::decode::Error> {
        let (tag, parts) = (decoder.tag()?, decoder.array()?);
        let protected = decoder.bytes()?;
        let (unprotected, payload, signature) = (decoder.map()?, decoder.bytes()?, decoder.bytes()?);
        let key = protected.strip_prefix(&HEADER).and_then(|key| key.try_into().ok()).map(PublicKey);
        let fixed =
            tag == SIGN1 && parts == Some(4) && unprotected == Some(0) && decoder.position() == bytes.len();
        let signature = signature.try_into().ok();
        Ok(key.zip(signature).filter(|_| fixed).map(|(key, signature)| Envelope { key, payload, signature }))
    };
    open().ok().flatten().ok_or(SignedError::Envelope)
}

/// Writes an envelope.
pub(super) fn write(key: &PublicKey, payload: &[u8], signature: &[u8; 64]) -> Vec<u8> {
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
