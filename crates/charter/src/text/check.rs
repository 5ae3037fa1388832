//! The sense of a charter: every article checked on its own and against the others.

use alloc::collections::BTreeMap;
use alloc::format;

use toml::Spanned;

use super::{
    Findings, assessments, beneficiaries, body, capabilities, consultations, continuity, fund, instrument,
    positions, publication, raw, relation, reliance, rules, standing, treasury,
};
use crate::articles::{
    Article, AuditArticle, DecisionsArticle, LimitsArticle, MembershipArticle, OfficesArticle,
};
use crate::charter::Charter;
use crate::fault::Fault;
use crate::rule::{Rule, RuleName};

pub(super) fn charter(raw: &raw::Charter, text: &str, found: &mut Findings) -> Option<Charter> {
    let body = body::body(raw.tables(), text, found);
    let numbers = numbers(raw, found);
    let funds = fund::articles(raw, &body.rules, found);
    let membership = membership(raw, found);
    let offices = found.parse(&raw.offices.longest_term);
    let decisions = decisions(raw, &body.rules, found);
    let limits = limits(&raw.limits, found);
    let standing = standing::articles(raw, &body.rules, found);
    let publication = raw.publication.as_ref().map(|raw| publication::article(raw, found));
    let (promises, reliance) = (reliance::promises(raw, found), reliance::reliance(raw, found));
    let audit = raw.audit.as_ref().and_then(|raw_article| audit(raw_article, raw, found));
    let beneficiaries = beneficiaries::article(raw, &body.rules, found);
    let reserve = treasury::reserve(raw, found);
    let budget = treasury::budget(raw, &body.rules, found);
    let consultations = consultations::article(raw, found);
    let continuity = continuity::article(raw, found);
    let relation = relation::relation(raw, text, &body.rules, found);
    let arrangements = relation::arrangements(raw, found);
    let assessments = assessments::article(raw, found);
    let instrument = instrument::article(raw, &numbers, found);
    let funds = funds?;
    Some(Charter {
        body: body.whole?,
        has_fund: funds.has_fund,
        fund: funds.fund,
        membership: membership?,
        offices: OfficesArticle { number: number(&raw.offices.article), longest_term: offices? },
        decisions: decisions?,
        contributions: funds.contributions,
        cases: funds.cases,
        calls: funds.calls,
        payments: funds.payments,
        limits: limits?,
        standing,
        publication: publication.flatten(),
        promises,
        reliance,
        currencies: funds.currencies,
        audit,
        financing: funds.financing,
        beneficiaries,
        reserve,
        treasury: funds.treasury,
        budget,
        instrument,
        consultations,
        continuity,
        relation,
        arrangements,
        positions: positions::article(raw),
        capabilities: capabilities::article(raw),
        assessments,
    })
}

pub(super) fn number(raw: &Spanned<u32>) -> Article {
    Article(u16::try_from(*raw.get_ref()).unwrap_or_default())
}

/// Each article has a number of its own: a refusal that names an article names one.
fn numbers(raw: &raw::Charter, found: &mut Findings) -> BTreeMap<u32, ()> {
    let all = [&raw.membership.article, &raw.offices.article, &raw.decisions.article, &raw.limits.article];
    let optional = [
        raw.fund.as_ref().map(|raw| &raw.article),
        raw.contributions.as_ref().map(|raw| &raw.article),
        raw.cases.as_ref().map(|raw| &raw.article),
        raw.calls.as_ref().map(|raw| &raw.article),
        raw.payments.as_ref().map(|raw| &raw.article),
        raw.entry_into_force.as_ref().map(|raw| &raw.article),
        raw.accession.as_ref().map(|raw| &raw.article),
        raw.withdrawal.as_ref().map(|raw| &raw.article),
        raw.suspension.as_ref().map(|raw| &raw.article),
        raw.amendment.as_ref().map(|raw| &raw.article),
        raw.lost_keys.as_ref().map(|raw| &raw.article),
        raw.publication.as_ref().map(|raw| &raw.article),
        raw.promises.as_ref().map(|raw| &raw.article),
        raw.reliance.as_ref().map(|raw| &raw.article),
        raw.currencies.as_ref().map(|raw| &raw.article),
        raw.audit.as_ref().map(|raw| &raw.article),
        raw.financing_agreement.as_ref().map(|raw| &raw.article),
        raw.beneficiaries.as_ref().map(|raw| &raw.article),
        raw.reserve.as_ref().map(|raw| &raw.article),
        raw.treasury.as_ref().map(|raw| &raw.article),
        raw.budget.as_ref().map(|raw| &raw.article),
        raw.instrument.as_ref().map(|raw| &raw.article),
        raw.consultations.as_ref().map(|raw| &raw.article),
        raw.continuity.as_ref().map(|raw| &raw.article),
        raw.relation.as_ref().map(|raw| &raw.article),
        raw.arrangements.as_ref().map(|raw| &raw.article),
        raw.positions.as_ref().map(|raw| &raw.article),
        raw.capabilities.as_ref().map(|raw| &raw.article),
        raw.assessments.as_ref().map(|raw| &raw.article),
    ];
    let mut seen: BTreeMap<u32, ()> = BTreeMap::new();
    for article in all.into_iter().chain(optional.into_iter().flatten()) {
        found.within(article, 1..=u32::from(u16::MAX));
        if seen.insert(*article.get_ref(), ()).is_some() {
            let what = format!("there are two articles {}", article.get_ref());
            found.add(Fault::new(article.span(), what, "give each article a number of its own"));
        }
    }
    seen
}

/// No more opinions are asked than members could give.
fn audit(article: &raw::Audit, raw: &raw::Charter, found: &mut Findings) -> Option<AuditArticle> {
    let members = u32::try_from(raw.member.len()).unwrap_or(u32::MAX);
    let opinions = found.within(&article.opinions, 1..=members.max(1))?;
    Some(AuditArticle { number: number(&article.article), opinions })
}

fn decisions(
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<DecisionsArticle> {
    let texts_rule = match &raw.decisions.texts_by {
        Some(name) => rules::named(name, raw, rules, found).map(Some),
        None => Some(None),
    };
    let executable_for = found.parse(&raw.decisions.executable_for)?;
    Some(DecisionsArticle { number: number(&raw.decisions.article), executable_for, texts_rule: texts_rule? })
}

fn membership(raw: &raw::Charter, found: &mut Findings) -> Option<MembershipArticle> {
    if raw.member.is_empty() {
        // Said where the members are read.
        return None;
    }
    let members = u32::try_from(raw.member.len()).unwrap_or(u32::MAX);
    let least_participating = found.within(&raw.membership.least_participating, 1..=members)?;
    Some(MembershipArticle { number: number(&raw.membership.article), least_participating })
}

fn limits(raw: &raw::Limits, found: &mut Findings) -> Option<LimitsArticle> {
    let commands_a_day = found.within(&raw.commands_a_day, 1..=1_000_000);
    let reserve_a_day = found.within(&raw.reserve_a_day, 1..=1_000_000);
    let number = number(&raw.article);
    Some(LimitsArticle { number, commands_a_day: commands_a_day?, reserve_a_day: reserve_a_day? })
}
