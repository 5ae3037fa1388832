//! The optional article on continuity.

use alloc::format;
use alloc::string::String;

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::{Findings, raw};
use crate::continuity::ContinuityArticle;
use crate::fault::Fault;
use crate::period::Period;

/// Availability is worked out over 90 days: a word that stood longer would say nothing of them.
const LONGEST_HOURS: u64 = 90 * 24;

/// Continuity, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Continuity {
    pub(super) article: Spanned<u32>,
    confirm_every: Spanned<String>,
    test_every: Spanned<String>,
}

/// Reads the article, if the text has it. One with a fault is left out: the fault keeps the charter out.
pub(super) fn article(raw: &raw::Charter, found: &mut Findings) -> Option<ContinuityArticle> {
    let article = raw.continuity.as_ref()?;
    let confirm_every: Option<Period> = found.parse(&article.confirm_every);
    let test_every = found.parse(&article.test_every);
    if confirm_every.is_some_and(|period| period.hours() > LONGEST_HOURS) {
        let what = format!("`{}` cannot stand here", article.confirm_every.get_ref());
        let help = "a state is confirmed at least every 90 days, over which availability is worked out";
        found.add(Fault::new(article.confirm_every.span(), what, help));
        return None;
    }
    Some(ContinuityArticle {
        number: number(&article.article),
        confirm_every: confirm_every?,
        test_every: test_every?,
    })
}
