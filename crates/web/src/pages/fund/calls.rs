//! Calls: what each brought, with each member's part; what is due and not paid.

use axum::response::Response;
use maud::{Markup, html};
use quorate_records::{Cell, Register, Table};

use super::contributions::csv;
use super::{grouped, minor, page};
use crate::parts::{self, Head, Part, Pattern, Rows, bar, register, sheet};
use crate::visit::{Page, Visit};

/// How many of the newest calls stand on the page; all are in the register.
const MOST: usize = 20;

pub(crate) async fn show(visit: Visit) -> Response {
    page(&visit, "calls", |page| {
        let table = page.records().register(Register::Calls);
        let mut numbers: Vec<String> = table.column("call").map(Cell::plain).collect();
        numbers.dedup();
        html! {
            p.lead { (page.t("calls-lead")) }
            section {
                (parts::heading(page, &page.t("calls"), Register::Calls))
                @if numbers.is_empty() { p.none { (page.t("calls-none")) } }
                @else {
                    ul.legend {
                        li { span.key.solid {} (page.told("Paid")) }
                        li { span.key.hatched {} (page.t("calls-unpaid")) }
                    }
                    @for number in numbers.iter().rev().take(MOST) { (one(page, &table, number)) }
                    (csv(page, Register::Calls))
                }
            }
            (register(page, &page.t("arrears"), Register::Arrears, &Rows::default()))
            (register(page, &page.t("calls-emergency"), Register::Emergencies, &Rows { most: 20, newest_first: true, ..Rows::default() }))
            (register(page, &page.t("calls-instalments"), Register::Instalments, &Rows { most: 40, ..Rows::default() }))
        }
    })
}

fn one(page: &Page<'_>, table: &Table, number: &str) -> Markup {
    let at = |row: &[Cell], key: &str| {
        let at = table.columns.iter().position(|column| column.key == key);
        at.and_then(|at| row.get(at)).cloned().unwrap_or(Cell::Empty)
    };
    let rows: Vec<&Vec<Cell>> =
        table.rows.iter().filter(|row| row.first().is_some_and(|cell| cell.plain() == number)).collect();
    let sum = |key: &str| rows.iter().fold(0_i128, |sum, row| sum.saturating_add(minor(Some(&at(row, key)))));
    let most = rows.iter().map(|row| minor(Some(&at(row, "part")))).max().unwrap_or_default();
    let amounts = ["part", "due", "paid", "stepped_up", "shortfall", "for_others", "paid_for_others"];
    let heading =
        |key: &str| table.columns.iter().find(|column| column.key == key).map(|column| column.heading);
    let heads: Vec<Head> = [(page.told("Member"), false), (page.t("calls-bar"), false)]
        .into_iter()
        .chain(amounts.map(|key| (heading(key).map(|text| page.told(text)).unwrap_or_default(), true)))
        .collect();
    let line = |row: &&Vec<Cell>| {
        let (part, paid) = (minor(Some(&at(row, "part"))), minor(Some(&at(row, "paid"))));
        let parts = [
            Part { pattern: Pattern::Solid, minor: paid },
            Part { pattern: Pattern::Hatched, minor: part.saturating_sub(paid).max(0) },
        ];
        let member = at(row, "member").plain();
        let link = page.to(&format!("/fund/statements/{member}"));
        let shown = |key: &str| match at(row, key) {
            Cell::Money(amount) => grouped(page, amount.minor()),
            cell => html! { (cell.readable()) },
        };
        [html! { a href=(link) { (member) } }, bar(most, &parts)]
            .into_iter()
            .chain(amounts.map(shown))
            .collect()
    };
    let lines: Vec<Vec<Markup>> = rows.iter().map(line).collect();
    html! {
        h3 id=(format!("call-{number}")) { (page.with("calls-one", &[("number", number)])) }
        p { (page.t("calls-sum")) " " (grouped(page, sum("part"))) ", " (page.t("calls-paid")) " "
            (grouped(page, sum("paid"))) "." }
        (sheet(page, &page.with("calls-one", &[("number", number)]), &heads, &lines))
    }
}
