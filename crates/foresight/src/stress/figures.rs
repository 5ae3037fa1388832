//! What the books say on a day.

use alloc::format;
use alloc::vec::Vec;

use quorate_charter::{Charter, MemberCode};
use quorate_ledger::{Account, BookId, Books, Currency, Money};
use quorate_partnership::Day;
use quorate_partnership::fund::book;
use quorate_records::Liquidity;

use crate::rehearsal::account;

/// What the books say on a day. Amounts in the smallest units of the fund's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rung {
    /// How many days ahead.
    pub days: u32,
    /// What members paid in, less what went back to them.
    pub paid_in: i128,
    /// What those that are not assumed to default can still be called for.
    pub callable: i128,
    /// What could be promised, and what was since day 0: commitment authority that is available, set aside and used since.
    pub available: i128,
    /// What could be paid, and what was since day 0: the fund's own cash in its currency, and what was paid for help since.
    pub cash: i128,
    /// What is to be paid by then: what is promised, and what was approved before day 0 and not paid.
    pub due: i128,
}

impl Rung {
    /// What could be both promised and paid by that day, what was since day 0 included: the lesser of the two.
    #[must_use]
    pub fn there(&self) -> i128 {
        self.available.min(self.cash)
    }
}

/// The books of a fund.
#[derive(Clone, Copy)]
pub(super) struct Figures<'b> {
    pub(super) books: &'b Books,
    pub(super) charter: &'b Charter,
    pub(super) today: Day,
}

impl Figures<'_> {
    /// What stands on an account of the fund's currency.
    pub(super) fn of(&self, in_book: BookId, code: u16, of: &str) -> i128 {
        let Ok(account) = Account::new(code, of) else { return 0 };
        self.books.available(&in_book, &account).unwrap_or_default()
    }

    /// What stands on all accounts of a kind.
    pub(super) fn sum(&self, in_book: BookId, code: u16) -> i128 {
        let all =
            self.books.accounts().filter(|(book, account, _)| *book == in_book && account.code() == code);
        all.fold(0_i128, |sum, (_, account, _)| {
            sum.saturating_add(self.books.available(&in_book, account).unwrap_or_default())
        })
    }

    /// What could be paid and promised, by the code that answers `quorate fund liquidity`.
    pub(super) fn liquidity(&self) -> Liquidity {
        Liquidity::of_books(self.books, self.charter, self.today)
    }

    pub(super) fn callable(&self, member: MemberCode) -> i128 {
        self.of(book::memoranda(self.charter), account::CALLABLE, member.as_str()).max(0)
    }

    /// What a member owes that is due: principal, and interest.
    pub(super) fn owes(&self, member: MemberCode) -> (i128, i128) {
        let cash = book::cash(self.charter);
        let of = |code| self.of(cash, code, member.as_str());
        (of(account::DUE).saturating_add(of(account::ADVANCED)), of(account::LATE))
    }

    /// What is to come from a member by what was called or fell due, and no note is held for.
    pub(super) fn still_comes(&self, member: MemberCode) -> i128 {
        let cash = book::cash(self.charter);
        let of = |code| self.of(cash, code, member.as_str());
        // What notes are held for is authority already, and comes on the days that they say.
        let notes = self.of(book::memoranda(self.charter), account::NOTES, member.as_str());
        of(account::RECEIVABLE).saturating_sub(notes).saturating_add(of(account::DUE))
    }

    pub(super) fn short(&self) -> i128 {
        self.of(book::authority(self.charter), account::SHORT, "")
    }

    pub(super) fn consumed(&self) -> i128 {
        self.sum(book::authority(self.charter), account::CONSUMED)
    }

    /// What members paid in. What others gave in the place of a member is in, what is still to come is not.
    pub(super) fn paid_in(&self) -> i128 {
        let cash = book::cash(self.charter);
        let signed = [account::PAID_IN, account::GIVEN_BACK].map(|code| self.sum(cash, code));
        let to_come = [account::RECEIVABLE, account::DUE, account::ADVANCED].map(|code| self.sum(cash, code));
        let add = |sum: i128, one: &i128| sum.saturating_add(*one);
        signed.iter().fold(0, add).saturating_sub(to_come.iter().fold(0, add))
    }

    /// What is held of other currencies, and what each had cost in the fund's.
    pub(super) fn abroad(&self) -> Vec<(Money, Money)> {
        let (own, cash) = (self.charter.fund().currency(), book::cash(self.charter));
        let cost = |other: Currency| {
            let pair = format!("{other}-{own}");
            // Clearing stands in the place of cash: on the other side of its own.
            Money::new(self.of(cash, account::CLEARING, &pair).saturating_neg(), own).ok()
        };
        let held = self
            .liquidity()
            .other_currencies
            .into_iter()
            .filter_map(|(currency, minor)| Some((Money::new(minor, currency).ok()?, cost(currency)?)));
        held.filter(|(held, _)| held.is_positive()).collect()
    }
}
