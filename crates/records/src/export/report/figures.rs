//! The figures on top: what the fund has and owes, and what may still be promised.

use alloc::string::String;
use alloc::vec::Vec;

use maud::{Markup, html};
use quorate_ledger::{BookId, Currency};
use quorate_partnership::fund::CHART;

use super::source;
use crate::export::decimal::decimal;
use crate::records::Records;
use crate::registers::Register;
use crate::registers::accounts::ledger;

/// The accounts of a kind together, on their normal side, and of it what is set aside.
struct Kind {
    code: u16,
    name: &'static str,
    minor: i128,
    held: i128,
}

/// Every kind of account of a ledger in the fund's currency on which something stands or stood.
fn kinds(records: &Records, wanted: impl Fn(BookId) -> bool) -> Vec<Kind> {
    let mut found: Vec<Kind> = Vec::new();
    for (book, account, balance) in records.books().accounts().filter(|(book, ..)| wanted(*book)) {
        let Some(kind) = CHART.find(account.code()) else { continue };
        if book.currency() != records.charter().fund().currency() {
            continue;
        }
        let minor = balance.net(kind.normal);
        let held = minor.saturating_sub(balance.available(kind.normal));
        match found.iter_mut().find(|of| of.code == kind.code) {
            Some(of) => {
                of.minor = of.minor.saturating_add(minor);
                of.held = of.held.saturating_add(held);
            }
            None => found.push(Kind { code: kind.code, name: kind.name, minor, held }),
        }
    }
    found.sort_by_key(|kind| kind.code);
    found
}

/// What the fund has, is owed and owes, by kinds of account.
pub(super) fn position(records: &Records) -> Markup {
    let currency = records.charter().fund().currency();
    let kinds = kinds(records, |book| matches!(book, BookId::Cash(_)));
    // What stands at nothing is among the accounts below.
    let told = |kind: &&Kind| kind.minor != 0 || kind.held != 0;
    let class =
        |from: u16, to: u16| kinds.iter().filter(move |kind| (from..to).contains(&kind.code)).filter(told);
    html! {
        section {
            h2 { "Position " (source(Register::Accounts)) }
            @if kinds.iter().all(|kind| !told(&kind)) { p.none { "Nothing stands on any account of money." } }
            div.classes {
                (side("Has and is owed", class(100, 200), currency))
                (side("Owes", class(200, 300), currency))
                (side("Members' capital and reserves", class(300, 400), currency))
                (side("Income", class(400, 500), currency))
                (side("Help and costs", class(500, 600), currency))
            }
        }
    }
}

fn side<'k>(heading: &str, kinds: impl Iterator<Item = &'k Kind>, currency: Currency) -> Markup {
    let kinds: Vec<&Kind> = kinds.collect();
    let total = kinds.iter().fold(0_i128, |sum, kind| sum.saturating_add(kind.minor));
    html! {
        @if !kinds.is_empty() {
            div.class {
                h3 { (heading) }
                dl.figures {
                    @for kind in &kinds {
                        div { dt { (kind.code) " " (kind.name) } dd { (grouped(kind.minor, currency)) } }
                        @if kind.held != 0 {
                            div.of { dt { "of it set aside" } dd { (grouped(kind.held, currency)) } }
                        }
                    }
                    @if kinds.len() > 1 {
                        div.total { dt { "Together" } dd { (grouped(total, currency)) } }
                    }
                }
            }
        }
    }
}

/// What was granted of commitment authority, and where it stands now.
pub(super) fn authority(records: &Records) -> Markup {
    let currency = records.charter().fund().currency();
    let kinds = kinds(records, |book| matches!(book, BookId::Authority(_)));
    let granted = kinds.iter().find(|kind| kind.code == GRANTED).map_or(0, |kind| kind.minor);
    let parts: Vec<&Kind> = kinds.iter().filter(|kind| kind.code != GRANTED).collect();
    html! {
        section {
            h2 { "Commitment authority " (source(Register::Accounts)) }
            @if kinds.is_empty() { p.none { "None: no money has come in yet." } }
            @else {
                p {
                    "So much could be promised from what members paid in: "
                    strong { (grouped(granted, currency)) " " (currency) } "."
                }
                dl.shares {
                    @for part in &parts {
                        div {
                            dt { (part.code) " " (part.name) }
                            dd { (grouped(part.minor, currency)) }
                            dd.bar aria-hidden="true" { span style=(width(part.minor, granted)) {} }
                        }
                        @if part.held != 0 {
                            div.of { dt { "of it set aside" } dd { (grouped(part.held, currency)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Commitment authority that was granted, in the chart.
const GRANTED: u16 = 10;

/// The width of a bar, in tenths of a percent of the whole.
fn width(part: i128, whole: i128) -> String {
    let share = part.saturating_mul(1000).checked_div(whole).unwrap_or_default().clamp(0, 1000);
    let (percent, tenth) = (share.div_euclid(10), share.rem_euclid(10));
    alloc::format!("width:{percent}.{tenth}%")
}

/// Whether each ledger balances, and by how much.
pub(super) fn trial(records: &Records) -> Markup {
    let mut books: Vec<BookId> = records.books().accounts().map(|(book, ..)| book).collect();
    books.dedup();
    html! {
        p {
            @if records.books().is_balanced() { "In every ledger all debits equal all credits " }
            @else { strong { "In a ledger debits do not equal credits" } " " }
            (source(Register::Accounts))
        }
        dl.figures {
            @for book in books {
                @let balance = records.books().trial_balance(&book);
                div {
                    dt { (ledger(book)) ", " (book.currency()) ", each side" }
                    dd { (grouped(balance.debits, book.currency())) }
                }
            }
        }
    }
}

/// Minor units for people: a no-break space between groups of three.
pub(super) fn grouped(minor: i128, currency: Currency) -> String {
    let text = decimal(minor, currency);
    let (whole, rest) =
        text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("\u{2212}", digits));
    let mut out = String::from(sign);
    for (at, digit) in digits.char_indices() {
        let left = digits.len().saturating_sub(at);
        if at > 0 && left.checked_rem(3) == Some(0) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_by_three() {
        let usd = Currency::from_code("USD").unwrap();
        let shown = |minor| grouped(minor, usd).replace('\u{a0}', "_");
        assert_eq!(shown(0), "0.00");
        assert_eq!(shown(99_999), "999.99");
        assert_eq!(shown(100_000), "1_000.00");
        assert_eq!(shown(-123_456_789), "\u{2212}1_234_567.89");
        assert_eq!(grouped(1_000, Currency::from_code("JPY").unwrap()).replace('\u{a0}', "_"), "1_000");
    }

    #[test]
    fn a_bar_is_never_wider_than_the_whole() {
        assert_eq!(width(1, 3), "width:33.3%");
        assert_eq!(width(5, 3), "width:100.0%");
        assert_eq!(width(-1, 3), "width:0.0%");
        assert_eq!(width(1, 0), "width:0.0%");
    }
}
