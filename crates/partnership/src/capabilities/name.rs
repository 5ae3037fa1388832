//! The names of things and of suppliers.

use core::fmt;
use core::str::FromStr;

use minicbor::{Decode, Encode};
use quorate_charter::{MemberCode, Name, NameError};

/// The name of a thing or of a supplier. That of a thing is its member's own, that of a supplier everybody's.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct ThingName(Name);

impl ThingName {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for ThingName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<ThingName, NameError> {
        text.parse().map(ThingName)
    }
}

impl fmt::Display for ThingName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for ThingName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
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
    fn a_thing_of_a_member_has_both() {
        assert_eq!("CAN/lift".parse::<Named>().unwrap().to_string(), "CAN/lift");
        for wrong in ["", "CAN", "CAN/", "/lift", "CAN/Lift", "Can/lift", "CAN/a/b", "CAN lift"] {
            assert_eq!(wrong.parse::<Named>(), Err(NamedError), "{wrong:?}");
        }
    }
}
