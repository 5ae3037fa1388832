//! What is public. Without the article nothing is.

use alloc::collections::BTreeSet;

use crate::articles::Article;
use crate::charter::Charter;

/// A part of the record that a charter can make public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Public {
    /// What the fund took in and spent, in sums.
    Fund,
    /// What each member signed and paid.
    Contributions,
    /// Each approved case: for whom, what for, how much, and what was paid.
    Cases,
}

impl Public {
    /// The part with this name in a charter.
    pub(crate) fn named(word: &str) -> Option<Public> {
        match word {
            "fund" => Some(Public::Fund),
            "contributions" => Some(Public::Contributions),
            "cases" => Some(Public::Cases),
            _ => None,
        }
    }
}

/// What is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationArticle {
    pub(crate) number: Article,
    pub(crate) public: BTreeSet<Public>,
}

impl PublicationArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// Whether this part of the record is public.
    #[must_use]
    pub fn makes_public(&self, part: Public) -> bool {
        self.public.contains(&part)
    }
}

impl Charter {
    /// Article: publication, if the charter has it.
    #[must_use]
    pub fn publication(&self) -> Option<&PublicationArticle> {
        self.publication.as_ref()
    }
}
