//! AES-256-GCM (NIST SP 800-38D) under a key of a compartment, with a chance nonce of 96 bits before the ciphertext.

use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};

use super::CompartmentId;
use crate::agent::Secret;

/// What is sealed: bound to the compartment, its epoch and the kind of thing.
pub(super) struct Bound {
    pub(super) id: CompartmentId,
    pub(super) epoch: u64,
    pub(super) kind: u8,
}

impl Bound {
    fn bytes(&self) -> Vec<u8> {
        [b"quorate/sealed/1\0".as_slice(), &self.id.0, &self.epoch.to_be_bytes(), &[self.kind]].concat()
    }

    pub(super) fn seal(&self, key: &Secret, plain: &[u8]) -> Option<Vec<u8>> {
        let mut nonce = [0; 12];
        getrandom::fill(&mut nonce).ok()?;
        let cipher = Aes256Gcm::new_from_slice(key.expose()).ok()?;
        let sealed = cipher.encrypt(&nonce.into(), Payload { msg: plain, aad: &self.bytes() }).ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    pub(super) fn open(&self, key: &Secret, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<12>()?;
        let cipher = Aes256Gcm::new_from_slice(key.expose()).ok()?;
        cipher.decrypt(&(*nonce).into(), Payload { msg: sealed, aad: &self.bytes() }).ok()
    }
}
