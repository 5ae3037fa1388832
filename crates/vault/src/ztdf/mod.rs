//! The Trusted Data Format (OpenTDF 4.3.0, of which ZTDF is a profile), written as the released programs read it.
//!
//! ```text
//!  text ─▶ segments of 1 MiB, AES-256-GCM ─▶ 0.payload ┐
//!  key ─▶ wrapped to a key access service ─────────────┼▶ zip
//!  policy, label, hashes of the segments ─▶ 0.manifest.json ┘
//! ```
//!
//! It is a form to pass a text on in, not to keep one in: whoever has the file reads the policy and the label, and whoever has
//! the key can make another file of the kind. Only a signed assertion says whose the label is.

mod assertion;
mod canonical;
mod manifest;
mod payload;
mod pem;
mod wrap;
mod write;

pub use assertion::Signer;
pub use wrap::{KasKey, Wrapped};
pub use write::{Export, write};

/// The version of the format (OpenTDF's `schemaVersion`).
pub const VERSION: &str = "4.3.0";

/// Why a text is not written in this form.
#[derive(Debug, thiserror::Error)]
pub enum ZtdfError {
    /// Nobody is named who may open it.
    #[error("no attribute says who may open it, and the service would give its key to everybody")]
    Nobody,
    /// An attribute, or the service's address, is not well formed.
    #[error("`{0}` is no such address: it begins with http:// or https:// and has no spaces")]
    Address(String),
    /// The media type is none.
    #[error(
        "`{0}` is no media type, as `text/plain` or `text/plain; charset=utf-8` is, of at most 255 bytes"
    )]
    Mime(String),
    /// What the service calls its key is no name.
    #[error("`{0}` is no name of a key: it has 1 to 255 letters, digits and signs, and no spaces")]
    Kid(String),
    /// The service's key is none.
    #[error("the service's key is no public key on P-256, nor an RSA key of 2048 to 8192 bits, in PEM")]
    Key,
    /// The key that signs is none.
    #[error("the key that signs is no private key on P-256, nor an RSA key, in PEM (PKCS #8)")]
    Signer,
    /// There is no chance to be had, or a cipher failed.
    #[error("nothing can be sealed: there is no chance to be had")]
    Chance,
    /// The product.
    #[error(transparent)]
    Open(#[from] crate::product::OpenError),
    /// It cannot be written.
    #[error("it cannot be written")]
    Io(#[from] std::io::Error),
}
