//! The article on assessments and joint procurements. It is optional: without it neither is given.

use crate::articles::Article;
use crate::charter::Charter;
use crate::period::Period;

/// What members say of themselves: their law, their ways to buy, the standards that they share; and what they buy together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentsArticle {
    pub(crate) number: Article,
    pub(crate) review_every: Period,
}

impl AssessmentsArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The longest time from an assessment's day to the day on which it is to be looked at again.
    #[must_use]
    pub fn review_every(&self) -> Period {
        self.review_every
    }
}

impl Charter {
    /// Article: assessments and joint procurements, if the charter has it.
    #[must_use]
    pub fn assessments(&self) -> Option<&AssessmentsArticle> {
        self.assessments.as_ref()
    }
}
