//! Names that texts give to what they speak of.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// The longest name, in bytes.
const LONGEST: usize = 32;

/// A name: 1 to 32 small letters, digits and hyphens, the first a letter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

/// A text that is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a name is 1 to 32 small letters, digits and hyphens, and starts with a letter")]
pub struct NameError;

impl Name {
    /// The name of nothing, which no text can write.
    pub(crate) fn of_nothing() -> Name {
        Name(String::new())
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Name {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Name, NameError> {
        let plain = text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        let starts = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        if plain && starts && text.len() <= LONGEST { Ok(Name(text.into())) } else { Err(NameError) }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_of_a_name() {
        let longest = "a".repeat(LONGEST);
        for right in ["a", "assistance", "call-2", "c-17", &longest] {
            assert_eq!(right.parse::<Name>().unwrap().as_str(), right);
        }
        let too_long = "a".repeat(LONGEST + 1);
        for wrong in ["", "Assistance", "1a", "-a", "A", "a b", "a_b", "a/b", "é", &too_long] {
            assert_eq!(wrong.parse::<Name>(), Err(NameError), "{wrong:?}");
        }
    }
}
