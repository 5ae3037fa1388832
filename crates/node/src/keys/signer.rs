//! What signs with a key, wherever the secret is.

use quorate_charter::MemberCode;
use quorate_partnership::members::Ready;
use quorate_partnership::{Basis, Command, Moment, Post, PublicKey, Unsigned};
use quorate_records::proof::Checkpoint;

/// Signs with one Ed25519 key (RFC 8032, *pure*: not hashed before). Everything that a node or a representative signs goes
/// through this: the engine, links, checkpoints, commands. Nothing else of a key's secret is ever asked for, so that it need
/// not be in this process, nor on this machine.
///
/// A key in a file is one: [`KeyRing`](super::KeyRing) gives it once it is decrypted. A token that speaks PKCS#11 can be one
/// as well: [`public`](Signer::public) is the attribute `CKA_EC_POINT` of the public key object, read once;
/// [`sign`](Signer::sign) is `C_SignInit` with the mechanism `CKM_EDDSA` without parameters, and `C_Sign`. Of such a signer:
///
/// - It is called by several threads; one that has a single session keeps it behind a lock.
/// - It is waited for: by the engine, and by whoever opens a link. A node signs a few times a block, and once for each
///   link; also strangers can make it sign for a link, as often as links let them.
/// - It answers with a signature or with an error, and does not try again by itself. After one error a node asks for no
///   further signature: it stops, and whoever runs it looks at the token.
pub trait Signer: Send + Sync {
    /// The public half.
    fn public(&self) -> PublicKey;

    /// The signature of these bytes.
    ///
    /// # Errors
    /// [`SignError`] if there is none.
    fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], SignError>;

    /// Signs a command of a post.
    ///
    /// # Errors
    /// [`SignError`].
    fn sign_command(
        &self,
        basis: Basis,
        post: Post,
        expires: Moment,
        nonce: u64,
        command: Command,
    ) -> Result<Vec<u8>, SignError> {
        let unsigned = Unsigned::prepare(basis, post, self.public(), expires, nonce, command);
        let signature = self.sign(unsigned.to_be_signed())?;
        Ok(unsigned.with_signature(&signature))
    }

    /// Signs the text of a checkpoint, for the member's node.
    ///
    /// # Errors
    /// [`SignError`].
    fn sign_checkpoint(&self, checkpoint: &Checkpoint) -> Result<[u8; 64], SignError> {
        self.sign(checkpoint.text().as_bytes())
    }

    /// Signs, as the node of a member, that it has come to the last block of a partnership.
    ///
    /// # Errors
    /// [`SignError`].
    fn sign_ready(&self, basis: Basis, member: MemberCode) -> Result<Ready, SignError> {
        let Basis { partnership, tip } = basis;
        let seal = self.sign(&Ready::to_be_signed(partnership, member, tip))?;
        Ok(Ready { node: self.public(), tip, seal })
    }
}

/// Why a key did not sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key {} does not sign: {why}", key.short())]
pub struct SignError {
    /// Which key.
    pub key: PublicKey,
    /// Why, in words.
    pub why: String,
}
