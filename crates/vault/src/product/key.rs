//! What is derived from a secret, and sealed under it: HKDF-SHA256 (RFC 5869), AES-256-GCM (NIST SP 800-38D).

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, KeyType, Salt};
use zeroize::Zeroizing;

use crate::secret::Secret;

/// The bytes of an authentication tag.
pub(super) const TAG: usize = 16;

/// Something did not open.
pub(super) struct Shut;

impl Secret {
    /// What follows from it for one use: extracted under this salt, expanded with these words.
    pub(super) fn derive(&self, salt: &str, info: &[&[u8]]) -> Result<Secret, Shut> {
        let mut bytes = Zeroizing::new([0; 32]);
        let key = Salt::new(HKDF_SHA256, salt.as_bytes()).extract(self.expose());
        let expanded = key.expand(info, Sized32).map_err(|_| Shut)?;
        expanded.fill(bytes.as_mut_slice()).map_err(|_| Shut)?;
        Ok(Secret::of(&bytes))
    }

    pub(super) fn cipher(&self) -> Result<LessSafeKey, Shut> {
        UnboundKey::new(&AES_256_GCM, self.expose()).map(LessSafeKey::new).map_err(|_| Shut)
    }

    /// Seals one text under a key that seals nothing else, which is why the nonce may be noughts.
    pub(super) fn seal_only(&self, about: &[u8], text: &[u8]) -> Result<Vec<u8>, Shut> {
        let mut sealed = text.to_vec();
        let nonce = Nonce::assume_unique_for_key([0; 12]);
        self.cipher()?.seal_in_place_append_tag(nonce, Aad::from(about), &mut sealed).map_err(|_| Shut)?;
        Ok(sealed)
    }

    /// Opens what [`seal_only`](Secret::seal_only) sealed.
    pub(super) fn open_only(&self, about: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Shut> {
        let mut text = Zeroizing::new(sealed.to_vec());
        let nonce = Nonce::assume_unique_for_key([0; 12]);
        let cipher = self.cipher()?;
        let length = cipher.open_in_place(nonce, Aad::from(about), &mut text).map_err(|_| Shut)?.len();
        text.truncate(length);
        Ok(text)
    }
}

struct Sized32;

impl KeyType for Sized32 {
    fn len(&self) -> usize {
        32
    }
}
