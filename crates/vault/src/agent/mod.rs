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
mod secret;
mod sign1;
#[cfg(test)]
pub(crate) mod testing;

pub use accredited::Accredited;
pub use credential::{Credential, CredentialError, Draft, MAX_CREDENTIAL_BYTES, MAX_TERM_MILLIS};
pub(crate) use identity::EXCHANGE;
pub use identity::{Identity, IdentityError};
pub use seal::{Cost, LEAST_PASSPHRASE_BYTES, MAX_SEALED_BYTES, SealError, open, seal};
pub(crate) use sealed_to::{SealedTo, Use};
pub(crate) use secret::Secret;
pub(crate) use sign1::{Envelope, to_be_signed};
