//! Decisions, the newest first.

use axum::extract::Query;
use axum::response::Response;
use maud::html;
use quorate_records::Register;

use super::record::{Paging, pages_of};
use crate::parts::{Rows, rows};
use crate::shell::{Chapter, Content};
use crate::visit::Visit;

const COLUMNS: &[&str] = &["decision", "title", "effect", "mover", "closes", "stage", "verdict"];

pub(crate) async fn show(visit: Visit, Query(paging): Query<Paging>) -> Response {
    visit.page(Chapter::Decisions, |page| {
        let table = page.records().register(Register::Decisions);
        let shown = Rows { columns: COLUMNS, from: paging.from(), newest_first: true, ..Rows::default() };
        Content {
            title: page.t("chapter-decisions"),
            body: html! {
                p.lead { (page.t("decisions-lead")) }
                (rows(page, &table, &shown))
                (pages_of(page, &table, paging.from()))
            },
        }
    })
}
