//! What a bank on the way kept of a member's payment, where the fund bears it: the member has paid, and the fund is charged.
//! Article: contributions.

use quorate_charter::MemberCode;
use quorate_ledger::Money;

use super::about::About;
use super::amounts::positive_in_fund_currency;
use super::bookings::Bookings;
use super::dues::{Dues, From};
use super::treasury::{self, Cause};
use super::{LineRefusal, Refusal};
use crate::event::Event as AnyEvent;
use crate::ids::LineNo;
use crate::moment::Day;
use crate::partnership::Partnership;

/// Whether the fund bears what a bank kept of a payment, as things are.
pub(super) fn bookable(
    partnership: &Partnership,
    from: MemberCode,
    (amount, fee): (Money, Money),
) -> Result<(), Refusal> {
    let charter = partnership.charter();
    positive_in_fund_currency(charter, fee)?;
    // F85: the fund bears fees only where the charter says so, and up to what it says of one payment.
    let borne = charter.contributions().fees_borne().unwrap_or(Money::zero(fee.currency()));
    if fee.minor() > borne.minor() {
        return Err(LineRefusal::FeeNotBorne { fee, borne }.into());
    }
    // F86: the fee was kept of money that came, and is no more than that came.
    if fee.minor() > amount.minor() {
        return Err(LineRefusal::FeeBeyondMoney { fee, came: amount }.into());
    }
    // F86: it was money for what is due, and pays no more of it than the money leaves.
    let mut items = partnership.fund().owed.of(from);
    let owed = items.try_fold(Money::zero(fee.currency()), |sum, item| sum.checked_add(item.amount))?;
    if amount.checked_add(fee)?.minor() > owed.minor() {
        return Err(LineRefusal::FeeBeyondDue { member: from, owed, paid: amount.checked_add(fee)? }.into());
    }
    Ok(())
}

/// The money pays what is due, and so does what the bank kept of it: that is the fund's charge.
pub(super) fn receipt(
    partnership: &Partnership,
    from: MemberCode,
    (amount, fee): (Money, Money),
    (line, on): (LineNo, Day),
    bookings: &mut Bookings<'_>,
) -> Result<AnyEvent, Refusal> {
    let (charter, fund, about) = (partnership.charter(), partnership.fund(), About::Line { line });
    let mut dues = Dues::new(charter, fund);
    dues.come_in(from, amount, about, bookings)?;
    dues.pay(from, From::Kept, fee, about, bookings)?;
    treasury::take(partnership, (Cause::BankCharge { line }, fee, on), about, bookings)
}

#[cfg(test)]
mod tests;
