//! How what the engine says is written. Three of its types do not bring this with them.

use arc_malachitebft_app::types::codec::{Codec, HasEncodedLen};
use arc_malachitebft_core_consensus::{LivenessMsg, ProposedValue, SignedConsensusMsg};
use arc_malachitebft_core_types as types;
use arc_malachitebft_engine::util::streaming::StreamMessage;
use arc_malachitebft_sync as sync;
use bytes::Bytes;
use types::{CommitCertificate, ExtendedCommitCertificate, PolkaCertificate, ValidatorProof, VoteExtensions};

use crate::context::{Height, Order, Part};
use crate::sign::Signature;

/// The way of writing.
#[derive(Copy, Clone)]
pub struct Wire;

macro_rules! written {
    ($($of:ty),* $(,)?) => {$(
        impl Codec<$of> for Wire {
            type Error = std::io::Error;

            fn decode(&self, bytes: Bytes) -> Result<$of, Self::Error> {
                borsh::from_slice(&bytes)
            }

            fn encode(&self, what: &$of) -> Result<Bytes, Self::Error> {
                borsh::to_vec(what).map(Bytes::from)
            }
        }
    )*};
}

written!(
    Part,
    SignedConsensusMsg<Order>,
    LivenessMsg<Order>,
    StreamMessage<Part>,
    ProposedValue<Order>,
    PolkaCertificate<Order>,
    CommitCertificate<Order>,
    sync::Status<Order>,
    sync::Request<Order>,
);

/// A certificate with nothing added to its votes.
pub fn plain(certificate: CommitCertificate<Order>) -> ExtendedCommitCertificate<Order> {
    ExtendedCommitCertificate::from_commit_certificate_and_extensions(certificate, VoteExtensions::default())
}

type Response = (Height, Vec<(Vec<u8>, CommitCertificate<Order>)>);

impl Codec<sync::Response<Order>> for Wire {
    type Error = std::io::Error;

    fn decode(&self, bytes: Bytes) -> Result<sync::Response<Order>, Self::Error> {
        let (height, values): Response = borsh::from_slice(&bytes)?;
        let values =
            values.into_iter().map(|(bytes, proof)| sync::RawDecidedValue::new(bytes.into(), plain(proof)));
        Ok(sync::Response::ValueResponse(sync::ValueResponse::new(height, values.collect())))
    }

    fn encode(&self, what: &sync::Response<Order>) -> Result<Bytes, Self::Error> {
        let sync::Response::ValueResponse(response) = what;
        let values = response.values.iter();
        let values =
            values.map(|value| (value.value_bytes.to_vec(), value.certificate.trim_vote_extensions()));
        let response: Response = (response.start_height, values.collect());
        borsh::to_vec(&response).map(Bytes::from)
    }
}

impl HasEncodedLen<sync::Response<Order>> for Wire {
    fn encoded_len(&self, what: &sync::Response<Order>) -> Result<usize, std::io::Error> {
        self.encode(what).map(|bytes| bytes.len())
    }
}

impl Codec<ValidatorProof<Order>> for Wire {
    type Error = std::io::Error;

    fn decode(&self, bytes: Bytes) -> Result<ValidatorProof<Order>, Self::Error> {
        let (key, peer, signature): (Vec<u8>, Vec<u8>, Signature) = borsh::from_slice(&bytes)?;
        Ok(ValidatorProof::new(key, peer, signature))
    }

    fn encode(&self, proof: &ValidatorProof<Order>) -> Result<Bytes, Self::Error> {
        borsh::to_vec(&(&proof.public_key, &proof.peer_id, &proof.signature)).map(Bytes::from)
    }
}
