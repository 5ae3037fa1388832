//! What an agent is known by: a representative's signature that this key speaks in its post.

use minicbor::encode::Write;
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use quorate_partnership::{Moment, PartnershipId, Post, PublicKey};

use super::{Accredited, Envelope, to_be_signed};

/// The longest credential that is read, in bytes.
pub const MAX_CREDENTIAL_BYTES: usize = 4096;
/// The longest time that a credential may stand for, in milliseconds: 366 days.
pub const MAX_TERM_MILLIS: u64 = 366 * 86_400_000;
/// The length of a key for what is sealed to an agent alone, in bytes: X-Wing.
const EXCHANGE_BYTES: usize = 1216;
/// The domain of signatures under credentials.
const DOMAIN: &str = "quorate/agent/1";

/// Why a credential does not stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CredentialError {
    /// Not the one form that a credential has.
    #[error("this is no credential of an agent in canonical form (docs/vault.md)")]
    Form,
    /// It is of another partnership.
    #[error("this agent's credential is of another partnership")]
    OtherPartnership,
    /// The signature is not that of the key it names.
    #[error("this agent's credential is not signed by the key that it names")]
    Signature,
    /// The record does not give the signing key this post now.
    #[error(
        "the key that signed the credential of this agent does not hold {0}; its member accredits it anew, or it goes"
    )]
    NotAccredited(Post),
    /// Before its time, or after.
    #[error(
        "the credential of this agent of {0} does not stand at this moment: a representative signs it anew"
    )]
    Time(Post),
    /// It would stand for longer than a credential may, or for no time.
    #[error("a credential stands from one moment until a later one, for 366 days at most")]
    Term,
}

/// What is to be signed, by a representative, for an agent.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Draft {
    /// In which partnership it stands.
    #[n(0)]
    pub partnership: PartnershipId,
    /// The post in which the agent speaks, and the representative signs.
    #[n(1)]
    pub post: Post,
    /// The agent's signature key.
    #[n(2)]
    pub agent: PublicKey,
    /// The agent's key for what is sealed to it alone: X-Wing, 1216 bytes (draft-connolly-cfrg-xwing-kem).
    #[cbor(n(3), with = "minicbor::bytes")]
    pub exchange: Vec<u8>,
    /// From when it stands.
    #[n(4)]
    pub from: Moment,
    /// The first moment at which it stands no more.
    #[n(5)]
    pub until: Moment,
}

impl Draft {
    fn payload(&self) -> Vec<u8> {
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// The bytes that the representative's key signs.
    ///
    /// # Errors
    /// [`CredentialError::Term`].
    pub fn to_be_signed(&self, by: &PublicKey) -> Result<Vec<u8>, CredentialError> {
        if self.until <= self.from || self.until.since(self.from) > MAX_TERM_MILLIS {
            return Err(CredentialError::Term);
        }
        Ok(to_be_signed(DOMAIN, &self.partnership.0, by, &self.payload()))
    }

    /// The credential, once it is signed.
    ///
    /// # Errors
    /// [`CredentialError`]: the signature is not that of this key.
    pub fn signed(&self, by: &PublicKey, signature: &[u8; 64]) -> Result<Credential, CredentialError> {
        Credential::read(&Envelope::write(by, &self.payload(), signature))
    }
}

/// A credential, well signed. Whether it stands is asked of the record each time: see [`Credential::stands`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    bytes: Vec<u8>,
    draft: Draft,
    by: PublicKey,
}

impl<C> Encode<C> for Credential {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
        e.bytes(&self.bytes)?.ok()
    }
}

/// Of what this agent kept: its signature was verified when it came, and is not at each opening of the store.
impl<'b, C> Decode<'b, C> for Credential {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Credential, decode::Error> {
        let parsed = Credential::parse(d.bytes()?).map(|(credential, _)| credential);
        parsed.map_err(|error| decode::Error::message(error.to_string()))
    }
}

impl Credential {
    /// Reads a credential and verifies its signature.
    ///
    /// # Errors
    /// [`CredentialError::Form`], [`CredentialError::Signature`] or [`CredentialError::Term`].
    pub fn read(bytes: &[u8]) -> Result<Credential, CredentialError> {
        let (credential, envelope) = Credential::parse(bytes)?;
        let is_signed = envelope.is_signed(DOMAIN, &credential.draft.partnership.0);
        if is_signed { Ok(credential) } else { Err(CredentialError::Signature) }
    }

    /// Reads its form.
    fn parse(bytes: &[u8]) -> Result<(Credential, Envelope<'_>), CredentialError> {
        if bytes.len() > MAX_CREDENTIAL_BYTES {
            return Err(CredentialError::Form);
        }
        let envelope = Envelope::read(bytes).ok_or(CredentialError::Form)?;
        let draft: Draft = decode(envelope.payload).map_err(|_| CredentialError::Form)?;
        if draft.exchange.len() != EXCHANGE_BYTES || draft.payload() != envelope.payload {
            return Err(CredentialError::Form);
        }
        draft.to_be_signed(&envelope.key)?;
        Ok((Credential { bytes: bytes.to_vec(), by: envelope.key, draft }, envelope))
    }

    /// Whether it stands in this partnership at this moment, by what the record says of the key that signed it.
    ///
    /// # Errors
    /// [`CredentialError`]: why not.
    pub fn stands(
        &self,
        partnership: &PartnershipId,
        record: &dyn Accredited,
        at: Moment,
    ) -> Result<(), CredentialError> {
        let post = self.post();
        if self.draft.partnership != *partnership {
            return Err(CredentialError::OtherPartnership);
        }
        if at < self.draft.from || self.draft.until <= at {
            return Err(CredentialError::Time(post));
        }
        record.holds(post, &self.by, at).then_some(()).ok_or(CredentialError::NotAccredited(post))
    }

    /// The bytes in their one form.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The agent's signature key.
    #[must_use]
    pub fn agent(&self) -> PublicKey {
        self.draft.agent
    }

    /// The post in which the agent speaks.
    #[must_use]
    pub fn post(&self) -> Post {
        self.draft.post
    }

    /// The partnership in which it stands.
    #[must_use]
    pub fn partnership(&self) -> PartnershipId {
        self.draft.partnership
    }

    /// The key for what is sealed to the agent alone.
    #[must_use]
    pub fn exchange(&self) -> &[u8] {
        &self.draft.exchange
    }

    /// The first moment at which it stands no more.
    #[must_use]
    pub fn until(&self) -> Moment {
        self.draft.until
    }
}

#[cfg(test)]
mod tests;
