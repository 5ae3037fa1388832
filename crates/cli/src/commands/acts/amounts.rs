//! Amounts and texts as they are typed.

use quorate_ledger::{Currency, Money};
use quorate_partnership::Phrase;
use quorate_partnership::fund::Reference;

use super::Desk;
use crate::failure::Failure;
use crate::present::visible;

/// An amount in the fund's currency, as a decimal string.
pub(super) fn amount(desk: &Desk<'_>, typed: &str) -> Result<Money, Failure> {
    amount_in(desk.records.charter().fund().currency(), typed)
}

/// A currency by its code.
pub(super) fn currency(typed: &str) -> Result<Currency, Failure> {
    Currency::from_code(typed)
        .map_err(|error| Failure::usage(format!("{error}"), "give a code of ISO 4217, such as `EUR`"))
}

/// An amount in a currency, as a decimal string.
pub(super) fn amount_in(currency: Currency, typed: &str) -> Result<Money, Failure> {
    Money::parse(typed, currency).map_err(|error| {
        let example =
            Money::parse("1400000000", currency).map(|amount| amount.to_string()).unwrap_or_default();
        let help = format!("amounts are in {}, written as `{example}`", currency.code());
        Failure::usage(format!("`{typed}` is not an amount: {error}"), help)
    })
}

/// A line of text for the record.
pub(super) fn phrase(typed: &str) -> Result<Phrase, Failure> {
    typed.parse().map_err(|error| {
        Failure::usage(format!("`{}` cannot be recorded", visible(typed)), format!("{error}"))
    })
}

/// The bank's reference of a line.
pub(super) fn reference(typed: &str) -> Result<Reference, Failure> {
    typed.parse().map_err(|error| {
        Failure::usage(format!("`{}` cannot be a bank's reference", visible(typed)), format!("{error}"))
    })
}
