//! The fund: how far the plan has come, what members signed and paid, what can be promised, and what is in the books.

mod authority;
mod books;
mod calls;
mod contributions;
mod flows;
mod liquidity;
mod overview;
mod position;
mod statements;

use std::sync::Arc;

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_ledger::Money;
use quorate_records::{Cell, words};

use crate::app::App;
use crate::parts::within;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// The pages of the chapter.
const PAGES: &[(&str, &str)] = &[
    ("/fund", "fund-overview"),
    ("/fund/calls", "calls"),
    ("/fund/liquidity", "fund-liquidity"),
    ("/fund/statements", "fund-statements"),
    ("/fund/books", "fund-books"),
    ("/fund/bank", "fund-bank"),
    ("/fund/journal", "journal"),
];

/// The routes of the chapter.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/fund", get(overview::show))
        .route("/fund/flows.csv", get(flows::take_away))
        .route("/fund/calls", get(calls::show))
        .route("/fund/liquidity", get(liquidity::show))
        .route("/fund/statements", get(statements::show))
        .route("/fund/statements/{code}", get(statements::one))
        .route("/fund/books", get(books::show))
        .route("/fund/bank", get(books::bank))
        .route("/fund/journal", get(books::journal))
}

/// A page of the chapter; it says so where the charter has no fund.
fn page(visit: &Visit, title: &str, write: impl FnOnce(&Page<'_>) -> Markup) -> Response {
    visit.page(Chapter::Fund, |page| Content {
        title: page.t(title),
        body: html! {
            @if page.records().charter().has_fund() {
                (within(page, &page.t("fund-pages"), PAGES))
                (write(page))
            } @else { p.none { (page.t("fund-none")) } }
        },
    })
}

/// An amount of the fund's currency, without its code.
fn grouped(page: &Page<'_>, minor: i128) -> Markup {
    let amount = Money::new(minor, page.records().charter().fund().currency());
    html! {
        @match amount {
            Ok(amount) => { span.amount { (words::grouped(amount)) } }
            Err(_) => { span.unknown { (page.t("unknown")) } }
        }
    }
}

/// The amount in a cell, in smallest units; nought where there is none.
fn minor(cell: Option<&Cell>) -> i128 {
    match cell {
        Some(Cell::Money(amount)) => amount.minor(),
        _ => 0,
    }
}

/// Codes one after another, or that there are none.
fn codes(page: &Page<'_>, members: &[MemberCode]) -> String {
    let codes: Vec<&str> = members.iter().map(MemberCode::as_str).collect();
    if codes.is_empty() { page.t("nobody") } else { codes.join(", ") }
}
