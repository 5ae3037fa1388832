//! What makes a public key fit to verify with.

use ed25519_dalek::{Signature, VerifyingKey};

use crate::ids::PublicKey;

impl PublicKey {
    /// The key as a point of the curve; none if it is no point, or one of the few under which signatures prove
    /// nothing (RFC 8032, section 8.9).
    pub(crate) fn point(&self) -> Option<VerifyingKey> {
        VerifyingKey::from_bytes(&self.0).ok().filter(|point| !point.is_weak())
    }

    /// Whether a signature on a message is this key's, judged strictly, so that all implementations agree on every
    /// signature (RFC 8032, section 5.1.7). None is, of a key under which signatures prove nothing.
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        let signature = Signature::from_bytes(signature);
        self.point().is_some_and(|point| point.verify_strict(message, &signature).is_ok())
    }
}
