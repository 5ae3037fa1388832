//! Commitment authority of money in other currencies: a share of it is kept back against what rates take. Article:
//! currencies.

use alloc::format;
use alloc::string::String;

use quorate_charter::Charter;
use quorate_ledger::{Account, Currency, Money};
use quorate_voting::Ratio;

use crate::fund::about::About;
use crate::fund::bookings::{Bookings, moved};
use crate::fund::chart::{account, book};
use crate::fund::{Fund, Refusal};

/// What the accounts of a currency beside the fund's are of: `EUR-USD`.
pub(in crate::fund) fn pair(currency: Currency, fund: Currency) -> String {
    format!("{currency}-{fund}")
}

/// Of what, and which share is kept back.
#[derive(Clone, Copy, Debug)]
pub(in crate::fund) struct Kept<'p> {
    pub(in crate::fund) pair: &'p str,
    pub(in crate::fund) share: Option<Ratio>,
}

/// The one place where commitment authority is granted. What an exchange took and nothing could give is filled first;
/// of the rest, a share is kept back if it comes of money in another currency, rounded up.
pub(in crate::fund) fn grant(
    charter: &Charter,
    counts: Money,
    kept: Option<Kept<'_>>,
    about: About,
    bookings: &mut Bookings<'_>,
) -> Result<(), Refusal> {
    let authority = book::authority(charter);
    let short = bookings.stands(&authority, &Account::new(account::SHORT, "")?);
    let fills = Money::new(short.clamp(0, counts.minor().max(0)), counts.currency())?;
    let rest = counts.checked_sub(fills)?;
    let (pair, kept_back) = match kept {
        Some(Kept { pair, share }) => (pair, rounded_up(rest, share)?),
        None => ("", Money::zero(counts.currency())),
    };
    let free = rest.checked_sub(kept_back)?;
    for (to, amount) in [
        ((account::SHORT, ""), fills),
        ((account::BUFFER, pair), kept_back),
        ((account::AVAILABLE, ""), free),
    ] {
        if amount.is_positive() {
            bookings.post(moved(authority, (account::GRANTED, ""), to, amount)?, about);
        }
    }
    Ok(())
}

/// A share of an amount that is not negative, rounded up to its smallest unit.
pub(in crate::fund) fn rounded_up(amount: Money, share: Option<Ratio>) -> Result<Money, Refusal> {
    let Some(share) = share else { return Ok(Money::zero(amount.currency())) };
    let (above, below) = (i128::from(share.numerator()), i128::from(share.denominator()));
    // At most 10^18 times 10^9.
    let product = amount.minor().saturating_mul(above).saturating_add(below.saturating_sub(1));
    Ok(Money::new(product.checked_div(below).unwrap_or_default(), amount.currency())?)
}

impl Fund {
    /// What is kept back for a currency.
    pub(super) fn buffer(&self, charter: &Charter, pair: &str) -> Result<Money, Refusal> {
        let buffer = Account::new(account::BUFFER, pair)?;
        let stands = self.books.available(&book::authority(charter), &buffer).unwrap_or_default();
        Ok(Money::new(stands, charter.fund().currency())?)
    }
}
