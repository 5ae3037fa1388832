//! Acknowledging a product to its originator, with the authenticator of the epoch: who came to other secrets is found by it.

use minicbor::{Decode, Encode};
use quorate_partnership::{Moment, hash};

use super::super::held::Held;
use super::super::take::Told;
use super::super::vault::Vault;
use super::super::{Alarm, Now, Parcel, Refusal, Seat};
use super::letter::{self, Words};
use super::room::MAX_BESIDE;
use crate::agent::Identity;
use crate::product::ProductId;

/// The acknowledgement, as it is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Acknowledgement {
    #[n(0)]
    pub(super) product: ProductId,
    #[n(1)]
    pub(super) at: Moment,
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(super) authenticator: [u8; 32],
}

impl Vault {
    /// Tells the originator that this agent has a product.
    ///
    /// # Errors
    /// [`Refusal::NoProduct`], [`Refusal::OwnProduct`], or why the compartment cannot be used.
    pub fn acknowledge(&mut self, name: &str, product: ProductId, now: &Now<'_>) -> Result<Parcel, Refusal> {
        let own = self.own(now)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        let originator = held.shelf.product(product)?.header.originator;
        if originator.member == own.post().member {
            return Err(Refusal::OwnProduct);
        }
        let authenticator = held.authenticator(held.now()?.epoch).unwrap_or_default();
        let words = Words::Acknowledge(Acknowledgement { product, at: now.at, authenticator });
        let parcel = letter::to(&mut held, &self.identity, originator.member, &words, now)?;
        let of = held.shelf.product(product)?.agent;
        let shelved = held.shelf.product_of(product, &of)?;
        if !shelved.acknowledged.iter().any(|(_, by, _)| *by == own.agent()) {
            shelved.acknowledged.push((own.post(), own.agent(), now.at));
        }
        self.keep(held);
        Ok(parcel)
    }
}

/// Takes in an acknowledgement; or raises the alarm, if whoever sent it came to other secrets.
pub(super) fn heard(
    held: &mut Held,
    own: &Identity,
    by: &Seat,
    epoch: u64,
    said: Acknowledgement,
) -> Result<Told, Refusal> {
    let mine = own.credential()?.post().member;
    let of = held.shelf.of_member(said.product, mine).ok_or(Refusal::NoProduct)?.agent;
    if let Some(alarm) = held.differs(epoch, &said.authenticator, by.member()) {
        held.alarm = Some(alarm.clone());
        return Ok(Told::Alarm(alarm));
    }
    let shelved = held.shelf.product_of(said.product, &of)?;
    if shelved.acknowledged.iter().any(|(_, before, _)| *before == by.agent()) {
        return Ok(Told::Known);
    }
    if shelved.acknowledged.len() < MAX_BESIDE {
        shelved.acknowledged.push((by.post(), by.agent(), said.at));
    }
    Ok(Told::Acknowledged { product: said.product, by: by.post() })
}

impl Held {
    /// The hash of an epoch's authenticator, as the log has it; none of the epoch in which the compartment was opened.
    pub(super) fn authenticator(&self, epoch: u64) -> Option<[u8; 32]> {
        let began = self.log.iter().find(|entry| entry.epoch.checked_add(1) == Some(epoch))?;
        Some(hash("quorate/epoch/1", &[&began.authenticator]))
    }

    /// The alarm, if a member has another authenticator of an epoch than is known here.
    pub(super) fn differs(
        &self,
        epoch: u64,
        theirs: &[u8; 32],
        member: quorate_charter::MemberCode,
    ) -> Option<Alarm> {
        let ours = self.authenticator(epoch)?;
        (ours != *theirs).then_some(Alarm::Differs { member, epoch })
    }
}
