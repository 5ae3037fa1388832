//! The notice of a product, to everyone who is in: sealed under the log key of its epoch, signed by the originator's agent.

use minicbor::{Decode, Encode};
use quorate_partnership::{Moment, hash};

use super::super::held::Held;
use super::super::parcel::{Item, kind};
use super::super::take::{Taken, Told};
use super::super::vault::Vault;
use super::super::{CompartmentId, Now, Parcel, Refusal, Retention};
use super::{Shelved, length};
use crate::agent::{Envelope, Identity};
use crate::product::{Header, ProductId};

/// The domain of notices.
const DOMAIN: &str = "quorate/notice/1";

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
struct Notice {
    #[n(0)]
    product: ProductId,
    #[n(1)]
    header: Header,
    #[n(2)]
    class: Retention,
    #[n(3)]
    held_back: bool,
    /// The moment at which it was made, as its author says.
    #[n(4)]
    at: Moment,
    /// The hash of the epoch's authenticator, as its author has it.
    #[cbor(n(5), with = "minicbor::bytes")]
    authenticator: [u8; 32],
}

/// Notices are filled up to a multiple of this many bytes, as headers are: the length of a title is not to be told.
const STEP: usize = 2048;

impl Notice {
    fn filled(&self) -> Vec<u8> {
        let mut bytes = minicbor::to_vec(self).unwrap_or_default();
        let length = bytes.len().checked_next_multiple_of(STEP).unwrap_or(bytes.len());
        bytes.resize(length, 0);
        bytes
    }
}

/// The notice of a product that this agent shares.
pub(super) fn of(
    held: &mut Held,
    identity: &Identity,
    shelved: &Shelved,
    now: &Now<'_>,
) -> Result<Parcel, Refusal> {
    let epoch = held.now()?.epoch;
    let Shelved { product, header, class, held_back, .. } = shelved;
    let notice = Notice {
        product: *product,
        header: header.clone(),
        class: *class,
        held_back: *held_back,
        at: now.at,
        authenticator: held.authenticator(epoch).unwrap_or_default(),
    };
    let payload = notice.filled();
    let envelope = identity.envelope(DOMAIN, &bound_to(held.id, epoch, kind::NOTICE), &payload);
    let sealed = held.seal(identity, kind::NOTICE, None, &envelope)?;
    Ok(Parcel::of(held.id).with(kind::NOTICE, epoch, sealed))
}

/// Takes in a notice. Its author is in, with a credential that stands, and is the originator of the product.
pub(in super::super) fn take(
    vault: &mut Vault,
    parcel: &Parcel,
    item: &Item,
    now: &Now<'_>,
    taken: &mut Taken,
) -> Result<(), Refusal> {
    let mut held = vault.of(parcel)?;
    held.usable()?;
    let (seat, payload) = held.heard(item, DOMAIN, now)?;
    let notice: Notice = minicbor::decode(&payload).map_err(|_| Refusal::Form)?;
    let header = &notice.header;
    let bytes = length(header).ok_or(Refusal::Form)?;
    if notice.filled() != payload {
        return Err(Refusal::Form);
    }
    let is_its_own = header.originator == seat.post()
        && header.compartment.0 == held.id.0
        && header.epoch == item.epoch
        && header.class.as_str() == notice.class.name();
    if !is_its_own {
        return Err(Refusal::NotOriginator);
    }
    let Notice { product, header, class, held_back, authenticator, .. } = notice;
    if held.shelf.claims(product).any(|shelved| shelved.agent == seat.agent()) {
        taken.told.push(Told::Known);
        return Ok(());
    }
    if let Some(alarm) = held.differs(item.epoch, &authenticator, seat.member()) {
        held.alarm = Some(alarm.clone());
        taken.told.push(Told::Alarm(alarm));
        vault.keep(held);
        return Ok(());
    }
    let shelved = Shelved {
        product,
        header,
        class,
        agent: seat.agent(),
        held_back,
        acknowledged: Vec::new(),
        released: Vec::new(),
        second: None,
        bytes,
    };
    taken.told.push(Told::Shared(Box::new(shelved.clone())));
    held.shelf.keep(shelved);
    vault.keep(held);
    vault.shelve_no_more();
    Ok(())
}

/// For what something is signed: a compartment, an epoch and a kind. Whoever has the keys of two epochs could else
/// seal in one what
/// another signed in the other.
pub(super) fn bound_to(id: CompartmentId, epoch: u64, kind: u8) -> [u8; 32] {
    hash("quorate/said/1", &[&id.0, &epoch.to_be_bytes(), &[kind]])
}

impl Held {
    /// Opens what an agent that is in signed for this compartment: who it is, and what it says.
    pub(super) fn heard(
        &self,
        item: &Item,
        domain: &str,
        now: &Now<'_>,
    ) -> Result<(super::super::Seat, Vec<u8>), Refusal> {
        let era = self.era_of(item.epoch)?;
        let (head, bytes) = self.unseal(item)?;
        let envelope = Envelope::read(&bytes).ok_or(Refusal::Form)?;
        if !envelope.is_signed(domain, &bound_to(self.id, item.epoch, item.kind))
            || head.agent != envelope.key
        {
            return Err(Refusal::NotAuthentic);
        }
        let seat = era.seats.iter().find(|seat| seat.agent() == envelope.key).ok_or(Refusal::NotIn)?;
        // Whoever was removed says nothing more, of whatever epoch.
        let mut present = self.now()?.seats.iter();
        let present = present.find(|now| now.agent() == envelope.key).ok_or(Refusal::NotIn)?;
        // Its next credential counts for what it said under the one before.
        present.credential()?.stands(&now.partnership, now.record, now.at)?;
        Ok((seat.clone(), envelope.payload.to_vec()))
    }
}
