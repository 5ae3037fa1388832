//! Documents: bytes named by their hash, beside the order and not in it, which the members' nodes keep for one another.
//!
//! ```text
//!  deposit: who says that there is one ──▶ index: what there is, and whose room it takes ──▶ folder: the disk
//!                                              ▲
//!  links ◀──▶ desk: what is told and answered ─┴── fetching: one at a time, piece by piece
//! ```

mod deposit;
mod desk;
mod error;
mod fetching;
mod folder;
mod index;
mod serving;
#[cfg(test)]
pub(crate) mod tests;

pub use deposit::{ALL_MEDIA, Deposit, DocumentId, MAX_DOCUMENT_BYTES, Media};
pub(crate) use desk::{Around, Desk};
#[cfg(test)]
pub(crate) use error::NotTaken;
pub use error::{DocumentError, NotHere};
pub use folder::Documents;
#[cfg(test)]
pub(crate) use index::MAX_DOCUMENTS_OF_MEMBER;
