//! The articles on the fund, which stand in a text together or not at all.

mod written;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;

use quorate_ledger::{Currency, Money};
use quorate_voting::{Base, Formula, Measure, Ratio, Strictness};
use toml::Spanned;

pub(super) use self::written::{Authority, Calls, Cases, Fund, Payments};
use super::check::number;
use super::money_in::Contributions;
use super::{Findings, currencies, financing, money_in, raw, reach, rules, shares, treasury};
use crate::articles::{
    Article, CallsArticle, CasesArticle, ContributionsArticle, FundArticle, PaymentsArticle,
};
use crate::currencies::CurrenciesArticle;
use crate::fault::Fault;
use crate::financing::FinancingArticle;
use crate::period::Period;
use crate::rule::{Interest, Rule, RuleName};
use crate::treasury::TreasuryArticle;

/// The largest target, in the smallest unit: 5 x 10^15. No member signs for more than the target, so what
/// [`MAX_MEMBERS`](crate::MAX_MEMBERS) sign adds up to at most 10^18, which the ledger can share and count.
const MAX_TARGET_MINOR: i128 = 5_000_000_000_000_000;

/// What the text says of the fund, each table as it is written.
#[derive(Clone, Copy)]
pub(super) struct OfFund<'a> {
    pub(super) fund: &'a Fund,
    pub(super) contributions: &'a Contributions,
    pub(super) cases: &'a Cases,
    pub(super) calls: &'a Calls,
    pub(super) payments: &'a Payments,
}

/// The articles on the fund, or those of a charter that has none, by which nothing can be done.
pub(super) struct FundArticles {
    pub(super) has_fund: bool,
    pub(super) fund: FundArticle,
    pub(super) contributions: ContributionsArticle,
    pub(super) cases: CasesArticle,
    pub(super) calls: CallsArticle,
    pub(super) payments: PaymentsArticle,
    pub(super) currencies: Option<CurrenciesArticle>,
    pub(super) financing: Option<FinancingArticle>,
    pub(super) treasury: Option<TreasuryArticle>,
}

/// Reads the articles on the fund.
pub(super) fn articles(
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<FundArticles> {
    let of = match tables(raw, found)? {
        Some(of) => of,
        None => return without(raw, found),
    };
    let fund = fund(of.fund, found);
    let cases = cases(raw, of, rules, found);
    let calls = money_in::calls(raw, of, rules, found);
    let contributions = money_in::contributions(of, found);
    reach::least_participating(raw, cases.as_ref().map(CasesArticle::rule), found);
    let payments = payments(raw, of, found);
    let currencies = currencies::currencies(raw, of, found);
    let financing = financing::article(raw, of, rules, found);
    let treasury = treasury::treasury(raw, fund.as_ref(), found);
    Some(FundArticles {
        has_fund: true,
        fund: fund?,
        contributions: contributions?,
        cases: cases?,
        calls: calls?,
        payments: payments?,
        currencies,
        financing,
        treasury,
    })
}

/// The tables, all of them, or none of them: a text that has some is at fault.
fn tables<'a>(raw: &'a raw::Charter, found: &mut Findings) -> Option<Option<OfFund<'a>>> {
    let raw::Charter { fund, contributions, cases, calls, payments, .. } = raw;
    if let (Some(fund), Some(contributions), Some(cases), Some(calls), Some(payments)) =
        (fund, contributions, cases, calls, payments)
    {
        return Some(Some(OfFund { fund, contributions, cases, calls, payments }));
    }
    let known = [
        ("fund", fund.as_ref().map(|raw| &raw.article)),
        ("contributions", contributions.as_ref().map(|raw| &raw.article)),
        ("cases", cases.as_ref().map(|raw| &raw.article)),
        ("calls", calls.as_ref().map(|raw| &raw.article)),
        ("payments", payments.as_ref().map(|raw| &raw.article)),
    ];
    let Some(first) = known.iter().find_map(|(_, article)| *article) else { return Some(None) };
    for (name, _) in known.iter().filter(|(_, article)| article.is_none()) {
        let help = "a fund has the tables `[fund]`, `[contributions]`, `[cases]`, `[calls]` and `[payments]`; a charter \
                    without a fund has none of them";
        found.add(Fault::new(first.span(), format!("missing table `[{name}]`"), help));
    }
    None
}

/// A charter without a fund: nothing of money can stand in it, and what would be asked of these articles is refused
/// before (O3).
fn without(raw: &raw::Charter, found: &mut Findings) -> Option<FundArticles> {
    let of_money = [
        ("currencies", raw.currencies.as_ref().map(|raw| &raw.article)),
        ("audit", raw.audit.as_ref().map(|raw| &raw.article)),
        ("financing-agreement", raw.financing_agreement.as_ref().map(|raw| &raw.article)),
        ("beneficiaries", raw.beneficiaries.as_ref().map(|raw| &raw.article)),
        ("reserve", raw.reserve.as_ref().map(|raw| &raw.article)),
        ("treasury", raw.treasury.as_ref().map(|raw| &raw.article)),
        ("budget", raw.budget.as_ref().map(|raw| &raw.article)),
        ("promises", raw.promises.as_ref().map(|raw| &raw.article)),
    ];
    for (name, article) in of_money {
        if let Some(article) = article {
            let help = "leave it out, or give the charter a fund";
            found.add(Fault::new(
                article.span(),
                format!("`[{name}]` is about a fund, and there is none"),
                help,
            ));
        }
    }
    if let Some(article) = raw.withdrawal.as_ref().filter(|article| article.settlement.is_some()) {
        let what = "`settlement` is about a fund, and there is none";
        found.add(Fault::new(article.article.span(), what, "leave it out: nothing was paid in"));
    }
    if let Some(text) = raw.suspension.as_ref().and_then(|article| article.in_arrears.as_ref()) {
        let what = "`in-arrears` is about a fund, and there is none";
        found.add(Fault::new(text.span(), what, "leave it out: nothing is owed"));
    }
    if let Some((name, _)) = raw.rule.iter().find(|(_, rule)| leaves_beneficiary_out(rule)) {
        let what = format!("the rule `{}` leaves a beneficiary out, and there is none", name.get_ref());
        let help = "without a fund nobody asks for help: leave `beneficiary` and `party to the dispute` out";
        found.add(Fault::new(name.span(), what, help));
    }
    empty(number(&raw.membership.article))
}

fn leaves_beneficiary_out(rule: &raw::Rule) -> bool {
    let of_help = [Interest::Beneficiary.name(), Interest::Party.name()];
    rule.not_taking_part.iter().any(|interest| of_help.contains(&interest.get_ref().as_str()))
}

/// The articles of no fund, under the number of the article on membership: by their rule nothing is ever adopted.
fn empty(number: Article) -> Option<FundArticles> {
    let currency = Currency::from_code("USD").ok()?;
    let whole = Ratio::new(1, 1).ok()?;
    let never = Rule {
        name: RuleName::of_nothing(),
        adopted_when: String::new(),
        formula: Formula::share(Measure::MEMBERS, whole, Base::Membership, Strictness::MoreThan),
        not_taking_part: BTreeSet::new(),
        procedure: None,
        essential: false,
        source: None,
    };
    Some(FundArticles {
        has_fund: false,
        fund: FundArticle {
            number,
            currency,
            target: Money::zero(currency),
            paid_in_counts: None,
            notes_count: None,
        },
        contributions: ContributionsArticle { number, interest: None, default_after: None, fees_borne: None },
        cases: CasesArticle {
            number,
            rule: never.clone(),
            party_rule: None,
            most_tranches: 0,
            lapses_after: None,
        },
        calls: CallsArticle {
            number,
            rule: never,
            due_within: None,
            step_up: false,
            emergency_within: None,
            restore_rule: None,
        },
        payments: PaymentsArticle {
            number,
            signatures: 0,
            able_to_sign: 0,
            countersign_within: Period::of_hours(1).ok()?,
        },
        currencies: None,
        financing: None,
        treasury: None,
    })
}

fn fund(raw: &Fund, found: &mut Findings) -> Option<FundArticle> {
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

fn cases(
    raw: &raw::Charter,
    of: OfFund<'_>,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<CasesArticle> {
    let rule = rules::named(&of.cases.decided_by, raw, rules, found);
    let party_rule = match &of.cases.party_named_by {
        Some(name) => party_rule(name, raw, rules, found).map(Some),
        None => Some(None),
    };
    let most_tranches = found.within(&of.cases.most_tranches, 1..=100);
    let lapses_after = money_in::optional(of.cases.lapses_after.as_ref(), found);
    Some(CasesArticle {
        number: number(&of.cases.article),
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

fn payments(raw: &raw::Charter, of: OfFund<'_>, found: &mut Findings) -> Option<PaymentsArticle> {
    let payments = of.payments;
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
    reach::able_to_sign(raw, &payments.able_to_sign, found);
    let countersign_within = found.parse(&payments.countersign_within);
    Some(PaymentsArticle {
        number: number(&payments.article),
        signatures: signatures?,
        able_to_sign,
        countersign_within: countersign_within?,
    })
}
