//! A delegation's agent: what it is known by, and what it keeps.
//!
//! A member has as many agents as it likes. Each has a key of its own, made where it is used; a representative of the
//! member, whose key the member accredited on record, signs that the agent speaks in its post, from one moment until
//! another.

mod accredited;
mod credential;
mod identity;
mod seal;
mod sealed_to;
#[cfg(test)]
pub(crate) mod testing;

pub(crate) use crate::secret::Secret;
pub use accredited::Accredited;
pub use credential::{Credential, CredentialError, Draft, MAX_CREDENTIAL_BYTES, MAX_TERM_MILLIS};
pub(crate) use identity::EXCHANGE;
pub use identity::{Identity, IdentityError};
pub(crate) use quorate_partnership::{Envelope, to_be_signed};
pub use seal::{Cost, LEAST_PASSPHRASE_BYTES, MAX_SEALED_BYTES, SealError, open, seal};
pub(crate) use sealed_to::{SealedTo, Use};
