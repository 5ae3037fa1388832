//! Keys and signatures.

use arc_malachitebft_core_types as types;
use arc_malachitebft_signing as signing;
use async_trait::async_trait;
use borsh::{BorshDeserialize, BorshSerialize};
use bytes::Bytes;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use signing::{Error, Signer, VerificationResult, Verifier};
use types::{SignedMessage, SigningScheme, ValidatorProof, VoteExtensionScope};

use crate::context::{Id, Order, Proposal, Vote};

/// What a signature is for.
const VOTE: &[u8] = b"bare engine vote";
const PROPOSAL: &[u8] = b"bare engine proposal";

/// The scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ed25519;

/// A signature.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Signature(pub [u8; 64]);

/// A key that everybody may know.
#[derive(Copy, Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Public(pub [u8; 32]);

/// A key that anybody can make again: nothing here is a secret.
#[derive(Clone)]
pub struct Secret(SigningKey);

impl Secret {
    /// The key of a node.
    pub fn of_node(index: u8) -> Secret {
        Secret(SigningKey::from_bytes(&[index.wrapping_add(101); 32]))
    }

    /// The public part.
    pub fn public(&self) -> Public {
        Public(self.0.verifying_key().to_bytes())
    }

    fn sign(&self, bytes: &[u8]) -> Signature {
        Signature(self.0.sign(bytes).to_bytes())
    }
}

impl Public {
    /// The node whose key it is.
    pub fn seat(&self) -> Id {
        Id::of(&self.0)
    }

    fn is_by(&self, bytes: &[u8], signature: &Signature) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| key.verify_strict(bytes, &signature).is_ok())
    }
}

impl SigningScheme for Ed25519 {
    type DecodingError = String;
    type Signature = Signature;
    type PublicKey = Public;
    type PrivateKey = Secret;

    fn decode_signature(bytes: &[u8]) -> Result<Signature, String> {
        bytes.try_into().map(Signature).map_err(|_| "a signature has 64 bytes".into())
    }

    fn encode_signature(signature: &Signature) -> Vec<u8> {
        signature.0.to_vec()
    }

    fn decode_public_key(bytes: &[u8]) -> Result<Public, String> {
        bytes.try_into().map(Public).map_err(|_| "a key has 32 bytes".into())
    }

    fn encode_public_key(key: &Public) -> Vec<u8> {
        key.0.to_vec()
    }
}

/// Bytes to be signed. Writing to memory does not fail.
fn signed(what: &[u8], content: &impl BorshSerialize) -> Vec<u8> {
    [what, &borsh::to_vec(content).unwrap_or_default()].concat()
}

type Verified = Result<VerificationResult, Error>;

fn verified(is_so: bool) -> Verified {
    Ok(VerificationResult::from_bool(is_so))
}

#[async_trait]
impl Verifier<Order> for Secret {
    async fn verify_signed_vote(&self, vote: &Vote, signature: &Signature, key: &Public) -> Verified {
        verified(key.is_by(&signed(VOTE, vote), signature))
    }

    async fn verify_signed_proposal(
        &self,
        proposal: &Proposal,
        signature: &Signature,
        key: &Public,
    ) -> Verified {
        verified(key.is_by(&signed(PROPOSAL, proposal), signature))
    }

    async fn verify_signed_vote_extension(
        &self,
        _: &VoteExtensionScope<Order>,
        _: &Bytes,
        _: &Signature,
        _: &Public,
    ) -> Verified {
        verified(false)
    }

    async fn verify_validator_proof(&self, proof: &ValidatorProof<Order>) -> Verified {
        verified(proof.decoded_public_key().is_ok_and(|key| key.is_by(&proof.preimage(), &proof.signature)))
    }
}

type Signed<T> = Result<SignedMessage<Order, T>, Error>;

#[async_trait]
impl Signer<Order> for Secret {
    async fn sign_vote(&self, vote: Vote) -> Signed<Vote> {
        let signature = self.sign(&signed(VOTE, &vote));
        Ok(SignedMessage::new(vote, signature))
    }

    async fn sign_proposal(&self, proposal: Proposal) -> Signed<Proposal> {
        let signature = self.sign(&signed(PROPOSAL, &proposal));
        Ok(SignedMessage::new(proposal, signature))
    }

    async fn sign_vote_extension(&self, _: VoteExtensionScope<Order>, extension: Bytes) -> Signed<Bytes> {
        let signature = self.sign(&extension);
        Ok(SignedMessage::new(extension, signature))
    }

    async fn sign_validator_proof(
        &self,
        key: Vec<u8>,
        peer: Vec<u8>,
    ) -> Result<ValidatorProof<Order>, Error> {
        let signature = self.sign(&ValidatorProof::<Order>::signing_bytes(&key, &peer));
        Ok(ValidatorProof::new(key, peer, signature))
    }
}
