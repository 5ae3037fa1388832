//! The code by which a member State is named everywhere.

use core::fmt;
use core::str::FromStr;

/// A State's three-letter code, as in ISO 3166-1 alpha-3 (`CAN`, `FRA`).
///
/// The form is checked, not the list: which States are members is for the charter to say.
///
/// ```
/// use quorate_charter::MemberCode;
/// let member: MemberCode = "CAN".parse().unwrap();
/// assert_eq!(member.to_string(), "CAN");
/// assert!("Can".parse::<MemberCode>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberCode([u8; 3]);

/// A text that is not a member's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a member's code is three capital letters, as in ISO 3166-1 (`CAN`, `FRA`)")]
pub struct MemberCodeError;

impl MemberCode {
    /// The code as text: three capital letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // The three bytes are ASCII capitals by construction, so the fallback is never taken.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for MemberCode {
    type Err = MemberCodeError;

    fn from_str(text: &str) -> Result<MemberCode, MemberCodeError> {
        let code: [u8; 3] = text.as_bytes().try_into().map_err(|_| MemberCodeError)?;
        if code.iter().all(u8::is_ascii_uppercase) { Ok(MemberCode(code)) } else { Err(MemberCodeError) }
    }
}

impl fmt::Display for MemberCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for MemberCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn three_capital_letters_and_nothing_else() {
        assert_eq!("GBR".parse::<MemberCode>().unwrap().to_string(), "GBR");
        for wrong in ["", "GB", "GBRX", "gbr", "G1R", "GÉR", "G R"] {
            assert_eq!(wrong.parse::<MemberCode>(), Err(MemberCodeError), "{wrong:?}");
        }
    }
}
