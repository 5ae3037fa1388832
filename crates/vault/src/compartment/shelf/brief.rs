//! Briefing others in advance: a product is sealed and released in one step.

use std::io::{Read, Write};

use super::super::vault::Vault;
use super::super::{Now, Parcel, Refusal};
use super::Sharing;
use crate::product::{ProductId, Sealed};
use crate::release::{Release, ReleaseError, Terms, release};

impl Vault {
    /// Shares a product and releases it by these terms. What would be refused of either is refused before the first
    /// byte is sealed.
    ///
    /// # Errors
    /// As [`Vault::share`] and [`Vault::release`].
    pub fn brief(
        &mut self,
        name: &str,
        sharing: &Sharing<'_>,
        terms: &Terms,
        (text, to): (&mut dyn Read, &mut dyn Write),
        now: &Now<'_>,
    ) -> Result<(Sealed, Parcel, Release), Refusal> {
        terms.check(now)?;
        let held = self.named(name)?;
        let header = self.planned(held, sharing, now)?;
        for reader in terms.readers() {
            let member = reader.post().member;
            if member != header.originator.member && !header.marking.audience.has(member) {
                return Err(ReleaseError::NotReleasable(member).into());
            }
        }
        self.may_release(held, (&header, ProductId([0; 32])), terms, now)?;
        let (sealed, parcel) = self.share(name, sharing, text, to, now)?;
        let made = release(&self.identity, &sealed.key, &sealed.header, terms, now)?;
        let mut held = self.named(name)?.clone();
        let own = self.identity.public();
        held.shelf.product_of(sealed.product, &own)?.released_to(terms.readers(), now.at);
        self.keep(held);
        Ok((sealed, parcel, made))
    }
}
