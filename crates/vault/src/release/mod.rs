//! Letting agents read a product that are not in its compartment, or not yet: the originator's release.
//!
//! ```text
//!  key of the product ──▶ whole, to agents named now                     ┐
//!                     └─▶ one part, to agents named for later            ├─ a Release, signed by the originator's agent
//!                     └─▶ the other part, k of n, to release agents      ┘
//!  from the release time on: a release agent ──▶ Handed, its share, to each agent named for later
//! ```
//!
//! Nobody else makes one: what reaches another without the originator opens nothing. Whoever carries a release sees whose it is,
//! of which product, and which agents are named.

mod error;
mod handed;
mod made;
mod opened;
mod terms;

pub use error::ReleaseError;
pub use handed::{Clocks, Handed, hand_over};
pub use made::{Release, release};
pub use opened::{Given, Waits, given};
pub use terms::{Later, Terms};

/// The domain of releases.
const RELEASE: &str = "quorate/release/1";
/// The domain of handed shares.
const HANDED: &str = "quorate/handed/1";
/// The most agents that a release names, readers and release agents each.
pub const MAX_NAMED: usize = 64;
/// The longest release, in bytes.
pub const MAX_RELEASE_BYTES: usize = 512 * 1024;

#[cfg(test)]
mod tests;
