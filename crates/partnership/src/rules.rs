//! The names of rules: `D4` is decisions, rule 4. docs/rules.md lists them all.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

/// The id of a rule: a capital letter for the room and a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleId {
    room: u8,
    number: u8,
}

/// A text that is not the id of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the id of a rule is a capital letter and a number, as in `D4`")]
pub struct RuleIdError;

impl RuleId {
    /// The rule with this letter and number.
    pub(crate) const fn new(room: u8, number: u8) -> RuleId {
        RuleId { room, number }
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = alloc::format!("{}{}", char::from(self.room), self.number);
        f.pad(&text)
    }
}

impl fmt::Debug for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for RuleId {
    type Err = RuleIdError;

    fn from_str(text: &str) -> Result<RuleId, RuleIdError> {
        let mut letters = text.chars();
        let room = letters.next().filter(char::is_ascii_uppercase).ok_or(RuleIdError)?;
        let room = u8::try_from(room).map_err(|_| RuleIdError)?;
        let digits: String = letters.collect();
        if digits.is_empty() || digits.starts_with('0') || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(RuleIdError);
        }
        Ok(RuleId::new(room, digits.parse().map_err(|_| RuleIdError)?))
    }
}

impl<C> Encode<C> for RuleId {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(&alloc::format!("{self}"))?.ok()
    }
}

impl<'b, C> Decode<'b, C> for RuleId {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<RuleId, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|_| DecodeError::message("not the id of a rule").at(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn ids_are_read_back() {
        for id in ["D4", "A1", "F12"] {
            assert_eq!(id.parse::<RuleId>().unwrap().to_string(), id);
        }
        for wrong in ["", "D", "d4", "D04", "D-1", "4", "D256", "DD1"] {
            assert_eq!(wrong.parse::<RuleId>(), Err(RuleIdError), "{wrong:?}");
        }
    }
}
