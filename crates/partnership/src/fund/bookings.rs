//! Entries on their way into the books: numbered, and admitted all together or not at all.

use alloc::vec::Vec;

use quorate_ledger::{Account, BookId, Entry, HoldId, Money};

use super::about::About;
use super::chart::account;
use super::event::Event;
use super::{Fund, Refusal};
use crate::event::Event as AnyEvent;
use crate::ids::EntryNo;
use crate::moment::Day;
use crate::partnership::Partnership;

/// A list of entries that one command or deadline brings.
pub(crate) struct Bookings<'f> {
    fund: &'f Fund,
    effective: Day,
    late: Option<Day>,
    entries: Vec<Entry>,
    events: Vec<Event>,
    numbered: usize,
}

impl<'f> Bookings<'f> {
    /// Nothing yet; everything added has effect on this day, or, if that is sealed, on the first that is not.
    pub(crate) fn new(fund: &'f Fund, day: Day) -> Bookings<'f> {
        // F51: no entry has effect on a sealed day; what is late keeps its own.
        let effective = fund.closing.open_day(day);
        let late = Some(day).filter(|day| *day != effective);
        Bookings { fund, effective, late, entries: Vec::new(), events: Vec::new(), numbered: fund.entries }
    }

    /// The day on which everything added has effect.
    pub(super) fn effective(&self) -> Day {
        self.effective
    }

    /// The day that everything added is of, sealed or not: whoever paid on it is not late because it was sealed.
    pub(super) fn day(&self) -> Day {
        self.late.unwrap_or(self.effective)
    }

    fn number(&mut self) -> EntryNo {
        let number = EntryNo::after(self.numbered);
        self.numbered = self.numbered.saturating_add(1);
        number
    }

    /// Adds an entry.
    pub(crate) fn post(&mut self, entry: Entry, about: About) {
        self.add(entry, about, None);
    }

    /// Adds an entry, and with effect on this later day the one that takes it back.
    pub(crate) fn post_until(&mut self, entry: &Entry, about: About, later: Day) {
        let number = EntryNo::after(self.numbered);
        self.post(entry.clone(), about);
        // A day that was sealed meanwhile is not booked on: then both have effect on the same day.
        let later = later.max(self.effective);
        let effective = core::mem::replace(&mut self.effective, later);
        self.reverse(number, entry, about);
        self.effective = effective;
    }

    /// What will be available on an account once the entries so far are in the books.
    pub(crate) fn stands(&self, book: &BookId, account: &Account) -> i128 {
        let books = self.fund.books();
        let Some(kind) = books.chart().find(account.code()) else { return 0 };
        let entries = self.entries.iter().filter(|entry| entry.book() == *book);
        let legs = entries.flat_map(Entry::legs).filter(|leg| leg.account() == account);
        let now = books.available(book, account).unwrap_or_default();
        legs.fold(now, |stands, leg| {
            if leg.side() == kind.normal {
                stands.saturating_add(leg.minor())
            } else {
                stands.saturating_sub(leg.minor())
            }
        })
    }

    /// Adds the entry that takes an earlier one back.
    pub(crate) fn reverse(&mut self, number: EntryNo, entry: &Entry, about: About) {
        self.add(entry.reversal(), about, Some(number));
    }

    fn add(&mut self, entry: Entry, about: About, reverses: Option<EntryNo>) {
        let (number, effective) = (self.number(), self.effective);
        // F51: what takes back an entry of a sealed day corrects a period that is over, and says which day it was.
        // An entry of this very list is of the list's own day.
        let booked = reverses.filter(|entry| entry.index().is_some_and(|at| at < self.fund.entries));
        let late = booked.and_then(|entry| self.fund.closing.sealed_day_of(entry)).or(self.late);
        self.entries.push(entry.clone());
        self.events.push(Event::Posted { number, entry, about, effective, reverses, late });
    }

    /// Posts what was set aside.
    pub(crate) fn post_hold(&mut self, hold: HoldId) {
        let (number, effective, late) = (self.number(), self.effective, self.late);
        self.events.push(Event::HoldPosted { hold, number, effective, late });
    }

    /// The events, and after them an entry that is set aside; it may take what the entries before it bring.
    ///
    /// # Errors
    /// F12: a limit of an account would be broken.
    pub(crate) fn admitted_and_held(
        mut self,
        hold: HoldId,
        entry: Entry,
        about: About,
    ) -> Result<Vec<AnyEvent>, Refusal> {
        // A hold needs what it would take if it were posted, and as the last of the list it brings nothing.
        self.entries.push(entry.clone());
        self.events.push(Event::Held { hold, entry, about });
        self.admitted()
    }

    /// F71: whatever makes commitment authority available fills what is short first.
    fn fill_short(&mut self) -> Result<(), Refusal> {
        let of_authority = self.events.iter().rev().find_map(|event| match event {
            Event::Posted { entry, about, .. } if matches!(entry.book(), BookId::Authority(_)) => {
                Some((entry.book(), *about))
            }
            _ => None,
        });
        let Some((book, about)) = of_authority else { return Ok(()) };
        let stands = |code| Account::new(code, "").map(|account| self.stands(&book, &account));
        let fills = stands(account::SHORT)?.min(stands(account::AVAILABLE)?);
        if fills > 0 {
            let fills = Money::new(fills, book.currency())?;
            self.post(moved(book, (account::AVAILABLE, ""), (account::SHORT, ""), fills)?, about);
        }
        Ok(())
    }

    /// The events, if the books take all of them.
    ///
    /// # Errors
    /// F12: a limit of an account would be broken.
    pub(crate) fn admitted(mut self) -> Result<Vec<AnyEvent>, Refusal> {
        self.fill_short()?;
        // F12: the limits of the accounts, holds included.
        self.fund.books.admits(&self.entries)?;
        Ok(self.events.into_iter().map(AnyEvent::from).collect())
    }
}

/// The entry that moves an amount from one account to another: debits the first, credits the second.
///
/// # Errors
/// F14: an amount or account that the books cannot hold.
pub(crate) fn moved(
    book: BookId,
    debit: (u16, &str),
    credit: (u16, &str),
    amount: Money,
) -> Result<Entry, Refusal> {
    let (debit, credit) = (Account::new(debit.0, debit.1)?, Account::new(credit.0, credit.1)?);
    Ok(Entry::transfer(book, debit, credit, amount)?)
}

/// Sets an entry aside, if the books take it.
///
/// # Errors
/// F12: a limit of an account would be broken.
pub(crate) fn held(
    partnership: &Partnership,
    hold: HoldId,
    entry: Entry,
    about: About,
) -> Result<AnyEvent, Refusal> {
    // F12: what is set aside counts against the limits at once.
    partnership.fund().books.admits_hold(&entry)?;
    Ok(Event::Held { hold, entry, about }.into())
}

#[cfg(test)]
mod tests {
    use crate::exercise::Exercise;
    use crate::exercise::commands::{assist, execute};

    #[test]
    fn f12_what_the_books_cannot_take_is_refused_whole() {
        for (amounts, enough) in [
            (&["99.99"][..], true),
            (&["100.00"], true),
            (&["100.01"], false),
            (&["60.00", "40.00"], true),
            (&["60.00", "40.01"], false),
        ] {
            let mut x = Exercise::funded("100.00");
            let case = x.requested(amounts);
            let decision = x.adopted(assist(case));
            let before = x.partnership.fund().clone();
            if enough {
                x.accept("DEU/representative", execute(decision));
            } else {
                x.refuse("DEU/representative", execute(decision), "F12");
                assert_eq!(x.partnership.fund(), &before);
            }
        }
    }

    #[test]
    fn f12_what_is_set_aside_for_one_case_is_not_there_for_another() {
        let mut x = Exercise::funded("100.00");
        x.approved(&["60.00"]);
        let case = x.requested(&["40.01"]);
        let decision = x.adopted(assist(case));
        x.refuse("DEU/representative", execute(decision), "F12");
        x.approved(&["40.00"]);
    }
}
