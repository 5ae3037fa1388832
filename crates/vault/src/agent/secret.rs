//! Thirty-two bytes that nobody is shown.

use std::fmt;

use minicbor::{Decode, Encode};
use zeroize::Zeroize;

/// A secret key of 32 bytes: wiped when it goes, not shown by `Debug`.
#[derive(Clone, Default, Encode, Decode)]
#[cbor(transparent)]
pub(crate) struct Secret(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

impl Secret {
    /// A secret of these bytes, which are wiped where they were.
    pub(crate) fn take(mut bytes: Vec<u8>) -> Option<Secret> {
        let secret = bytes.as_slice().try_into().ok().map(Secret);
        bytes.zeroize();
        secret
    }

    /// A new one, from the machine's random bytes.
    pub(crate) fn new() -> Result<Secret, getrandom::Error> {
        let mut secret = Secret::default();
        getrandom::fill(&mut secret.0)?;
        Ok(secret)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a secret")
    }
}

impl From<[u8; 32]> for Secret {
    fn from(bytes: [u8; 32]) -> Secret {
        Secret(bytes)
    }
}
