//! Signatures that a lax verifier takes and a strict one refuses.

use ed25519_dalek::SigningKey;
use ed25519_dalek::VerifyingKey;
use sha2::{Digest, Sha512};

/// The order of the group, L, little end first (RFC 8032, section 5.1).
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// The encoding of the neutral point: of order one, the smallest there is.
pub(crate) const NEUTRAL: [u8; 32] = {
    let mut bytes = [0; 32];
    bytes[0] = 1;
    bytes
};

/// The same signature with s + L in the place of s.
pub(crate) fn not_reduced(signature: [u8; 64]) -> [u8; 64] {
    let mut sum = signature;
    let mut carry = 0;
    for (byte, more) in sum[32..].iter_mut().zip(ORDER) {
        let added = u16::from(*byte) + u16::from(more) + carry;
        [*byte, _] = added.to_le_bytes();
        carry = added >> 8;
    }
    assert_eq!(carry, 0, "s is below L, so s + L has room in 32 bytes");
    sum
}

/// Under the neutral point as public key, this signature (the base point, and 1) fits every message.
pub(crate) fn of_anything() -> [u8; 64] {
    let mut signature = [0x66; 64];
    signature[0] = 0x58;
    signature[32..].copy_from_slice(&NEUTRAL);
    signature
}

/// A signature by the key with the neutral point as R: s is then the challenge times the secret.
pub(crate) fn with_neutral_nonce(key: &SigningKey, message: &[u8]) -> [u8; 64] {
    let challenge = Sha512::new().chain_update(NEUTRAL).chain_update(key.verifying_key().as_bytes());
    let challenge = challenge.chain_update(message).finalize();
    let secret = key.to_scalar();
    let mut s = number(&secret, 0);
    for byte in challenge.iter().rev() {
        s = s * number(&secret, 256) + number(&secret, u64::from(*byte));
    }
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&NEUTRAL);
    signature[32..].copy_from_slice(&(s * secret).to_bytes());
    signature
}

/// A number as a scalar like this one; the type has no name here.
fn number<Scalar: From<u64>>(_like: &Scalar, number: u64) -> Scalar {
    Scalar::from(number)
}

/// Whether a verifier that checks the equation and nothing else takes the signature.
pub(crate) fn laxly_verifies(key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    let (key, signature) =
        (VerifyingKey::from_bytes(key).unwrap(), ed25519_dalek::Signature::from_bytes(signature));
    ed25519_dalek::Verifier::verify(&key, message, &signature).is_ok()
}
