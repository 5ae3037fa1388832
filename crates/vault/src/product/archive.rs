//! The key under which a compartment keeps the keys of its products.

use quorate_partnership::Phrase;

use super::key::Shut;
use super::{CompartmentId, NoChance, ProductId, Secret};

/// The salt of what follows from an archive key.
const SALT: &str = "quorate/archive/1";
/// A wrapped key: a byte that says whether it is the whole, 32 bytes, and the tag.
pub(super) const WRAPPED: usize = 49;

/// The key of a compartment's archive in one epoch, for one class of retention. Whoever holds it opens every product that was
/// sealed under it; a class expires by deleting its keys at every agent.
#[derive(Clone, Debug)]
pub struct ArchiveKey {
    /// Of which compartment.
    pub compartment: CompartmentId,
    /// In which epoch of its group.
    pub epoch: u64,
    /// How long what is sealed under it is kept, in the compartment's own words.
    pub class: Phrase,
    key: Secret,
}

/// The key of a product, or the half of it that the file holds.
pub(super) struct Held {
    pub(super) is_half: bool,
    pub(super) key: Secret,
}

impl ArchiveKey {
    /// This key.
    #[must_use]
    pub fn of(compartment: CompartmentId, epoch: u64, class: Phrase, key: Secret) -> ArchiveKey {
        ArchiveKey { compartment, epoch, class, key }
    }

    /// A new random key: for a compartment that has no group yet to derive one.
    ///
    /// # Errors
    /// [`NoChance`].
    pub fn random(compartment: CompartmentId, epoch: u64, class: Phrase) -> Result<ArchiveKey, NoChance> {
        Ok(ArchiveKey { compartment, epoch, class, key: Secret::random()? })
    }

    /// The key itself, for whoever keeps it.
    #[must_use]
    pub fn key(&self) -> &Secret {
        &self.key
    }

    /// Wraps a product's key under a key of this product alone, which follows from the archive's: so bound to the
    /// compartment, the epoch, the class and the product, and no nonce is used twice however many products there are.
    pub(super) fn wrap(&self, product: ProductId, held: &Held) -> Result<Vec<u8>, Shut> {
        let mut text = zeroize::Zeroizing::new(vec![u8::from(held.is_half)]);
        text.extend_from_slice(held.key.expose());
        self.of_product(product)?.seal_only(&self.about(product), &text)
    }

    pub(super) fn unwrap_key(&self, product: ProductId, wrapped: &[u8]) -> Result<Held, Shut> {
        let text = self.of_product(product)?.open_only(&self.about(product), wrapped)?;
        let (kind, key) = text.split_first().ok_or(Shut)?;
        let key: &[u8; 32] = key.try_into().map_err(|_| Shut)?;
        let is_half = match kind {
            0 => false,
            1 => true,
            _ => return Err(Shut),
        };
        Ok(Held { is_half, key: Secret::of(key) })
    }

    fn of_product(&self, product: ProductId) -> Result<Secret, Shut> {
        self.key.derive(SALT, &[&self.about(product)])
    }

    /// Everything it is bound to; all parts but the last have a fixed length.
    fn about(&self, product: ProductId) -> Vec<u8> {
        let parts: [&[u8]; 4] =
            [&product.0, &self.compartment.0, &self.epoch.to_be_bytes(), self.class.as_str().as_bytes()];
        parts.concat()
    }
}
