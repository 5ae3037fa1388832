//! Opening a product by what an agent holds of its compartment.

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use quorate_charter::MemberCode;
use quorate_partnership::{Post, PublicKey};

use super::super::vault::Vault;
use super::super::{Now, Refusal, Retention};
use super::Shelved;
use super::permit::Would;
use crate::policy::Action;
use crate::product::{OpenError, Product, ProductId, ProductKey, SecondHalf, Unlocked};
use crate::release::{Given, Handed, Release, Terms, given, release};

impl Vault {
    /// The products that were shared in a compartment, the oldest first.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`].
    pub fn shelved(&self, name: &str) -> Result<&[Shelved], Refusal> {
        Ok(&self.named(name)?.shelf.shared)
    }

    /// In which compartment a product was shared, by the notices that came here.
    #[must_use]
    pub fn shelf_of(&self, product: ProductId) -> Option<&str> {
        let held = self.held.iter().find(|held| held.shelf.product(product).is_ok())?;
        Some(held.name.as_str())
    }

    /// The key of a product that was shared in a compartment: by its archive key, and the half that this agent holds back.
    ///
    /// # Errors
    /// [`Refusal::NoProduct`] without a notice of it, [`Refusal::NoArchiveKey`] for an epoch that was not granted,
    /// [`Refusal::Open`].
    pub fn product_key<R: Read + Seek>(
        &self,
        name: &str,
        product: &Product<R>,
    ) -> Result<ProductKey, Refusal> {
        let held = self.named(name)?;
        let shelved = held.shelf.product(product.outside().product)?;
        let archive = held.archive(shelved.header.epoch, shelved.class).ok_or(Refusal::NoArchiveKey)?;
        let second = shelved.second.as_ref().map(|half| SecondHalf::of(shelved.product, half.0.clone()));
        Ok(product.key(&archive, second.as_ref())?)
    }

    /// Opens a product that was shared in a compartment, and checks it against its notice.
    ///
    /// # Errors
    /// As [`Vault::product_key`], and [`OpenError`].
    pub fn open_shared<R: Read + Seek>(
        &self,
        name: &str,
        product: Product<R>,
        now: &Now<'_>,
    ) -> Result<Unlocked<R>, Refusal> {
        let held = self.named(name)?;
        let shelved = held.shelf.product(product.outside().product)?;
        // Whoever is out reads what it had, and no policy speaks of it any more.
        if held.usable().is_ok() {
            let reader = self.own(now)?.post();
            self.may(held, shelved.would(reader, Action::Open, BTreeSet::new(), false), now)?;
        }
        let key = self.product_key(name, &product)?;
        let known = |post: Post, key: &PublicKey| post == shelved.header.originator && *key == shelved.agent;
        let unlocked = product.unlock_by(&key, &known)?;
        if *unlocked.header() != shelved.header {
            return Err(Refusal::Open(OpenError::Header));
        }
        Ok(unlocked)
    }

    /// Opens a product without a notice of it: sealed in an epoch whose archive keys were granted later. Its originator has to be
    /// one that is in, or known from elsewhere.
    ///
    /// # Errors
    /// [`Refusal::NoArchiveKey`] if none of this agent's keys of the compartment opens it, and [`OpenError`].
    pub fn open_granted<R: Read + Seek>(
        &self,
        name: &str,
        product: Product<R>,
        known: &dyn Fn(Post, &PublicKey) -> bool,
    ) -> Result<Unlocked<R>, Refusal> {
        let held = self.named(name)?;
        let is_in = |post: Post, key: &PublicKey| {
            let mut seats = held.eras.iter().flat_map(|era| &era.seats);
            seats.any(|seat| seat.post() == post && seat.agent() == *key)
        };
        let known = |post: Post, key: &PublicKey| is_in(post, key) || known(post, key);
        let epochs: BTreeSet<u64> = held.archive_epochs().collect();
        for epoch in epochs {
            for class in Retention::ALL {
                for archive in held.archives(epoch, class) {
                    match product.key(&archive, None) {
                        Ok(_) => return Ok(product.unlock(&archive, None, &known)?),
                        Err(OpenError::WrongKey) => {}
                        Err(other) => return Err(other.into()),
                    }
                }
            }
        }
        Err(Refusal::NoArchiveKey)
    }

    /// Opens a product by a release, and by what release agents handed over. Whoever released it has to be who signed it.
    ///
    /// # Errors
    /// [`Refusal::Release`], [`Refusal::Waits`] as long as shares are missing, and [`OpenError`].
    pub fn open_released<R: Read + Seek>(
        &self,
        product: Product<R>,
        release: &Release,
        handed: &[Handed],
    ) -> Result<Unlocked<R>, Refusal> {
        let key = match given(&self.identity, release, handed)? {
            Given::Key(key) => key,
            Given::Not(waits) => return Err(Refusal::Waits(waits)),
        };
        let by = release.by();
        let known = |post: Post, key: &PublicKey| post == by.post() && *key == by.agent();
        Ok(product.unlock_by(&key, &known)?)
    }

    /// Releases a product of this agent's own to others, in the compartment or outside.
    ///
    /// # Errors
    /// [`Refusal::NotOriginator`], [`Refusal::Release`], and as [`Vault::product_key`].
    pub fn release<R: Read + Seek>(
        &mut self,
        name: &str,
        product: &Product<R>,
        terms: &Terms,
        now: &Now<'_>,
    ) -> Result<Release, Refusal> {
        let key = self.product_key(name, product)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        let shelved = held.shelf.product_mut(product.outside().product)?;
        if shelved.agent != self.identity.public() {
            return Err(Refusal::NotOriginator);
        }
        let to: BTreeSet<MemberCode> = terms.readers().map(|one| one.post().member).collect();
        let (shelved, before) = (shelved.clone(), &held);
        self.agreed(&shelved.header, &to)?;
        let own = self.own(now)?.post();
        self.may(before, shelved.would(own, Action::Forward, to, true), now)?;
        let made = release(&self.identity, &key, &shelved.header, terms, now)?;
        let shelved = held.shelf.product_mut(shelved.product)?;
        let [at_once, later, _] = made.named();
        shelved.released.extend(at_once.into_iter().chain(later).map(|agent| (agent, now.at)));
        self.keep(held);
        Ok(made)
    }
}

impl Shelved {
    /// What somebody would do with it.
    pub(super) fn would(
        &self,
        reader: Post,
        action: Action,
        to: BTreeSet<MemberCode>,
        consented: bool,
    ) -> Would<'_> {
        // Held back until a time is no control of each reader: release agents let it go without the originator.
        let controlled = self.held_back && self.header.release.is_none();
        Would { reader, action, product: self.product, header: &self.header, controlled, to, consented }
    }
}
