//! Amounts and texts as they are typed.

use quorate_ledger::Money;
use quorate_partnership::Phrase;

use super::Desk;
use crate::failure::Failure;

/// An amount in the fund's currency, as a decimal string.
pub(super) fn amount(desk: &Desk<'_>, typed: &str) -> Result<Money, Failure> {
    let currency = desk.records.charter().fund().currency();
    Money::parse(typed, currency).map_err(|error| {
        let help = format!("amounts are in {}, written as `1400000000.00`", currency.code());
        Failure::usage(format!("`{typed}` is not an amount: {error}"), help)
    })
}

/// A line of text for the record.
pub(super) fn phrase(typed: &str) -> Result<Phrase, Failure> {
    typed.parse().map_err(|error| {
        Failure::usage(format!("`{}` cannot be recorded", typed.escape_debug()), format!("{error}"))
    })
}
