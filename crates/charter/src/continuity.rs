//! The article on continuity: how often what goes on between militaries is confirmed and tested. It is optional: without it
//! nothing is kept of such lines.

use crate::articles::Article;
use crate::charter::Charter;
use crate::period::Period;

/// Lines between militaries that go on through a political dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContinuityArticle {
    pub(crate) number: Article,
    pub(crate) confirm_every: Period,
    pub(crate) test_every: Period,
}

impl ContinuityArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// How long a side's word on the state of a line stands: when it is as old as this, the state is not known.
    #[must_use]
    pub fn confirm_every(&self) -> Period {
        self.confirm_every
    }

    /// How long after a test the next is due, of a line that says nothing else.
    #[must_use]
    pub fn test_every(&self) -> Period {
        self.test_every
    }
}

impl Charter {
    /// Article: continuity.
    #[must_use]
    pub fn continuity(&self) -> Option<&ContinuityArticle> {
        self.continuity.as_ref()
    }
}
