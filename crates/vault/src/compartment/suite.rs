//! By which algorithms a compartment keeps its secrets.

use openmls_traits::types::Ciphersuite;

/// The cipher suite of a compartment: chosen when it is made, the same for all of its life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Suite {
    /// ML-KEM-768 with X25519, AES-256-GCM, SHA-384, Ed25519: what is recorded today is not opened by tomorrow's quantum
    /// computer unless X25519 falls as well. OpenMLS's private number 0x004E, after draft-ietf-mls-pq-ciphersuites.
    #[default]
    PostQuantum,
    /// X25519, AES-128-GCM, SHA-256, Ed25519: number 0x0001, which everyone implements (RFC 9420, section 17.1).
    Classic,
}

impl Suite {
    pub(super) fn number(self) -> Ciphersuite {
        match self {
            Suite::PostQuantum => Ciphersuite::MLS_128_MLKEM768X25519_AES256GCM_SHA384_Ed25519,
            Suite::Classic => Ciphersuite::MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519,
        }
    }

    /// What it is, in a few words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Suite::PostQuantum => "ML-KEM-768 with X25519, AES-256-GCM",
            Suite::Classic => "X25519, AES-128-GCM",
        }
    }

    pub(super) fn of(number: Ciphersuite) -> Option<Suite> {
        [Suite::PostQuantum, Suite::Classic].into_iter().find(|suite| suite.number() == number)
    }
}
