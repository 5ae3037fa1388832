//! How secret something is.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};

/// A level of secrecy, the lowest first. The words are those of the classifications in STANAG 4774 (ADatP-4774, Edition A); what
/// each State's own word for a level is stands in its [agreements](super::Agreement).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Level {
    /// Not classified; for its audience all the same.
    #[n(0)]
    Unclassified,
    /// Restricted.
    #[n(1)]
    Restricted,
    /// Confidential.
    #[n(2)]
    Confidential,
    /// Secret.
    #[n(3)]
    Secret,
    /// Top secret.
    #[n(4)]
    TopSecret,
}

/// A text that is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the levels are `UNCLASSIFIED`, `RESTRICTED`, `CONFIDENTIAL`, `SECRET` and `TOP SECRET`")]
pub struct LevelError;

impl Level {
    /// All levels, the lowest first.
    pub const ALL: [Level; 5] =
        [Level::Unclassified, Level::Restricted, Level::Confidential, Level::Secret, Level::TopSecret];

    /// The level as it stands in a marking: `TOP SECRET`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Level::Unclassified => "UNCLASSIFIED",
            Level::Restricted => "RESTRICTED",
            Level::Confidential => "CONFIDENTIAL",
            Level::Secret => "SECRET",
            Level::TopSecret => "TOP SECRET",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Level {
    type Err = LevelError;

    fn from_str(text: &str) -> Result<Level, LevelError> {
        Level::ALL.into_iter().find(|level| level.name() == text).ok_or(LevelError)
    }
}
