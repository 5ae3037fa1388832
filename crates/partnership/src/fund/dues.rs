//! What is due from members, and what pays it: money that comes in, or came in before it was due.
//! Article: contributions.

use alloc::collections::BTreeMap;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Account, Entry, Money};

use super::about::About;
use super::advances::Advances;
use super::amounts::{counted, lesser};
use super::bookings::{Bookings, moved};
use super::chart::{account, book};
use super::currencies::{Kept, grant};
use super::{DueOf, Fund, Item, Owed, Refusal, late};
use crate::moment::Moment;

/// Dues on their way into the books: what stands, with all that was booked through this so far.
pub(super) struct Dues<'p> {
    charter: &'p Charter,
    fund: &'p Fund,
    owed: Owed,
    advances: Advances,
    /// What stands on accounts of members that were touched.
    standing: BTreeMap<(u16, MemberCode), Money>,
    /// Through which clearing account the money comes, if it came in another currency.
    through: Option<Kept<'p>>,
}

/// Where the money is that pays.
#[derive(Clone, Copy)]
pub(super) enum From {
    Bank,
    Prepaid,
    Settlement,
    /// With a bank that kept it on the way, at the fund's charge.
    Kept,
}

impl<'p> Dues<'p> {
    /// What is due as things are.
    pub(super) fn new(charter: &'p Charter, fund: &'p Fund) -> Dues<'p> {
        let (owed, advances) = (fund.owed.clone(), fund.advances.clone());
        Dues { charter, fund, owed, advances, standing: BTreeMap::new(), through: None }
    }

    /// The same for money that came in another currency: it stands on the clearing account, and of what it makes
    /// available a share is kept back.
    pub(super) fn through(self, kept: Kept<'p>) -> Dues<'p> {
        Dues { through: Some(kept), ..self }
    }

    /// An amount falls due, against this account of the member. What the member paid before pays it at once: nobody's
    /// money waits beside its own due.
    pub(super) fn fall_due(
        &mut self,
        member: MemberCode,
        amount: Money,
        (against, about): (u16, About),
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        if !amount.is_positive() {
            return Ok(());
        }
        let of = member.as_str();
        let due = moved(book::cash(self.charter), (account::DUE, of), (against, of), amount)?;
        self.owed.note(&due, &about, bookings.effective().begins(), bookings.effective());
        bookings.post(due, about);
        self.pay(member, From::Prepaid, self.standing(account::PREPAID, member)?, about, bookings)
    }

    /// Money comes in. It pays what is due; what is over is held for the member and is nobody's income.
    pub(super) fn come_in(
        &mut self,
        member: MemberCode,
        amount: Money,
        about: About,
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        self.pay(member, From::Bank, amount, about, bookings)
    }

    /// Interest on what is late is due like anything else. It is the fund's income, and counts for no authority.
    pub(super) fn charge(
        &mut self,
        member: MemberCode,
        interest: Money,
        about: About,
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        if interest.is_positive() {
            let of = (account::LATE, member.as_str());
            bookings
                .post(moved(book::cash(self.charter), of, (account::LATE_INTEREST, ""), interest)?, about);
            self.change(account::LATE, member, interest)?;
        }
        Ok(())
    }

    /// Takes the oldest of what is due under the member's agreement out of what is due: a note stands for it.
    pub(super) fn noted(&mut self, member: MemberCode, amount: Money) -> alloc::vec::Vec<Item> {
        self.owed.pay(member, amount, |item| item.of == DueOf::Agreement && !item.defaulted)
    }

    /// What a line had paid is owed again, and what it had booked of members' accounts stands there no more.
    pub(super) fn take_back<'e>(
        &mut self,
        (paid, now): (&[(MemberCode, Item)], Moment),
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Result<(), Refusal> {
        for (member, item) in paid {
            self.owed.owes_again(*member, *item, now);
        }
        let cash = book::cash(self.charter);
        for leg in entries.filter(|entry| entry.book() == cash).flat_map(Entry::legs) {
            let Ok(member) = leg.account().of().parse::<MemberCode>() else { continue };
            let normal = self.fund.books().chart().find(leg.account().code()).map(|kind| kind.normal);
            let amount = Money::new(leg.minor(), cash.currency())?;
            let by = if normal == Some(leg.side()) { amount.checked_neg()? } else { amount };
            self.change(leg.account().code(), member, by)?;
        }
        Ok(())
    }

    /// What stands as prepaid pays what is due, where a correction left both.
    pub(super) fn pay_from_prepaid(
        &mut self,
        member: MemberCode,
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        let prepaid = self.standing(account::PREPAID, member)?;
        self.pay(member, From::Prepaid, prepaid, About::Agreement { of: member }, bookings)
    }

    /// What the fund owes a State that left pays what is due from it; says what is left.
    pub(super) fn set_off(
        &mut self,
        member: MemberCode,
        amount: Money,
        about: About,
        bookings: &mut Bookings<'_>,
    ) -> Result<Money, Refusal> {
        let before = self.standing(account::SETTLEMENT, member)?;
        self.pay(member, From::Settlement, amount, about, bookings)?;
        let paid = before.checked_sub(self.standing(account::SETTLEMENT, member)?)?;
        Ok(amount.checked_sub(paid)?)
    }

    /// All that is due from a member, interest that is booked included.
    pub(super) fn all_due(&self, member: MemberCode) -> Result<Money, Refusal> {
        let late = self.standing(account::LATE, member)?;
        Ok(self.owed.of(member).try_fold(late, |sum, item| sum.checked_add(item.amount))?)
    }

    /// The one place where a due is paid: the oldest principal first, then interest.
    pub(super) fn pay(
        &mut self,
        member: MemberCode,
        from: From,
        amount: Money,
        about: About,
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        if !amount.is_positive() {
            return Ok(());
        }
        // F23: the oldest due first, whatever it is of.
        let paid = self.owed.pay(member, amount, |_| true);
        let none = Money::zero(amount.currency());
        let sum = |advanced| {
            paid.iter()
                .filter(|item| item.advanced == advanced)
                .try_fold(none, |sum, i| sum.checked_add(i.amount))
        };
        let (own, advanced) = (sum(false)?, sum(true)?);
        self.settle(member, from, account::DUE, own, about, bookings)?;
        let items = paid.iter().filter(|item| !item.advanced);
        self.grant(own, (items, from), about, bookings)?;
        self.settle(member, from, account::RECOVERABLE, advanced, about, bookings)?;
        let interest = late::on_payment(self.charter, paid.iter(), bookings.day())?;
        self.charge(member, interest, about, bookings)?;
        let left = amount.checked_sub(own)?.checked_sub(advanced)?;
        let late = lesser(left, self.standing(account::LATE, member)?);
        self.settle(member, from, account::LATE, late, about, bookings)?;
        self.change(account::LATE, member, late.checked_neg()?)?;
        if let From::Bank = from {
            self.settle(member, from, account::PREPAID, left.checked_sub(late)?, about, bookings)?;
        }
        self.give_back(member, &paid, bookings)
    }

    /// Moves money that pays to what it pays.
    fn settle(
        &mut self,
        member: MemberCode,
        from: From,
        to: u16,
        amount: Money,
        about: About,
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        if !amount.is_positive() {
            return Ok(());
        }
        let of = member.as_str();
        let source = match from {
            From::Bank => self.through.map_or((account::CASH, ""), |kept| (account::CLEARING, kept.pair)),
            From::Prepaid => (account::PREPAID, of),
            From::Settlement => (account::SETTLEMENT, of),
            From::Kept => (account::BANK_CHARGES, ""),
        };
        bookings.post(moved(book::cash(self.charter), source, (to, of), amount)?, about);
        match (from, to) {
            (From::Prepaid, _) => self.change(account::PREPAID, member, amount.checked_neg()?),
            (From::Settlement, _) => self.change(account::SETTLEMENT, member, amount.checked_neg()?),
            (From::Bank, account::PREPAID) => self.change(account::PREPAID, member, amount),
            (From::Bank | From::Kept, _) => Ok(()),
        }
    }

    /// What is paid in counts towards commitment authority by the charter's share, rounded down, less what counted
    /// already as a note. What the others advanced counted when they paid it.
    // F22: a note and the money for it never count twice.
    fn grant<'i>(
        &self,
        paid: Money,
        (mut items, from): (impl Iterator<Item = &'i Item>, From),
        about: About,
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        let noted =
            items.try_fold(Money::zero(paid.currency()), |sum, item| sum.checked_add(item.counted))?;
        let counts = counted(self.charter.fund().paid_in_counts(), paid)?.checked_sub(noted)?;
        let kept = match from {
            From::Bank => self.through,
            From::Prepaid | From::Settlement | From::Kept => None,
        };
        grant(self.charter, counts, kept, about, bookings)
    }

    /// The debtor pays what the others advanced: it goes back to them, and they can be called for it again. What one of
    /// them owes itself, that pays.
    fn give_back(
        &mut self,
        debtor: MemberCode,
        paid: &[Item],
        bookings: &mut Bookings<'_>,
    ) -> Result<(), Refusal> {
        let (cash, memoranda) = (book::cash(self.charter), book::memoranda(self.charter));
        let mut by_call = BTreeMap::new();
        for item in paid.iter().filter(|item| item.advanced) {
            let Some(call) = item.of.call() else { continue };
            let sum = by_call.entry(call).or_insert(Money::zero(item.amount.currency()));
            *sum = sum.checked_add(item.amount)?;
        }
        for (call, sum) in by_call {
            let about = About::StepUp { call, of: debtor };
            for back in self.advances.give_back(call, debtor, sum) {
                let (member, of) = (back.member, back.member.as_str());
                let given = moved(cash, (account::REIMBURSABLE, of), (account::PREPAID, of), back.amount)?;
                bookings.post(given, about);
                self.change(account::PREPAID, member, back.amount)?;
                // F27: as long as it is bound by what it signed when it was called.
                if self.fund.is_bound_by(call, member) {
                    let again =
                        moved(memoranda, (account::CALLABLE, of), (account::CONTRA, ""), back.amount)?;
                    bookings.post(again, about);
                }
                // Whoever advanced was not in default then, so that what it owes now it owes to others: this ends.
                let waits = self.standing(account::PREPAID, member)?;
                self.pay(member, From::Prepaid, waits, about, bookings)?;
            }
        }
        Ok(())
    }

    fn change(&mut self, code: u16, member: MemberCode, by: Money) -> Result<(), Refusal> {
        let stands = self.standing(code, member)?.checked_add(by)?;
        self.standing.insert((code, member), stands);
        Ok(())
    }

    /// What stands on one of a member's accounts, the entries to come included.
    fn standing(&self, code: u16, member: MemberCode) -> Result<Money, Refusal> {
        if let Some(stands) = self.standing.get(&(code, member)) {
            return Ok(*stands);
        }
        let account = Account::new(code, member.as_str())?;
        let stands = self.fund.books().available(&book::cash(self.charter), &account);
        Ok(Money::new(stands.unwrap_or_default(), self.charter.fund().currency())?)
    }
}

#[cfg(test)]
mod tests;
