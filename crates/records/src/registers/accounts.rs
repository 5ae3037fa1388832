//! What every account of the books stands at.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Charter;
use quorate_ledger::{Account, Balance, BookId, Books, Currency, Money};
use quorate_partnership::fund::{self, CHART};
use quorate_partnership::{Booked, Event};

use super::column;
use crate::extract::Extract;
use crate::table::{Cell, Column, Table};

const COLUMNS: &[Column] = &[
    column("ledger", "Ledger"),
    column("code", "Code"),
    column("account", "Account"),
    column("of", "Of"),
    column("balance", "Balance"),
    column("held", "Set aside"),
];

/// The books, made again from the entries alone.
#[derive(Clone, Debug)]
pub(crate) struct Accounts {
    books: Books,
}

impl Accounts {
    pub(super) fn new(_: &Charter) -> Accounts {
        Accounts { books: Books::new(CHART) }
    }

    pub(crate) fn books(&self) -> &Books {
        &self.books
    }

    pub(super) fn hear(&mut self, booked: &Booked) {
        match &booked.event {
            Event::Fund(fund::Event::Posted { entry, .. }) => self.books.post(entry),
            Event::Fund(fund::Event::Held { hold, entry, .. }) => {
                self.books.hold(*hold, entry.clone());
            }
            Event::Fund(fund::Event::HoldPosted { hold, .. }) => {
                self.books.post_hold(*hold);
            }
            Event::Fund(fund::Event::HoldVoided { hold }) => {
                self.books.void_hold(*hold);
            }
            _ => {}
        }
    }

    pub(super) fn table(&self, charter: &Charter, _: &Extract) -> Table {
        let own = charter.fund().currency();
        let rows =
            self.books.accounts().filter_map(|(book, account, balance)| row(book, account, balance, own));
        Table { name: "accounts", columns: COLUMNS, rows: rows.collect() }
    }
}

fn row(book: BookId, account: &Account, balance: Balance, own: Currency) -> Option<Vec<Cell>> {
    let kind = CHART.find(account.code())?;
    let amount = |minor: i128| Money::new(minor, book.currency()).ok();
    let net = balance.net(kind.normal);
    let held = net.checked_sub(balance.available(kind.normal)).filter(|held| *held != 0);
    Some(vec![
        Cell::text(ledger_in(book, own)),
        Cell::Number(u64::from(account.code())),
        Cell::text(kind.name),
        Cell::words(account.of()),
        Cell::money(amount(net)),
        Cell::money(held.and_then(amount)),
    ])
}

/// The ledger's name.
pub(crate) fn ledger(book: BookId) -> &'static str {
    match book {
        BookId::Cash(_) => "money",
        BookId::Authority(_) => "commitment authority",
        BookId::Memoranda(_) => "memoranda",
    }
}

/// The same with its currency, unless that is the fund's.
pub(super) fn ledger_in(book: BookId, own: Currency) -> String {
    let name = ledger(book);
    if book.currency() == own { name.into() } else { format!("{name} in {}", book.currency()) }
}
