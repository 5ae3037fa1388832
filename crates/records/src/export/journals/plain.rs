//! Journals for hledger and Ledger, whose forms differ in what is declared.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};

use quorate_ledger::{BookId, Currency, Decimal};

use super::whole::{Item, Part, Place, Whole, kind};
use crate::registers::accounts::ledger as book_name;
use crate::words;

/// The journal for hledger.
pub(super) fn hledger(whole: &Whole) -> String {
    let mut out = heading(whole);
    for currency in &whole.currencies {
        // The point stands also where the currency has no digits after it: it says which sign the point is.
        let (sample, point) = (sample(*currency), if currency.scale() == 0 { "." } else { "" });
        out.push_str(&format!("commodity {sample}{point} {currency}\n"));
    }
    out.push('\n');
    for account in &whole.accounts {
        let (code, kind) =
            (account.1.1.code(), class(account).map_or(String::new(), |of| format!(", type:{of}")));
        out.push_str(&format!("account {}  ; code:{code}{kind}\n", name(account)));
    }
    entries(whole, &mut out);
    out
}

/// The journal for Ledger.
pub(super) fn ledger(whole: &Whole) -> String {
    let mut out = heading(whole);
    for currency in &whole.currencies {
        let sample = sample(*currency);
        out.push_str(&format!(
            "commodity {currency}\n    note {}\n    format {sample} {currency}\n",
            currency.name()
        ));
    }
    let tags: BTreeSet<&str> = whole.items.iter().flat_map(|item| &item.tags).map(|(tag, _)| *tag).collect();
    for tag in tags {
        out.push_str(&format!("tag {tag}\n"));
    }
    out.push('\n');
    for account in &whole.accounts {
        out.push_str(&format!("account {}\n    note code {}\n", name(account), account.1.1.code()));
    }
    entries(whole, &mut out);
    out
}

/// The account's name in both programs.
fn name((part, (book, account)): &(Part, Place)) -> String {
    let part = match part {
        Part::Booked => "",
        Part::SetAside => "set aside:",
        Part::ToCome => "to come:",
    };
    let kind = kind(account).map_or("", |kind| kind.name);
    let of = account.of().replace('/', ":");
    let (space, colon) = (if kind.is_empty() { "" } else { " " }, if of.is_empty() { "" } else { ":" });
    format!("{part}{}:{}{space}{kind}{colon}{of}", book_name(*book), account.code())
}

/// What hledger's statements take the account for.
fn class((part, (book, account)): &(Part, Place)) -> Option<char> {
    match (part, book, account.code()) {
        (Part::Booked, BookId::Cash(_), 100) => Some('C'),
        (Part::Booked, BookId::Cash(_), 101..=199) => Some('A'),
        (Part::Booked, BookId::Cash(_), 200..=299) => Some('L'),
        (Part::Booked, BookId::Cash(_), 300..=399) => Some('E'),
        (Part::Booked, BookId::Cash(_), 400..=499) => Some('R'),
        (Part::Booked, BookId::Cash(_), 500..=599) => Some('X'),
        _ => None,
    }
}

fn heading(whole: &Whole) -> String {
    let mut out: String = whole.heading.iter().map(|line| format!("; {line}\n")).collect();
    out.push('\n');
    out
}

fn sample(currency: Currency) -> String {
    let thousand = 10_i128.saturating_pow(u32::from(currency.scale()).saturating_add(3));
    Decimal::new(thousand, currency).to_string()
}

fn entries(whole: &Whole, out: &mut String) {
    for item in &whole.items {
        out.push('\n');
        entry(item, out);
    }
    if whole.balances.is_empty() {
        return;
    }
    out.push_str(&format!("\n{} What the books say\n", words::day(whole.last)));
    for (account, minor) in &whole.balances {
        let currency = account.1.0.currency();
        let (name, nothing, stands) =
            (name(account), Decimal::new(0, currency), Decimal::new(*minor, currency));
        out.push_str(&format!("    {name}  {nothing} {currency} = {stands} {currency}\n"));
    }
}

fn entry(item: &Item, out: &mut String) {
    // What is set aside is pending to these programs, and a description ends at a semicolon.
    let pending = if item.postings.iter().any(|posting| posting.part != Part::Booked) { "! " } else { "" };
    let about = item.about.replace(';', ",");
    out.push_str(&format!("{} {pending}({}) {about}\n", words::day(item.day), item.code));
    for (tag, value) in &item.tags {
        out.push_str(&format!("    ; {tag}: {value}\n"));
    }
    for posting in &item.postings {
        let currency = posting.place.0.currency();
        let account = (posting.part, posting.place.clone());
        out.push_str(&format!(
            "    {}  {} {currency}\n",
            name(&account),
            Decimal::new(posting.minor, currency)
        ));
    }
}
