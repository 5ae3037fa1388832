//! Decisions, the newest first.

use axum::extract::Query;
use axum::response::Response;
use maud::html;
use quorate_records::{Extract, Register};

use super::record::{Paging, pages_of};
use crate::parts::{ROWS, Rows, rows};
use crate::shell::{Chapter, Content};
use crate::visit::Visit;

const COLUMNS: &[&str] = &["decision", "title", "effect", "mover", "closes", "stage", "verdict"];

pub(crate) async fn show(visit: Visit, Query(paging): Query<Paging>) -> Response {
    visit.page(Chapter::Decisions, |page| {
        let some = Extract::last(paging.from(), ROWS);
        let (table, all) = page.records().extract(Register::Decisions, &some);
        Content {
            title: page.t("chapter-decisions"),
            body: html! {
                p.lead { (page.t("decisions-lead")) }
                (rows(page, &table, &Rows { columns: COLUMNS, ..Rows::default() }))
                (pages_of(page, all, paging.from()))
            },
        }
    })
}
