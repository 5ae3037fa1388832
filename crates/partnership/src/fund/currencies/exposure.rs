//! Whether new help is covered at the latest rates: what they take beyond the buffers is not there to be promised.
//! Article: currencies.

use quorate_ledger::{Account, Money};

use super::{CurrencyRefusal, buffer, pair};
use crate::fund::Refusal;
use crate::fund::chart::{account, book};
use crate::moment::Day;
use crate::partnership::Partnership;

/// F61: what is available covers this, less what the latest rates take beyond the buffers. What was promised before is
/// not asked again.
pub(crate) fn covers(partnership: &Partnership, total: Money) -> Result<(), Refusal> {
    let takes = rates_take(partnership)?;
    if !takes.is_positive() {
        return Ok(());
    }
    let available = Account::new(account::AVAILABLE, "")?;
    let authority = book::authority(partnership.charter());
    let available = partnership.fund().books().available(&authority, &available).unwrap_or_default();
    let left = Money::new(available.saturating_sub(takes.minor()).max(0), total.currency())?;
    if total.minor() > left.minor() {
        return Err(CurrencyRefusal::RatesTake { total, left, takes }.into());
    }
    Ok(())
}

/// Currency by currency, what is held is worth less than it cost by so much more than is kept back for it: no gain of one
/// makes up for another's loss. Where something is short, nothing is available (F71).
fn rates_take(partnership: &Partnership) -> Result<Money, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let own = charter.fund().currency();
    let mut takes = Money::zero(own);
    for currency in fund.currencies.currencies() {
        let position = fund.position(charter, currency)?;
        // Whatever its day: an old rate is the best that is known.
        let Some((_, rate, _)) = fund.currencies.latest(currency, own, Day(u32::MAX)) else { continue };
        let loss = position.cost.checked_sub(rate.convert(position.held)?)?;
        if !loss.is_positive() {
            continue;
        }
        let loss = buffer::rounded_up(loss, charter.fund().paid_in_counts())?;
        let beyond = loss.checked_sub(fund.buffer(charter, &pair(currency, own))?)?;
        if beyond.is_positive() {
            takes = takes.checked_add(beyond)?;
        }
    }
    Ok(takes)
}
