//! The optional article on assessments and joint procurements.

use alloc::string::String;

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::{Findings, raw};
use crate::assessments::AssessmentsArticle;

/// The article, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Assessments {
    pub(super) article: Spanned<u32>,
    review_every: Spanned<String>,
}

/// Reads the article, if the text has it. With a fault it is left out: the fault keeps the charter out.
pub(super) fn article(raw: &raw::Charter, found: &mut Findings) -> Option<AssessmentsArticle> {
    let article = raw.assessments.as_ref()?;
    let review_every = found.parse(&article.review_every)?;
    Some(AssessmentsArticle { number: number(&article.article), review_every })
}
