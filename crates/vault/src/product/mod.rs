//! Sealed products: a text, whose it is, its marking, and where it comes from, in one file that a node stores and cannot read.
//!
//! ```text
//!  text ─▶ filled up ─▶ segments of 1 MiB, AES-256-GCM ─▶ hash of each ─▶ ProductId ─┐
//!  title, marking, originator, compartment, epoch, provenance ─▶ sealed ──────────────┴▶ signed by the originator
//!  key ─▶ (or a half of it) wrapped under the compartment's ArchiveKey, bound to compartment, epoch, class and product
//! ```
//!
//! A file tells whoever has no key its id and about how long the text is, and nothing else: not whose it is, nor of which
//! compartment, nor how it is controlled. The form is in docs/vault.md.

mod archive;
mod body;
mod error;
mod foot;
mod header;
mod ids;
mod key;
mod open;
mod padding;
mod rules;
mod seal;
mod split;
mod statement;
mod tear_line;
#[cfg(test)]
pub(crate) mod vectors;

pub use crate::secret::{NoChance, Secret};
pub use archive::ArchiveKey;
pub use error::{OpenError, SealError};
pub(crate) use header::Said;
pub use header::{Consent, Handling, Header, MAX_SOURCES, Provenance};
pub use ids::{CompartmentId, ProductId};
pub use open::{Outside, Product, ProductKey, Unlocked};
pub use seal::{Control, Sealed, Sealing, seal};
pub use split::{MAX_AGENTS, Scheme, SchemeError, SecondHalf, Share, ShareError, Weakness};
pub use statement::Signs;
pub use tear_line::TearLine;
