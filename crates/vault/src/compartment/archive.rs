//! Keys under which products rest: one an epoch and retention class. Who comes later has none of before, unless granted.

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};
use openmls::group::MlsGroup;
use openmls_traits::OpenMlsProvider as _;
use quorate_charter::MemberCode;
use zeroize::Zeroizing;

use super::held::Held;
use super::keystore::Provider;
use super::{Refusal, Vault};
use crate::agent::Secret;
use crate::product;

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

    /// Its name, as products have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Retention::Year => "year",
            Retention::Decade => "decade",
            Retention::Lasting => "lasting",
        }
    }

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
    pub(super) epoch: u64,
    #[n(1)]
    pub(super) class: Retention,
    #[n(2)]
    pub(super) key: Secret,
    /// The member that granted it; none where the agent's own group gave it. What somebody grants may be made up.
    #[n(3)]
    pub(super) by: Option<MemberCode>,
}

impl ArchiveKey {
    fn is(&self, epoch: u64, class: Retention) -> bool {
        self.epoch == epoch && self.class == class
    }
}

/// Keeps the archive keys of the epoch that a group is in (RFC 9420, section 8.5). What others said they are goes.
pub(super) fn keep(held: &mut Held, provider: &Provider, group: &MlsGroup) -> Result<(), Refusal> {
    let epoch = group.epoch().as_u64();
    for class in Retention::ALL {
        let key = group.export_secret(provider.crypto(), "quorate archive", &class.context(), 32);
        let key = key.ok().and_then(Secret::take).ok_or(Refusal::Group("it exports no secret"))?;
        held.archive.retain(|had| !had.is(epoch, class));
        held.archive.push(ArchiveKey { epoch, class, key, by: None });
    }
    Ok(())
}

impl Held {
    /// The archive key of an epoch and class, as products are sealed under it.
    pub(super) fn archive(&self, epoch: u64, class: Retention) -> Option<product::ArchiveKey> {
        self.archives(epoch, class).into_iter().next()
    }

    /// Every key that may be the one of an epoch and class: several where members granted different ones.
    pub(super) fn archives(&self, epoch: u64, class: Retention) -> Vec<product::ArchiveKey> {
        let of = |held: &ArchiveKey| {
            let class = class.name().parse().ok()?;
            Some(product::ArchiveKey::of(self.id, epoch, class, held.key.clone()))
        };
        candidates(self, epoch, class).into_iter().filter_map(of).collect()
    }

    /// The epochs of which keys are held.
    pub(super) fn archive_epochs(&self) -> impl Iterator<Item = u64> {
        self.archive.iter().map(|key| key.epoch)
    }
}

/// Keeps a key that a member granted, beside what others granted for the same epoch and class: any of them may be made up.
/// A key from the agent's own group leaves no room for others, nor does a class that is over.
pub(super) fn granted(held: &mut Held, given: ArchiveKey, by: MemberCode) {
    let ArchiveKey { epoch, class, .. } = given;
    let own = held.archive.iter().any(|had| had.is(epoch, class) && had.by.is_none());
    let over = held.over.iter().any(|(of, until)| *of == class && epoch <= *until);
    if own || over {
        return;
    }
    held.archive.retain(|had| !had.is(epoch, class) || had.by != Some(by));
    held.archive.push(ArchiveKey { by: Some(by), ..given });
}

/// The keys for an epoch and class, each once: that of the agent's own group alone, else what was granted, with what most
/// members granted first.
pub(super) fn candidates(held: &Held, epoch: u64, class: Retention) -> Vec<&ArchiveKey> {
    let all: Vec<&ArchiveKey> = held.archive.iter().filter(|key| key.is(epoch, class)).collect();
    let gave = |key: &ArchiveKey| all.iter().filter(|other| other.key.expose() == key.key.expose()).count();
    let mut seen = BTreeSet::new();
    let mut each: Vec<&ArchiveKey> =
        all.iter().copied().filter(|key| seen.insert(key.key.expose())).collect();
    each.sort_by_key(|key| std::cmp::Reverse(gave(key)));
    each
}

impl Vault {
    /// The key under which products of this epoch and class rest; none that this agent was not in for, or was not granted.
    /// Of several that were granted it is the one that most members granted: see [`Vault::archive_keys`].
    #[must_use]
    pub fn archive_key(&self, name: &str, epoch: u64, class: Retention) -> Option<Zeroizing<[u8; 32]>> {
        self.archive_keys(name, epoch, class).into_iter().next()
    }

    /// Every key that may be the one of this epoch and class, at most one a member. From this agent's own group there is one.
    /// Of an epoch before it came in there are as many as members granted different ones: a key that is made up opens
    /// nothing, and keeps no other out.
    #[must_use]
    pub fn archive_keys(&self, name: &str, epoch: u64, class: Retention) -> Vec<Zeroizing<[u8; 32]>> {
        let Ok(held) = self.named(name) else { return Vec::new() };
        candidates(held, epoch, class).iter().map(|key| Zeroizing::new(*key.key.expose())).collect()
    }

    /// Wipes the keys of a class up to an epoch, and what is known of the products that rest under them: this agent opens none of
    /// them again, and takes in no grant of their keys. Other agents wipe theirs.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`].
    pub fn forget(&mut self, name: &str, until: u64, class: Retention) -> Result<(), Refusal> {
        let held = self.held.iter_mut().find(|held| held.name == name).ok_or(Refusal::NoSuch)?;
        let until = until.min(held.now()?.epoch);
        held.archive.retain(|key| key.class != class || key.epoch > until);
        held.over.retain(|(of, before)| *of != class || *before > until);
        held.shelf.forget(until, class);
        if !held.over.iter().any(|(of, _)| *of == class) {
            held.over.push((class, until));
        }
        Ok(())
    }
}
