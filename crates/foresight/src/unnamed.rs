//! A State that is asked about and that nothing names: a slip in its code would be proven to be relied on by nobody.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use crate::phrases::listed;

/// A State that was asked about and that nothing that was read names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unnamed {
    /// Its code.
    pub state: MemberCode,
    /// The States that are named and whose codes are near to it.
    pub near: Vec<MemberCode>,
}

impl Unnamed {
    pub(crate) fn of(state: MemberCode, named: &BTreeSet<MemberCode>) -> Option<Unnamed> {
        let near = || named.iter().copied().filter(|other| is_near(state, *other)).collect();
        (!named.contains(&state)).then(|| Unnamed { state, near: near() })
    }

    /// What that means, in a line.
    #[must_use]
    pub fn says(&self) -> String {
        let Unnamed { state, near } = self;
        let meant = match near.as_slice() {
            [] => String::new(),
            near => format!(" Is {} meant?", listed(near, "or")),
        };
        format!(
            "{state} is named nowhere in what was read: what is proven of it holds of any State that nobody names.{meant}"
        )
    }
}

/// Whether one letter is another, or the letters stand in another order.
fn is_near(one: MemberCode, other: MemberCode) -> bool {
    let (one, other) = (one.to_string(), other.to_string());
    let sorted = |code: &str| {
        let mut letters: Vec<char> = code.chars().collect();
        letters.sort_unstable();
        letters
    };
    let others = one.chars().zip(other.chars()).filter(|(one, other)| one != other).count();
    others < 2 || sorted(&one) == sorted(&other)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_with_what_may_be_meant() {
        let named: BTreeSet<MemberCode> = ["CAN", "GBR", "USA"].map(|code| code.parse().unwrap()).into();
        let of = |code: &str| Unnamed::of(code.parse().unwrap(), &named).map(|one| one.says());
        assert_eq!(of("USA"), None);
        assert!(of("UAS").unwrap().ends_with("that nobody names. Is USA meant?"));
        assert!(of("GBN").unwrap().ends_with(" Is GBR meant?"));
        assert!(of("ZZZ").unwrap().ends_with("that nobody names."));
    }
}
