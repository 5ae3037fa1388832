//! COSE_Sign1 by hand, from RFC 9052 and not from the code under test, so that it can also be got wrong.

use ed25519_dalek::{Signer, SigningKey};
use quorate_partnership::PartnershipId;

pub(crate) const DOMAIN: &[u8] = b"quorate/command/1\0";

/// A byte string with its head, as short as can be.
pub(crate) fn bstr(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    minicbor::Encoder::new(&mut out).bytes(bytes).unwrap();
    out
}

/// The protected header of a key: `{1: -19, 4: key}`.
pub(crate) fn protected(key: &[u8]) -> Vec<u8> {
    [&[0xa2, 0x01, 0x32, 0x04], bstr(key).as_slice()].concat()
}

/// The external data of a partnership.
pub(crate) fn external(partnership: &PartnershipId) -> Vec<u8> {
    [DOMAIN, &partnership.0].concat()
}

/// Sig_structure: RFC 9052, section 4.4.
pub(crate) fn sig_structure(protected: &[u8], external: &[u8], payload: &[u8]) -> Vec<u8> {
    [b"\x84\x6aSignature1", bstr(protected).as_slice(), &bstr(external), &bstr(payload)].concat()
}

/// The envelope around its four parts.
pub(crate) fn envelope(protected: &[u8], payload: &[u8], signature: &[u8; 64]) -> Vec<u8> {
    [&[0xd2, 0x84], bstr(protected).as_slice(), &[0xa0], &bstr(payload), &bstr(signature)].concat()
}

/// A payload under a protected header, signed for a partnership.
pub(crate) fn sealed(
    key: &SigningKey,
    partnership: &PartnershipId,
    protected: &[u8],
    payload: &[u8],
) -> Vec<u8> {
    let signature = key.sign(&sig_structure(protected, &external(partnership), payload));
    envelope(protected, payload, &signature.to_bytes())
}

/// The bytes with one part replaced, which stands in them once.
pub(crate) fn replaced(bytes: &[u8], part: &[u8], by: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(part)).collect();
    assert_eq!(places.len(), 1, "the part to replace stands once");
    [&bytes[..places[0]], by, &bytes[places[0] + part.len()..]].concat()
}
