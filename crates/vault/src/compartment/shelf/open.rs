//! Opening a product by what an agent holds of its compartment.

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Post, PublicKey};

use super::super::held::Held;
use super::super::vault::Vault;
use super::super::{Now, Refusal, Retention};
use super::Shelved;
use super::permit::Would;
use super::room::MAX_BESIDE;
use crate::agent::Credential;
use crate::policy::Action;
use crate::product::{Header, OpenError, Product, ProductId, ProductKey, SecondHalf, Unlocked};
use crate::release::{Given, Handed, Release, Terms, given, release};

/// Who, beside those that are in, is known by which key.
type Known<'k> = dyn Fn(Post, &PublicKey) -> bool + 'k;

impl Vault {
    /// The products that were shared in a compartment, the oldest first.
    ///
    /// # Errors
    /// [`Refusal::NoSuch`].
    pub fn shelved(&self, name: &str) -> Result<&[Shelved], Refusal> {
        Ok(&self.named(name)?.shelf.shared)
    }

    /// The key of a product of this agent's own, to let others read it.
    ///
    /// # Errors
    /// [`Refusal::NoProduct`], [`Refusal::NoArchiveKey`], [`Refusal::Open`].
    pub fn own_key<R: Read + Seek>(&self, name: &str, product: &Product<R>) -> Result<ProductKey, Refusal> {
        let (held, own) = (self.named(name)?, self.identity.public());
        let mut claims = held.shelf.claims(product.outside().product);
        let shelved = claims.find(|shelved| shelved.agent == own);
        let shelved = shelved.ok_or_else(|| match held.shelf.product(product.outside().product) {
            Ok(_) => Refusal::NotOriginator,
            Err(refusal) => refusal,
        })?;
        key_of(held, shelved, product)
    }

    /// Opens a product that was shared where this agent is in: by its notice; or, of an epoch before it came in, by a
    /// granted key and
    /// from an originator that is in or `known` from elsewhere. The policy is asked first.
    ///
    /// # Errors
    /// [`Refusal::NoProduct`], [`Refusal::NoArchiveKey`], [`Refusal::Policy`], [`Refusal::Open`].
    pub fn open<R: Read + Seek>(
        &self,
        product: Product<R>,
        known: &Known<'_>,
        now: &Now<'_>,
    ) -> Result<Unlocked<R>, Refusal> {
        let mut refusal = Refusal::NoProduct;
        for held in &self.held {
            match self.opens(held, &product, known, now) {
                Ok(key) => return Ok(product.unlock_by(&key, &|_, _| true)?),
                Err(Refusal::NoProduct) => {}
                // What was found nowhere says less than what was found and refused.
                Err(Refusal::NoArchiveKey) if !matches!(refusal, Refusal::NoProduct) => {}
                Err(other) => refusal = other,
            }
        }
        Err(refusal)
    }

    /// The key by which it opens in a compartment, once everything that is signed was checked and the policy allows it.
    fn opens<R: Read + Seek>(
        &self,
        held: &Held,
        product: &Product<R>,
        known: &Known<'_>,
        now: &Now<'_>,
    ) -> Result<ProductKey, Refusal> {
        let id = product.outside().product;
        let mut refusal = None;
        for shelved in held.shelf.claims(id) {
            match key_of(held, shelved, product) {
                Err(other) => refusal = Some(other),
                Ok(key) => {
                    let (header, signer) = product.signed(&key)?;
                    if header == shelved.header && signer == shelved.agent {
                        self.reads(held, &shelved.header, id, now)?;
                        return Ok(key);
                    }
                    refusal = Some(Refusal::Open(OpenError::Header));
                }
            }
        }
        if let Some(refusal) = refusal {
            return Err(refusal);
        }
        let (key, header, signer) = by_granted(held, product)?;
        let mut seats = held.now()?.seats.iter();
        let seat = seats.find(|seat| seat.post() == header.originator && seat.agent() == signer);
        let is_in = match seat {
            Some(seat) => seat.credential()?.stands(&now.partnership, now.record, now.at).is_ok(),
            None => false,
        };
        if !is_in && !known(header.originator, &signer) {
            return Err(OpenError::Forged { post: header.originator, key: signer }.into());
        }
        self.reads(held, &header, id, now)?;
        Ok(key)
    }

    /// Whether this agent may read it, by the policy. Its removal lifts no rule.
    fn reads(&self, held: &Held, header: &Header, product: ProductId, now: &Now<'_>) -> Result<(), Refusal> {
        let reader = self.own(now)?.post();
        let (action, to) = (Action::Open, BTreeSet::new());
        let would = Would { reader, action, product, header, controlled: false, to, consented: false };
        self.may(held, would, now)
    }

    /// Opens a product by a release, and by what release agents handed over. Whoever released it has to be who signed it, the
    /// marking to name this agent's State, and an agreement to stand.
    ///
    /// # Errors
    /// [`Refusal::Release`], [`Refusal::Waits`] as long as shares are missing, [`Refusal::MadeUp`], [`Refusal::NoAgreement`] and
    /// [`OpenError`].
    pub fn open_released<R: Read + Seek>(
        &self,
        product: Product<R>,
        release: &Release,
        handed: &[Handed],
    ) -> Result<Unlocked<R>, Refusal> {
        if release.product() != product.outside().product {
            return Err(crate::release::ReleaseError::OtherProduct.into());
        }
        let key = match given(&self.identity, release, handed)? {
            Given::Key(key) => key,
            Given::Not(waits) => return Err(Refusal::Waits(waits)),
        };
        let by = release.by();
        let (header, signer) = match product.signed(&key) {
            Err(OpenError::WrongKey) => return Err(Refusal::MadeUp),
            signed => signed?,
        };
        if (header.originator, signer) != (by.post(), by.agent()) {
            return Err(OpenError::Forged { post: header.originator, key: signer }.into());
        }
        self.agreed(&header, &[self.identity.credential()?.post().member])?;
        Ok(product.unlock_by(&key, &|_, _| true)?)
    }

    /// Releases a product of this agent's own to others, in the compartment or outside.
    ///
    /// # Errors
    /// [`Refusal::NotOriginator`], [`Refusal::Release`], and as [`Vault::own_key`].
    pub fn release<R: Read + Seek>(
        &mut self,
        name: &str,
        product: &Product<R>,
        terms: &Terms,
        now: &Now<'_>,
    ) -> Result<Release, Refusal> {
        let key = self.own_key(name, product)?;
        let mut held = self.named(name)?.clone();
        held.usable()?;
        let own = self.own(now)?;
        let shelved = held.shelf.product_of(key.product, &own.agent())?.clone();
        self.may_release(&held, (&shelved.header, key.product), terms, now)?;
        let made = release(&self.identity, &key, &shelved.header, terms, now)?;
        held.shelf.product_of(key.product, &own.agent())?.released_to(terms.readers(), now.at);
        self.keep(held);
        Ok(made)
    }

    /// Whether this agent may let others read what it seals under a header.
    pub(super) fn may_release(
        &self,
        held: &Held,
        (header, product): (&Header, ProductId),
        terms: &Terms,
        now: &Now<'_>,
    ) -> Result<(), Refusal> {
        let to: BTreeSet<MemberCode> = terms.readers().map(|one| one.post().member).collect();
        self.agreed(header, &to)?;
        let (reader, action) = (self.own(now)?.post(), Action::Forward);
        let would = Would { reader, action, product, header, controlled: false, to, consented: true };
        self.may(held, would, now)
    }
}

/// The key of a product by its notice: of several archive keys that were granted, the one that opens it.
fn key_of<R: Read + Seek>(
    held: &Held,
    shelved: &Shelved,
    product: &Product<R>,
) -> Result<ProductKey, Refusal> {
    let second = shelved.second.as_ref().map(|half| SecondHalf::of(shelved.product, half.0.clone()));
    let mut refusal = Refusal::NoArchiveKey;
    for archive in held.archives(shelved.header.epoch, shelved.class) {
        match product.key(&archive, second.as_ref()) {
            Ok(key) => return Ok(key),
            Err(other) => refusal = other.into(),
        }
    }
    Err(refusal)
}

/// The key of a product without a notice, and what stands in it.
fn by_granted<R: Read + Seek>(
    held: &Held,
    product: &Product<R>,
) -> Result<(ProductKey, Header, PublicKey), Refusal> {
    let epochs: BTreeSet<u64> = held.archive_epochs().collect();
    for (epoch, class) in epochs.into_iter().flat_map(|epoch| Retention::ALL.map(|class| (epoch, class))) {
        for archive in held.archives(epoch, class) {
            match product.key(&archive, None) {
                Err(OpenError::WrongKey) => {}
                Err(other) => return Err(other.into()),
                Ok(key) => {
                    let (header, signer) = product.signed(&key)?;
                    let Header { compartment, epoch: of, .. } = header;
                    if (compartment, of) != (held.id, epoch) || header.class.as_str() != class.name() {
                        return Err(OpenError::Elsewhere { compartment, epoch: of }.into());
                    }
                    return Ok((key, header, signer));
                }
            }
        }
    }
    Err(Refusal::NoArchiveKey)
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

    /// Remembers to whom it was released, as far as there is room.
    pub(super) fn released_to<'c>(&mut self, whom: impl Iterator<Item = &'c Credential>, at: Moment) {
        let room = MAX_BESIDE.saturating_sub(self.released.len());
        self.released.extend(whom.take(room).map(|one| (one.agent(), at)));
    }
}
