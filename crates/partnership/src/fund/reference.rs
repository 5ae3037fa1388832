//! The bank's own reference of a line of its statement.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

/// What a bank calls a line of its statement: 1 to 35 characters of printable ASCII, as `AcctSvcrRef` of ISO 20022
/// (`Max35Text`), with single spaces inside. So two references that are read as one are one, but for capital letters,
/// to which no comparison of lines pays regard.
///
/// ```
/// use quorate_partnership::fund::Reference;
/// assert!("2026-12-01/1".parse::<Reference>().is_ok());
/// assert!("2026-12-01/1 ".parse::<Reference>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference(String);

/// Why a text cannot be a bank's reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// A character that is not printable ASCII.
    #[error("a bank's reference has letters, digits and signs of ASCII only, and `{}` is none of these", .0.escape_debug())]
    Character(char),
    /// Nothing, or too much.
    #[error("a bank's reference has 1 to {MAX_REFERENCE_BYTES} characters, and this has {0}")]
    Length(usize),
    /// A space where nobody sees it.
    #[error("a bank's reference neither begins nor ends with a space, and no two stand together")]
    Spaces,
}

/// The longest reference, in bytes, which are characters.
pub const MAX_REFERENCE_BYTES: usize = 35;

impl Reference {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The reference by which lines are compared: in small letters.
    pub(super) fn folded(&self) -> Reference {
        Reference(self.0.to_ascii_lowercase())
    }
}

impl FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Reference, ReferenceError> {
        if let Some(other) = text.chars().find(|c| !matches!(c, ' '..='~')) {
            return Err(ReferenceError::Character(other));
        }
        if !(1..=MAX_REFERENCE_BYTES).contains(&text.len()) {
            return Err(ReferenceError::Length(text.len()));
        }
        if text.starts_with(' ') || text.ends_with(' ') || text.contains("  ") {
            return Err(ReferenceError::Spaces);
        }
        Ok(Reference(text.into()))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<C> Encode<C> for Reference {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Reference {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Reference, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|_| DecodeError::message("not a bank's reference").at(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Reference, ReferenceError> {
        text.parse()
    }

    #[test]
    fn the_borders_of_a_reference() {
        for right in ["1", "!", "~", "a b c", "STATEMENT 1, LINE 1", &"9".repeat(MAX_REFERENCE_BYTES)] {
            assert_eq!(read(right).map(|reference| reference.0), Ok(right.into()));
        }
        assert_eq!(read(""), Err(ReferenceError::Length(0)));
        assert_eq!(read(&"9".repeat(36)), Err(ReferenceError::Length(36)));
        for spaces in [" ", " a", "a ", "a  b"] {
            assert_eq!(read(spaces), Err(ReferenceError::Spaces), "{spaces:?}");
        }
        for other in ['\u{1f}', '\u{7f}', '\t', '\n', '\0', '\u{a0}', '\u{200b}', 'é', 'А'] {
            assert_eq!(read(&alloc::format!("a{other}b")), Err(ReferenceError::Character(other)));
        }
    }

    #[test]
    fn bytes_are_read_in_the_same_borders() {
        let of = |text: &str| minicbor::decode::<Reference>(&minicbor::to_vec(text).unwrap());
        assert_eq!(of("line 1").unwrap(), read("line 1").unwrap());
        for wrong in ["", "a ", "a\u{200b}", &"9".repeat(36)] {
            assert!(of(wrong).is_err(), "{wrong:?}");
        }
    }
}
