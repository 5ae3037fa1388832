//! Journals for Beancount: five top accounts, names in capitals, metadata, and balances checked at a day's beginning.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_ledger::{BookId, Currency, Decimal};
use quorate_partnership::Day;

use super::whole::{Item, Part, Place, Whole, kind};
use crate::registers::accounts::ledger as book_name;
use crate::words;

/// The journal.
pub(super) fn write(whole: &Whole) -> String {
    let mut out: String = whole.heading.iter().map(|line| format!("; {line}\n")).collect();
    let title = whole.heading.first().map(|line| quoted(line)).unwrap_or_default();
    out.push_str(&format!("\noption \"title\" {title}\n"));
    for currency in &whole.currencies {
        out.push_str(&format!("option \"operating_currency\" \"{currency}\"\n"));
    }
    let first = words::day(whole.first);
    out.push('\n');
    for currency in &whole.currencies {
        out.push_str(&format!("{first} commodity {currency}\n"));
        out.push_str(&format!("  name: {}\n  scale: {}\n", quoted(currency.name()), currency.scale()));
    }
    out.push('\n');
    open(whole, &first, &mut out);
    for item in &whole.items {
        out.push('\n');
        transaction(item, &mut out);
    }
    // Balances are those at the beginning of a day, so those of the last day stand on the next.
    let after = words::day(Day(whole.last.0.saturating_add(1)));
    out.push('\n');
    for account in whole.balances.keys() {
        let currency = account.1.0.currency();
        // Beancount counts what is below an account with it.
        let stands = Decimal::new(whole.with_below(name, account), currency);
        out.push_str(&format!(
            "{after} balance {}  {stands} ~ {} {currency}\n",
            name(account),
            Decimal::new(0, currency)
        ));
    }
    out
}

/// Opens every account once, with the currencies that stand on it.
fn open(whole: &Whole, first: &str, out: &mut String) {
    let mut opened: Vec<(String, Vec<Currency>, &(Part, Place))> = Vec::new();
    for account in &whole.accounts {
        let (name, currency) = (name(account), account.1.0.currency());
        match opened.iter_mut().find(|(opened, ..)| *opened == name) {
            Some((_, currencies, _)) => currencies.push(currency),
            None => opened.push((name, Vec::from([currency]), account)),
        }
    }
    for (name, currencies, (_, (book, account))) in opened {
        let codes: Vec<&str> = currencies.iter().map(|currency| currency.code()).collect();
        out.push_str(&format!("{first} open {name} {}\n", codes.join(",")));
        out.push_str(&format!("  ledger: {}\n  code: {}\n", quoted(book_name(*book)), account.code()));
        if !account.of().is_empty() {
            out.push_str(&format!("  of: {}\n", quoted(account.of())));
        }
    }
}

fn transaction(item: &Item, out: &mut String) {
    let flag = if item.postings.iter().any(|posting| posting.part != Part::Booked) { '!' } else { '*' };
    out.push_str(&format!("{} {flag} {}\n", words::day(item.day), quoted(&item.about)));
    out.push_str(&format!("  entry: {}\n", quoted(&item.code)));
    for (tag, value) in &item.tags {
        out.push_str(&format!("  {tag}: {}\n", quoted(value)));
    }
    for posting in &item.postings {
        let (account, currency) = ((posting.part, posting.place.clone()), posting.place.0.currency());
        out.push_str(&format!(
            "  {}  {} {currency}\n",
            name(&account),
            Decimal::new(posting.minor, currency)
        ));
    }
}

/// The account's name: `Assets:Money:100-cash`. A point becomes a middle dot, since Beancount has no points in names.
fn name((part, (book, account)): &(Part, Place)) -> String {
    let top = match (part, book, account.code()) {
        (Part::Booked, BookId::Cash(_), 100..=199) => "Assets",
        (Part::Booked, BookId::Cash(_), 200..=299) => "Liabilities",
        (Part::Booked, BookId::Cash(_), 400..=499) => "Income",
        (Part::Booked, BookId::Cash(_), 500..=599) => "Expenses",
        _ => "Equity",
    };
    let part = match part {
        Part::Booked => "",
        Part::SetAside => "Set-aside:",
        Part::ToCome => "To-come:",
    };
    let kind: String = kind(account)
        .map_or("", |kind| kind.name)
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .fold(String::new(), |mut name, word| {
            name.push('-');
            name.push_str(word);
            name
        });
    let of: String = account
        .of()
        .split('/')
        .filter(|step| !step.is_empty())
        .map(|step| format!(":{}", capital(step)))
        .collect();
    format!("{top}:{part}{}:{}{kind}{of}", capital(&book_name(*book).replace(' ', "-")), account.code())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).map(|letter| if letter == '.' { '·' } else { letter }).collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
