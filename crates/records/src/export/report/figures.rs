//! The figures on top: what the fund has and owes, and what may still be promised.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use maud::{Markup, html};
use quorate_ledger::{BookId, Currency, Decimal};
use quorate_partnership::Day;
use quorate_partnership::fund::CHART;

use super::Page;
use crate::codes::GRANTED;
use crate::records::Records;
use crate::registers::Register;
use crate::registers::accounts::ledger;
use crate::statements::{INCOME, POSITION, StatementLine};

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

/// Parts of the position: each ends with the total after which it is named.
const PARTS: &[(&str, &str, &str)] = &[
    (POSITION, "total assets", "Has and is owed"),
    (POSITION, "total liabilities", "Owes"),
    (POSITION, "net assets", "Members' capital and what it became"),
    (INCOME, "total income", "Income so far"),
    (INCOME, "total expenditure", "Help and costs so far"),
];

/// What the fund has, is owed and owes: line by line what the accounts of the whole record say.
pub(super) fn position(page: &Page<'_>) -> Markup {
    let records = page.records;
    let ever = Day(u32::MAX);
    let accounts = records.accounts_for((Day(0), ever), (Day(0), Day(0)));
    let held = kinds(records, |book| matches!(book, BookId::Cash(_)));
    let is_told = |line: &StatementLine| line.current.is_some_and(|amount| !amount.is_zero());
    html! {
        section {
            h2 { (page.say("Position")) " " (page.source(Register::Accounts.name())) }
            @if !accounts.lines.iter().any(|line| line.statement == POSITION && is_told(line)) {
                p.none { (page.say("Nothing stands on any account of money.")) }
            }
            div.classes { @for part in PARTS { (side(page, part, &accounts.lines, &held)) } }
        }
    }
}

fn side(
    page: &Page<'_>,
    (statement, total, heading): &(&str, &str, &str),
    all: &[StatementLine],
    held: &[Kind],
) -> Markup {
    let of_statement: Vec<&StatementLine> = all.iter().filter(|line| line.statement == *statement).collect();
    let end = of_statement.iter().position(|line| line.line == *total).unwrap_or_default();
    let until = of_statement.get(..end).unwrap_or_default();
    let begins = until.iter().rposition(|line| line.is_total).map_or(0, |at| at.saturating_add(1));
    let lines = until.get(begins..).unwrap_or_default();
    let figure = |line: &StatementLine| line.current.map(|amount| grouped(amount.minor(), amount.currency()));
    html! {
        @if lines.iter().any(|line| line.current.is_some_and(|amount| !amount.is_zero())) {
            div.class {
                h3 { (page.say(heading)) }
                dl.figures {
                    @for line in lines {
                        div { dt { (line.accounts()) " " (page.say(&line.line)) } dd { (figure(line).unwrap_or_default()) } }
                        (set_aside(page, line, held))
                    }
                    @if let Some(total) = of_statement.get(end) {
                        div.total { dt { (page.say(&total.line)) } dd { (figure(total).unwrap_or_default()) } }
                    }
                }
            }
        }
    }
}

/// What of a line is set aside; only lines of one kind of account have it.
fn set_aside(page: &Page<'_>, line: &StatementLine, held: &[Kind]) -> Markup {
    let kind = held.iter().find(|kind| line.codes == [kind.code] && kind.held != 0 && kind.code < 300);
    html! {
        @if let (Some(kind), Some(amount)) = (kind, line.current) {
            div.of { dt { (page.say("of it set aside")) } dd { (grouped(kind.held, amount.currency())) } }
        }
    }
}

/// What was granted of commitment authority, and where it stands now.
pub(super) fn authority(page: &Page<'_>) -> Markup {
    let records = page.records;
    let currency = records.charter().fund().currency();
    let kinds = kinds(records, |book| matches!(book, BookId::Authority(_)));
    let granted = kinds.iter().find(|kind| kind.code == GRANTED).map_or(0, |kind| kind.minor);
    let parts: Vec<&Kind> = kinds.iter().filter(|kind| kind.code != GRANTED).collect();
    html! {
        section {
            h2 { (page.say("Commitment authority")) " " (page.source(Register::Accounts.name())) }
            @if kinds.is_empty() { p.none { (page.say("None: no money has come in yet.")) } }
            @else {
                p {
                    (page.say("So much could be promised from what members paid in:")) " "
                    strong { (grouped(granted, currency)) " " (currency) } "."
                }
                dl.shares {
                    @for part in &parts {
                        div {
                            dt { (part.code) " " (page.say(part.name)) }
                            dd { (grouped(part.minor, currency)) }
                            dd.bar aria-hidden="true" { span style=(width(part.minor, granted)) {} }
                        }
                        @if part.held != 0 {
                            div.of { dt { (page.say("of it set aside")) } dd { (grouped(part.held, currency)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The width of a bar, in tenths of a percent of the whole.
fn width(part: i128, whole: i128) -> String {
    let share = part.saturating_mul(1000).checked_div(whole).unwrap_or_default().clamp(0, 1000);
    let (percent, tenth) = (share.div_euclid(10), share.rem_euclid(10));
    alloc::format!("width:{percent}.{tenth}%")
}

/// Whether each ledger balances, and by how much.
pub(super) fn trial(page: &Page<'_>) -> Markup {
    let records = page.records;
    let mut books: Vec<BookId> = records.books().accounts().map(|(book, ..)| book).collect();
    books.dedup();
    html! {
        p {
            @if records.books().is_balanced() { (page.say("In every ledger all debits equal all credits")) " " }
            @else { strong { (page.say("In a ledger debits do not equal credits")) } " " }
            (page.source(Register::Accounts.name()))
        }
        dl.figures {
            @for book in books {
                @let balance = records.books().trial_balance(&book);
                div {
                    dt { (page.say(ledger(book))) ", " (book.currency()) ", " (page.say("each side")) }
                    dd { (grouped(balance.debits, book.currency())) }
                }
            }
        }
    }
}

/// Minor units for people: a no-break space between groups of three.
pub(super) fn grouped(minor: i128, currency: Currency) -> String {
    let text = Decimal::new(minor, currency).to_string();
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
