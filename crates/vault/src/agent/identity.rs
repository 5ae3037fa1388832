//! An agent's own keys, with its credential.

use ed25519_dalek::{Signer as _, SigningKey};
use minicbor::{Decode, Encode};
use openmls_rust_crypto::RustCrypto;
use openmls_traits::crypto::OpenMlsCrypto as _;
use openmls_traits::signatures::{Signer, SignerError};
use openmls_traits::types::{HpkeAeadType, HpkeConfig, HpkeKdfType, HpkeKemType, SignatureScheme};
use quorate_partnership::{Moment, PartnershipId, Post, PublicKey};

use super::{Credential, CredentialError, Draft, Secret, to_be_signed};
use crate::product::{NoChance, Signs};

/// HPKE (RFC 9180) to one agent: X-Wing, HKDF-SHA256, AES-256-GCM.
pub(crate) const EXCHANGE: HpkeConfig =
    HpkeConfig(HpkeKemType::XWingKemDraft6, HpkeKdfType::HkdfSha256, HpkeAeadType::AesGcm256);

/// Why there is no such agent.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The machine gives no random bytes.
    #[error("an agent has no keys: {0}")]
    Random(#[from] NoChance),
    /// The keys cannot be made.
    #[error("the keys of an agent cannot be made on this machine")]
    Keys,
    /// The credential is of another agent.
    #[error("this credential is of another agent than the one whose store this is")]
    Other,
    /// The credential is of another member.
    #[error(
        "this agent is of {has}, and would speak for {given}: what it has keys to would be lost; make another agent for that, in a directory of its own"
    )]
    OtherMember {
        /// In which post it speaks.
        has: Post,
        /// In which it would.
        given: Post,
    },
    /// The credential is in another partnership.
    #[error(
        "this agent is of another partnership: make another agent for this one, in a directory of its own"
    )]
    OtherPartnership,
    /// The credential does not stand.
    #[error(transparent)]
    Credential(#[from] CredentialError),
}

/// An agent: its keys and, once a representative signed it, its credential.
#[derive(Clone, Debug, Encode, Decode)]
pub struct Identity {
    #[n(0)]
    seed: Secret,
    #[n(1)]
    exchange: Secret,
    #[cbor(n(2), with = "minicbor::bytes")]
    credential: Vec<u8>,
}

impl Identity {
    /// An agent with new keys and no credential yet.
    ///
    /// # Errors
    /// [`IdentityError::Random`].
    pub fn new() -> Result<Identity, IdentityError> {
        Ok(Identity { seed: Secret::random()?, exchange: Secret::random()?, credential: Vec::new() })
    }

    fn key(&self) -> SigningKey {
        SigningKey::from_bytes(self.seed.expose())
    }

    /// The agent's signature key.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.key().verifying_key().to_bytes())
    }

    /// What a representative is asked to sign for it.
    ///
    /// # Errors
    /// [`IdentityError::Keys`].
    pub fn draft(
        &self,
        partnership: PartnershipId,
        post: Post,
        from: Moment,
        until: Moment,
    ) -> Result<Draft, IdentityError> {
        let pair = RustCrypto::default()
            .derive_hpke_keypair(EXCHANGE, self.exchange.expose())
            .map_err(|_| IdentityError::Keys)?;
        Ok(Draft { partnership, post, agent: self.public(), exchange: pair.public, from, until })
    }

    /// Takes the credential that was signed, its first or its next. An agent stays with its member and its partnership. One that
    /// works already takes it by [`Vault::adopt`](crate::compartment::Vault::adopt).
    ///
    /// # Errors
    /// [`IdentityError::Other`], [`IdentityError::OtherMember`] or [`IdentityError::OtherPartnership`].
    pub fn adopt(&mut self, credential: &Credential) -> Result<(), IdentityError> {
        if credential.agent() != self.public() {
            return Err(IdentityError::Other);
        }
        if let Ok(before) = self.credential() {
            let (has, given) = (before.post(), credential.post());
            if has.member != given.member {
                return Err(IdentityError::OtherMember { has, given });
            }
            if before.partnership() != credential.partnership() {
                return Err(IdentityError::OtherPartnership);
            }
        }
        self.credential = credential.bytes().to_vec();
        Ok(())
    }

    /// Its credential.
    ///
    /// # Errors
    /// [`CredentialError::Form`] if it has none yet.
    pub fn credential(&self) -> Result<Credential, CredentialError> {
        Credential::read(&self.credential)
    }

    /// Opens what was sealed to this agent alone (RFC 9180, base mode); none if it was not, or for something else.
    pub(crate) fn open(&self, kem: &[u8], sealed: &[u8], info: &[u8]) -> Option<Vec<u8>> {
        let crypto = RustCrypto::default();
        let pair = crypto.derive_hpke_keypair(EXCHANGE, self.exchange.expose()).ok()?;
        let input = openmls_traits::types::HpkeCiphertext {
            kem_output: kem.to_vec().into(),
            ciphertext: sealed.to_vec().into(),
        };
        crypto.hpke_open(EXCHANGE, &input, &pair.private, info, &[]).ok()
    }

    /// An envelope signed by this agent, in a domain and for something.
    pub(crate) fn envelope(&self, domain: &str, of: &[u8; 32], payload: &[u8]) -> Vec<u8> {
        let public = self.public();
        let signature = self.key().sign(&to_be_signed(domain, of, &public, payload)).to_bytes();
        super::Envelope::write(&public, payload, &signature)
    }
}

impl Signs for Identity {
    fn public(&self) -> PublicKey {
        Identity::public(self)
    }

    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
        Ok(self.key().sign(bytes).to_bytes())
    }
}

impl Signer for Identity {
    fn sign(&self, payload: &[u8]) -> Result<Vec<u8>, SignerError> {
        Ok(self.key().sign(payload).to_bytes().to_vec())
    }

    fn signature_scheme(&self) -> SignatureScheme {
        SignatureScheme::ED25519
    }
}
