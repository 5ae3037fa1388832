//! Something sealed to one agent alone: HPKE (RFC 9180, base mode) by X-Wing, HKDF-SHA256, AES-256-GCM.

use minicbor::{Decode, Encode};
use openmls_rust_crypto::RustCrypto;
use openmls_traits::crypto::OpenMlsCrypto as _;
use quorate_partnership::PublicKey;
use zeroize::Zeroizing;

use super::{Credential, EXCHANGE, Identity};

/// What is sealed to one agent, as it is carried.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct SealedTo {
    #[n(0)]
    pub(crate) agent: PublicKey,
    #[cbor(n(1), with = "minicbor::bytes")]
    kem: Vec<u8>,
    #[cbor(n(2), with = "minicbor::bytes")]
    sealed: Vec<u8>,
}

/// For what it is sealed, and by whom: in another place, or from another, it does not open.
#[derive(Clone, Copy)]
pub(crate) struct Use<'u> {
    pub(crate) domain: &'u str,
    pub(crate) of: &'u [u8; 32],
    pub(crate) by: &'u PublicKey,
}

impl Use<'_> {
    fn info(&self, to: &PublicKey) -> Vec<u8> {
        [self.domain.as_bytes(), b"\0", self.of, &self.by.0, &to.0].concat()
    }
}

impl SealedTo {
    /// Seals something to the agent of a credential; none if its key is none.
    pub(crate) fn seal(to: &Credential, used: Use<'_>, plain: &[u8]) -> Option<SealedTo> {
        let info = used.info(&to.agent());
        let sealed = RustCrypto::default().hpke_seal(EXCHANGE, to.exchange(), &info, &[], plain).ok()?;
        Some(SealedTo {
            agent: to.agent(),
            kem: sealed.kem_output.as_slice().to_vec(),
            sealed: sealed.ciphertext.as_slice().to_vec(),
        })
    }

    /// Opens it with the agent's own key; none if it was sealed to another, for something else or by another.
    pub(crate) fn open(&self, identity: &Identity, used: Use<'_>) -> Option<Zeroizing<Vec<u8>>> {
        identity.open(&self.kem, &self.sealed, &used.info(&identity.public())).map(Zeroizing::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agent::testing::{Record, agent};

    #[test]
    fn only_whom_it_is_for_opens_it_and_only_for_what_it_is() {
        let record = Record::default();
        let (one, other) = (agent(&record, "CAN/representative"), agent(&record, "FRA/representative"));
        let by = one.public();
        let used = Use { domain: "quorate/test/1", of: &[1; 32], by: &by };
        let sealed = SealedTo::seal(&other.credential().unwrap(), used, b"half").unwrap();
        assert_eq!(sealed.open(&other, used).unwrap().as_slice(), b"half");
        assert_eq!(sealed.open(&one, used), None);
        let other_by = other.public();
        for changed in [
            Use { domain: "quorate/test/2", ..used },
            Use { of: &[2; 32], ..used },
            Use { by: &other_by, ..used },
        ] {
            assert_eq!(sealed.open(&other, changed), None);
        }
    }
}
