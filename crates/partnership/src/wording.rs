//! What is said in English, in French, or in both.

use core::fmt;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::phrase::Phrase;

/// A line in English, in French, or in both; where both stand neither is the translation of the other. Longer texts are
/// documents, named by their hash.
///
/// ```
/// use quorate_partnership::Wording;
/// let both = Wording::new("take note".parse().ok(), "prend acte".parse().ok()).unwrap();
/// assert_eq!(both.to_string(), "take note / prend acte");
/// assert_eq!(Wording::new(None, None), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording {
    en: Option<Phrase>,
    fr: Option<Phrase>,
}

impl Wording {
    /// The wording, unless it says nothing in either language.
    #[must_use]
    pub fn new(en: Option<Phrase>, fr: Option<Phrase>) -> Option<Wording> {
        (en.is_some() || fr.is_some()).then_some(Wording { en, fr })
    }

    /// What it says in English.
    #[must_use]
    pub fn en(&self) -> Option<&Phrase> {
        self.en.as_ref()
    }

    /// What it says in French.
    #[must_use]
    pub fn fr(&self) -> Option<&Phrase> {
        self.fr.as_ref()
    }
}

/// English first, then French.
impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.en, &self.fr) {
            (Some(en), Some(fr)) => write!(f, "{en} / {fr}"),
            (Some(one), None) | (None, Some(one)) => f.write_str(one.as_str()),
            (None, None) => Ok(()),
        }
    }
}

/// Both, null where nothing is said.
impl<C> Encode<C> for Wording {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, ctx: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.array(2)?.encode_with(&self.en, ctx)?.encode_with(&self.fr, ctx)?.ok()
    }
}

/// Goes through the constructor: a wording without words does not exist.
impl<'b, C> Decode<'b, C> for Wording {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Wording, DecodeError> {
        let at = d.position();
        let malformed = || DecodeError::message("not a wording").at(at);
        if d.array()? != Some(2) {
            return Err(malformed());
        }
        let (en, fr) = (d.decode_with(ctx)?, d.decode_with(ctx)?);
        Wording::new(en, fr).ok_or_else(malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str) -> Option<Phrase> {
        text.parse().ok()
    }

    #[test]
    fn one_language_is_enough_and_none_is_not() {
        for (en, fr, shown) in [("a", "", "a"), ("", "b", "b"), ("a", "b", "a / b")] {
            let wording = Wording::new(phrase(en), phrase(fr)).unwrap();
            assert_eq!(alloc::format!("{wording}"), shown);
            let bytes = crate::wire::bytes(&wording);
            assert_eq!(minicbor::decode::<Wording>(&bytes).ok(), Some(wording));
        }
        assert_eq!(Wording::new(None, None), None);
        // Two nulls, one null, three.
        for bytes in [&[0x82, 0xf6, 0xf6][..], &[0x81, 0xf6], &[0x83, 0xf6, 0xf6, 0xf6]] {
            assert!(minicbor::decode::<Wording>(bytes).is_err(), "{bytes:x?}");
        }
    }
}
