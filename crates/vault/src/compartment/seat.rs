//! Who is in a compartment: an agent and its credential.

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};
use openmls::credentials::{BasicCredential, Credential as Carrier};
use openmls::group::MlsGroup;
use openmls::prelude::LeafNodeIndex;
use quorate_charter::MemberCode;
use quorate_partnership::{Post, PublicKey};

use super::Refusal;
use crate::agent::{Credential, CredentialError};

/// The most agents in a compartment.
pub const MAX_SEATS: usize = 200;

/// An agent that is in.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Seat {
    #[n(0)]
    agent: PublicKey,
    #[n(1)]
    post: Post,
    #[cbor(n(2), with = "minicbor::bytes")]
    credential: Vec<u8>,
    #[n(3)]
    leaf: u32,
}

impl std::fmt::Debug for Seat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} by {}", self.post, self.agent.short())
    }
}

impl Seat {
    /// Reads who a leaf says to be; the key that signs in the group has to be the credential's.
    pub(super) fn read(leaf: u32, carrier: &Carrier, key: &[u8]) -> Result<Seat, Refusal> {
        let basic = BasicCredential::try_from(carrier.clone()).map_err(|_| CredentialError::Form)?;
        let credential = Credential::read(basic.identity())?;
        if credential.agent().0 != key {
            return Err(Refusal::OtherKey(credential.post()));
        }
        Ok(Seat {
            agent: credential.agent(),
            post: credential.post(),
            credential: credential.bytes().to_vec(),
            leaf,
        })
    }

    /// The agent's signature key.
    #[must_use]
    pub fn agent(&self) -> PublicKey {
        self.agent
    }

    /// The post it speaks in.
    #[must_use]
    pub fn post(&self) -> Post {
        self.post
    }

    /// The member it is of.
    #[must_use]
    pub fn member(&self) -> MemberCode {
        self.post.member
    }

    /// Its credential.
    ///
    /// # Errors
    /// [`CredentialError`] if what was kept was damaged.
    pub fn credential(&self) -> Result<Credential, CredentialError> {
        Credential::read(&self.credential)
    }

    pub(super) fn leaf(&self) -> u32 {
        self.leaf
    }

    pub(super) fn index(&self) -> LeafNodeIndex {
        LeafNodeIndex::new(self.leaf)
    }
}

/// Everyone in the group, as its tree says.
pub(super) fn seats(group: &MlsGroup) -> Result<Vec<Seat>, Refusal> {
    let seats: Result<Vec<Seat>, Refusal> = group
        .members()
        .take(MAX_SEATS.saturating_add(1))
        .map(|member| Seat::read(member.index.u32(), &member.credential, &member.signature_key))
        .collect();
    match seats? {
        seats if seats.is_empty() => Err(Refusal::Nobody),
        seats if seats.len() > MAX_SEATS => Err(Refusal::TooMany),
        seats => Ok(seats),
    }
}

/// The members that have at least one agent among these.
pub(super) fn members<'a>(seats: impl IntoIterator<Item = &'a Seat>) -> BTreeSet<MemberCode> {
    seats.into_iter().map(Seat::member).collect()
}
