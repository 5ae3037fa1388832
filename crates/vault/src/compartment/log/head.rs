//! What stands before everything that is sealed.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use quorate_partnership::{PublicKey, hash};

use super::Logs;
use super::author::Stated;
use super::statement::Of;
use crate::compartment::parcel::Item;
use crate::compartment::{CompartmentId, Refusal};
use crate::filled::{filled, read_filled};

/// Heads are filled up to a multiple of this many bytes: how much they tell is not to be told from lengths.
const STEP: usize = 2048;

/// What a log came to: its author, how many things it has, and the root over them.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(in crate::compartment) struct LogHead {
    #[n(0)]
    pub(in crate::compartment) agent: PublicKey,
    #[n(1)]
    pub(in crate::compartment) size: u64,
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(in crate::compartment) root: [u8; 32],
}

/// What a log came to elsewhere, beside what is known of it here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// It is the beginning of the log that is known here, or all of it.
    Same,
    /// It is longer than what is known here, by this many things.
    Longer(u64),
    /// Its root is another.
    Differs,
    /// Nothing is known of it here, or not any more, or something of before did not come.
    Unknown,
}

impl Logs {
    /// The place of the last thing that an agent sealed, in its own log, as far as is known.
    pub(in crate::compartment) fn last_of(&self, agent: &PublicKey) -> Option<u64> {
        let author = self.authors.iter().find(|author| author.agent() == *agent)?;
        author.newest().map(|one| one.statement.size)
    }
}

/// What another's log came to, told by who has no part in it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Heard {
    #[n(0)]
    pub(super) agent: PublicKey,
    #[n(1)]
    pub(super) stated: Stated,
}

/// What stands before everything that is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(in crate::compartment) struct Head {
    #[n(0)]
    pub(in crate::compartment) agent: PublicKey,
    #[n(1)]
    pub(super) stated: Stated,
    #[n(2)]
    pub(super) heard: Option<Heard>,
}

/// What was sealed, opened: in which epoch, by whom and at which place of its log, and what it says.
pub(in crate::compartment) struct Unsealed {
    pub(in crate::compartment) epoch: u64,
    pub(in crate::compartment) by: PublicKey,
    pub(in crate::compartment) place: u64,
    pub(in crate::compartment) body: Vec<u8>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct Wrapped {
    #[n(0)]
    head: ByteVec,
    #[n(1)]
    body: ByteVec,
}

impl Head {
    /// The place in its author's log of what it stands before: the first has 0.
    pub(in crate::compartment) fn place(&self) -> u64 {
        self.stated.statement.size
    }

    pub(super) fn filled(&self) -> Vec<u8> {
        filled(self, STEP)
    }

    /// Reads what somebody sealed: its head, whose author signed it for this very body, kind and epoch, and the body.
    pub(in crate::compartment) fn read(
        id: CompartmentId,
        item: &Item,
        plain: &[u8],
    ) -> Result<(Head, Vec<u8>), Refusal> {
        let Wrapped { head, body } = minicbor::decode(plain).map_err(|_| Refusal::Form)?;
        let read: Head = read_filled(&head, STEP).ok_or(Refusal::Form)?;
        let next = &read.stated.statement.next;
        let fits = (next.kind, next.epoch, next.digest) == (item.kind, item.epoch, digest(&body));
        if !fits || !read.stated.is_sound(Of { id, agent: read.agent }) {
            return Err(Refusal::NotAuthentic);
        }
        Ok((read, body.into()))
    }
}

pub(super) fn digest(body: &[u8]) -> [u8; 32] {
    hash("quorate/logged/1", &[body])
}

/// A head with the body that it is for.
pub(super) fn wrapped(head: Vec<u8>, body: &[u8]) -> Vec<u8> {
    minicbor::to_vec(Wrapped { head: head.into(), body: body.to_vec().into() }).unwrap_or_default()
}
