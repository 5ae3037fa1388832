//! Money in several currencies, from its receipt to its exchange.
#![allow(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

mod amended;
mod authority;
mod corrections;
mod exchanges;
mod receipts;
mod revaluations;

use quorate_ledger::{BookId, Currency, Money};

use crate::exercise::commands::{exchange, rate, receipt, sign};
use crate::exercise::{Exercise, NOON};
use crate::fund::chart::{account, book};
use crate::moment::Day;

/// The day of the exercise.
fn today() -> Day {
    NOON.day()
}

fn ago(days: u32) -> Day {
    Day(today().0 - days)
}

impl Exercise {
    /// `GBR` owes this much, and a rate of the euro of today is on record.
    fn owing(due: Money, euro: &str) -> Exercise {
        let mut x = Exercise::of_currencies();
        x.accept("GBR/root", sign(due, Money::zero(due.currency())));
        x.on_record(rate("EUR", "USD", euro, today()));
        x
    }

    /// Money of today from `GBR`, booked.
    #[track_caller]
    fn comes(&mut self, amount: Money) {
        let reference = self.new_key().short();
        self.line(receipt("GBR", amount, today(), &reference), None);
    }

    /// An exchange of today, booked.
    #[track_caller]
    fn exchanges(&mut self, sold: Money, bought: Money) {
        let reference = self.new_key().short();
        self.line(exchange(sold, bought, today(), &reference), None);
    }

    fn authority_of(&self, code: u16, of: &str) -> i128 {
        self.available(book::authority(self.partnership.charter()), code, of)
    }

    /// What is held of a currency, and at what value it stands in the books.
    fn held(&self, currency: &str) -> (i128, i128) {
        let other = BookId::Cash(Currency::from_code(currency).unwrap());
        let cost = -self.cash(account::CLEARING, &[currency, "-USD"].concat());
        let held = self.available(other, account::CASH, "");
        // In the other currency's own book the clearing account is the other side of what is held.
        assert_eq!(self.available(other, account::CLEARING, &[currency, "-USD"].concat()), held);
        (held, cost)
    }

    /// Buffer of the euro, what is available, what is short.
    fn promised(&self) -> [i128; 3] {
        let short = self.authority_of(account::SHORT, "");
        [self.authority_of(account::BUFFER, "EUR-USD"), self.authority_of(account::AVAILABLE, ""), short]
    }
}
