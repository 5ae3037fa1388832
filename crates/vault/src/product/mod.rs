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

pub use archive::ArchiveKey;
pub use error::{OpenError, SealError};
pub use header::{Consent, Header, MAX_SOURCES, Provenance};
pub use ids::{CompartmentId, ProductId};
pub use key::{NoChance, Secret};
pub use open::{Outside, Product, ProductKey, Unlocked};
pub use seal::{Control, Sealed, Sealing, seal};
pub use split::{MAX_AGENTS, Scheme, SchemeError, SecondHalf, Share, ShareError, Weakness};
pub use statement::Signs;

use ring::digest::{Context, SHA256};

/// SHA-256 over a domain and parts that have fixed lengths but for the last.
pub(crate) fn hash(domain: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut context = Context::new(&SHA256);
    context.update(domain.as_bytes());
    context.update(&[0]);
    for part in parts {
        context.update(part);
    }
    let mut hash = [0; 32];
    for (byte, from) in hash.iter_mut().zip(context.finish().as_ref()) {
        *byte = *from;
    }
    hash
}
