//! The books: every ledger, every account, the bank's statement and the journal.

use axum::extract::Query;
use axum::response::Response;
use maud::html;
use quorate_records::{Extract, Register};

use super::{page, position};
use crate::pages::record::{Paging, pages_of};
use crate::parts::{self, ROWS, Rows, register, rows};
use crate::visit::Visit;

pub(crate) async fn show(visit: Visit) -> Response {
    page(&visit, "fund-books", |page| {
        html! {
            (position::balance(page))
            (position::statements(page))
            (register(page, &page.t("accounts"), Register::Accounts, &Rows::default()))
        }
    })
}

pub(crate) async fn bank(visit: Visit) -> Response {
    let some = Rows { most: 50, newest_first: true, ..Rows::default() };
    page(&visit, "fund-bank", |page| {
        html! {
            p.lead { (page.t("bank-lead")) }
            @for (key, of) in [
                ("bank-lines", Register::BankLines),
                ("bank-alarms", Register::Alarms),
                ("bank-suspense", Register::Suspense),
                ("bank-currencies", Register::Currencies),
                ("bank-investments", Register::Investments),
                ("bank-losses", Register::Losses),
            ] {
                (register(page, &page.t(key), of, &some))
            }
        }
    })
}

pub(crate) async fn journal(visit: Visit, Query(paging): Query<Paging>) -> Response {
    let (table, all) = visit.records.extract(Register::Journal, &Extract::first(paging.from(), ROWS));
    page(&visit, "journal", |page| {
        html! {
            p.lead { (page.t("journal-lead")) }
            section {
                (parts::heading(page, &page.t("journal"), Register::Journal))
                (rows(page, &table, &Rows::default()))
                (pages_of(page, all, paging.from()))
            }
        }
    })
}
