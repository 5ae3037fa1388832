//! A key in memory.

use ed25519_dalek::{Signer as _, SigningKey};
use quorate_charter::MemberCode;
use quorate_partnership::{Post, PublicKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::KeyError;
use super::signer::{SignError, Signer};

/// A key whose secret is in memory. It is wiped when this goes.
#[derive(Clone)]
pub struct Key(SigningKey);

impl Key {
    /// A new key from the machine's random bytes.
    ///
    /// # Errors
    /// [`KeyError::Random`].
    pub fn new() -> Result<Key, KeyError> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut_slice()).map_err(KeyError::Random)?;
        Ok(Key::from_seed(&seed))
    }

    /// The key of a post in an exercise: anyone can make it again from the exercise's name. It protects nothing.
    #[must_use]
    pub fn of_exercise(exercise: &str, post: Post) -> Key {
        Key::of_exercise_named(exercise, &post.to_string())
    }

    /// The key of a member's node in an exercise; it protects nothing either.
    #[must_use]
    pub fn of_exercise_node(exercise: &str, member: MemberCode) -> Key {
        Key::of_exercise_named(exercise, &format!("{member}/node"))
    }

    fn of_exercise_named(exercise: &str, name: &str) -> Key {
        let mut seed = Sha256::new();
        seed.update(b"quorate/exercise-key/1\0");
        seed.update(exercise.as_bytes());
        seed.update([0]);
        seed.update(name.as_bytes());
        Key::from_seed(&seed.finalize().into())
    }

    /// The key of this seed (RFC 8032).
    pub(crate) fn from_seed(seed: &[u8; 32]) -> Key {
        Key(SigningKey::from_bytes(seed))
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    pub(super) fn seed(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }
}

impl Signer for Key {
    fn public(&self) -> PublicKey {
        Key::public(self)
    }

    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], SignError> {
        Ok(self.0.sign(bytes).to_bytes())
    }
}
