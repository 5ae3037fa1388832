//! Markings: how secret a text is, for whom, and on what conditions, after the model of STANAG 4774 (ADatP-4774, Edition A,
//! *Confidentiality Metadata Label Syntax*).
//!
//! ```text
//!  Marking = policy + Level + Audience (releasable to) + Categories + created, expires
//!      │            combined texts: highest   fewest        most
//!      └── release(to, Agreements): what the other State calls that level; without an agreement, nothing
//! ```
//!
//! An empty audience is nobody, never everybody: sharing communities have lost texts the other way round.

mod agreement;
mod audience;
mod category;
mod combine;
mod json;
mod level;
mod moments;
mod told;
mod wire;
mod xml;

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_partnership::{Moment, Phrase};

pub use agreement::{Agreement, AgreementError, Agreements, NoRelease};
pub use audience::{Audience, AudienceError, MAX_AUDIENCE};
pub use category::{Categories, Kind, MAX_VALUES, TooMany};
pub use combine::Uncombined;
pub use level::{Level, LevelError};
pub use moments::{date_time, read_date_time};
pub use told::{Seen, Tongue, Why};

/// The longest marking that is read, in bytes, in whichever form.
pub const MAX_MARKING_BYTES: usize = 64 * 1024;

/// What stands on a text: who made the rule, how secret it is, for whom, on what conditions, since when and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    /// Whose words these are: the policy under which the level and the categories have a meaning.
    pub policy: Phrase,
    /// How secret it is.
    pub level: Level,
    /// Whom it is releasable to. Nobody, if it is empty; the originator's own member has it all the same.
    pub audience: Audience,
    /// What restricts it beside.
    pub categories: Categories,
    /// When it was marked.
    pub created: Moment,
    /// The first moment at which the marking no longer holds and is to be reviewed; never, if there is none. A text does not
    /// become readable to others when its marking expires.
    pub expires: Option<Moment>,
}

/// Why a text is no marking.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkingError {
    /// Longer than any marking.
    #[error("a marking has at most {MAX_MARKING_BYTES} bytes, and this has {0}")]
    TooLong(usize),
    /// Not in this form.
    #[error("this is no marking: {0}")]
    Form(String),
    /// A document type, an entity, a processing instruction: nothing that a marking needs.
    #[error("a marking has no {0}: it is refused unread")]
    Forbidden(&'static str),
}

impl MarkingError {
    pub(crate) fn form(what: impl std::fmt::Display) -> MarkingError {
        MarkingError::Form(what.to_string())
    }
}

/// Somebody who may be let read: the member, up to which level, and which values of categories are held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Whose.
    pub member: MemberCode,
    /// Up to which level.
    pub cleared: Level,
    /// Names and values of categories.
    pub holds: BTreeSet<(Phrase, Phrase)>,
}

impl Marking {
    /// Whether the marking lets this reader read. An agreement between the two members is asked for beside:
    /// [`Agreements::release`].
    #[must_use]
    pub fn admits(&self, reader: &Reader) -> bool {
        self.audience.has(reader.member)
            && reader.cleared >= self.level
            && self.categories.are_met_by(&reader.holds)
    }
}
