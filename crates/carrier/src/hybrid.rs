//! X25519MLKEM768: how two carriers agree on keys, so that what is recorded today is not opened by a quantum computer later.
//!
//! The group of draft-ietf-tls-ecdhe-mlkem: ML-KEM-768 (FIPS 203) and X25519 (RFC 7748), the one's shares and secrets before the
//! other's. Each half alone keeps the secret. X25519 is that of `ring`, as on all our links; ML-KEM is the implementation that
//! compartments use.

use ml_kem::kem::{Decapsulate as _, KeyExport as _};
use ml_kem::ml_kem_768::{Ciphertext, DecapsulationKey, EncapsulationKey};
use ml_kem::{B32, Seed};
use rustls::crypto::ring::kx_group::X25519;
use rustls::crypto::{ActiveKeyExchange, CompletedKeyExchange, SharedSecret, SupportedKxGroup};
use rustls::{Error, NamedGroup, PeerMisbehaved, ProtocolVersion};
use zeroize::{Zeroize as _, Zeroizing};

/// An encapsulation key of ML-KEM-768, in bytes (FIPS 203, table 3).
const KEY_BYTES: usize = 1184;
/// A ciphertext of ML-KEM-768, in bytes.
const CIPHERTEXT_BYTES: usize = 1088;
/// What ML-KEM and X25519 come to, together, in bytes.
const SECRET_BYTES: usize = 64;

/// The only group on which carriers agree.
pub(crate) static X25519MLKEM768: &dyn SupportedKxGroup = &Hybrid;

#[derive(Debug)]
struct Hybrid;

fn invalid() -> Error {
    PeerMisbehaved::InvalidKeyShare.into()
}

/// So many bytes that nobody can guess, which are wiped after use.
fn chance<const N: usize>() -> Result<Zeroizing<[u8; N]>, Error> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut()).map_err(|_| Error::FailedToGetRandomBytes)?;
    Ok(bytes)
}

/// The secret of both halves, ML-KEM's first.
fn secret(quantum: &[u8], classical: &SharedSecret) -> SharedSecret {
    let mut both = Vec::with_capacity(SECRET_BYTES);
    both.extend_from_slice(quantum);
    both.extend_from_slice(classical.secret_bytes());
    // It is wiped with what it is moved into.
    SharedSecret::from(both)
}

impl SupportedKxGroup for Hybrid {
    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
        let seed = chance::<64>()?;
        let mut seed = Seed::from(*seed);
        let quantum = DecapsulationKey::from_seed(seed);
        seed.zeroize();
        let classical = X25519.start()?;
        let share = [quantum.encapsulation_key().to_bytes().as_slice(), classical.pub_key()].concat();
        Ok(Box::new(Started { quantum, classical, share }))
    }

    fn start_and_complete(&self, share: &[u8]) -> Result<CompletedKeyExchange, Error> {
        let (quantum, classical) = share.split_at_checked(KEY_BYTES).ok_or_else(invalid)?;
        let quantum = quantum.try_into().map_err(|_| invalid())?;
        // A key whose numbers are not reduced is refused here (FIPS 203, section 7.2).
        let quantum = EncapsulationKey::new(&quantum).map_err(|_| invalid())?;
        let classical = X25519.start_and_complete(classical)?;
        let chosen = chance::<32>()?;
        let mut chosen = B32::from(*chosen);
        let (ciphertext, mut key) = quantum.encapsulate_deterministic(&chosen);
        chosen.zeroize();
        let pub_key = [ciphertext.as_slice(), &classical.pub_key].concat();
        let secret = secret(&key, &classical.secret);
        key.zeroize();
        Ok(CompletedKeyExchange { group: self.name(), pub_key, secret })
    }

    fn ffdhe_group(&self) -> Option<rustls::ffdhe_groups::FfdheGroup<'static>> {
        None
    }

    fn name(&self) -> NamedGroup {
        NamedGroup::X25519MLKEM768
    }

    fn usable_for_version(&self, version: ProtocolVersion) -> bool {
        version == ProtocolVersion::TLSv1_3
    }
}

struct Started {
    quantum: DecapsulationKey,
    classical: Box<dyn ActiveKeyExchange>,
    share: Vec<u8>,
}

impl ActiveKeyExchange for Started {
    fn complete(self: Box<Self>, share: &[u8]) -> Result<SharedSecret, Error> {
        let (quantum, classical) = share.split_at_checked(CIPHERTEXT_BYTES).ok_or_else(invalid)?;
        let quantum: Ciphertext = quantum.try_into().map_err(|_| invalid())?;
        let classical = self.classical.complete(classical)?;
        let mut key = self.quantum.decapsulate(&quantum);
        let secret = secret(&key, &classical);
        key.zeroize();
        Ok(secret)
    }

    // No share of X25519 alone is offered beside it: there is no group to fall back to.
    fn hybrid_component(&self) -> Option<(NamedGroup, &[u8])> {
        None
    }

    fn pub_key(&self) -> &[u8] {
        &self.share
    }

    fn group(&self) -> NamedGroup {
        NamedGroup::X25519MLKEM768
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_come_to_one_secret_of_both_halves() {
        let started = X25519MLKEM768.start().unwrap();
        assert_eq!(started.pub_key().len(), KEY_BYTES + 32);
        let answered = X25519MLKEM768.start_and_complete(started.pub_key()).unwrap();
        assert_eq!(answered.pub_key.len(), CIPHERTEXT_BYTES + 32);
        let secret = started.complete(&answered.pub_key).unwrap();
        assert_eq!(secret.secret_bytes(), answered.secret.secret_bytes());
        assert_eq!(secret.secret_bytes().len(), SECRET_BYTES);
        assert_ne!(secret.secret_bytes()[..32], secret.secret_bytes()[32..]);
    }

    #[test]
    fn a_share_that_was_changed_anywhere_comes_to_no_common_secret() {
        for at in [0, CIPHERTEXT_BYTES - 1, CIPHERTEXT_BYTES, CIPHERTEXT_BYTES + 31] {
            let started = X25519MLKEM768.start().unwrap();
            let mut answered = X25519MLKEM768.start_and_complete(started.pub_key()).unwrap();
            answered.pub_key[at] ^= 1;
            let secret = started.complete(&answered.pub_key);
            assert!(secret.is_err() || secret.unwrap().secret_bytes() != answered.secret.secret_bytes());
        }
    }

    #[test]
    fn shares_of_another_length_are_refused() {
        for length in [0, 32, KEY_BYTES, KEY_BYTES + 31, KEY_BYTES + 33] {
            assert!(X25519MLKEM768.start_and_complete(&vec![1; length]).is_err(), "{length}");
        }
        for length in [0, 32, CIPHERTEXT_BYTES, CIPHERTEXT_BYTES + 31, CIPHERTEXT_BYTES + 33] {
            let started = X25519MLKEM768.start().unwrap();
            assert!(started.complete(&vec![1; length]).is_err(), "{length}");
        }
        // Numbers that are not reduced are no key.
        assert!(X25519MLKEM768.start_and_complete(&[0xff; KEY_BYTES + 32]).is_err());
        // A point of small order would let the other end choose that half of the secret.
        let mut share = X25519MLKEM768.start().unwrap().pub_key().to_vec();
        share.truncate(KEY_BYTES);
        share.extend([0; 32]);
        assert!(X25519MLKEM768.start_and_complete(&share).is_err());
    }
}
