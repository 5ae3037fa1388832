//! Keys under which products rest: one an epoch and retention class. Who comes later has none of before, unless granted.

use minicbor::{Decode, Encode};
use openmls::group::MlsGroup;
use openmls_rust_crypto::OpenMlsRustCrypto;
use openmls_traits::OpenMlsProvider as _;
use openmls_traits::crypto::OpenMlsCrypto as _;
use quorate_partnership::{Moment, PublicKey};
use zeroize::Zeroizing;

use super::held::Held;
use super::parcel::{Parcel, kind};
use super::sealing::Bound;
use super::{CompartmentId, Now, Refusal, Vault};
use crate::agent::{EXCHANGE, Envelope, Secret};

/// The domain of grants.
const DOMAIN: &str = "quorate/grant/1";
/// The most grants that are remembered.
const MAX_GRANTS: usize = 1024;

/// How long what is sealed under a key is to be kept. When a class is over, honest agents wipe its keys, and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub enum Retention {
    /// A year.
    #[n(1)]
    Year,
    /// Ten years.
    #[n(2)]
    Decade,
    /// For as long as the compartment's members keep it.
    #[n(3)]
    Lasting,
}

impl Retention {
    /// Every class.
    pub const ALL: [Retention; 3] = [Retention::Year, Retention::Decade, Retention::Lasting];

    fn context(self) -> [u8; 1] {
        match self {
            Retention::Year => [1],
            Retention::Decade => [2],
            Retention::Lasting => [3],
        }
    }
}

#[derive(Clone, Debug, Encode, Decode)]
pub(super) struct ArchiveKey {
    #[n(0)]
    epoch: u64,
    #[n(1)]
    class: Retention,
    #[n(2)]
    key: Secret,
}

/// What is signed of a grant. Everybody in the compartment reads it; the keys only whom it is for.
#[derive(Clone, Debug, Encode, Decode)]
#[cbor(array)]
pub(super) struct Logged {
    #[n(0)]
    to: PublicKey,
    #[n(1)]
    epochs: Vec<u64>,
    #[n(2)]
    at: Moment,
    #[cbor(n(3), with = "minicbor::bytes")]
    kem: Vec<u8>,
    #[cbor(n(4), with = "minicbor::bytes")]
    sealed: Vec<u8>,
    /// Who gave it, as its signature said when it was read; not signed itself.
    #[n(5)]
    by: Option<PublicKey>,
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
        (self.by.unwrap_or(self.to), self.to, self.epochs.clone(), self.at)
    }
}

fn info(id: CompartmentId, to: &PublicKey) -> Vec<u8> {
    [DOMAIN.as_bytes(), b"\0", &id.0, &to.0].concat()
}

/// Keeps the archive keys of the epoch that a group is in (RFC 9420, section 8.5).
pub(super) fn keep(held: &mut Held, provider: &OpenMlsRustCrypto, group: &MlsGroup) -> Result<(), Refusal> {
    let epoch = group.epoch().as_u64();
    for class in Retention::ALL {
        let key = group.export_secret(provider.crypto(), "quorate archive", &class.context(), 32);
        let key = key.ok().and_then(Secret::take).ok_or(Refusal::Group("it exports no secret"))?;
        held.archive.push(ArchiveKey { epoch, class, key });
    }
    Ok(())
}

impl Held {
    /// The key of an epoch and class, if it is held.
    pub(super) fn archive_secret(&self, epoch: u64, class: Retention) -> Option<&Secret> {
        self.archive.iter().find(|key| key.epoch == epoch && key.class == class).map(|key| &key.key)
    }

    /// The epochs of which keys are held.
    pub(super) fn archive_epochs(&self) -> impl Iterator<Item = u64> {
        self.archive.iter().map(|key| key.epoch)
    }
}

impl Vault {
    /// The key under which products of this epoch and class rest; none that this agent was not in for, or was not granted.
    #[must_use]
    pub fn archive_key(&self, name: &str, epoch: u64, class: Retention) -> Option<Zeroizing<[u8; 32]>> {
        let key = self.named(name).ok()?.archive_secret(epoch, class)?;
        Some(Zeroizing::new(*key.bytes()))
    }

    /// Wipes the keys of a class up to an epoch: what rests under them is not opened by this agent again. Other agents wipe
    /// theirs.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`].
    pub fn forget(&mut self, name: &str, until: u64, class: Retention) -> Result<(), Refusal> {
        let held = self.held.iter_mut().find(|held| held.name == name).ok_or(Refusal::NoSuch)?;
        held.archive.retain(|key| key.class != class || key.epoch > until);
        Ok(())
    }

    /// Gives an agent that is in the archive keys of earlier epochs. Everyone in sees that it was given, and which.
    ///
    /// # Errors
    /// [`Refusal::NotIn`], [`Refusal::NothingToGrant`] and why the compartment cannot be used.
    pub fn grant(
        &mut self,
        name: &str,
        to: &PublicKey,
        epochs: &[u64],
        now: &Now<'_>,
    ) -> Result<Parcel, Refusal> {
        self.own(now)?;
        let held = self.held.iter_mut().find(|held| held.name == name).ok_or(Refusal::NoSuch)?;
        held.usable()?;
        let era = held.now()?;
        let seat = era.seats.iter().find(|seat| seat.agent() == *to).ok_or(Refusal::NotIn)?;
        let credential = seat.credential()?;
        credential.stands(&now.partnership, now.record, now.at)?;
        let keys: Vec<&ArchiveKey> = held.archive.iter().filter(|key| epochs.contains(&key.epoch)).collect();
        let has_all = epochs.iter().all(|epoch| keys.iter().any(|key| key.epoch == *epoch));
        if keys.is_empty() || !has_all {
            return Err(Refusal::NothingToGrant);
        }
        let plain = Zeroizing::new(minicbor::to_vec(&keys).unwrap_or_default());
        let provider = OpenMlsRustCrypto::default();
        let sealed = provider
            .crypto()
            .hpke_seal(EXCHANGE, credential.exchange(), &info(held.id, to), &[], &plain)
            .map_err(|_| Refusal::Group("nothing can be sealed to this agent"))?;
        let logged = Logged {
            to: *to,
            epochs: epochs.to_vec(),
            at: now.at,
            kem: sealed.kem_output.as_slice().to_vec(),
            sealed: sealed.ciphertext.as_slice().to_vec(),
            by: None,
        };
        let payload = minicbor::to_vec(&logged).unwrap_or_default();
        let envelope = self.identity.envelope(DOMAIN, &held.id.0, &payload);
        let (id, epoch) = (held.id, era.epoch);
        let bytes = Bound { id, epoch, kind: kind::GRANT }
            .seal(&era.log_key, &envelope)
            .ok_or(Refusal::Group("nothing can be sealed"))?;
        held.grants.push(Logged { by: Some(self.identity.public()), ..logged });
        Ok(Parcel::of(id).with(kind::GRANT, epoch, bytes))
    }
}

/// Takes in a grant: logs it, and keeps the keys if they are for this agent and it had none of these epochs.
pub(super) fn hear(
    held: &mut Held,
    identity: &crate::agent::Identity,
    epoch: u64,
    sealed: &[u8],
    now: &Now<'_>,
) -> Result<Grant, Refusal> {
    let era = held.era(epoch).ok_or(Refusal::Past)?;
    let bound = Bound { id: held.id, epoch, kind: kind::GRANT };
    let bytes = bound.open(&era.log_key, sealed).ok_or(Refusal::NotAuthentic)?;
    let envelope = Envelope::read(&bytes).ok_or(Refusal::Form)?;
    let seat = era.seats.iter().find(|seat| seat.agent() == envelope.key).ok_or(Refusal::NotIn)?;
    let logged: Logged = minicbor::decode(envelope.payload).map_err(|_| Refusal::Form)?;
    if held.grants.iter().any(|had| had.kem == logged.kem)
        || logged.by.is_some()
        || !envelope.is_signed(DOMAIN, &held.id.0)
        || held.grants.len() >= MAX_GRANTS
    {
        return Err(Refusal::NotAuthentic);
    }
    seat.credential()?.stands(&now.partnership, now.record, now.at)?;
    let by = envelope.key;
    let grant = Grant { by, to: logged.to, epochs: logged.epochs.clone() };
    if logged.to == identity.public() {
        let plain = identity.open(&logged.kem, &logged.sealed, &info(held.id, &logged.to));
        let plain = Zeroizing::new(plain.ok_or(Refusal::NotAuthentic)?);
        let keys: Vec<ArchiveKey> = minicbor::decode(&plain).map_err(|_| Refusal::Form)?;
        for key in keys.into_iter().filter(|key| logged.epochs.contains(&key.epoch)) {
            if !held.archive.iter().any(|had| had.epoch == key.epoch && had.class == key.class) {
                held.archive.push(key);
            }
        }
    }
    held.grants.push(Logged { by: Some(by), ..logged });
    Ok(grant)
}
