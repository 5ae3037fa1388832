//! Passphrases, and how hard it is to try many.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use zeroize::Zeroizing;

use super::KeyError;

/// The longest passphrase, in bytes: other programs that read our files take no longer one.
const MAX_BYTES: usize = 1023;
/// The shortest that new files are encrypted with, in bytes.
pub(super) const LEAST_BYTES: usize = 12;

/// What a key file is decrypted with. It is wiped when this goes, and not shown.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<Vec<u8>>);

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a passphrase")
    }
}

impl Passphrase {
    /// A passphrase that someone typed.
    #[must_use]
    pub fn typed(text: &str) -> Passphrase {
        Passphrase(Zeroizing::new(text.as_bytes().to_vec()))
    }

    /// The passphrase in a file: its one line.
    ///
    /// # Errors
    /// [`KeyError::Passphrase`] or [`KeyError::File`].
    pub fn read(path: &Path) -> Result<Passphrase, KeyError> {
        // With room for the end of the line; the buffer does not move, so that no copy is left behind.
        let most = MAX_BYTES.saturating_add(2);
        let mut bytes = Zeroizing::new(Vec::with_capacity(most.saturating_mul(2)));
        let mut read = || -> io::Result<()> {
            let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
            File::open(path)?.take(most).read_to_end(&mut bytes).map(|_| ())
        };
        read().map_err(|source| KeyError::File { path: path.into(), source })?;
        let line = bytes
            .strip_suffix(b"\n")
            .map_or(bytes.as_slice(), |line| line.strip_suffix(b"\r").unwrap_or(line));
        let wrong = |what| Err(KeyError::Passphrase { path: path.into(), what });
        match line {
            [] => wrong("it is empty"),
            line if line.len() > MAX_BYTES => wrong("it is longer than 1023 bytes"),
            line if line.iter().any(|byte| matches!(byte, b'\n' | b'\r' | 0)) => {
                wrong("it has more than one line")
            }
            line => Ok(Passphrase(Zeroizing::new(line.to_vec()))),
        }
    }

    /// What was typed or read, for whoever seals something else by it than a key.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// How much work one try of a passphrase is: the parameters of scrypt (RFC 7914).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The work and memory, as a power of two.
    pub log_n: u8,
    /// The size of a block, in 128 bytes.
    pub r: u16,
    /// How often it is done.
    pub p: u16,
}

/// The most memory that a key file may ask for: 64 MiB.
const MAX_MEMORY: u64 = 64 * 1024 * 1024;
/// The most work, in blocks of 128 bytes: some five seconds.
const MAX_WORK: u64 = 16 * 1024 * 1024;

impl Cost {
    /// 16 MiB, eight times: a third of a second, and within the 32 MiB that OpenSSL gives a key file.
    pub const USUAL: Cost = Cost { log_n: 14, r: 8, p: 8 };

    /// This, or the usual where this is less work: a key that is made beside a weak file is not as weak.
    pub(super) fn or_usual(self) -> Cost {
        if self.work() < Cost::USUAL.work() { Cost::USUAL } else { self }
    }

    fn blocks(self) -> Option<u64> {
        1_u64.checked_shl(self.log_n.into()).and_then(|n| n.checked_mul(self.r.into()))
    }

    fn work(self) -> Option<u64> {
        self.blocks().and_then(|blocks| blocks.checked_mul(self.p.into()))
    }

    /// Whether a file may ask for so much.
    pub(super) fn is_bearable(self) -> bool {
        let memory = self.blocks().and_then(|blocks| blocks.checked_mul(128));
        self.log_n > 0
            && self.log_n < 32
            && self.work().is_some_and(|work| (1..=MAX_WORK).contains(&work))
            && memory.is_some_and(|memory| memory <= MAX_MEMORY)
    }
}

/// How keys are kept that are made.
#[derive(Clone, Debug)]
pub enum Keeping {
    /// As it is, readable by whoever reads the file.
    Plain,
    /// Encrypted with this passphrase.
    Encrypted(Passphrase, Cost),
}

impl Keeping {
    /// Encrypted with a new passphrase.
    ///
    /// # Errors
    /// [`KeyError::Short`].
    pub fn encrypted(passphrase: Passphrase, cost: Cost) -> Result<Keeping, KeyError> {
        if passphrase.bytes().len() < LEAST_BYTES {
            return Err(KeyError::Short);
        }
        Ok(Keeping::Encrypted(passphrase, cost))
    }
}

/// Knows the passphrases of key files, or asks for them.
pub trait Keeper: Send + Sync {
    /// The passphrase of a file, after so many that did not open it; `None` if there is no other.
    ///
    /// # Errors
    /// [`KeyError`] if it cannot be had.
    fn passphrase(&self, file: &Path, wrong: u32) -> Result<Option<Passphrase>, KeyError>;

    /// How new keys are to be kept, if that was said. Else they are kept as the key that was opened before.
    ///
    /// # Errors
    /// [`KeyError`] if it cannot be had.
    fn keeping(&self) -> Result<Option<Keeping>, KeyError>;
}

/// Knows none.
pub(super) struct NoKeeper;

impl Keeper for NoKeeper {
    fn passphrase(&self, _: &Path, _: u32) -> Result<Option<Passphrase>, KeyError> {
        Ok(None)
    }

    fn keeping(&self) -> Result<Option<Keeping>, KeyError> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Passphrase, KeyError> {
        let scratch = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(scratch.path(), bytes).unwrap();
        Passphrase::read(scratch.path())
    }

    #[test]
    fn a_file_holds_a_passphrase_in_its_one_line() {
        let long = "x".repeat(MAX_BYTES);
        for (written, read_as) in [
            ("correct horse", "correct horse"),
            ("correct horse\n", "correct horse"),
            ("correct horse\r\n", "correct horse"),
            (" correct horse ", " correct horse "),
            (long.as_str(), long.as_str()),
            ("\u{e9}t\u{e9}\n", "\u{e9}t\u{e9}"),
        ] {
            assert_eq!(read(written.as_bytes()).unwrap().bytes(), read_as.as_bytes());
        }
        assert_eq!(read(&[0xff, 0xfe, b'\n']).unwrap().bytes(), [0xff, 0xfe]);
        let longer = "x".repeat(MAX_BYTES + 1);
        for none in ["", "\n", "\r\n", "a\nb", "a\n\n", "a\0b", longer.as_str(), "x".repeat(9000).as_str()] {
            assert!(matches!(read(none.as_bytes()), Err(KeyError::Passphrase { .. })), "{none}");
        }
        assert!(matches!(Passphrase::read(Path::new("/nowhere/x")), Err(KeyError::File { .. })));
    }

    #[test]
    fn a_passphrase_is_not_shown() {
        let keeping = Keeping::Encrypted(Passphrase::typed("correct horse"), Cost::USUAL);
        assert!(!format!("{keeping:?}").contains("horse"));
    }
}
