//! The optional articles on what the fund keeps against losses, by which rule what they took is restored, what of its cash
//! it may invest, and by which rule it has a budget.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;

use quorate_ledger::Money;
use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::fund::OfFund;
use super::{Findings, raw, rules, shares};
use crate::articles::FundArticle;
use crate::fault::Fault;
use crate::rule::{Rule, RuleName};
use crate::treasury::{BudgetArticle, ReserveArticle, TreasuryArticle};

/// The reserve, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Reserve {
    pub(super) article: Spanned<u32>,
    of_income: Spanned<String>,
}

/// Calls to restore, as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Restore {
    decided_by: Spanned<String>,
}

/// What of the cash may be invested, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Treasury {
    pub(super) article: Spanned<u32>,
    invest_at_most: Spanned<String>,
    maturity_at_most: Spanned<String>,
    floor: Spanned<String>,
}

/// The administrative budget, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Budget {
    pub(super) article: Spanned<u32>,
    decided_by: Spanned<String>,
    late_lines: Spanned<String>,
}

/// Reads the article on the reserve, if the text has it. One with a fault is left out: the fault keeps the charter out.
pub(super) fn reserve(raw: &raw::Charter, found: &mut Findings) -> Option<ReserveArticle> {
    let article = raw.reserve.as_ref()?;
    let of_income = shares::share(&article.of_income, found)?;
    Some(ReserveArticle { number: number(&article.article), of_income })
}

/// The rule on calls to restore; `None` inside: there are none.
pub(super) fn restore(
    raw: &raw::Charter,
    of: OfFund<'_>,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<Option<Rule>> {
    match &of.calls.restore {
        Some(restore) => rules::named(&restore.decided_by, raw, rules, found).map(Some),
        None => Some(None),
    }
}

/// Reads the article on the treasury, if the text has it. Its amount is in the fund's currency.
pub(super) fn treasury(
    raw: &raw::Charter,
    fund: Option<&FundArticle>,
    found: &mut Findings,
) -> Option<TreasuryArticle> {
    let article = raw.treasury.as_ref()?;
    let invest_at_most = shares::share(&article.invest_at_most, found);
    let maturity_at_most = found.parse(&article.maturity_at_most);
    let floor = fund.and_then(|fund| {
        let help = "write the amount as a decimal string that is not below zero, such as \"5000000.00\"";
        let parsed = Money::parse(article.floor.get_ref(), fund.currency());
        let floor =
            found.keep(parsed.map_err(|error| Fault::new(article.floor.span(), format!("{error}"), help)))?;
        if floor.is_negative() {
            found.add(Fault::new(article.floor.span(), "the floor is below zero", help));
        }
        Some(floor)
    });
    Some(TreasuryArticle {
        number: number(&article.article),
        invest_at_most: invest_at_most?,
        maturity_at_most: maturity_at_most?,
        floor: floor?,
    })
}

/// Reads the article on the administrative budget, if the text has it.
pub(super) fn budget(
    raw: &raw::Charter,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<BudgetArticle> {
    let article = raw.budget.as_ref()?;
    let rule = rules::named(&article.decided_by, raw, rules, found);
    let late_lines = found.parse(&article.late_lines);
    Some(BudgetArticle { number: number(&article.article), rule: rule?, late_lines: late_lines? })
}
