//! The name of an investment.

use core::fmt;
use core::str::FromStr;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

/// The longest name, in bytes.
const LONGEST: usize = 16;

/// An investment's name: 1 to 16 small letters, digits and hyphens, the first a letter.
///
/// ```
/// use quorate_partnership::fund::InvestmentName;
/// let name: InvestmentName = "bill-2027-03".parse().unwrap();
/// assert_eq!(name.to_string(), "bill-2027-03");
/// assert!("Bill".parse::<InvestmentName>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct InvestmentName([u8; LONGEST]);

/// A text that is not an investment's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an investment's name is 1 to 16 small letters, digits and hyphens, the first a letter")]
pub struct InvestmentNameError;

impl InvestmentName {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let whole = core::str::from_utf8(&self.0).unwrap_or_default();
        whole.trim_end_matches('\0')
    }
}

impl FromStr for InvestmentName {
    type Err = InvestmentNameError;

    fn from_str(text: &str) -> Result<InvestmentName, InvestmentNameError> {
        let first = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let may = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !first || text.len() > LONGEST || !text.bytes().all(may) {
            return Err(InvestmentNameError);
        }
        let mut name = [0; LONGEST];
        name.iter_mut().zip(text.bytes()).for_each(|(place, byte)| *place = byte);
        Ok(InvestmentName(name))
    }
}

impl fmt::Display for InvestmentName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for InvestmentName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<C> Encode<C> for InvestmentName {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(self.as_str())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for InvestmentName {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<InvestmentName, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|error| DecodeError::message(error).at(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_of_a_name() {
        for right in ["a", "bill-2027", "abcdefghijklmnop"] {
            assert_eq!(right.parse::<InvestmentName>().unwrap().as_str(), right);
        }
        for wrong in ["", "1a", "-a", "A", "a b", "a_b", "é", "abcdefghijklmnopq", "a\0"] {
            assert_eq!(wrong.parse::<InvestmentName>(), Err(InvestmentNameError), "{wrong:?}");
        }
    }
}
