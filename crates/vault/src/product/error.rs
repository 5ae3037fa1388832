//! Why something is not sealed, or not opened. No error tells contents.

use std::io;

use quorate_charter::MemberCode;
use quorate_partnership::{Post, PublicKey};

use super::header::MAX_SOURCES;
use super::{CompartmentId, NoChance, ProductId};

/// Why nothing was sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The marking names nobody.
    #[error("the marking is releasable to nobody: an empty audience is nobody, never everybody")]
    Nobody,
    /// The marking no longer holds.
    #[error("the marking has expired: it is reviewed before anything is sealed under it")]
    Expired,
    /// Material of another State, without its consent.
    #[error("it contains material of {0}, whose consent is not given")]
    NoConsent(MemberCode),
    /// A consent for fewer than the marking names.
    #[error("{state} consents that its material goes to fewer: not to {to}")]
    ConsentNarrower {
        /// Whose consent.
        state: MemberCode,
        /// Whom it does not name.
        to: MemberCode,
    },
    /// Too many sources.
    #[error("a product has at most {MAX_SOURCES} sources and States whose material it contains")]
    TooManySources,
    /// A release time without a half that is held back.
    #[error("a release time holds only if a half of the key is held back: it asks for originator control")]
    ReleaseUncontrolled,
    /// The text is too long.
    #[error("a product has at most a terabyte")]
    TooLong,
    /// The header is too long.
    #[error("title, marking and sources are together too long for a header")]
    HeaderTooLong,
    /// The originator's key did not sign.
    #[error("the originator's key does not sign: {0}")]
    Unsigned(String),
    /// No random bytes.
    #[error(transparent)]
    NoChance(#[from] NoChance),
    /// The cipher did not do what it does.
    #[error("the cipher failed")]
    Cipher,
    /// Reading the text or writing the product.
    #[error("the text cannot be read, or the product not written")]
    Io(#[from] io::Error),
}

/// Why nothing was opened. Whatever it is, no byte was given out that the originator did not sign.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another file.
    #[error("this is no sealed product")]
    NotProduct,
    /// Its length is not what its end says, or it has no end.
    #[error(
        "this product is cut short, or something was put into it: its length is not the one that its end says"
    )]
    Length,
    /// The key is another's, or the file was changed.
    #[error(
        "this archive key does not open it: it is another compartment's, epoch's or class's, or the file was changed"
    )]
    WrongKey,
    /// A half of the key is held back by the originator.
    #[error("the originator holds back a half of the key: it is asked for the second half of product {0}")]
    HalfWanted(ProductId),
    /// A half was given of another product, or a wrong one.
    #[error("that is not the second half of this product's key")]
    WrongHalf,
    /// The header was changed or is another product's.
    #[error("the header is not this product's, or was changed")]
    Header,
    /// The signature is none, or is about something else.
    #[error(
        "the originator's signature does not hold: product, header, marking, compartment or epoch was exchanged"
    )]
    Signature,
    /// Signed by a key that the originator is not known by.
    #[error("it says that it is from {post}, and the key {} is not one of that post", key.short())]
    Forged {
        /// Whose it says it is.
        post: Post,
        /// Who signed it.
        key: PublicKey,
    },
    /// Signed for another compartment.
    #[error(
        "it was sealed in the compartment {compartment}, epoch {epoch}, and somebody put it under this archive key"
    )]
    Elsewhere {
        /// Where it was sealed.
        compartment: CompartmentId,
        /// In which epoch.
        epoch: u64,
    },
    /// A segment was changed, exchanged, or is another product's.
    #[error(
        "segment {0} is not the one that was signed: what was written before it is sound, and is not the whole"
    )]
    Segment(u64),
    /// Reading the product or writing the text.
    #[error("the product cannot be read, or the text not written")]
    Io(#[from] io::Error),
}
