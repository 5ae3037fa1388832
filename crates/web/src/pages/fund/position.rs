//! What every ledger comes to: whether it balances, and what the fund has, is owed and owes.

use maud::{Markup, html};
use quorate_ledger::{BookId, Money};
use quorate_partnership::Day;
use quorate_records::{Register, StatementLine};

use super::grouped;
use crate::parts::{self, Head, money, sheet};
use crate::visit::Page;

/// Each ledger with the sums of its two sides.
pub(super) fn balance(page: &Page<'_>) -> Markup {
    let books = page.records().books();
    let mut all: Vec<BookId> = books.accounts().map(|(book, ..)| book).collect();
    all.dedup();
    let heads: [Head; 3] =
        [(page.told("Ledger"), false), (page.told("Debit"), true), (page.told("Credit"), true)];
    let rows: Vec<Vec<Markup>> = all
        .iter()
        .map(|book| {
            let sums = books.trial_balance(book);
            let name = match book {
                BookId::Cash(_) => "money",
                BookId::Authority(_) => "commitment authority",
                BookId::Memoranda(_) => "memoranda",
            };
            let amount = |minor| money(page, Money::new(minor, book.currency()).ok());
            vec![html! { (page.told(name)) }, amount(sums.debits), amount(sums.credits)]
        })
        .collect();
    html! {
        section #ledgers {
            (parts::heading(page, &page.t("books-ledgers"), Register::Accounts))
            p.answer .proven[books.is_balanced()] .fails[!books.is_balanced()] {
                @if books.is_balanced() { (page.t("books-balanced")) } @else { (page.t("books-not-balanced")) }
            }
            @if !rows.is_empty() { (sheet(page, &page.t("books-ledgers"), &heads, &rows)) }
        }
    }
}

/// The statements of the whole record, line by line.
pub(super) fn statements(page: &Page<'_>) -> Markup {
    let ever = Day(u32::MAX);
    let accounts = page.records().accounts_for((Day(0), ever), (Day(0), Day(0)));
    let told = |line: &&StatementLine| line.current.is_some_and(|amount| !amount.is_zero());
    html! {
        @for (statement, key) in [("financial position", "books-position"), ("income and expenditure", "books-income")] {
            @let lines: Vec<&StatementLine> =
                accounts.lines.iter().filter(|line| line.statement == statement).filter(told).collect();
            section {
                (parts::heading(page, &page.t(key), Register::Accounts))
                @if lines.is_empty() { p.none { (page.t("books-nothing")) } }
                dl.figures {
                    @for line in lines {
                        div.figure .total[line.is_total] {
                            dt { (line.accounts()) " " (page.told(&line.line)) }
                            dd { (grouped(page, line.current.map_or(0, Money::minor))) }
                        }
                    }
                }
            }
        }
    }
}
