//! Accounts: a kind from the chart, and what the account is of.

use alloc::string::String;
use core::fmt;

use smol_str::SmolStr;
use thiserror::Error;

use crate::excerpt::excerpt;

/// The most bytes that what an account is of may have.
pub const MAX_OF_BYTES: usize = 64;

/// An account: the code of its kind, and what it is *of* (a member, a call, a case; or nothing, where there is
/// one account of the kind). What it is of is up to [`MAX_OF_BYTES`] of `A-Z a-z 0-9 / . -`, and means nothing
/// here. Accounts sort by code, then by what they are of, byte by byte.
///
/// ```
/// use quorate_ledger::Account;
///
/// let account = Account::new(110, "GBR/call-1")?;
/// assert_eq!((account.code(), account.of()), (110, "GBR/call-1"));
/// assert_eq!(account.to_string(), "110 of GBR/call-1");
/// assert_eq!(Account::new(14, "")?.to_string(), "14");
/// # Ok::<(), quorate_ledger::AccountError>(())
/// ```
///
/// With the name of the kind too, see [`Chart::describe`](crate::Chart::describe).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account {
    code: u16,
    /// Most are short, and books are full of them: these stand where they are, and longer ones are shared.
    of: SmolStr,
}

impl Account {
    /// Makes the account of kind `code` of `of`. Whether a chart knows the code is asked by the books.
    ///
    /// # Errors
    /// [`AccountError`] if `of` is too long, or has another character than those allowed.
    pub fn new(code: u16, of: &str) -> Result<Self, AccountError> {
        if of.len() > MAX_OF_BYTES {
            return Err(AccountError::TooLong { text: excerpt(of), bytes: of.len() });
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
        match of.char_indices().find(|(_, c)| !allowed(*c)) {
            Some((at, found)) => Err(AccountError::BadCharacter { text: excerpt(of), found, at }),
            None => Ok(Self { code, of: of.into() }),
        }
    }

    /// The code of its kind.
    #[must_use]
    pub fn code(&self) -> u16 {
        self.code
    }

    /// What it is of; may be empty.
    #[must_use]
    pub fn of(&self) -> &str {
        &self.of
    }

    /// Writes the code, the name of the kind if it is known, and what the account is of if it is of something.
    pub(crate) fn write(&self, f: &mut fmt::Formatter<'_>, name: Option<&str>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(name) = name {
            write!(f, " {name}")?;
        }
        if self.of.is_empty() { Ok(()) } else { write!(f, " of {}", self.of) }
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, None)
    }
}

/// Why a text cannot say what an account is of.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AccountError {
    /// Longer than [`MAX_OF_BYTES`].
    #[error("what an account is of has at most {max} bytes, and `{text}` has {bytes}", max = MAX_OF_BYTES)]
    TooLong {
        /// The opening of the text.
        text: String,
        /// Its length in bytes.
        bytes: usize,
    },
    /// Another character than those allowed.
    #[error("`{}` at byte {at} of `{text}` is not a letter, a digit, `/`, `.` or `-`", found.escape_debug())]
    BadCharacter {
        /// The opening of the text.
        text: String,
        /// The character.
        found: char,
        /// Its byte in the text, counted from 0.
        at: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn the_length_is_one_below_at_and_not_one_above() {
        for bytes in [0, 1, MAX_OF_BYTES - 1, MAX_OF_BYTES] {
            assert!(Account::new(1, &"a".repeat(bytes)).is_ok());
        }
        let error = Account::new(1, &"a".repeat(MAX_OF_BYTES + 1)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "what an account is of has at most 64 bytes, and `aaaaaaaaaaaaaaaaaaaaaaaa…` has 65"
        );
    }

    #[test]
    fn only_plain_characters() {
        assert!(Account::new(1, "AZaz09/.-").is_ok());
        for (text, found, at) in [("a b", ' ', 1), ("é", 'é', 0), ("a_b", '_', 1), ("ab\0", '\0', 2)] {
            let error = Account::new(1, text).unwrap_err();
            assert_eq!(error, AccountError::BadCharacter { text: excerpt(text), found, at });
        }
        assert_eq!(
            Account::new(1, "a b").unwrap_err().to_string(),
            "` ` at byte 1 of `a b` is not a letter, a digit, `/`, `.` or `-`"
        );
    }

    #[test]
    fn accounts_sort_by_code_first() {
        let account = |code, of| Account::new(code, of).unwrap();
        assert!(account(9, "Z") < account(10, "A"));
        assert!(account(10, "") < account(10, "A"));
    }
}
