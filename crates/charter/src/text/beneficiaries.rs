//! The optional article on beneficiaries that are no members.

use alloc::collections::BTreeMap;
use alloc::string::String;

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::{Findings, raw, rules};
use crate::beneficiaries::BeneficiariesArticle;
use crate::rule::{Rule, RuleName};

/// The article, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Beneficiaries {
    pub(super) article: Spanned<u32>,
    decided_by: Spanned<String>,
}

/// Reads the article, if the text has it. With a fault it is left out: the fault keeps the charter out.
pub(super) fn article(
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<BeneficiariesArticle> {
    let article = raw.beneficiaries.as_ref()?;
    let rule = rules::named(&article.decided_by, raw, rules, found)?;
    Some(BeneficiariesArticle { number: number(&article.article), rule })
}
