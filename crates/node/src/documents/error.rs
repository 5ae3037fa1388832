//! What can be wrong with documents.

use std::io;
use std::path::PathBuf;

use quorate_charter::MemberCode;

use super::deposit::{DocumentId, MAX_DOCUMENT_BYTES};
use super::index::{MAX_BYTES_OF_MEMBER, MAX_DOCUMENTS_OF_MEMBER};
use crate::keys::SignError;

/// What can be wrong with what is said of a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// No name of a document.
    #[error("a document is named by 64 hexadecimal digits: the SHA-256 of its bytes")]
    Name,
    /// No deposit.
    #[error("the bytes are no deposit")]
    Form,
    /// Of another partnership.
    #[error("it was deposited in another partnership")]
    Partnership,
    /// No length of a document.
    #[error("a document has 1 to {MAX_DOCUMENT_BYTES} bytes, not {0}")]
    Length(usize),
    /// Not signed.
    #[error("it is not signed by the node that it names")]
    Seal,
}

/// Why a document cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum NotHere {
    /// There is none.
    #[error("{} is not here", .0.display())]
    Missing(PathBuf),
    /// The file's bytes are others.
    #[error("{} is damaged: its bytes are not those of its name", .0.display())]
    Bent(PathBuf),
    /// The disk says no.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
}

/// Why a node does not take a document.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotTaken {
    /// There is something wrong with it.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// Its node is none of those that agree.
    #[error("the record names no node of {0} with this key, and only nodes that agree deposit documents")]
    Origin(MemberCode),
    /// The member has too many.
    #[error(
        "{0} has {MAX_DOCUMENTS_OF_MEMBER} documents already, as many as a member may have: its delegation agrees with the \
         others' operators on which to delete (docs/operating.md, Documents)"
    )]
    Many(MemberCode),
    /// The member has too many bytes.
    #[error(
        "with it {0} would have more than {MAX_BYTES_OF_MEMBER} bytes of documents, more than a member may have: its delegation \
         agrees with the others' operators on which to delete (docs/operating.md, Documents)"
    )]
    Long(MemberCode),
    /// The operator wants none of it.
    #[error("this node is not to have {0}: {0}.refused lies in its folder documents; delete that file first")]
    Refused(DocumentId),
    /// The key does not sign.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// The disk says no.
    #[error("{} cannot be written: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
}
