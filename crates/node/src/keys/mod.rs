//! Keys: what signs, and the files in which their secrets are kept.
//!
//! ```text
//!  engine, links, checkpoints, commands ──▶ Signer ◀── Key ◀── KeyFile ◀── KeyRing ◀── Keeper
//!                                           signs      in      in a file,  a folder    knows
//!                                                      memory  encrypted               passphrases
//! ```

mod error;
mod file;
mod founder;
mod holder;
mod key;
mod list;
mod passphrase;
mod ring;
mod sealed;
mod signer;
#[cfg(test)]
pub(crate) mod testing;
mod watched;

pub use error::KeyError;
pub use file::KeyFile;
pub use founder::{FounderFile, FounderFileError, MAX_FOUNDER_BYTES, is_address};
pub use holder::{Holder, NoHolder, Turn};
pub use key::Key;
pub use list::Listed;
pub use passphrase::{Cost, Keeper, Keeping, Passphrase};
pub use ring::KeyRing;
pub use signer::{SignError, Signer};
pub(crate) use watched::Watched;

pub(crate) fn hex(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(bytes)
}

/// Exactly 64 hexadecimal digits.
pub(crate) fn bytes(digits: &str) -> Option<[u8; 32]> {
    let mut seed = [0; 32];
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (at, byte) in seed.iter_mut().enumerate() {
        let from = at.checked_mul(2)?;
        *byte = u8::from_str_radix(digits.get(from..from.checked_add(2)?)?, 16).ok()?;
    }
    Some(seed)
}
