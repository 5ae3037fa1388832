//! Acceptances: signed by this agent, and taken in from others.

use minicbor::{Decode, Encode};

use super::change;
use super::count;
use super::entry::{Acceptance, Accepts};
use super::held::Held;
use super::log::Unsealed;
use super::parcel::kind;
use super::seat::Seat;
use super::take::{Taken, Told, watch};
use super::{Now, Refusal, Vault};
use crate::agent::{Credential, Identity};

/// An acceptance as it is carried, with its signer's credential where that is another than the group has.
#[derive(Encode, Decode)]
#[cbor(array)]
pub(super) struct Carried {
    #[cbor(n(0), with = "minicbor::bytes")]
    pub(super) acceptance: Vec<u8>,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(super) credential: Vec<u8>,
}

impl Vault {
    /// Signs that this agent accepts a change, unless its member accepted another. It is judged at this moment.
    pub(super) fn accept(
        &mut self,
        mut held: Held,
        commit: &[u8; 32],
        now: &Now<'_>,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        held.usable()?;
        let own = self.own(now)?;
        let pending = held.pending.iter().find(|pending| pending.entry.commit == *commit);
        let pending = pending.ok_or(Refusal::NoSuch)?.clone();
        let era = held.now()?.clone();
        let goes = pending.entry.removed.contains(&own.agent());
        let signed = held.acceptances().iter().any(|held| {
            held.agent == own.agent() && held.accepts.epoch == era.epoch && held.accepts.commit == *commit
        });
        // What has enough is in force without one more, also where it could not be accepted any more at this moment.
        if goes || signed || count::since(&held, &era, &pending.entry).is_some() {
            return self.settle(held, now, taken);
        }
        if change::accepted_by(&held, own.post().member)?.is_some_and(|other| other != *commit) {
            return Err(Refusal::AcceptedAnother);
        }
        change::judge(&era.seats, &pending, now, now.at)?;
        let accepts = Accepts::of(&pending.entry, &era.seats);
        let acceptance = Acceptance::sign(&self.identity, held.id, accepts, now.at);
        if held.hear(&acceptance) {
            let sealed = sealed_acceptance(&mut held, &self.identity, &acceptance, &own)?;
            taken.told.push(Told::Accepted);
            taken.parcel.push(kind::ACCEPTANCE, era.epoch, sealed);
        }
        watch(&mut held, era.epoch, taken);
        self.keep(held.clone());
        self.settle(held, now, taken)
    }

    pub(super) fn take_acceptance(
        &mut self,
        mut held: Held,
        said: &Unsealed,
        now: &Now<'_>,
        taken: &mut Taken,
    ) -> Result<(), Refusal> {
        let epoch = said.epoch;
        let era = held.era_of(epoch)?.clone();
        let Carried { acceptance, credential } = minicbor::decode(&said.body).map_err(|_| Refusal::Form)?;
        let acceptance = Acceptance::read(&acceptance, held.id).ok_or(Refusal::Form)?;
        let seat = era.seats.iter().find(|seat| seat.agent() == acceptance.agent).ok_or(Refusal::NotIn)?;
        if acceptance.accepts.epoch != epoch || !acceptance.accepts.fits(&era.seats) {
            return Err(Refusal::Form);
        }
        now.stands(&credential_of(seat, &credential)?, acceptance.at)?;
        if !held.hear(&acceptance) {
            taken.told.push(Told::Known);
            return Ok(());
        }
        taken.told.push(Told::AcceptedBy(seat.member()));
        watch(&mut held, epoch, taken);
        self.keep(held.clone());
        self.settle(held, now, taken)
    }
}

/// The credential by which an agent accepts: its next one, if it shows it, of the same agent and member.
fn credential_of(seat: &Seat, shown: &[u8]) -> Result<Credential, Refusal> {
    if shown.is_empty() {
        return Ok(seat.credential()?);
    }
    let credential = Credential::read(shown)?;
    if credential.agent() != seat.agent() || credential.post().member != seat.member() {
        return Err(Refusal::OtherKey(seat.post()));
    }
    Ok(credential)
}

/// An acceptance, sealed for whoever was in at its epoch.
pub(super) fn sealed_acceptance(
    held: &mut Held,
    identity: &Identity,
    acceptance: &Acceptance,
    own: &Credential,
) -> Result<Vec<u8>, Refusal> {
    let era = held.now()?;
    let seat = era.seats.iter().find(|seat| seat.agent() == own.agent()).ok_or(Refusal::NotIn)?;
    let is_known = seat.credential().is_ok_and(|known| known == *own);
    let credential = if is_known { Vec::new() } else { own.bytes().to_vec() };
    let carried = Carried { acceptance: acceptance.bytes.clone(), credential };
    let plain = minicbor::to_vec(carried).unwrap_or_default();
    held.seal(identity, kind::ACCEPTANCE, None, &plain)
}
