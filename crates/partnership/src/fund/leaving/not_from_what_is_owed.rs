//! What a State that left is owed pays no help that was approved afterwards. Article: payments.

use quorate_ledger::{Account, Money};

use crate::fund::chart::{account, book};
use crate::fund::{LineRefusal, Refusal};
use crate::ids::CaseNo;
use crate::partnership::Partnership;

/// Whether there is enough cash for this tranche of a case without that of States that left before it was approved.
///
/// # Errors
/// F88: there is not.
pub(crate) fn not_from_what_is_owed(
    partnership: &Partnership,
    case: CaseNo,
    amount: Money,
) -> Result<(), Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let cash = book::cash(charter);
    let mut owed = 0_i128;
    for (member, settlements) in &fund.settlements.of {
        // What was approved and open whenever the State left came first: its share is of what is beyond that.
        if settlements.iter().any(|settlement| !settlement.open.contains(&case)) {
            let account = Account::new(account::SETTLEMENT, member.as_str())?;
            owed = owed.saturating_add(fund.books().available(&cash, &account).unwrap_or_default());
        }
    }
    if owed <= 0 {
        return Ok(());
    }
    let at_bank = fund.books().available(&cash, &Account::new(account::CASH, "")?).unwrap_or_default();
    let left = at_bank.saturating_sub(owed).max(0);
    // F88: the cash beyond what they are owed pays it.
    if amount.minor() > left {
        let left = Money::new(left, amount.currency())?;
        return Err(LineRefusal::OwedToLeavers { amount, left }.into());
    }
    Ok(())
}
