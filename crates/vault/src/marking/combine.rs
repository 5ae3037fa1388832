//! The marking of a text that is made of several.

use super::{Marking, TooMany};

/// Why two markings have none together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Uncombined {
    /// The words of one policy mean nothing under another.
    #[error(
        "they are marked under two policies, and what a level of one is in the other is for an agreement to say"
    )]
    OtherPolicy,
    /// Together they have more categories than a marking holds.
    #[error(transparent)]
    TooMany(#[from] TooMany),
}

impl Marking {
    /// The marking of a text made of both: the highest level, the union of what restricts, the intersection of whom they are
    /// releasable to, created with the later and held as long as the longer.
    ///
    /// It never lets read whom one of the parts does not. It may let nobody read: [`Audience::is_nobody`](super::Audience).
    ///
    /// # Errors
    /// [`Uncombined`].
    pub fn with(&self, other: &Marking) -> Result<Marking, Uncombined> {
        if self.policy != other.policy {
            return Err(Uncombined::OtherPolicy);
        }
        Ok(Marking {
            policy: self.policy.clone(),
            level: self.level.max(other.level),
            audience: self.audience.and(&other.audience),
            categories: self.categories.with(&other.categories)?,
            created: self.created.max(other.created),
            expires: self.expires.zip(other.expires).map(|(one, two)| one.max(two)),
        })
    }
}
