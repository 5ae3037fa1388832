//! Signed commands: COSE_Sign1 (RFC 9052) with Ed25519 (RFC 8032, RFC 9864) over deterministic CBOR.
//!
//! There is one form for each command: what is read is written again and must give the same bytes. The signed
//! structure names the partnership, so that no command of one stands in another.

mod cose;
mod payload;

use alloc::vec::Vec;

pub use self::cose::{Envelope, to_be_signed};
use self::payload::Payload;
use crate::author::Post;
use crate::basis::Basis;
use crate::command::Command;
use crate::ids::{BlockId, CommandId, PartnershipId, PublicKey, hash};
use crate::moment::Moment;

/// The domain of signed commands; what is signed for another purpose has another.
const DOMAIN: &str = "quorate/command/1";
/// The longest signed command that is read, in bytes.
pub const MAX_COMMAND_BYTES: usize = 16 * 1024;

/// Why bytes are not a signed command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignedError {
    /// Longer than any command.
    #[error("a signed command has at most {MAX_COMMAND_BYTES} bytes, and this has {0}")]
    TooLong(usize),
    /// Not COSE_Sign1, or not with the one set of headers that is used.
    #[error("this is not a COSE_Sign1 structure with the headers of a command (docs/formats.md)")]
    Envelope,
    /// The payload is no command; the offset is within the payload.
    #[error("the payload is not a command (byte {0} of the payload)")]
    Payload(usize),
    /// Readable, but not in the one form that it has.
    #[error("these bytes are not in canonical form: written again, they differ")]
    NotCanonical,
}

/// A command that is still to be signed.
#[derive(Clone, Debug)]
pub struct Unsigned {
    key: PublicKey,
    payload: Vec<u8>,
    to_be_signed: Vec<u8>,
}

impl Unsigned {
    /// Prepares a command of this post, on this basis. The nonce tells two commands apart that say the same.
    #[must_use]
    pub fn prepare(
        basis: Basis,
        post: Post,
        key: PublicKey,
        expires: Moment,
        nonce: u64,
        command: Command,
    ) -> Unsigned {
        let payload = crate::wire::bytes(&Payload::new(post, expires, nonce, basis.tip, command));
        let to_be_signed = to_be_signed(DOMAIN, &basis.partnership.0, &key, &payload);
        Unsigned { key, payload, to_be_signed }
    }

    /// The bytes to sign: RFC 9052, section 4.4.
    #[must_use]
    pub fn to_be_signed(&self) -> &[u8] {
        &self.to_be_signed
    }

    /// The signed command's bytes.
    #[must_use]
    pub fn with_signature(&self, signature: &[u8; 64]) -> Vec<u8> {
        Envelope::write(&self.key, &self.payload, signature)
    }
}

/// A signed command, read and in canonical form; whether it is authentic is not yet known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    bytes: Vec<u8>,
    id: CommandId,
    to_be_signed: Vec<u8>,
    key: PublicKey,
    signature: [u8; 64],
    payload: Payload,
    partnership: PartnershipId,
}

impl Signed {
    /// Reads a signed command for this partnership.
    ///
    /// # Errors
    /// [`SignedError`]: what about the bytes is not a command in canonical form.
    pub fn read(bytes: &[u8], partnership: &PartnershipId) -> Result<Signed, SignedError> {
        if bytes.len() > MAX_COMMAND_BYTES {
            return Err(SignedError::TooLong(bytes.len()));
        }
        let envelope = Envelope::loose(bytes).ok_or(SignedError::Envelope)?;
        let Envelope { key, payload: body, signature } = envelope;
        let payload = Payload::read(body)?;
        if crate::wire::bytes(&payload) != body || Envelope::write(&key, body, &signature) != bytes {
            return Err(SignedError::NotCanonical);
        }
        let to_be_signed = to_be_signed(DOMAIN, &partnership.0, &key, body);
        let id = CommandId(hash("quorate/command-id/1", &[&to_be_signed]));
        let (bytes, partnership) = (bytes.to_vec(), *partnership);
        Ok(Signed { bytes, id, to_be_signed, key, signature, payload, partnership })
    }

    /// The canonical bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The command's id.
    #[must_use]
    pub fn id(&self) -> CommandId {
        self.id
    }

    /// Who is said to give it.
    #[must_use]
    pub fn post(&self) -> Post {
        self.payload.post()
    }

    /// The key that is said to have signed it.
    #[must_use]
    pub fn key(&self) -> PublicKey {
        self.key
    }

    /// The first moment at which it is too late for it.
    #[must_use]
    pub fn expires(&self) -> Moment {
        self.payload.expires()
    }

    /// The last block that its author knew.
    #[must_use]
    pub fn tip(&self) -> BlockId {
        self.payload.tip()
    }

    /// The partnership for which it was read.
    pub(crate) fn partnership(&self) -> PartnershipId {
        self.partnership
    }

    /// The command.
    #[must_use]
    pub fn command(&self) -> &Command {
        self.payload.command()
    }

    /// Whether the signature is that of the key that it names; not whether the key holds the post.
    #[must_use]
    pub fn is_well_signed(&self) -> bool {
        self.key.verifies(&self.to_be_signed, &self.signature)
    }

    /// The bytes that are signed, of which the id is the hash.
    #[must_use]
    pub fn to_be_signed(&self) -> &[u8] {
        &self.to_be_signed
    }

    /// The same command with this signature.
    #[must_use]
    pub fn with_signature(&self, signature: &[u8; 64]) -> Vec<u8> {
        Envelope::write(&self.key, &crate::wire::bytes(&self.payload), signature)
    }

    pub(crate) fn signed_bytes(&self) -> (&[u8], &[u8; 64]) {
        (&self.to_be_signed, &self.signature)
    }
}
