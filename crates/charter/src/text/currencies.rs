//! The optional article on other currencies than the fund's.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_ledger::Currency;
use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::fund::OfFund;
use super::{Findings, raw, shares};
use crate::currencies::CurrenciesArticle;
use crate::fault::Fault;

/// Other currencies, as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Currencies {
    pub(super) article: Spanned<u32>,
    accepted: Spanned<Vec<Spanned<String>>>,
    rate_age: Spanned<String>,
    buffer: Spanned<String>,
}

/// Reads the article, if the text has it. One with a fault is left out: the fault keeps the charter out.
pub(super) fn currencies(
    raw: &raw::Charter,
    of: OfFund<'_>,
    found: &mut Findings,
) -> Option<CurrenciesArticle> {
    let article = raw.currencies.as_ref()?;
    let mut accepted = BTreeSet::new();
    for code in article.accepted.get_ref() {
        if let Some(currency) = one(code, of.fund.currency.get_ref(), found)
            && !accepted.insert(currency)
        {
            found.add(Fault::new(code.span(), format!("`{currency}` stands here twice"), "once is enough"));
        }
    }
    if article.accepted.get_ref().is_empty() {
        let help = "name at least one currency, or leave the article out: then the fund takes its own alone";
        found.add(Fault::new(article.accepted.span(), "no currency is accepted here", help));
    }
    let rate_age = found.parse(&article.rate_age);
    let buffer = shares::share(&article.buffer, found);
    Some(CurrenciesArticle {
        number: number(&article.article),
        accepted,
        rate_age: rate_age?,
        buffer: buffer?,
    })
}

fn one(code: &Spanned<String>, of_fund: &str, found: &mut Findings) -> Option<Currency> {
    let currency = Currency::from_code(code.get_ref()).map_err(|error| {
        Fault::new(code.span(), format!("{error}"), "use a code of ISO 4217, such as `EUR`")
    });
    let currency = found.keep(currency)?;
    if currency.code() == of_fund {
        let help = "the fund's own currency is always accepted: name others here";
        found.add(Fault::new(code.span(), format!("`{currency}` is the fund's currency"), help));
        return None;
    }
    Some(currency)
}
