//! The names of things and of suppliers.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use quorate_charter::MemberCode;

/// The longest name, in bytes.
const LONGEST: usize = 32;

/// The name of a thing or of a supplier: 1 to 32 small letters, digits and hyphens, the first a letter. That of a thing is its
/// member's own, that of a supplier everybody's.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThingName(String);

/// A text that is not the name of a thing or of a supplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a name is 1 to 32 small letters, digits and hyphens, and starts with a letter")]
pub struct ThingNameError;

impl ThingName {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ThingName {
    type Err = ThingNameError;

    fn from_str(text: &str) -> Result<ThingName, ThingNameError> {
        let first = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let may = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if first && text.len() <= LONGEST && text.bytes().all(may) {
            Ok(ThingName(text.into()))
        } else {
            Err(ThingNameError)
        }
    }
}

impl fmt::Display for ThingName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for ThingName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<C> Encode<C> for ThingName {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for ThingName {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<ThingName, DecodeError> {
        let at = d.position();
        d.str()?.parse().map_err(|error| DecodeError::message(error).at(at))
    }
}

/// A thing of a member, by whose it is and its name there: `CAN/airframes`. It need not be declared yet.
///
/// ```
/// use quorate_partnership::capabilities::Named;
/// let named: Named = "CAN/airframes".parse().unwrap();
/// assert_eq!(named.to_string(), "CAN/airframes");
/// assert!("airframes".parse::<Named>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Named {
    /// The member that declares it, of itself.
    #[n(0)]
    pub of: MemberCode,
    /// How that member calls it.
    #[n(1)]
    pub name: ThingName,
}

/// A text that does not name a thing of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a thing of a member is its code, a stroke and a name, as in `CAN/airframes`")]
pub struct NamedError;

impl FromStr for Named {
    type Err = NamedError;

    fn from_str(text: &str) -> Result<Named, NamedError> {
        let (of, name) = text.split_once('/').ok_or(NamedError)?;
        let of = of.parse().map_err(|_| NamedError)?;
        Ok(Named { of, name: name.parse().map_err(|_| NamedError)? })
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.of, self.name)
    }
}

impl fmt::Debug for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn the_borders_of_a_name() {
        let longest = "a".repeat(LONGEST);
        for right in ["a", "c-17", &longest] {
            assert_eq!(right.parse::<ThingName>().unwrap().as_str(), right);
        }
        let too_long = "a".repeat(LONGEST + 1);
        for wrong in ["", "1a", "-a", "A", "a b", "a_b", "a/b", "é", &too_long] {
            assert_eq!(wrong.parse::<ThingName>(), Err(ThingNameError), "{wrong:?}");
        }
    }

    #[test]
    fn a_thing_of_a_member_has_both() {
        assert_eq!("CAN/lift".parse::<Named>().unwrap().to_string(), "CAN/lift");
        for wrong in ["", "CAN", "CAN/", "/lift", "CAN/Lift", "Can/lift", "CAN/a/b", "CAN lift"] {
            assert_eq!(wrong.parse::<Named>(), Err(NamedError), "{wrong:?}");
        }
    }
}
