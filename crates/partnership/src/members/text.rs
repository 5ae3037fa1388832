//! The text of a charter, as a command carries it.

use alloc::string::String;
use core::fmt;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use quorate_charter::Charter;

use crate::ids::{TextHash, hash};

/// The longest text of a charter that a draft can carry, in bytes of UTF-8: it stands in one signed command.
pub const MAX_TEXT_BYTES: usize = 12 * 1024;

/// The text of a charter, not yet read: 1 to [`MAX_TEXT_BYTES`] bytes.
///
/// ```
/// use quorate_partnership::members::Text;
/// let text = Text::new(include_str!("../../../../charters/partnership.toml").into()).unwrap();
/// assert_eq!(text.charter().unwrap().members().len(), 4);
/// assert!(Text::new(String::new()).is_err());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Text(String);

/// A text that is too long for a command, or empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text of a charter in a draft has 1 to {MAX_TEXT_BYTES} bytes")]
pub struct TextError;

impl Text {
    /// A text of this length or shorter.
    ///
    /// # Errors
    /// [`TextError`].
    pub fn new(text: String) -> Result<Text, TextError> {
        if (1..=MAX_TEXT_BYTES).contains(&text.len()) { Ok(Text(text)) } else { Err(TextError) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The hash by which people name it.
    #[must_use]
    pub fn hash(&self) -> TextHash {
        TextHash(hash("quorate/text/1", &[self.0.as_bytes()]))
    }

    /// The charter, if the text is one without faults.
    #[must_use]
    pub fn charter(&self) -> Option<Charter> {
        Charter::read(&self.0).ok()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text {}", self.hash())
    }
}

impl<C> Encode<C> for Text {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Text {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Text, DecodeError> {
        let at = d.position();
        Text::new(d.str()?.into()).map_err(|_| DecodeError::message("not a text of this length").at(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_of_a_text() {
        assert_eq!(Text::new(String::new()), Err(TextError));
        assert!(Text::new("a".repeat(MAX_TEXT_BYTES)).is_ok());
        assert_eq!(Text::new("a".repeat(MAX_TEXT_BYTES.saturating_add(1))), Err(TextError));
        assert!(Text::new("no charter".into()).unwrap().charter().is_none());
    }
}
