//! A State's share of what the fund has beyond approved help: exact, rounded down once.

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Account, Money, Side};

use super::Reckoning;
use crate::fund::chart::{account, book};
use crate::fund::sums::{all_of, held_for_others};
use crate::fund::{DueOf, Fund, Refusal};
use crate::moment::Moment;
use crate::partnership::Partnership;

impl Reckoning {
    /// The part of the whole, as if what is due had been paid: `(paid + due) * (net + due) / (whole + due)`, rounded down;
    /// nothing where there is nothing to share.
    pub(super) fn share(&self) -> Result<Money, Refusal> {
        let with = |sum: Money| Ok::<i128, Refusal>(sum.checked_add(self.due)?.minor());
        let (part, whole, net) = (with(self.paid)?, with(self.whole)?, with(self.net)?);
        // Each is at most 10^18: the product fits.
        let share = part.saturating_mul(net.max(0)).checked_div(whole).unwrap_or_default();
        Ok(Money::new(share, self.paid.currency())?)
    }
}

/// The share of a State that leaves at this moment. Those that leave at the same moment are counted alike, whoever is
/// booked first.
pub(super) fn of(partnership: &Partnership, member: MemberCode, left: Moment) -> Result<Reckoning, Refusal> {
    let (charter, fund) = (partnership.charter(), partnership.fund());
    let currency = charter.fund().currency();
    let money = |minor| Money::new(minor, currency);
    let (paid, due) = paid_in_and_due(fund, charter, member)?;
    let (mut whole, mut net) = (0_i128, net(fund, charter)?);
    for (other, _) in charter.members() {
        whole = whole.saturating_add(paid_in_and_due(fund, charter, other)?.0);
    }
    let together = fund.settlements.of.values().flatten().filter(|settlement| settlement.left == left);
    for settlement in together {
        whole = whole.saturating_add(settlement.reckoning.paid.minor());
        let rest = settlement.plan.iter().map(|instalment| instalment.amount.minor());
        net = rest.fold(net, i128::saturating_add);
    }
    Ok(Reckoning { paid: money(paid)?, due: money(due)?, whole: money(whole)?, net: money(net)? })
}

/// The fund's own cash and what it invested, less approved help that was not paid and what is set aside for a budget, and less
/// what some paid in the place of others.
pub(super) fn net(fund: &Fund, charter: &Charter) -> Result<i128, Refusal> {
    let (cash, authority) = (book::cash(charter), book::authority(charter));
    let mut advanced = all_of(fund, cash, account::REIMBURSABLE);
    for member in fund.agreements.keys() {
        let unpaid = unpaid(fund, *member).filter(|(of, _)| matches!(of, DueOf::StepUp { .. }));
        advanced = unpaid.fold(advanced, |sum, (_, minor)| sum.saturating_sub(minor));
    }
    let set_aside = [account::ALLOCATED, account::COMMITTED, account::BUDGET];
    let approved =
        set_aside.iter().fold(0_i128, |sum, code| sum.saturating_add(all_of(fund, authority, *code)));
    let invested = all_of(fund, cash, account::INVESTMENTS);
    let own = all_of(fund, cash, account::CASH)
        .saturating_add(invested)
        .saturating_sub(held_for_others(fund, cash));
    Ok(own.saturating_sub(advanced).saturating_sub(approved))
}

/// What a member in fact paid in under the agreements that it has not been settled for, and what is due from it under them.
/// What was due already when it left before was counted then, and is due still.
fn paid_in_and_due(fund: &Fund, charter: &Charter, member: MemberCode) -> Result<(i128, i128), Refusal> {
    let cash = book::cash(charter);
    let stands = |code, side| -> Result<i128, Refusal> {
        Ok(fund.books().balance(&cash, &Account::new(code, member.as_str())?).net(side))
    };
    let signed = stands(account::PAID_IN, Side::Credit)?;
    let not_due = stands(account::RECEIVABLE, Side::Debit)?;
    // What is asked in the place of another is receivable too, and no capital.
    let asked = fund.scheduled(member).iter().filter(|next| matches!(next.of, DueOf::StepUp { .. }));
    let not_due = asked.fold(not_due, |sum, next| sum.saturating_sub(next.amount.minor()));
    let counted = fund.settlements.left_behind(member);
    let asked = signed.saturating_sub(not_due).saturating_sub(counted).max(0);
    let due = capital_due(fund, member).min(asked);
    Ok((asked.saturating_sub(due), due))
}

/// What is due from a member as capital, what the others advanced included.
fn capital_due(fund: &Fund, member: MemberCode) -> i128 {
    let capital = fund.owed.of(member).filter(|item| !matches!(item.of, DueOf::StepUp { .. }));
    capital.fold(0, |sum, item| sum.saturating_add(item.amount.minor()))
}

/// What a member was asked for and has not paid, due or not.
fn unpaid(fund: &Fund, member: MemberCode) -> impl Iterator<Item = (DueOf, i128)> {
    let due = fund.owed.of(member).map(|item| (item.of, item.amount.minor()));
    due.chain(fund.scheduled(member).iter().map(|next| (next.of, next.amount.minor())))
}
