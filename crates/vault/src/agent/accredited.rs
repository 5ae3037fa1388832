//! Whom the record accredits.

use quorate_partnership::{Moment, Post, PublicKey};

/// Knows from a partnership's record which keys hold which posts. Whoever opens an agent gives it: the agent keeps no record.
pub trait Accredited {
    /// Whether this key may act in this post at this moment, as the record says.
    fn holds(&self, post: Post, key: &PublicKey, at: Moment) -> bool;
}

impl<F: Fn(Post, &PublicKey, Moment) -> bool> Accredited for F {
    fn holds(&self, post: Post, key: &PublicKey, at: Moment) -> bool {
        self(post, key, at)
    }
}
