//! What is carried from agent to agent: anybody may, and sees the compartment's id, an epoch, kinds and sizes.

use minicbor::{Decode, Encode};

use super::{CompartmentId, Refusal};

/// The largest parcel, in bytes.
pub const MAX_PARCEL_BYTES: usize = 16 * 1024 * 1024;
/// The most things in a parcel.
pub const MAX_ITEMS: usize = 512;
/// The largest thing in a parcel, in bytes: a Welcome to a compartment of 200 agents has about a quarter of it.
pub const MAX_ITEM_BYTES: usize = 4 * 1024 * 1024;
/// The form that is written.
const VERSION: u8 = 1;

/// The kinds of things, as written.
pub(super) mod kind {
    /// A commit: MLSMessage with PrivateMessage (RFC 9420, section 6.3).
    pub(crate) const CHANGE: u8 = 1;
    /// An acceptance, sealed under the log key of its epoch.
    pub(crate) const ACCEPTANCE: u8 = 2;
    /// A Welcome (RFC 9420, section 12.4.3.1).
    pub(crate) const WELCOME: u8 = 3;
    /// A message: MLSMessage with PrivateMessage.
    pub(crate) const MESSAGE: u8 = 4;
    /// The change and acceptances by which a newcomer is in, sealed under the log key of its first epoch.
    pub(crate) const PROOF: u8 = 5;
    /// A grant of archive keys, sealed under the log key of its epoch.
    pub(crate) const GRANT: u8 = 6;
    /// A notice to everyone who is in, of a product or of what concerns one, sealed under the log key of its epoch.
    pub(crate) const NOTICE: u8 = 7;
    /// A letter to the agents of one member, sealed under the log key of its epoch.
    pub(crate) const LETTER: u8 = 8;
    /// What opens a blinded checkpoint for the members of one compartment, sealed under the log key of its epoch.
    pub(crate) const OPENING: u8 = 9;
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Item {
    #[n(0)]
    pub(super) kind: u8,
    #[n(1)]
    pub(super) epoch: u64,
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(super) bytes: Vec<u8>,
}

impl Item {
    /// What it is, in words.
    pub(super) fn words(&self) -> &'static str {
        match self.kind {
            kind::CHANGE => "a change",
            kind::ACCEPTANCE => "an acceptance",
            kind::WELCOME => "a welcome",
            kind::MESSAGE => "a message",
            kind::PROOF => "a proof for newcomers",
            kind::GRANT => "a grant",
            kind::NOTICE => "a notice",
            kind::LETTER => "a letter",
            kind::OPENING => "an opened checkpoint",
            _ => "something of a kind that is not known here",
        }
    }
}

/// Things of one compartment on their way.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Parcel {
    #[n(0)]
    version: u8,
    #[n(1)]
    pub(super) id: CompartmentId,
    #[n(2)]
    pub(super) items: Vec<Item>,
}

impl Parcel {
    pub(super) fn of(id: CompartmentId) -> Parcel {
        Parcel { version: VERSION, id, items: Vec::new() }
    }

    pub(super) fn with(mut self, kind: u8, epoch: u64, bytes: Vec<u8>) -> Parcel {
        self.push(kind, epoch, bytes);
        self
    }

    pub(super) fn push(&mut self, kind: u8, epoch: u64, bytes: Vec<u8>) {
        self.items.push(Item { kind, epoch, bytes });
    }

    /// Reads a parcel.
    ///
    /// # Errors
    /// [`Refusal::Form`].
    pub fn read(bytes: &[u8]) -> Result<Parcel, Refusal> {
        if bytes.len() > MAX_PARCEL_BYTES {
            return Err(Refusal::Form);
        }
        let parcel: Parcel = minicbor::decode(bytes).map_err(|_| Refusal::Form)?;
        let fits = parcel.items.len() <= MAX_ITEMS
            && parcel.items.iter().all(|item| item.bytes.len() <= MAX_ITEM_BYTES);
        if parcel.version != VERSION || !fits || parcel.bytes() != bytes {
            return Err(Refusal::Form);
        }
        Ok(parcel)
    }

    /// Its bytes, in deterministic CBOR (RFC 8949, section 4.2).
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// The compartment whose it is.
    #[must_use]
    pub fn id(&self) -> CompartmentId {
        self.id
    }

    /// Whether there is nothing in it to carry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}
