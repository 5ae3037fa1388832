//! The optional articles on the standing of members.

use alloc::collections::BTreeMap;

use toml::Spanned;

use super::check::number;
use super::{Findings, raw, rules, settlement};
use crate::fault::Fault;
use crate::rule::{Interest, Rule, RuleName};
use crate::standing::{
    AccessionArticle, AmendmentArticle, EntryIntoForceArticle, LostKeysArticle, StandingArticles,
    SuspensionArticle, WithdrawalArticle,
};

/// Reads the articles that the text has. An article with a fault is left out: the fault keeps the charter out.
pub(super) fn articles(
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> StandingArticles {
    let entry_into_force = raw.entry_into_force.as_ref().and_then(|raw_article| {
        let rule = rules::named(&raw_article.rule, raw, rules, found)?;
        let provisional = raw_article.provisional;
        let provisional_notice = match &raw_article.provisional_notice {
            Some(text) if !provisional => {
                let help = "say `provisional = true`, or leave it out";
                found.add(Fault::new(text.span(), "nobody applies the charter provisionally", help));
                None
            }
            Some(text) => Some(found.parse(text)?),
            None => None,
        };
        let number = number(&raw_article.article);
        Some(EntryIntoForceArticle { number, provisional, provisional_notice, rule })
    });
    let accession = raw.accession.as_ref().and_then(|raw_article| {
        let rule = rules::named(&raw_article.decided_by, raw, rules, found)?;
        Some(AccessionArticle { number: number(&raw_article.article), rule })
    });
    let withdrawal = raw.withdrawal.as_ref().and_then(|raw_article| {
        let notice = found.parse(&raw_article.notice);
        let settlement = match &raw_article.settlement {
            Some(terms) => Some(settlement::terms(terms, found)?),
            None => None,
        };
        Some(WithdrawalArticle { number: number(&raw_article.article), notice: notice?, settlement })
    });
    let suspension = raw.suspension.as_ref().and_then(|article| suspension(article, raw, rules, found));
    let amendment = raw.amendment.as_ref().and_then(|raw_article| {
        let rule = rules::named(&raw_article.decided_by, raw, rules, found);
        let in_force_by = rules::named(&raw_article.in_force_by, raw, rules, found);
        Some(AmendmentArticle {
            number: number(&raw_article.article),
            rule: rule?,
            in_force_by: in_force_by?,
        })
    });
    let lost_keys = raw.lost_keys.as_ref().and_then(|raw_article| {
        let rule = leaving_out(&raw_article.decided_by, raw, rules, found);
        let wait = found.parse(&raw_article.wait);
        Some(LostKeysArticle { number: number(&raw_article.article), wait: wait?, rule: rule? })
    });
    StandingArticles { entry_into_force, accession, withdrawal, suspension, amendment, lost_keys }
}

fn suspension(
    article: &raw::Suspension,
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<SuspensionArticle> {
    let rule = leaving_out(&article.decided_by, raw, rules, found);
    let hearing = found.parse(&article.hearing);
    let at_most = found.parse(&article.at_most);
    let in_arrears = match &article.in_arrears {
        Some(period) => Some(found.parse(period)?),
        None => None,
    };
    let number = number(&article.article);
    Some(SuspensionArticle { number, hearing: hearing?, at_most: at_most?, in_arrears, rule: rule? })
}

/// The rule that an article names, by which nobody decides about itself.
fn leaving_out(
    name: &Spanned<alloc::string::String>,
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<Rule> {
    let rule = rules::named(name, raw, rules, found)?;
    if !rule.leaves_out(Interest::MemberConcerned) {
        let what = alloc::format!("by rule `{}` the member concerned would decide about itself", rule.name());
        let help = "name a rule with `not-taking-part = [\"member concerned\"]`";
        found.add(Fault::new(name.span(), what, help));
    }
    Some(rule)
}
