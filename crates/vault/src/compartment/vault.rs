//! All that an agent keeps: its keys, and the compartments it is in.

use minicbor::{Decode, Encode};
use openmls::credentials::{BasicCredential, CredentialWithKey};
use openmls::group::{
    GroupId, MlsGroup, MlsGroupCreateConfig, MlsGroupJoinConfig, PURE_CIPHERTEXT_WIRE_FORMAT_POLICY,
};
use openmls_traits::OpenMlsProvider as _;
use quorate_partnership::{Moment, PartnershipId, PublicKey, hash};
use zeroize::Zeroizing;

use super::held::{Era, Held, Standing, Waiting};
use super::keystore::{self, Kept, Provider};
use super::seat::seats;
use super::{CompartmentId, Refusal, Suite, archive, blinded, count};
use crate::agent::{Accredited, Credential, CredentialError, Identity, Secret};
use crate::marking::Agreements;

/// The longest name of a compartment, in bytes.
const MAX_NAME_BYTES: usize = 64;
/// Messages are filled up to a multiple of this many bytes, so that sizes tell less.
const PADDING: usize = 1024;

/// When and by which record something is judged.
#[derive(Clone, Copy)]
pub struct Now<'r> {
    /// The moment.
    pub at: Moment,
    /// The partnership in which credentials stand.
    pub partnership: PartnershipId,
    /// What the record says of representatives' keys.
    pub record: &'r dyn Accredited,
}

impl Now<'_> {
    /// Whether a credential stands, at this moment or at an earlier one, as the record says now.
    pub(crate) fn stands(&self, credential: &Credential, then: Moment) -> Result<(), CredentialError> {
        let at = |at| credential.stands(&self.partnership, self.record, at);
        if then < self.at && at(then).is_ok() {
            return Ok(());
        }
        at(self.at)
    }

    /// Whether nothing but its term ended a credential: it would stand still if that were longer.
    pub(super) fn is_only_over(&self, credential: &Credential) -> bool {
        let last = Moment(credential.until().0.saturating_sub(1));
        let still = |post, key: &PublicKey, at| {
            self.record.holds(post, key, at) || self.record.holds(post, key, self.at)
        };
        credential.until() <= self.at && credential.stands(&self.partnership, &still, last).is_ok()
    }
}

/// An agent with all that it keeps. It is sealed as a whole, with [`crate::agent::seal`]. A step that fails changes nothing.
#[derive(Clone, Encode, Decode)]
pub struct Vault {
    #[n(0)]
    pub(super) identity: Identity,
    #[n(1)]
    pub(super) held: Vec<Held>,
    #[n(2)]
    pub(super) kept: Kept,
    /// The security agreements in force, as this agent was told.
    #[n(3)]
    pub(super) agreements: Agreements,
    /// The last blinded checkpoints, with what opens them.
    #[cbor(n(4), default)]
    pub(super) blinded: Vec<blinded::Kept>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an agent's store")
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        keystore::wipe(&mut self.kept);
    }
}

impl Vault {
    /// The store of an agent that is in no compartment.
    #[must_use]
    pub fn new(identity: Identity) -> Vault {
        let (held, kept, agreements, blinded) = (Vec::new(), Kept::new(), Agreements::default(), Vec::new());
        Vault { identity, held, kept, agreements, blinded }
    }

    /// What was kept, opened.
    ///
    /// # Errors
    /// [`Refusal::Form`].
    pub fn read(plain: &[u8]) -> Result<Vault, Refusal> {
        minicbor::decode(plain).map_err(|_| Refusal::Form)
    }

    /// What is to be kept, to be sealed.
    #[must_use]
    pub fn plain(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(minicbor::to_vec(self).unwrap_or_default())
    }

    /// The agent.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Takes the agent's first credential, or its next one. What it sealed and was given is its post's: as long as it is in a
    /// compartment it stays in that.
    ///
    /// # Errors
    /// [`Refusal::OtherPost`], or [`Refusal::Identity`]: it is of another agent, member or partnership.
    pub fn adopt(&mut self, credential: &Credential) -> Result<(), Refusal> {
        let given = credential.post();
        let has = self.identity.credential().ok().map(|before| before.post());
        if let Some(has) = has.filter(|has| has.member == given.member && *has != given)
            && let Some(held) = self.held.iter().find(|held| !held.out)
        {
            return Err(Refusal::OtherPost { has, given, name: held.name.clone() });
        }
        Ok(self.identity.adopt(credential)?)
    }

    /// The names of the compartments that it holds, in the order in which it came in.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.held.iter().map(|held| held.name.as_str())
    }

    /// Opens a compartment whose only agent this is, until it invites others.
    ///
    /// # Errors
    /// [`Refusal`]: the name is taken or none, or the agent's credential does not stand.
    pub fn create(&mut self, name: &str, suite: Suite, now: &Now<'_>) -> Result<CompartmentId, Refusal> {
        self.name_is_free(name)?;
        let own = self.own(now)?;
        let chance = Secret::random().map_err(|_| Refusal::Group("the machine gives no random bytes"))?;
        let id = CompartmentId(hash("quorate/compartment/1", &[own.bytes(), chance.expose()]));
        let provider = keystore::load(&self.kept);
        let config = MlsGroupCreateConfig::builder()
            .wire_format_policy(PURE_CIPHERTEXT_WIRE_FORMAT_POLICY)
            .padding_size(PADDING)
            .max_past_epochs(1)
            .use_ratchet_tree_extension(true)
            .ciphersuite(suite.number())
            .build();
        let group = MlsGroup::new_with_group_id(
            &provider,
            &self.identity,
            &config,
            GroupId::from_slice(&id.0),
            carrier(&own),
        )
        .map_err(|_| Refusal::Group("it cannot be made"))?;
        let mut held = Held::founded(id, name, era(&provider, &group)?);
        archive::keep(&mut held, &provider, &group)?;
        keystore::keep(&mut self.kept, &provider);
        self.held.push(held);
        Ok(id)
    }

    /// How a compartment stands.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`].
    pub fn standing(&self, name: &str) -> Result<Standing, Refusal> {
        let held = self.named(name)?;
        let era = held.now()?;
        let provider = keystore::load(&self.kept);
        let group = load(&provider, held.id)?;
        let waiting = held.pending.iter().map(|pending| {
            let (seats, goes) = (&era.seats, &pending.entry.removed);
            Waiting {
                by: pending.by.clone(),
                comes: pending.comes.clone(),
                goes: pending.goes.clone(),
                accepted: count::voices(held, era, &pending.entry).into_keys().collect(),
                needed: count::needed(count::who_counts(seats, goes).len()),
            }
        });
        Ok(Standing {
            id: held.id,
            name: held.name.clone(),
            epoch: era.epoch,
            suite: Suite::of(group.ciphersuite()).ok_or(Refusal::Form)?,
            seats: era.seats.clone(),
            waiting: waiting.collect(),
            alarm: held.alarm.clone(),
            out: held.out,
            authenticator: hash("quorate/epoch/1", &[group.epoch_authenticator().as_slice()]),
            grants: held.grants.iter().map(|logged| logged.told()).collect(),
        })
    }

    pub(super) fn name_is_free(&self, name: &str) -> Result<(), Refusal> {
        let letters = |c: char| c.is_alphanumeric() || c == ' ' || c == '-';
        if name.trim() != name || name.is_empty() || name.len() > MAX_NAME_BYTES || !name.chars().all(letters)
        {
            return Err(Refusal::Name);
        }
        if self.held.iter().any(|held| held.name == name) {
            return Err(Refusal::Exists);
        }
        Ok(())
    }

    pub(super) fn named(&self, name: &str) -> Result<&Held, Refusal> {
        self.held.iter().find(|held| held.name == name).ok_or(Refusal::NoSuch)
    }

    /// Puts what became of a compartment in its place.
    pub(super) fn put(&mut self, held: Held, provider: &Provider) {
        keystore::keep(&mut self.kept, provider);
        match self.held.iter_mut().find(|before| before.id == held.id) {
            Some(before) => *before = held,
            None => self.held.push(held),
        }
    }

    /// The agent's own credential, if it stands.
    pub(super) fn own(&self, now: &Now<'_>) -> Result<Credential, Refusal> {
        let own = self.identity.credential()?;
        own.stands(&now.partnership, now.record, now.at)?;
        Ok(own)
    }
}

/// A credential as a group carries it (RFC 9420, section 5.3).
pub(super) fn carrier(credential: &Credential) -> CredentialWithKey {
    CredentialWithKey {
        credential: BasicCredential::new(credential.bytes().to_vec()).into(),
        signature_key: credential.agent().0.to_vec().into(),
    }
}

/// How newcomers hold a group: as those who were there before.
pub(super) fn join_config() -> MlsGroupJoinConfig {
    MlsGroupJoinConfig::builder()
        .wire_format_policy(PURE_CIPHERTEXT_WIRE_FORMAT_POLICY)
        .padding_size(PADDING)
        .max_past_epochs(1)
        .use_ratchet_tree_extension(true)
        .build()
}

pub(super) fn load(provider: &Provider, id: CompartmentId) -> Result<MlsGroup, Refusal> {
    let group = MlsGroup::load(provider.storage(), &GroupId::from_slice(&id.0));
    group.ok().flatten().ok_or(Refusal::Group("its state is not kept"))
}

/// The epoch that a group is in.
pub(super) fn era(provider: &Provider, group: &MlsGroup) -> Result<Era, Refusal> {
    let key = group.export_secret(provider.crypto(), "quorate roster log", &[], 32);
    let log_key = key.ok().and_then(Secret::take).ok_or(Refusal::Group("it exports no secret"))?;
    Ok(Era { epoch: group.epoch().as_u64(), log_key, seats: seats(group)? })
}
