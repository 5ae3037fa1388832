//! Thirty-two bytes that nobody is shown.

use std::fmt;

use minicbor::{Decode, Encode};
use zeroize::Zeroize;

/// 32 secret bytes. They are wiped when they go, and are never printed. There is none by default.
#[derive(Clone, Encode, Decode)]
#[cbor(transparent)]
pub struct Secret(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

/// The machine gave no random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this machine gives no random bytes")]
pub struct NoChance;

impl Secret {
    /// New random bytes.
    ///
    /// # Errors
    /// [`NoChance`].
    pub fn random() -> Result<Secret, NoChance> {
        let mut secret = Secret([0; 32]);
        getrandom::fill(&mut secret.0).map_err(|_| NoChance)?;
        Ok(secret)
    }

    /// These bytes.
    #[must_use]
    pub fn of(bytes: &[u8; 32]) -> Secret {
        Secret(*bytes)
    }

    /// These bytes, which are wiped where they were; none if they are not 32.
    pub(crate) fn take(mut bytes: Vec<u8>) -> Option<Secret> {
        let secret = bytes.as_slice().try_into().ok().map(Secret);
        bytes.zeroize();
        secret
    }

    /// The bytes, for whoever keeps them.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The exclusive or of both.
    pub(crate) fn xor(&self, other: &Secret) -> Secret {
        let mut both = self.clone();
        both.0.iter_mut().zip(&other.0).for_each(|(byte, other)| *byte ^= other);
        both
    }

    /// Leaves noughts of it, where what held it stays.
    pub(crate) fn wipe(&mut self) {
        self.0.zeroize();
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.wipe();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_shown_and_is_wiped() {
        let mut secret = Secret::of(&[7; 32]);
        assert_eq!(format!("{secret:?}"), "a secret");
        assert_eq!(secret.xor(&Secret::of(&[1; 32])).expose(), &[6; 32]);
        secret.wipe();
        assert_eq!(secret.expose(), &[0; 32]);
        for (length, is_one) in [(31, false), (32, true), (33, false)] {
            assert_eq!(Secret::take(vec![1; length]).is_some(), is_one);
        }
        assert_ne!(Secret::random().unwrap().expose(), Secret::random().unwrap().expose());
    }
}
