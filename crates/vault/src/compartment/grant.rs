//! Grants: archive keys of earlier epochs, given to an agent that was not in then, before the eyes of all who are in.

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{Moment, PublicKey, hash};
use zeroize::Zeroizing;

use super::archive::{ArchiveKey, Retention, candidates, granted};
use super::held::Held;
use super::log::Unsealed;
use super::parcel::{Parcel, kind};
use super::{Now, Refusal, Vault};
use crate::agent::{Identity, SealedTo, Use};
use crate::filled::read_filled;

/// For what the keys of grants are sealed.
const DOMAIN: &str = "quorate/grant/1";
/// The most epochs whose keys one grant gives.
pub(super) const MAX_EPOCHS: usize = 256;
/// The most grants of one member that are remembered: its oldest go first.
pub(super) const MAX_GRANTS: usize = 128;

/// What is said of a grant. Everybody in the compartment reads it; the keys only whom it is for.
#[derive(Clone, Debug, Encode, Decode)]
#[cbor(array)]
struct Given {
    #[n(0)]
    epochs: Vec<u64>,
    #[n(1)]
    at: Moment,
    /// The keys, for the agent that it names. Who gives them stands in what they are sealed for, so that nobody gives another's
    /// ciphertext as its own.
    #[n(2)]
    keys: SealedTo,
}

/// What is remembered of a grant.
#[derive(Clone, Debug, Encode, Decode)]
#[cbor(array)]
pub(super) struct Logged {
    #[n(0)]
    by: PublicKey,
    #[n(1)]
    member: MemberCode,
    #[n(2)]
    to: PublicKey,
    #[n(3)]
    epochs: Vec<u64>,
    #[n(4)]
    at: Moment,
    /// Of what was said, by which it is known when it comes again.
    #[cbor(n(5), with = "minicbor::bytes")]
    digest: [u8; 32],
}

/// What an agent came to hold by a grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Who gave it.
    pub by: PublicKey,
    /// To whom.
    pub to: PublicKey,
    /// The epochs whose keys it gives.
    pub epochs: Vec<u64>,
}

impl Logged {
    pub(super) fn told(&self) -> (PublicKey, PublicKey, Vec<u64>, Moment) {
        (self.by, self.to, self.epochs.clone(), self.at)
    }
}

impl Vault {
    /// Gives an agent that is in the archive keys of earlier epochs. Everyone in sees that it was given, and which.
    ///
    /// # Errors
    /// [`Refusal::NotIn`], [`Refusal::NotEarlier`], [`Refusal::NothingToGrant`] and why the compartment cannot be used.
    pub fn grant(
        &mut self,
        name: &str,
        to: &PublicKey,
        epochs: &[u64],
        now: &Now<'_>,
    ) -> Result<Parcel, Refusal> {
        self.own(now)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        let last = held.now()?.epoch;
        if epochs.iter().any(|epoch| *epoch >= last) {
            return Err(Refusal::NotEarlier);
        }
        let epochs: BTreeSet<u64> = epochs.iter().copied().collect();
        let mut keys: Vec<ArchiveKey> = Vec::new();
        for epoch in &epochs {
            let of = |class| candidates(&held, *epoch, class).into_iter().next().cloned();
            let found: Vec<ArchiveKey> = Retention::ALL.into_iter().filter_map(of).collect();
            if found.is_empty() {
                return Err(Refusal::NothingToGrant);
            }
            keys.extend(found.into_iter().map(|key| ArchiveKey { by: None, ..key }));
        }
        if epochs.is_empty() || epochs.len() > MAX_EPOCHS {
            return Err(Refusal::NothingToGrant);
        }
        let (parcel, logged) = given(&mut held, &self.identity, to, &keys, now)?;
        remember(&mut held, logged);
        self.keep(held);
        Ok(parcel)
    }
}

/// A grant of these keys to an agent that is in, as it is carried and as it is remembered.
pub(super) fn given(
    held: &mut Held,
    identity: &Identity,
    to: &PublicKey,
    keys: &[ArchiveKey],
    now: &Now<'_>,
) -> Result<(Parcel, Logged), Refusal> {
    let era = held.now()?;
    let find = |agent: &PublicKey| era.seats.iter().find(|seat| seat.agent() == *agent);
    let (seat, by) = (find(to).ok_or(Refusal::NotIn)?, identity.public());
    let member = find(&by).ok_or(Refusal::NotIn)?.member();
    let credential = seat.credential()?;
    credential.stands(&now.partnership, now.record, now.at)?;
    let plain = Zeroizing::new(minicbor::to_vec(keys).unwrap_or_default());
    let used = Use { domain: DOMAIN, of: &held.id.0, by: &by };
    let sealed = SealedTo::seal(&credential, used, &plain);
    let sealed = sealed.ok_or(Refusal::Group("nothing can be sealed to this agent"))?;
    let epochs: BTreeSet<u64> = keys.iter().map(|key| key.epoch).collect();
    let epochs: Vec<u64> = epochs.into_iter().collect();
    let given = Given { epochs: epochs.clone(), at: now.at, keys: sealed };
    let payload = minicbor::to_vec(given).unwrap_or_default();
    let epoch = era.epoch;
    let bytes = held.seal(identity, kind::GRANT, None, &payload)?;
    let digest = hash(DOMAIN, &[&payload]);
    let parcel = Parcel::of(held.id).with(kind::GRANT, epoch, bytes);
    Ok((parcel, Logged { by, member, to: *to, epochs, at: now.at, digest }))
}

/// Keeps what is told of a grant. No member pushes out what is remembered of others.
fn remember(held: &mut Held, logged: Logged) {
    let member = logged.member;
    held.grants.push(logged);
    if held.grants.iter().filter(|had| had.member == member).count() > MAX_GRANTS
        && let Some(oldest) = held.grants.iter().position(|had| had.member == member)
    {
        held.grants.remove(oldest);
    }
}

/// Takes in a grant: remembers it, and keeps the keys if they are for this agent. None if it was taken in before.
pub(super) fn hear(
    held: &mut Held,
    identity: &Identity,
    said: &Unsealed,
    now: &Now<'_>,
) -> Result<Option<Grant>, Refusal> {
    let given: Given = read_filled(&said.body, 1).ok_or(Refusal::Form)?;
    let (epoch, by, to) = (said.epoch, said.by, given.keys.agent);
    let member = held.author(epoch, &by, now)?.member();
    if !held.era_of(epoch)?.seats.iter().any(|seat| seat.agent() == to) {
        return Err(Refusal::NotIn);
    }
    let digest = hash(DOMAIN, &[&said.body]);
    if held.grants.iter().any(|had| had.by == by && had.digest == digest) {
        return Ok(None);
    }
    if given.epochs.is_empty() || given.epochs.len() > MAX_EPOCHS {
        return Err(Refusal::Form);
    }
    if given.epochs.iter().any(|of| *of >= epoch) {
        return Err(Refusal::NotEarlier);
    }
    if to == identity.public() {
        let plain = given.keys.open(identity, Use { domain: DOMAIN, of: &held.id.0, by: &by });
        let plain = plain.ok_or(Refusal::NotAuthentic)?;
        let keys: Vec<ArchiveKey> = minicbor::decode(&plain).map_err(|_| Refusal::Form)?;
        if keys.len() > given.epochs.len().saturating_mul(Retention::ALL.len()) {
            return Err(Refusal::Form);
        }
        for key in keys.into_iter().filter(|key| given.epochs.contains(&key.epoch)) {
            granted(held, key, member);
        }
    }
    let grant = Grant { by, to, epochs: given.epochs.clone() };
    remember(held, Logged { by, member, to, epochs: given.epochs, at: given.at, digest });
    Ok(Some(grant))
}
