//! Commands and the blocks of them.

use borsh::{BorshDeserialize, BorshSerialize};
use ed25519_dalek::{Signature, VerifyingKey};

use crate::context::Id;

/// How long a command is: a signature, and what is signed.
pub const COMMAND_BYTES: usize = 250;
/// The most commands in a block: as many as in one of the product's.
pub const MAX_COMMANDS: usize = 4096;
/// The key that signs all commands: `[7; 32]`, made public.
const GIVER: [u8; 32] = [7; 32];

/// A signed command.
pub type Command = [u8; COMMAND_BYTES];

/// Whoever gives commands, its key read once.
#[derive(Clone)]
pub struct Giver(VerifyingKey);

impl Giver {
    /// The only one.
    pub fn known() -> Giver {
        Giver(ed25519_dalek::SigningKey::from_bytes(&GIVER).verifying_key())
    }

    /// Whether it gave this.
    pub fn gave(&self, command: &Command) -> bool {
        command.split_first_chunk().is_some_and(|(signature, signed)| {
            self.0.verify_strict(signed, &Signature::from_bytes(signature)).is_ok()
        })
    }
}

/// A block.
#[derive(Clone, BorshSerialize, BorshDeserialize)]
pub struct Block {
    pub height: u64,
    pub parent: Id,
    pub commands: Vec<Command>,
}

impl Block {
    /// Its bytes. Writing to memory does not fail.
    pub fn bytes(&self) -> Vec<u8> {
        borsh::to_vec(self).unwrap_or_default()
    }
}
