//! The articles on the relation to another body and on existing arrangements with other States. Both are optional.

use alloc::string::String;

use crate::articles::Article;
use crate::charter::Charter;
use crate::period::Period;
use crate::rule::Rule;

/// How this partnership stands to another body of which its members are parties: when it acts, when it stands down, and
/// whether the same need is funded twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationArticle {
    pub(crate) number: Article,
    pub(crate) body: String,
    pub(crate) acts_after: Option<Period>,
    pub(crate) stand_down: Option<Rule>,
    pub(crate) no_double_funding: bool,
}

impl RelationArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The other body, by its name.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    /// How long after a request the other body comes first: no vote on help is opened before; `None`: at once.
    #[must_use]
    pub fn acts_after(&self) -> Option<Period> {
        self.acts_after
    }

    /// The rule by which help to a case stands down, and by which it is resumed; `None`: it never stands down.
    #[must_use]
    pub fn stand_down(&self) -> Option<&Rule> {
        self.stand_down.as_ref()
    }

    /// Whether what a beneficiary gets elsewhere lowers what can be paid here.
    #[must_use]
    pub fn excludes_double_funding(&self) -> bool {
        self.no_double_funding
    }
}

/// Existing arrangements of members with other States.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArrangementsArticle {
    pub(crate) number: Article,
    pub(crate) review_every: Option<Period>,
}

impl ArrangementsArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The longest time to the next review; `None`: any.
    #[must_use]
    pub fn review_every(&self) -> Option<Period> {
        self.review_every
    }
}

impl Charter {
    /// Article: the relation to another body, if the charter has it.
    #[must_use]
    pub fn relation(&self) -> Option<&RelationArticle> {
        self.relation.as_ref()
    }

    /// Article: existing arrangements, if the charter has it.
    #[must_use]
    pub fn arrangements(&self) -> Option<&ArrangementsArticle> {
        self.arrangements.as_ref()
    }
}
