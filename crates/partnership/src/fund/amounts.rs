//! What holds for every amount that is typed for the fund. Articles: the fund, contributions.

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
