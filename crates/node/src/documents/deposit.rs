//! A deposit: a member's node says that there is a document.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use quorate_charter::MemberCode;
use quorate_partnership::{PartnershipId, Phrase, PublicKey};
use sha2::{Digest as _, Sha256};

use super::error::DocumentError;
use crate::keys::{SignError, Signer, bytes, hex};

/// The longest document, in bytes.
pub const MAX_DOCUMENT_BYTES: usize = 4 * 1024 * 1024;
/// What begins the bytes that a node signs.
const DOMAIN: &[u8] = b"quorate/deposit/1\0";

/// A document: the hash (SHA-256) of its bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct DocumentId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 32]);

impl DocumentId {
    /// What names these bytes.
    #[must_use]
    pub fn of(document: &[u8]) -> DocumentId {
        DocumentId(Sha256::digest(document).into())
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&hex(&self.0))
    }
}

impl fmt::Debug for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for DocumentId {
    type Err = DocumentError;

    fn from_str(text: &str) -> Result<DocumentId, DocumentError> {
        bytes(text).map(DocumentId).ok_or(DocumentError::Name)
    }
}

/// What a document's bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Media {
    /// Plain text.
    #[n(0)]
    Plain,
    /// Text in Markdown.
    #[n(1)]
    Markdown,
    /// A PDF.
    #[n(2)]
    Pdf,
    /// TOML, such as a charter.
    #[n(3)]
    Toml,
    /// A sealed product: nodes keep it and hold no key to it (docs/vault.md).
    #[n(4)]
    Sealed,
}

/// All of them.
pub const ALL_MEDIA: [Media; 5] = [Media::Plain, Media::Markdown, Media::Pdf, Media::Toml, Media::Sealed];

impl Media {
    /// Its name among media types.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Media::Plain => "text/plain",
            Media::Markdown => "text/markdown",
            Media::Pdf => "application/pdf",
            Media::Toml => "application/toml",
            Media::Sealed => "application/vnd.quorate.sealed",
        }
    }
}

impl fmt::Display for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What a node says of a document, and signs.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(super) struct Said {
    #[n(0)]
    pub(super) partnership: PartnershipId,
    #[n(1)]
    pub(super) member: MemberCode,
    #[n(2)]
    pub(super) node: PublicKey,
    #[n(3)]
    pub(super) document: DocumentId,
    #[n(4)]
    pub(super) length: u32,
    #[n(5)]
    pub(super) media: Media,
    #[n(6)]
    pub(super) title: Phrase,
}

impl Said {
    fn to_be_signed(&self) -> Vec<u8> {
        // Writing to a vector in memory does not fail.
        [DOMAIN, &minicbor::to_vec(self).unwrap_or_default()].concat()
    }
}

/// A member's node says, and signed, that there is a document of this name, length, kind and title. It says nothing of
/// what the document is worth.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Deposit {
    #[n(0)]
    said: Said,
    #[cbor(n(1), with = "minicbor::bytes")]
    seal: [u8; 64],
}

impl Deposit {
    /// Signs what is said of a document.
    pub(super) fn sign(said: Said, key: &dyn Signer) -> Result<Deposit, SignError> {
        let seal = key.sign(&said.to_be_signed())?;
        Ok(Deposit { said, seal })
    }

    /// That its length is one a document has, and that the node that it names signed it, in this partnership.
    pub(super) fn check(&self, partnership: PartnershipId) -> Result<(), DocumentError> {
        if self.said.partnership != partnership {
            return Err(DocumentError::Partnership);
        }
        if self.length() == 0 || self.length() > MAX_DOCUMENT_BYTES {
            return Err(DocumentError::Length(self.length()));
        }
        let is_signed = self.said.node.verifies(&self.said.to_be_signed(), &self.seal);
        if is_signed { Ok(()) } else { Err(DocumentError::Seal) }
    }

    /// Which document.
    #[must_use]
    pub fn document(&self) -> DocumentId {
        self.said.document
    }

    /// How many bytes it has.
    #[must_use]
    pub fn length(&self) -> usize {
        usize::try_from(self.said.length).unwrap_or(usize::MAX)
    }

    /// What they are.
    #[must_use]
    pub fn media(&self) -> Media {
        self.said.media
    }

    /// Its title, as the node gave it.
    #[must_use]
    pub fn title(&self) -> &Phrase {
        &self.said.title
    }

    /// The member whose node said so.
    #[must_use]
    pub fn member(&self) -> MemberCode {
        self.said.member
    }

    /// The key of that node.
    #[must_use]
    pub fn node(&self) -> PublicKey {
        self.said.node
    }

    /// The partnership in which it was said.
    #[must_use]
    pub fn partnership(&self) -> PartnershipId {
        self.said.partnership
    }

    /// In bytes: deterministic CBOR.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to a vector in memory does not fail.
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads what was written, and checks it.
    ///
    /// # Errors
    /// [`DocumentError`] if the bytes are no deposit, or one that nobody can have signed.
    pub fn from_bytes(bytes: &[u8]) -> Result<Deposit, DocumentError> {
        let deposit: Deposit = minicbor::decode(bytes).map_err(|_| DocumentError::Form)?;
        if deposit.to_bytes() != bytes {
            return Err(DocumentError::Form);
        }
        deposit.check(deposit.said.partnership)?;
        Ok(deposit)
    }
}
