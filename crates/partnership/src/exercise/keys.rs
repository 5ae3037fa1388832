//! Keys made from their names: the same in every run, and good for nothing but tests.

use ed25519_dalek::SigningKey;

use crate::ids::{PublicKey, hash};

/// The key with this name.
pub(crate) fn signing(name: &str) -> SigningKey {
    SigningKey::from_bytes(&hash("quorate/exercise-key/1", &[name.as_bytes()]))
}

/// Its public part.
pub(crate) fn public(name: &str) -> PublicKey {
    PublicKey(signing(name).verifying_key().to_bytes())
}

/// Bytes that are no point of the curve.
pub(crate) const NO_POINT: PublicKey = PublicKey({
    let mut bytes = [0; 32];
    bytes[0] = 2;
    bytes
});

/// The neutral element: a point under which everything verifies in a lenient implementation.
pub(crate) const WEAK: PublicKey = PublicKey({
    let mut bytes = [0; 32];
    bytes[0] = 1;
    bytes
});
