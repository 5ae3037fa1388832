//! The optional article on positions.

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::raw;
use crate::positions::PositionsArticle;

/// Positions, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Positions {
    pub(super) article: Spanned<u32>,
}

/// Reads the article, if the text has it.
pub(super) fn article(raw: &raw::Charter) -> Option<PositionsArticle> {
    raw.positions.as_ref().map(|article| PositionsArticle { number: number(&article.article) })
}
