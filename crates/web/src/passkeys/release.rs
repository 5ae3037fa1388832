//! How a passkey releases an encrypted key: its passphrase is kept under a secret that only the passkey's device gives, and only
//! after it has verified the person (WebAuthn level 3, 10.1.4, the extension `prf`).

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base16ct::lower::{decode_vec, encode_string};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use hmac::{Hmac, Mac as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::Sha256;

use crate::desk::chance;

/// What a device's secret is for, so that it opens nothing else.
const PURPOSE: &[u8] = b"quorate/agent-passkey/1\0";
const NONCE: usize = 12;

/// A passphrase that a passkey opens.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Release {
    /// Of what the device makes its secret.
    pub(crate) salt: String,
    sealed: String,
}

/// Of what a device is to make a secret, as it stands in what a browser is asked.
pub(crate) fn salt() -> Option<String> {
    Some(Base64UrlUnpadded::encode_string(&chance()?))
}

/// The secret that a device made, of a browser's answer.
pub(crate) fn secret_of(answer: &Value) -> Option<[u8; 32]> {
    let secret = answer.pointer("/clientExtensionResults/prf/results/first")?.as_str()?;
    let mut bytes = [0; 32];
    let read = Base64UrlUnpadded::decode(secret, &mut bytes).ok()?;
    <[u8; 32]>::try_from(read).ok()
}

fn cipher(secret: &[u8; 32]) -> Option<Aes256Gcm> {
    let key = Hmac::<Sha256>::new_from_slice(secret).ok()?.chain_update(PURPOSE).finalize().into_bytes();
    Aes256Gcm::new_from_slice(&key).ok()
}

impl Release {
    /// Seals a passphrase under a device's secret, for what `of` names and nothing else.
    pub(crate) fn seal(secret: &[u8; 32], salt: String, of: &str, passphrase: &str) -> Option<Release> {
        let nonce: [u8; NONCE] = chance()?.first_chunk().copied()?;
        let payload = Payload { msg: passphrase.as_bytes(), aad: of.as_bytes() };
        let sealed = cipher(secret)?.encrypt(&Nonce::from(nonce), payload).ok()?;
        Some(Release { salt, sealed: encode_string(&[nonce.as_slice(), &sealed].concat()) })
    }

    /// The passphrase again.
    pub(crate) fn open(&self, secret: &[u8; 32], of: &str) -> Option<String> {
        let whole = decode_vec(&self.sealed).ok()?;
        let (nonce, sealed) = whole.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: of.as_bytes() };
        String::from_utf8(cipher(secret)?.decrypt(&Nonce::from(*nonce), payload).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_opened_by_its_devices_secret_for_its_key_alone() {
        let release = Release::seal(&[1; 32], salt().unwrap(), "a key", "open sesame").unwrap();
        assert_eq!(release.open(&[1; 32], "a key").as_deref(), Some("open sesame"));
        assert_eq!(release.open(&[2; 32], "a key"), None);
        assert_eq!(release.open(&[1; 32], "another key"), None);
        assert!(!serde_json::to_string(&release).unwrap().contains(&encode_string(b"sesame")));
        assert_ne!(
            release.sealed,
            Release::seal(&[1; 32], salt().unwrap(), "a key", "open sesame").unwrap().sealed
        );
    }
}
