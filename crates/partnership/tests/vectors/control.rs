//! Samples of what controls the books: seals of periods, and what is booked for a sealed day.

use quorate_ledger::{Account, BookId, Currency, Entry, HoldId};
use quorate_partnership::fund::{About, Event as Fund, Totals};
use quorate_partnership::{Day, EntryNo, LineNo, SealNo};

use crate::cast::EXPIRES;
use crate::commands::usd;
use crate::events::{Sample, member};

/// What is booked for a sealed day, and what seals it.
pub(crate) fn events() -> Vec<Sample> {
    let (book, by, late) =
        (BookId::Cash(Currency::from_code("USD").unwrap()), member("XBB"), Some(Day(20_453)));
    let (debit, credit) = (Account::new(100, "").unwrap(), Account::new(111, "XAA").unwrap());
    let entry = Entry::transfer(book, debit, credit, usd("6000.00")).unwrap();
    let posted = |reverses| {
        let (number, about, effective) = (EntryNo(4), About::Line { line: LineNo(1) }, EXPIRES.day());
        Fund::Posted { number, entry: entry.clone(), about, effective, reverses, late }.into()
    };
    let (hold, number, effective) = (HoldId(3), EntryNo(3), EXPIRES.day());
    let totals = Totals::of(Day(20_453), [(Day(20_453), &entry), (Day(20_454), &entry)].into_iter());
    let (seal, lapses) = (SealNo(1), EXPIRES);
    vec![
        ("posted, a late item", posted(None)),
        ("posted, a prior-period adjustment", posted(Some(EntryNo(1)))),
        ("hold posted, a late item", Fund::HoldPosted { hold, number, effective, late }.into()),
        ("seal given", Fund::SealProposed { seal, by, totals: totals.clone(), lapses }.into()),
        ("period sealed", Fund::Sealed { seal, by: member("XAA"), totals }.into()),
        ("seal lapsed", Fund::SealLapsed { seal }.into()),
    ]
}
