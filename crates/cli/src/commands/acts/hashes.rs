//! The hash of a document, as it is typed.

use quorate_partnership::DocumentHash;

use crate::failure::Failure;

/// 64 hexadecimal digits.
pub(super) fn hash(digits: &str) -> Result<DocumentHash, Failure> {
    digits
        .parse()
        .map_err(|error| Failure::usage(format!("`{digits}` is not a document's hash"), format!("{error}")))
}
