//! What an agent keeps, sealed by a passphrase: scrypt (RFC 7914) as for key files, then AES-256-GCM (NIST SP 800-38D),
//! which opens to what was written or to nothing.

use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::{Aes256Gcm, KeyInit as _};
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

/// The largest store that is opened, in bytes.
pub const MAX_SEALED_BYTES: usize = 64 * 1024 * 1024;
/// The shortest passphrase that a store is sealed with, in bytes.
pub const LEAST_PASSPHRASE_BYTES: usize = 12;
/// What a sealed store begins with.
const MAGIC: &[u8] = b"quorate agent 1\n";
/// The most memory that a store may ask for, as for key files: 64 MiB.
const MAX_MEMORY: u64 = 64 * 1024 * 1024;
/// The most work, in blocks of 128 bytes.
const MAX_WORK: u64 = 16 * 1024 * 1024;

/// Why a store is not sealed, or not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Not a sealed store.
    #[error("this is no store of an agent: it was made by another program, or cut short")]
    Form,
    /// It asks for more work than a store may.
    #[error("the passphrase of this store costs more work than a store may ask for")]
    Costly,
    /// The passphrase is another, or the bytes were changed: the two cannot be told apart.
    #[error("the passphrase does not open the agent's store: it is another, or the store was damaged")]
    Wrong,
    /// The passphrase is too short.
    #[error("a passphrase has at least {LEAST_PASSPHRASE_BYTES} bytes: whoever has the store can try many")]
    Short,
    /// Too much to keep.
    #[error("an agent's store has at most {MAX_SEALED_BYTES} bytes")]
    Large,
    /// The machine gives no random bytes, or does not encrypt.
    #[error("the machine gives no random bytes or does not encrypt")]
    Machine,
}

/// How much work one try of a passphrase is (RFC 7914).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Cost {
    /// The work and memory, as a power of two.
    #[n(0)]
    pub log_n: u8,
    /// The size of a block, in 128 bytes.
    #[n(1)]
    pub r: u32,
    /// How often it is done.
    #[n(2)]
    pub p: u32,
}

impl Cost {
    /// As for key files: 16 MiB, eight times, a third of a second.
    pub const USUAL: Cost = Cost { log_n: 14, r: 8, p: 8 };

    fn is_bearable(self) -> bool {
        let blocks = 1_u64.checked_shl(self.log_n.into()).and_then(|n| n.checked_mul(self.r.into()));
        let memory = blocks.and_then(|blocks| blocks.checked_mul(128));
        let work = blocks.and_then(|blocks| blocks.checked_mul(self.p.into()));
        (1..32).contains(&self.log_n)
            && work.is_some_and(|work| (1..=MAX_WORK).contains(&work))
            && memory.is_some_and(|memory| memory <= MAX_MEMORY)
    }
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct Head {
    #[n(0)]
    cost: Cost,
    #[cbor(n(1), with = "minicbor::bytes")]
    salt: [u8; 16],
    #[cbor(n(2), with = "minicbor::bytes")]
    nonce: [u8; 12],
}

impl Head {
    fn bytes(&self) -> Vec<u8> {
        [MAGIC, &minicbor::to_vec(self).unwrap_or_default()].concat()
    }

    fn cipher(&self, passphrase: &[u8]) -> Result<Aes256Gcm, SealError> {
        let Cost { log_n, r, p } = self.cost;
        if !self.cost.is_bearable() {
            return Err(SealError::Costly);
        }
        let parameters = scrypt::Params::new(log_n, r, p).map_err(|_| SealError::Costly)?;
        let mut key = Zeroizing::new([0; 32]);
        scrypt::scrypt(passphrase, &self.salt, &parameters, key.as_mut_slice())
            .map_err(|_| SealError::Costly)?;
        Aes256Gcm::new_from_slice(key.as_slice()).map_err(|_| SealError::Machine)
    }
}

/// Seals what an agent keeps. Each call has a salt and so a key of its own.
///
/// # Errors
/// [`SealError::Short`], [`SealError::Large`], [`SealError::Costly`] or [`SealError::Machine`].
pub fn seal(plain: &[u8], passphrase: &[u8], cost: Cost) -> Result<Vec<u8>, SealError> {
    if passphrase.len() < LEAST_PASSPHRASE_BYTES {
        return Err(SealError::Short);
    }
    if plain.len().saturating_add(256) > MAX_SEALED_BYTES {
        return Err(SealError::Large);
    }
    let mut head = Head { cost, salt: [0; 16], nonce: [0; 12] };
    getrandom::fill(&mut head.salt)
        .and_then(|()| getrandom::fill(&mut head.nonce))
        .map_err(|_| SealError::Machine)?;
    let aad = head.bytes();
    let payload = Payload { msg: plain, aad: &aad };
    let sealed =
        head.cipher(passphrase)?.encrypt(&head.nonce.into(), payload).map_err(|_| SealError::Machine)?;
    Ok([aad, sealed].concat())
}

/// Opens what was sealed, all of it or nothing.
///
/// # Errors
/// [`SealError::Form`], [`SealError::Large`], [`SealError::Costly`] or [`SealError::Wrong`].
pub fn open(bytes: &[u8], passphrase: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    if bytes.len() > MAX_SEALED_BYTES {
        return Err(SealError::Large);
    }
    let rest = bytes.strip_prefix(MAGIC).ok_or(SealError::Form)?;
    let head: Head = minicbor::decode(rest).map_err(|_| SealError::Form)?;
    let aad = head.bytes();
    let sealed = bytes.strip_prefix(aad.as_slice()).ok_or(SealError::Form)?;
    let payload = Payload { msg: sealed, aad: &aad };
    let plain =
        head.cipher(passphrase)?.decrypt(&head.nonce.into(), payload).map_err(|_| SealError::Wrong)?;
    Ok(Zeroizing::new(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { log_n: 4, r: 8, p: 1 };
    const WORDS: &[u8] = b"correct horse battery";

    #[test]
    fn a_stolen_agent_store_gives_nothing_without_its_passphrase() {
        let plain = b"the seed of an agent, and the keys of its compartments";
        let sealed = seal(plain, WORDS, CHEAP).unwrap();
        assert_eq!(open(&sealed, WORDS).unwrap().as_slice(), plain);
        assert!(!sealed.windows(8).any(|part| plain.windows(8).any(|secret| secret == part)));
        for guess in [&b""[..], b"correct horse batterz", b"CORRECT HORSE BATTERY", b"correct horse battery "]
        {
            assert_eq!(open(&sealed, guess), Err(SealError::Wrong));
        }
        // Two stores of the same have nothing in common behind the head.
        assert_ne!(sealed, seal(plain, WORDS, CHEAP).unwrap());
    }

    #[test]
    fn a_store_that_was_changed_anywhere_opens_to_nothing() {
        let sealed = seal(&[7; 100], WORDS, CHEAP).unwrap();
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open(&changed, WORDS).is_err(), "byte {at}");
            assert!(open(&sealed[..at], WORDS).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_store_asks_for_no_more_work_than_a_key_file() {
        for cost in
            [Cost { log_n: 20, r: 8, p: 1 }, Cost { log_n: 14, r: 8, p: 129 }, Cost { log_n: 0, r: 8, p: 1 }]
        {
            assert_eq!(seal(&[], WORDS, cost), Err(SealError::Costly));
        }
        assert_eq!(seal(&[], b"too short", CHEAP), Err(SealError::Short));
    }
}
