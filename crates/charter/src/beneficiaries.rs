//! The article on beneficiaries that are no members. It is optional: without it only members ask for help.

use crate::articles::Article;
use crate::charter::Charter;
use crate::rule::Rule;

/// States that are no members and may ask for help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeneficiariesArticle {
    pub(crate) number: Article,
    pub(crate) rule: Rule,
}

impl BeneficiariesArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }

    /// The rule by which a State is admitted to ask for help, and by which that ends.
    #[must_use]
    pub fn rule(&self) -> &Rule {
        &self.rule
    }
}

impl Charter {
    /// Article: beneficiaries that are no members, if the charter has it.
    #[must_use]
    pub fn beneficiaries(&self) -> Option<&BeneficiariesArticle> {
        self.beneficiaries.as_ref()
    }
}
