//! The optional article on financing agreements with beneficiaries.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::fund::OfFund;
use super::{Findings, raw, rules, shares};
use crate::fault::Fault;
use crate::financing::{FinancingArticle, Term};
use crate::rule::{Interest, Rule, RuleName};

/// The article, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FinancingAgreement {
    pub(super) article: Spanned<u32>,
    terms: Spanned<Vec<Spanned<String>>>,
    pre_financing: Option<Spanned<String>>,
}

/// Reads the article, if the text has it. With a fault it is left out: the fault keeps the charter out.
pub(super) fn article(
    raw: &raw::Charter,
    of: OfFund<'_>,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<FinancingArticle> {
    let article = raw.financing_agreement.as_ref()?;
    let terms = terms(&article.terms, found);
    let pre_financing = match &article.pre_financing {
        Some(text) => shares::share(text, found),
        None => Some(None),
    };
    others_decide(raw, of, rules, found);
    Some(FinancingArticle { number: number(&article.article), terms, pre_financing: pre_financing? })
}

fn terms(list: &Spanned<Vec<Spanned<String>>>, found: &mut Findings) -> BTreeSet<Term> {
    let mut terms = BTreeSet::new();
    for word in list.get_ref() {
        if let Some(term) = found.parse::<Term>(word)
            && !terms.insert(term)
        {
            found.add(Fault::new(word.span(), format!("`{term}` stands here twice"), "name each term once"));
        }
    }
    if list.get_ref().is_empty() {
        let help = "name at least one of `end-use`, `no-retransfer`, `audit` and `recovery`, or leave the article out";
        found.add(Fault::new(list.span(), "no term is agreed here", help));
    }
    terms
}

/// A breach is found by the rule by which help is decided: whoever is said to have broken a term does not decide on it.
fn others_decide(raw: &raw::Charter, of: OfFund<'_>, rules: &BTreeMap<RuleName, Rule>, found: &mut Findings) {
    // Whether the rule can be read is said where the article on cases is.
    let rule = rules::named(&of.cases.decided_by, raw, rules, &mut Findings::default());
    if let Some(rule) = rule.filter(|rule| !rule.leaves_out(Interest::Beneficiary)) {
        let what =
            format!("the beneficiary would decide under the rule `{}` on a breach of its own", rule.name());
        let help = "add `\"beneficiary\"` to the rule's `not-taking-part`, or leave the article on financing agreements out";
        found.add(Fault::new(of.cases.decided_by.span(), what, help));
    }
}
