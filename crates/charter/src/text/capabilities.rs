//! The optional article on capabilities.

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::raw;
use crate::capabilities::CapabilitiesArticle;

/// Capabilities, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Capabilities {
    pub(super) article: Spanned<u32>,
}

/// Reads the article, if the text has it.
pub(super) fn article(raw: &raw::Charter) -> Option<CapabilitiesArticle> {
    raw.capabilities.as_ref().map(|article| CapabilitiesArticle { number: number(&article.article) })
}
