//! The sense of a charter: every article checked on its own and against the others.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;

use quorate_ledger::{Currency, Money};
use toml::Spanned;

use super::{
    Findings, beneficiaries, body, consultations, currencies, financing, money_in, publication, raw, reach,
    reliance, rules, shares, standing, treasury,
};
use crate::articles::{
    Article, AuditArticle, CasesArticle, DecisionsArticle, FundArticle, LimitsArticle, MembershipArticle,
    OfficesArticle, PaymentsArticle,
};
use crate::charter::Charter;
use crate::fault::Fault;
use crate::rule::{Interest, Rule, RuleName};

/// The largest target, in the smallest unit: 5 x 10^15. No member signs for more than the target, so what
/// [`MAX_MEMBERS`](crate::MAX_MEMBERS) sign adds up to at most 10^18, which the ledger can share and count.
const MAX_TARGET_MINOR: i128 = 5_000_000_000_000_000;

pub(super) fn charter(raw: &raw::Charter, text: &str, found: &mut Findings) -> Option<Charter> {
    let body = body::body(raw.tables(), text, found);
    numbers(raw, found);
    let fund = fund(&raw.fund, found);
    let membership = membership(raw, found);
    let offices = found.parse(&raw.offices.longest_term);
    let decisions = found.parse(&raw.decisions.executable_for);
    let cases = cases(raw, &body.rules, found);
    let calls = money_in::calls(raw, &body.rules, found);
    let contributions = money_in::contributions(raw, found);
    reach::least_participating(raw, cases.as_ref().map(CasesArticle::rule), found);
    let payments = payments(raw, found);
    let limits = limits(&raw.limits, found);
    let standing = standing::articles(raw, &body.rules, found);
    let publication = raw.publication.as_ref().map(|raw| publication::article(raw, found));
    let (promises, reliance) = (reliance::promises(raw, found), reliance::reliance(raw, found));
    let currencies = currencies::currencies(raw, found);
    let audit = raw.audit.as_ref().and_then(|raw_article| audit(raw_article, raw, found));
    let financing = financing::article(raw, &body.rules, found);
    let beneficiaries = beneficiaries::article(raw, &body.rules, found);
    let reserve = treasury::reserve(raw, found);
    let treasury = treasury::treasury(raw, fund.as_ref(), found);
    let budget = treasury::budget(raw, &body.rules, found);
    let consultations = consultations::article(raw, found);
    Some(Charter {
        body: body.whole?,
        fund: fund?,
        membership: membership?,
        offices: OfficesArticle { number: number(&raw.offices.article), longest_term: offices? },
        decisions: DecisionsArticle { number: number(&raw.decisions.article), executable_for: decisions? },
        contributions: contributions?,
        cases: cases?,
        calls: calls?,
        payments: payments?,
        limits: limits?,
        standing,
        publication: publication.flatten(),
        promises,
        reliance,
        currencies,
        audit,
        financing,
        beneficiaries,
        reserve,
        treasury,
        budget,
        consultations,
    })
}

pub(super) fn number(raw: &Spanned<u32>) -> Article {
    Article(u16::try_from(*raw.get_ref()).unwrap_or_default())
}

/// Each article has a number of its own: a refusal that names an article names one.
fn numbers(raw: &raw::Charter, found: &mut Findings) {
    let all = [
        &raw.fund.article,
        &raw.membership.article,
        &raw.offices.article,
        &raw.decisions.article,
        &raw.contributions.article,
        &raw.cases.article,
        &raw.calls.article,
        &raw.payments.article,
        &raw.limits.article,
    ];
    let optional = [
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
        raw.consultations.as_ref().map(|raw| &raw.article),
    ];
    let mut seen: BTreeMap<u32, ()> = BTreeMap::new();
    for article in all.into_iter().chain(optional.into_iter().flatten()) {
        found.within(article, 1..=u32::from(u16::MAX));
        if seen.insert(*article.get_ref(), ()).is_some() {
            let what = format!("there are two articles {}", article.get_ref());
            found.add(Fault::new(article.span(), what, "give each article a number of its own"));
        }
    }
}

/// No more opinions are asked than members could give.
fn audit(article: &raw::Audit, raw: &raw::Charter, found: &mut Findings) -> Option<AuditArticle> {
    let members = u32::try_from(raw.member.len()).unwrap_or(u32::MAX);
    let opinions = found.within(&article.opinions, 1..=members.max(1))?;
    Some(AuditArticle { number: number(&article.article), opinions })
}

fn fund(raw: &raw::Fund, found: &mut Findings) -> Option<FundArticle> {
    let currency = Currency::from_code(raw.currency.get_ref()).map_err(|error| {
        Fault::new(raw.currency.span(), format!("{error}"), "use a code of ISO 4217, such as `USD`")
    });
    let currency = found.keep(currency);
    let target = currency.and_then(|currency| {
        let target = Money::parse(raw.target.get_ref(), currency);
        let help = "write the amount as a decimal string, such as \"95000000000.00\"";
        found.keep(target.map_err(|error| Fault::new(raw.target.span(), format!("{error}"), help)))
    });
    if target.is_some_and(|target| !target.is_positive()) {
        found.add(Fault::new(raw.target.span(), "the target is not more than nothing", ""));
    }
    if target.is_some_and(|target| target.minor() > MAX_TARGET_MINOR) {
        let help = "at most 5 000 000 000 000 000 of the smallest unit, so that what all members sign can be counted";
        found.add(Fault::new(raw.target.span(), "the target is too large", help));
    }
    let paid_in_counts = shares::share(&raw.authority.paid_in, found);
    let notes_count = paid_in_counts.and_then(|paid_in| money_in::notes(&raw.authority, paid_in, found));
    Some(FundArticle {
        number: number(&raw.article),
        currency: currency?,
        target: target?,
        paid_in_counts: paid_in_counts?,
        notes_count: notes_count?,
    })
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

fn cases(raw: &raw::Charter, rules: &BTreeMap<RuleName, Rule>, found: &mut Findings) -> Option<CasesArticle> {
    let rule = rules::named(&raw.cases.decided_by, raw, rules, found);
    let party_rule = match &raw.cases.party_named_by {
        Some(name) => party_rule(name, raw, rules, found).map(Some),
        None => Some(None),
    };
    let most_tranches = found.within(&raw.cases.most_tranches, 1..=100);
    let lapses_after = money_in::optional(raw.cases.lapses_after.as_ref(), found);
    Some(CasesArticle {
        number: number(&raw.cases.article),
        rule: rule?,
        party_rule: party_rule?,
        most_tranches: most_tranches?,
        lapses_after: lapses_after?,
    })
}

/// Whoever is named does not decide on it, and neither does whoever gains by it.
fn party_rule(
    name: &Spanned<String>,
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<Rule> {
    let rule = rules::named(name, raw, rules, found)?;
    for interest in [Interest::Beneficiary, Interest::MemberConcerned] {
        if !rule.leaves_out(interest) {
            let what = format!("the {} would take part under the rule `{}`", interest.name(), rule.name());
            let help = "the others name a party: add the interest to the rule's `not-taking-part`";
            found.add(Fault::new(name.span(), what, help));
            return None;
        }
    }
    Some(rule)
}

fn payments(raw: &raw::Charter, found: &mut Findings) -> Option<PaymentsArticle> {
    let payments = &raw.payments;
    let signatures = found.within(&payments.signatures, 2..=8);
    let able_to_sign = *payments.able_to_sign.get_ref();
    if signatures.is_some_and(|signatures| able_to_sign <= signatures) {
        let help = "more must be able to sign than need to, or one treasurer's absence stops a payment";
        found.add(Fault::new(
            payments.able_to_sign.span(),
            format!("`{able_to_sign}` cannot stand here"),
            help,
        ));
    }
    reach::able_to_sign(raw, found);
    let countersign_within = found.parse(&payments.countersign_within);
    Some(PaymentsArticle {
        number: number(&payments.article),
        signatures: signatures?,
        able_to_sign,
        countersign_within: countersign_within?,
    })
}

fn limits(raw: &raw::Limits, found: &mut Findings) -> Option<LimitsArticle> {
    let commands_a_day = found.within(&raw.commands_a_day, 1..=1_000_000);
    let reserve_a_day = found.within(&raw.reserve_a_day, 1..=1_000_000);
    let number = number(&raw.article);
    Some(LimitsArticle { number, commands_a_day: commands_a_day?, reserve_a_day: reserve_a_day? })
}
