//! The roster log: what one change of a compartment was, chained to the change before, and members' signatures that they
//! accept it.

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};
use quorate_partnership::{Moment, PublicKey, hash};

use super::CompartmentId;
use super::seat::Seat;
use crate::agent::{Envelope, Identity};

/// The domain of acceptances.
const DOMAIN: &str = "quorate/acceptance/1";
/// The longest acceptance, in bytes: of a change by which 199 agents go.
const MAX_ACCEPTANCE_BYTES: usize = 1024;

/// One change: it ends an epoch and begins the next.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Entry {
    /// The epoch that it ends.
    #[n(0)]
    pub(super) epoch: u64,
    /// The digest of the change before; of the first, the compartment's id.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(super) parent: [u8; 32],
    /// The hash of the commit.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(super) commit: [u8; 32],
    /// The authenticator of the epoch that it begins (RFC 9420, section 8.7): who has another came to other secrets.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub(super) authenticator: Vec<u8>,
    /// Who comes in, in the order of keys.
    #[n(4)]
    pub(super) added: Vec<PublicKey>,
    /// Who goes, in the order of keys.
    #[n(5)]
    pub(super) removed: Vec<PublicKey>,
}

impl Entry {
    /// A change of an epoch, whose commit and authenticator are filled in by whoever has them. A commit names who comes and
    /// who goes in no order that both its maker and its readers have: here they stand by their keys, each once.
    pub(super) fn of(epoch: u64, parent: [u8; 32], comes: &[Seat], goes: &[Seat]) -> Entry {
        let keys = |seats: &[Seat]| -> Vec<PublicKey> {
            seats.iter().map(Seat::agent).collect::<BTreeSet<_>>().into_iter().collect()
        };
        let (commit, authenticator) = ([0; 32], Vec::new());
        Entry { epoch, parent, commit, authenticator, added: keys(comes), removed: keys(goes) }
    }

    pub(super) fn digest(&self) -> [u8; 32] {
        hash("quorate/roster-entry/1", &[&minicbor::to_vec(self).unwrap_or_default()])
    }
}

/// Which change is accepted: the same for everyone who accepts it and came to the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(array)]
pub(super) struct Accepts {
    #[n(0)]
    pub(super) epoch: u64,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(super) commit: [u8; 32],
    /// Of the entry, and with it of the authenticator and of all that came before.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(super) digest: [u8; 32],
    /// The leaves of those that go, in ascending order: who counts is known by that to those who never see the commit.
    #[n(3)]
    pub(super) goes: Vec<u32>,
}

impl Accepts {
    pub(super) fn of(entry: &Entry, seats: &[Seat]) -> Accepts {
        let goes: BTreeSet<u32> =
            seats.iter().filter(|seat| entry.removed.contains(&seat.agent())).map(Seat::leaf).collect();
        let goes = goes.into_iter().collect();
        Accepts { epoch: entry.epoch, commit: entry.commit, digest: entry.digest(), goes }
    }

    /// Whether those that go are some of these, each once.
    pub(super) fn fits(&self, seats: &[Seat]) -> bool {
        let ascending = self.goes.iter().zip(self.goes.iter().skip(1)).all(|(one, next)| one < next);
        ascending && self.goes.iter().all(|leaf| seats.iter().any(|seat| seat.leaf() == *leaf))
    }
}

/// What an agent signs that accepts a change.
#[derive(Encode, Decode)]
#[cbor(array)]
struct Signed {
    #[n(0)]
    accepts: Accepts,
    /// When, as its signer says.
    #[n(1)]
    at: Moment,
}

/// A signed acceptance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Acceptance {
    pub(super) agent: PublicKey,
    pub(super) accepts: Accepts,
    pub(super) at: Moment,
    pub(super) bytes: Vec<u8>,
}

impl Acceptance {
    pub(super) fn sign(identity: &Identity, id: CompartmentId, accepts: Accepts, at: Moment) -> Acceptance {
        let signed = Signed { accepts, at };
        let bytes = identity.envelope(DOMAIN, &id.0, &minicbor::to_vec(&signed).unwrap_or_default());
        Acceptance { agent: identity.public(), accepts: signed.accepts, at, bytes }
    }

    /// Reads an acceptance of this compartment; none if it is not well signed or not in its one form.
    pub(super) fn read(bytes: &[u8], id: CompartmentId) -> Option<Acceptance> {
        let acceptance = Acceptance::kept(bytes)?;
        let is_signed = Envelope::read(bytes)?.is_signed(DOMAIN, &id.0);
        is_signed.then_some(acceptance)
    }

    /// Reads an acceptance whose signature was verified when it came, in its one form.
    pub(super) fn kept(bytes: &[u8]) -> Option<Acceptance> {
        let envelope =
            Some(bytes).filter(|bytes| bytes.len() <= MAX_ACCEPTANCE_BYTES).and_then(Envelope::read)?;
        let signed: Signed = minicbor::decode(envelope.payload).ok()?;
        let canonical = minicbor::to_vec(&signed).is_ok_and(|again| again == envelope.payload);
        let Signed { accepts, at } = signed;
        canonical.then(|| Acceptance { agent: envelope.key, accepts, at, bytes: bytes.to_vec() })
    }
}
