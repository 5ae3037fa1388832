//! What a release gives an agent, with what release agents handed over.

use quorate_partnership::Moment;

use super::{Handed, Release, ReleaseError};
use crate::agent::Identity;
use crate::product::{ProductKey, SecondHalf, Secret, Share};

/// What is missing until it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// From when release agents hand over their shares.
    pub until: Moment,
    /// How many of them it needs.
    pub needed: u8,
    /// How many handed over theirs.
    pub handed: usize,
}

/// What an agent has by a release.
#[derive(Debug)]
pub enum Given {
    /// The key of the product.
    Key(ProductKey),
    /// Not yet.
    Not(Waits),
}

/// What a release gives this agent. A share that a release agent made up gives a key that opens nothing, and whose it
/// was does not
/// show: shares of other release agents are tried instead.
///
/// # Errors
/// [`ReleaseError::NotNamed`] and what is wrong with a share.
pub fn given(identity: &Identity, release: &Release, handed: &[Handed]) -> Result<Given, ReleaseError> {
    let product = release.product();
    if let Some(whole) = release.whole(identity) {
        let key = secret(&whole).ok_or(ReleaseError::Form)?;
        return Ok(Given::Key(ProductKey { product, key }));
    }
    let part = release.part(identity).ok_or(ReleaseError::NotNamed)?;
    let part = secret(&part).ok_or(ReleaseError::Form)?;
    let shares: Result<Vec<Share>, ReleaseError> =
        handed.iter().map(|handed| handed.share(identity, release)).collect();
    let shares = shares?;
    let (needed, _) = release.scheme();
    if shares.len() < usize::from(needed) {
        let until = release.opens().ok_or(ReleaseError::Form)?;
        return Ok(Given::Not(Waits { until, needed, handed: shares.len() }));
    }
    let other = SecondHalf::combine(&shares)?;
    Ok(Given::Key(ProductKey { product, key: part.xor(other.secret()) }))
}

fn secret(bytes: &[u8]) -> Option<Secret> {
    bytes.try_into().ok().map(Secret::of)
}
