//! The article on positions: that soundings, explanations, groupings and briefings are kept. It is optional.

use crate::articles::Article;
use crate::charter::Charter;

/// What members say of where they and others stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionsArticle {
    pub(crate) number: Article,
}

impl PositionsArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }
}

impl Charter {
    /// Article: positions.
    #[must_use]
    pub fn positions(&self) -> Option<&PositionsArticle> {
        self.positions.as_ref()
    }
}
