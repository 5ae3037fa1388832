//! What makes a public key fit to verify with.

use ed25519_dalek::VerifyingKey;

use crate::ids::PublicKey;

impl PublicKey {
    /// The key as a point of the curve; none if it is no point, or one of the few under which signatures prove
    /// nothing (RFC 8032, section 8.9).
    pub(crate) fn point(&self) -> Option<VerifyingKey> {
        VerifyingKey::from_bytes(&self.0).ok().filter(|point| !point.is_weak())
    }
}
