//! Short texts that stand in the record for ever.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use quorate_charter::misleads;

/// One line of text, 1 to 400 bytes, without characters that nobody sees: they can make one text look like another.
/// Spaces of every width may stand inside, also those at which no line is broken, as French has them.
///
/// ```
/// use quorate_partnership::Phrase;
/// assert!("winter resupply".parse::<Phrase>().is_ok());
/// assert!("two\nlines".parse::<Phrase>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase(String);

/// A text that cannot stand in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a text here is one line of 1 to {MAX_PHRASE_BYTES} bytes without characters that nobody sees, and neither begins nor ends with a space"
)]
pub struct PhraseError;

/// The longest phrase, in bytes of UTF-8.
pub const MAX_PHRASE_BYTES: usize = 400;

impl Phrase {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Phrase {
    type Err = PhraseError;

    fn from_str(text: &str) -> Result<Phrase, PhraseError> {
        let sized = (1..=MAX_PHRASE_BYTES).contains(&text.len()) && text.trim().len() == text.len();
        if sized && !text.chars().any(misleads) { Ok(Phrase(text.into())) } else { Err(PhraseError) }
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<C> Encode<C> for Phrase {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Phrase {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Phrase, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|_| DecodeError::message("not a line of text").at(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_of_a_phrase() {
        let longest = "a".repeat(MAX_PHRASE_BYTES);
        assert!(longest.parse::<Phrase>().is_ok());
        assert!("a".parse::<Phrase>().is_ok());
        let too_long = "a".repeat(MAX_PHRASE_BYTES + 1);
        for wrong in ["", " a", "a ", "a\tb", "a\u{202e}b", "a\u{2028}b", "\u{feff}a", &too_long] {
            assert_eq!(wrong.parse::<Phrase>(), Err(PhraseError), "{wrong:?}");
        }
    }

    #[test]
    fn no_character_that_nobody_sees_stands_in_a_phrase() {
        for unseen in ["\u{ad}", "\u{200b}", "\u{2060}", "\u{3164}", "\u{fe0f}", "\u{e0041}", "\u{7f}"] {
            for wrong in [[unseen, "account 1"].concat(), ["account", unseen, " 1"].concat()] {
                assert_eq!(wrong.parse::<Phrase>(), Err(PhraseError), "{wrong:?}");
            }
        }
        for seen in ["compte n°\u{a0}1\u{202f}: payé", "é", "e\u{301}"] {
            assert_eq!(seen.parse::<Phrase>().as_ref().map(Phrase::as_str), Ok(seen));
        }
        // At an end nobody sees a space, of whatever width.
        for wrong in ["\u{a0}a", "a\u{202f}", "a\u{2003}"] {
            assert_eq!(wrong.parse::<Phrase>(), Err(PhraseError), "{wrong:?}");
        }
    }
}
