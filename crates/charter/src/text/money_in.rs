//! The articles by which money comes in: when it is due, what it costs to be late, and what becomes of a default.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;

use quorate_ledger::{Currency, Money};
use quorate_voting::Ratio;
use serde::Deserialize;
use toml::Spanned;

use super::check::number;
use super::fund::{Authority, OfFund};
use super::{Findings, raw, rules, shares, treasury};
use crate::articles::{CallsArticle, ContributionsArticle, LateInterest};
use crate::fault::Fault;
use crate::period::Period;
use crate::rule::{Rule, RuleName};

/// The form of the article on contributions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Contributions {
    pub(super) article: Spanned<u32>,
    pub(super) grace: Option<Spanned<String>>,
    pub(super) interest: Option<Spanned<String>>,
    pub(super) day_count: Option<Spanned<String>>,
    pub(super) default_after: Option<Spanned<String>>,
    pub(super) fees_borne: Option<Spanned<String>>,
}

/// A key that may be missing; `None` if what it says is at fault.
pub(super) fn optional(text: Option<&Spanned<String>>, found: &mut Findings) -> Option<Option<Period>> {
    match text {
        Some(text) => found.parse(text).map(Some),
        None => Some(None),
    }
}

/// The share of notes that counts. Money is worth no less than a note for it, or paying would take authority away.
pub(super) fn notes(raw: &Authority, paid_in: Option<Ratio>, found: &mut Findings) -> Option<Option<Ratio>> {
    let Some(text) = &raw.notes else { return Some(None) };
    let notes = shares::share(text, found)?;
    let parts = |share: Option<Ratio>| share.map_or((0, 1), |share| (share.numerator(), share.denominator()));
    let ((n, of_n), (p, of_p)) = (parts(notes), parts(paid_in));
    if n.saturating_mul(of_p) > p.saturating_mul(of_n) {
        let help = "a note counts at most as much as the money that is paid for it: see `paid-in`";
        found.add(Fault::new(text.span(), "notes would count more than money", help));
        return None;
    }
    Some(notes)
}

pub(super) fn contributions(of: OfFund<'_>, found: &mut Findings) -> Option<ContributionsArticle> {
    let raw = of.contributions;
    let fees_borne = fees_borne(of, found);
    let grace = optional(raw.grace.as_ref(), found);
    let default_after = optional(raw.default_after.as_ref(), found);
    let interest = match &raw.interest {
        Some(text) => Some(yearly(text, found).zip(year(raw.day_count.as_ref(), found))),
        None => {
            for (key, text) in [("grace", &raw.grace), ("day-count", &raw.day_count)] {
                if let Some(text) = text {
                    let what = format!("`{key}` says how interest is counted, and there is none");
                    found.add(Fault::new(text.span(), what, "give `interest`, as in `interest = \"4%\"`"));
                }
            }
            None
        }
    };
    if let (Some(text), Some(Some(grace)), Some(Some(after))) = (&raw.default_after, grace, default_after)
        && after < grace
    {
        let what = "a member would be in default while it still has grace";
        found.add(Fault::new(text.span(), what, "give a period that is no shorter than `grace`"));
    }
    let grace = grace?;
    let interest = match interest {
        Some(read) => read.map(|(yearly, year)| Some(LateInterest { yearly, year, grace }))?,
        None => None,
    };
    Some(ContributionsArticle {
        number: number(&raw.article),
        interest,
        default_after: default_after?,
        fees_borne: fees_borne?,
    })
}

/// What the fund bears of fees on the way: an amount in its currency.
fn fees_borne(of: OfFund<'_>, found: &mut Findings) -> Option<Option<Money>> {
    let Some(text) = &of.contributions.fees_borne else { return Some(None) };
    // A currency that is none is said where it stands.
    let currency = Currency::from_code(of.fund.currency.get_ref()).ok()?;
    let help = "write the most that is borne of one payment as a decimal string, such as \"25.00\"";
    match Money::parse(text.get_ref(), currency) {
        Ok(amount) if amount.is_positive() => Some(Some(amount)),
        Ok(_) => {
            found.add(Fault::new(text.span(), "nothing would be borne", help));
            None
        }
        Err(error) => {
            found.add(Fault::new(text.span(), format!("{error}"), help));
            None
        }
    }
}

/// A yearly rate, `4%` or `4.25%`, in hundredths of a per cent.
fn yearly(text: &Spanned<String>, found: &mut Findings) -> Option<u32> {
    let read = || {
        let digits = text.get_ref().strip_suffix('%')?;
        let (whole, part) = digits.split_once('.').map_or((digits, "00"), |(whole, part)| (whole, part));
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !plain(part) || part.len() > 2 {
            return None;
        }
        let scale = if part.len() == 1 { 10 } else { 1 };
        let part = part.parse::<u32>().ok()?.checked_mul(scale)?;
        whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)
    };
    let rate = read().filter(|rate| (1..=quorate_ledger::MAX_YEARLY).contains(rate));
    if rate.is_none() {
        let what = format!("`{}` is not a yearly rate", text.get_ref());
        let help =
            "a rate is a percentage above zero and up to `100%`, with at most two digits after the point";
        found.add(Fault::new(text.span(), what, help));
    }
    rate
}

/// How many days a year counts as.
fn year(text: Option<&Spanned<String>>, found: &mut Findings) -> Option<u32> {
    match text.map(|text| text.get_ref().as_str()) {
        None | Some("act/360") => Some(360),
        Some("act/365") => Some(365),
        Some(other) => {
            let at = text.map(Spanned::span).unwrap_or_default();
            let what = format!("`{other}` is not a day count");
            found.add(Fault::new(at, what, "days are counted as `act/360` or as `act/365`"));
            None
        }
    }
}

pub(super) fn calls(
    raw: &raw::Charter,
    of: OfFund<'_>,
    rules: &BTreeMap<RuleName, Rule>,
    found: &mut Findings,
) -> Option<CallsArticle> {
    let rule = rules::named(&of.calls.decided_by, raw, rules, found);
    let due_within = optional(of.calls.due_within.as_ref(), found);
    let emergency = of.calls.emergency.as_ref().map(|emergency| &emergency.due_within);
    let emergency_within = optional(emergency, found);
    let step_up = of.calls.step_up.as_ref().is_some_and(|step_up| *step_up.get_ref());
    if let Some(key) =
        of.calls.step_up.as_ref().filter(|_| step_up && of.contributions.default_after.is_none())
    {
        let help = "give `default-after` among the articles on contributions";
        found.add(Fault::new(key.span(), "nobody would ever be in default", help));
    }
    let restore_rule = treasury::restore(raw, of, rules, found);
    let number = number(&of.calls.article);
    Some(CallsArticle {
        number,
        rule: rule?,
        due_within: due_within?,
        step_up,
        emergency_within: emergency_within?,
        restore_rule: restore_rule?,
    })
}
