//! Reads a table of operations and checks each row.
//!
//! ```text
//! post   BOOK LEG LEG ...   = admitted | refused AVAILABLE<NEEDED | refused code
//! hold   ID BOOK LEG LEG .. = held | refused AVAILABLE<NEEDED | refused code | taken
//! settle ID                 = posted | none
//! void   ID                 = voided | none
//! account BOOK ACCOUNT      = DEBITS CREDITS PENDING_DEBITS PENDING_CREDITS
//! ```
//! A book is `cash`, `authority` or `memoranda` and a currency; a leg is `ACCOUNT>MINOR` for a debit and
//! `ACCOUNT<MINOR` for a credit; an account is `CODE` or `CODE:OF`. Posting asks first, and so does holding.

use quorate_ledger::{
    Account, Balance, BookId, Books, BooksRefusal, Chart, Currency, Entry, HoldId, Kind, Leg, Limit, Side,
};

pub(crate) const CHART: Chart = match Chart::new(&[
    Kind { code: 10, name: "contra", normal: Side::Debit, limit: Limit::None },
    Kind { code: 14, name: "available", normal: Side::Credit, limit: Limit::NeverBelowZero },
    Kind { code: 16, name: "committed", normal: Side::Credit, limit: Limit::NeverBelowZero },
    Kind { code: 100, name: "cash", normal: Side::Debit, limit: Limit::NeverBelowZero },
    Kind { code: 300, name: "paid-in", normal: Side::Credit, limit: Limit::None },
]) {
    Ok(chart) => chart,
    Err(_) => panic!("the codes rise"),
};

pub(crate) fn book(text: &str) -> BookId {
    let (kind, code) = text.split_once(':').unwrap();
    let currency = Currency::from_code(code).unwrap();
    match kind {
        "cash" => BookId::Cash(currency),
        "authority" => BookId::Authority(currency),
        "memoranda" => BookId::Memoranda(currency),
        _ => panic!("no book `{kind}`"),
    }
}

pub(crate) fn account(text: &str) -> Account {
    let (code, of) = text.split_once(':').unwrap_or((text, ""));
    Account::new(code.parse().unwrap(), of).unwrap()
}

fn leg(text: &str) -> Leg {
    let (side, (of, minor)) = match text.split_once('>') {
        Some(parts) => (Side::Debit, parts),
        None => (Side::Credit, text.split_once('<').unwrap()),
    };
    Leg::new(account(of), side, minor.parse().unwrap()).unwrap()
}

pub(crate) fn entry(words: &[&str]) -> Entry {
    Entry::new(book(words[0]), words[1..].iter().map(|word| leg(word)).collect()).unwrap()
}

fn id(text: &str) -> HoldId {
    HoldId(text.parse().unwrap())
}

pub(crate) fn refused(refusal: &BooksRefusal) -> String {
    match refusal {
        BooksRefusal::NotAvailable { available, needed, .. } => format!("refused {available}<{needed}"),
        BooksRefusal::UnknownCode { .. } => "refused code".into(),
        _ => panic!("{refusal}"),
    }
}

fn operate(books: &mut Books, words: &[&str]) -> String {
    match words {
        ["post", rest @ ..] => {
            let entry = entry(rest);
            match books.admits(std::slice::from_ref(&entry)) {
                Ok(()) => {
                    books.post(&entry);
                    "admitted".into()
                }
                Err(refusal) => refused(&refusal),
            }
        }
        ["hold", number, rest @ ..] => match books.admits_hold(&entry(rest)) {
            Ok(()) => if books.hold(id(number), entry(rest)) { "held" } else { "taken" }.into(),
            Err(refusal) => refused(&refusal),
        },
        ["settle", number] => books.post_hold(id(number)).map_or("none", |_| "posted").into(),
        ["void", number] => books.void_hold(id(number)).map_or("none", |_| "voided").into(),
        ["account", of, which] => {
            let Balance { debits, credits, pending_debits, pending_credits } =
                books.balance(&book(of), &account(which));
            format!("{debits} {credits} {pending_debits} {pending_credits}")
        }
        _ => panic!("no operation `{words:?}`"),
    }
}

#[track_caller]
pub(crate) fn check(table: &str) -> Books {
    let mut books = Books::new(CHART);
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (operation, expected) = row.split_once('=').expect(row);
        let words: Vec<&str> = operation.split_whitespace().collect();
        assert_eq!(operate(&mut books, &words), expected.trim(), "{row}");
        assert!(books.is_balanced(), "{row}");
    }
    books
}
