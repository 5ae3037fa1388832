//! How a draft comes to its outcome: by a vote, in writing, or unless members object.

use crate::period::Period;

/// The procedure of a rule of decision.
///
/// ```
/// use quorate_charter::{Charter, Course};
///
/// let charter = Charter::read(include_str!("../../../charters/partnership.toml")).unwrap();
/// let procedure = charter.cases().rule().procedure().unwrap();
/// assert_eq!(procedure.course(), Course::Vote);
/// assert_eq!(procedure.open().hours(), 72);
/// let longest = procedure.extension().map(|extension| extension.at_most().hours());
/// assert_eq!(longest, Some(72));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "minicbor", derive(minicbor::Encode, minicbor::Decode))]
pub struct Procedure {
    #[cfg_attr(feature = "minicbor", n(0))]
    pub(crate) course: Course,
    #[cfg_attr(feature = "minicbor", n(1))]
    pub(crate) open: Period,
    #[cfg_attr(feature = "minicbor", n(2))]
    pub(crate) extension: Option<Extension>,
    #[cfg_attr(feature = "minicbor", n(3))]
    pub(crate) confirm_within: Option<Period>,
}

/// What a procedure asks of those that take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "minicbor", derive(minicbor::Encode, minicbor::Decode), cbor(flat))]
pub enum Course {
    /// They vote, and the deadline closes the vote.
    #[cfg_attr(feature = "minicbor", n(0))]
    Vote,
    /// They vote in writing; anyone may close it as soon as all that take part have voted, else the deadline does.
    #[cfg_attr(feature = "minicbor", n(1))]
    Written,
    /// It is adopted unless so many object; then it becomes a vote.
    #[cfg_attr(feature = "minicbor", n(2))]
    NoObjection(#[cfg_attr(feature = "minicbor", n(0))] Silence),
    /// The same, where one objection is enough.
    #[cfg_attr(feature = "minicbor", n(3))]
    Silence(#[cfg_attr(feature = "minicbor", n(0))] Silence),
}

/// What silence needs to adopt, and what becomes of a draft that silence does not adopt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "minicbor", derive(minicbor::Encode, minicbor::Decode))]
pub struct Silence {
    #[cfg_attr(feature = "minicbor", n(0))]
    pub(crate) objections: u32,
    #[cfg_attr(feature = "minicbor", n(1))]
    pub(crate) support: u32,
    #[cfg_attr(feature = "minicbor", n(2))]
    pub(crate) vote_within: Period,
}

/// By how much a deadline moves when the outcome changes late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "minicbor", derive(minicbor::Encode, minicbor::Decode))]
pub struct Extension {
    #[cfg_attr(feature = "minicbor", n(0))]
    pub(crate) by: Period,
    #[cfg_attr(feature = "minicbor", n(1))]
    pub(crate) at_most: Period,
}

impl Procedure {
    /// What it asks of those that take part.
    #[must_use]
    pub fn course(self) -> Course {
        self.course
    }

    /// How long it is open.
    #[must_use]
    pub fn open(self) -> Period {
        self.open
    }

    /// How the deadline moves when the outcome changes late; `None` if it never moves.
    #[must_use]
    pub fn extension(self) -> Option<Extension> {
        self.extension
    }

    /// How long past the deadline the closing waits, once, for votes to be confirmed; `None` where a vote *ad
    /// referendum* or under parliamentary reserve cannot be given.
    #[must_use]
    pub fn confirm_within(self) -> Option<Period> {
        self.confirm_within
    }

    /// What silence needs, in a no-objection or silence procedure.
    #[must_use]
    pub fn silence(self) -> Option<Silence> {
        match self.course {
            Course::Vote | Course::Written => None,
            Course::NoObjection(silence) | Course::Silence(silence) => Some(silence),
        }
    }
}

impl Course {
    /// The words of the article.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Course::Vote => "vote",
            Course::Written => "written",
            Course::NoObjection(_) => "no-objection",
            Course::Silence(_) => "silence",
        }
    }
}

impl Silence {
    /// So many objections turn it into a vote, at once; from 1.
    #[must_use]
    pub fn objections(self) -> u32 {
        self.objections
    }

    /// So many of those that take part must be on record in favour for silence to adopt; from 1. The mover is.
    #[must_use]
    pub fn support(self) -> u32 {
        self.support
    }

    /// How long the vote is open into which it turns.
    #[must_use]
    pub fn vote_within(self) -> Period {
        self.vote_within
    }
}

impl Extension {
    /// The last stretch in which a change of the outcome moves the deadline, and by how much it moves it from then.
    #[must_use]
    pub fn by(self) -> Period {
        self.by
    }

    /// The most by which the deadline moves, all changes together.
    #[must_use]
    pub fn at_most(self) -> Period {
        self.at_most
    }
}
