//! Whom something is releasable to.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use quorate_charter::MemberCode;

/// The most States that one text is releasable to.
pub const MAX_AUDIENCE: usize = 64;

/// The States that a text is releasable to. The empty one is nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience(BTreeSet<MemberCode>);

/// A text that is no audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an audience is 1 to {MAX_AUDIENCE} members' codes with commas between them, as in `CAN,FRA`")]
pub struct AudienceError;

impl Audience {
    /// Nobody.
    #[must_use]
    pub const fn nobody() -> Audience {
        Audience(BTreeSet::new())
    }

    /// These States.
    ///
    /// # Errors
    /// [`AudienceError`] if they are more than [`MAX_AUDIENCE`]. None at all is an audience: nobody.
    pub fn of(members: impl IntoIterator<Item = MemberCode>) -> Result<Audience, AudienceError> {
        let mut all = BTreeSet::new();
        for member in members {
            all.insert(member);
            if all.len() > MAX_AUDIENCE {
                return Err(AudienceError);
            }
        }
        Ok(Audience(all))
    }

    /// Whether this State is in it.
    #[must_use]
    pub fn has(&self, member: MemberCode) -> bool {
        self.0.contains(&member)
    }

    /// Whether it is nobody.
    #[must_use]
    pub fn is_nobody(&self) -> bool {
        self.0.is_empty()
    }

    /// The States, in order.
    pub fn iter(&self) -> impl Iterator<Item = MemberCode> {
        self.0.iter().copied()
    }

    /// Whom both are releasable to.
    #[must_use]
    pub fn and(&self, other: &Audience) -> Audience {
        Audience(self.0.intersection(&other.0).copied().collect())
    }

    /// Whether all of these are in the other too.
    #[must_use]
    pub fn is_within(&self, other: &BTreeSet<MemberCode>) -> bool {
        self.0.is_subset(other)
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("nobody");
        }
        let mut between = "";
        for member in &self.0 {
            write!(f, "{between}{member}")?;
            between = ", ";
        }
        Ok(())
    }
}

impl FromStr for Audience {
    type Err = AudienceError;

    fn from_str(text: &str) -> Result<Audience, AudienceError> {
        let members: Result<Vec<MemberCode>, _> = text.split(',').map(|code| code.trim().parse()).collect();
        let audience = Audience::of(members.map_err(|_| AudienceError)?)?;
        if audience.is_nobody() { Err(AudienceError) } else { Ok(audience) }
    }
}
