//! The article on capabilities: that what members have, and what they rely on, is kept as they declare it. It is optional.

use crate::articles::Article;
use crate::charter::Charter;

/// What members declare of their own capabilities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapabilitiesArticle {
    pub(crate) number: Article,
}

impl CapabilitiesArticle {
    /// The article's number.
    #[must_use]
    pub fn number(&self) -> Article {
        self.number
    }
}

impl Charter {
    /// Article: capabilities.
    #[must_use]
    pub fn capabilities(&self) -> Option<&CapabilitiesArticle> {
        self.capabilities.as_ref()
    }
}
