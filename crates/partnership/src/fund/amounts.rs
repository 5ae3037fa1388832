//! What holds for every amount that is typed for the fund, and what an amount counts for. Articles: the fund, contributions.

use quorate_charter::Charter;
use quorate_ledger::Money;

use super::Refusal;

/// F1: amounts are in the fund's currency.
pub(super) fn in_fund_currency(charter: &Charter, amount: Money) -> Result<(), Refusal> {
    let fund = charter.fund().currency();
    if amount.currency() == fund {
        Ok(())
    } else {
        Err(Refusal::OtherCurrency { fund, given: amount.currency() })
    }
}

/// F1, and F2: the amount is more than nothing.
pub(crate) fn positive_in_fund_currency(charter: &Charter, amount: Money) -> Result<(), Refusal> {
    in_fund_currency(charter, amount)?;
    if amount.is_positive() { Ok(()) } else { Err(Refusal::NotPositive(amount)) }
}

/// F15: nobody signs, or is put on record, for more than the target. One absurd sum would take nearly all of every
/// call, or be the whole plan.
pub(super) fn within_target(charter: &Charter, amount: Money) -> Result<(), Refusal> {
    let target = charter.fund().target();
    if amount.minor() > target.minor() { Err(Refusal::BeyondTarget { amount, target }) } else { Ok(()) }
}

/// The lesser of two amounts of one currency.
pub(super) fn lesser(one: Money, other: Money) -> Money {
    if other.minor() < one.minor() { other } else { one }
}

/// What of an amount counts towards commitment authority by this share, rounded down.
pub(super) fn counted(share: Option<quorate_voting::Ratio>, amount: Money) -> Result<Money, Refusal> {
    let Some(share) = share else { return Ok(Money::zero(amount.currency())) };
    let (numerator, denominator) = (i128::from(share.numerator()), i128::from(share.denominator()));
    // An amount has at most 10^18 units and a share at most 10^9 parts: the product fits.
    let minor = amount.minor().checked_mul(numerator).and_then(|product| product.checked_div(denominator));
    Ok(Money::new(minor.unwrap_or_default(), amount.currency())?)
}
