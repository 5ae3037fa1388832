//! Interest on what is paid late: simple, exact, and rounded at one place. Article: contributions.

use quorate_charter::{Charter, LateInterest};
use quorate_ledger::{Money, simple_interest};

use super::{Item, Refusal};
use crate::moment::Day;

/// Interest on these parts of what was due, paid with value of this day. Within the grace there is none; beyond it all
/// days since the due day count.
pub(super) fn on_payment<'i>(
    charter: &Charter,
    paid: impl Iterator<Item = &'i Item>,
    value: Day,
) -> Result<Money, Refusal> {
    let Some(article) = charter.contributions().interest() else { return nothing(charter) };
    // F24: what is late by no more than the grace costs nothing.
    let unit_days = paid.filter(|item| item.defaulted || beyond_grace(article, item.day, value));
    rounded(charter, article, unit_days.map(|item| unit_days_of(item, value)))
}

/// Interest on what a member is in default on, until this day: its grace is over.
pub(super) fn on_default<'i>(
    charter: &Charter,
    items: impl Iterator<Item = &'i Item>,
    day: Day,
) -> Result<Money, Refusal> {
    let Some(article) = charter.contributions().interest() else { return nothing(charter) };
    rounded(charter, article, items.map(|item| unit_days_of(item, day)))
}

/// Whether a payment of this day is later than the grace allows.
#[must_use]
pub fn beyond_grace(article: LateInterest, due: Day, value: Day) -> bool {
    let days = value.0.saturating_sub(due.0);
    let grace = article.grace().map_or(0, |grace| grace.hours());
    u64::from(days).saturating_mul(24) > grace
}

/// Smallest units times days, from the day until which interest is booked to the value date.
#[must_use]
pub fn unit_days_of(item: &Item, value: Day) -> i128 {
    let days = value.0.saturating_sub(item.from.0);
    // 10^18 units and 4 x 10^9 days are below 10^28.
    item.amount.minor().saturating_mul(i128::from(days))
}

/// F24: interest is rounded here, once for all that is paid together, and nowhere else.
fn rounded(
    charter: &Charter,
    article: LateInterest,
    unit_days: impl Iterator<Item = i128>,
) -> Result<Money, Refusal> {
    let sum = unit_days.fold(0_i128, i128::saturating_add);
    let minor = simple_interest(sum, article.yearly(), article.year()).unwrap_or(i128::MAX);
    Ok(Money::new(minor, charter.fund().currency())?)
}

fn nothing(charter: &Charter) -> Result<Money, Refusal> {
    Ok(Money::zero(charter.fund().currency()))
}
