//! Public keys as they are typed or kept.

use quorate_partnership::{Post, PublicKey};

use super::Desk;
use crate::failure::Failure;

/// A public key from 64 hexadecimal digits.
pub(super) fn public_key(digits: &str) -> Result<PublicKey, Failure> {
    digits
        .parse()
        .map_err(|error| Failure::usage(format!("`{digits}` is not a public key"), format!("{error}")))
}

/// The key of a post in the directory; made and kept there if there is none.
pub(super) fn kept(desk: &Desk<'_>, post: Post) -> Result<PublicKey, Failure> {
    match desk.keys.first(post.into())? {
        Some(made) => Ok(made),
        None => Ok(desk.keys.public(post)?),
    }
}
