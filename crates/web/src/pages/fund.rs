//! The fund: what is due and paid, what can be promised, what is owed when.

use axum::response::Response;
use maud::{Markup, html};
use quorate_records::Register;

use crate::parts::{Rows, register};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::Fund, |page| Content {
        title: page.t("chapter-fund"),
        body: if page.records().charter().has_fund() {
            whole(page)
        } else {
            html! { p.none { (page.t("fund-none")) } }
        },
    })
}

fn whole(page: &Page<'_>) -> Markup {
    let books = page.records().books();
    let some =
        |columns: &'static [&'static str]| Rows { columns, most: 20, newest_first: true, ..Rows::default() };
    html! {
        p.lead { (page.t("fund-lead")) }
        p.answer .proven[books.is_balanced()] .fails[!books.is_balanced()] {
            @if books.is_balanced() { (page.t("books-balanced")) } @else { (page.t("books-not-balanced")) }
        }
        (register(page, &page.t("contributions"), Register::Agreements, &Rows::default()))
        (register(page, &page.t("pledges"), Register::Pledges, &some(&[])))
        (register(page, &page.t("calls"), Register::Calls, &some(&[])))
        (register(page, &page.t("arrears"), Register::Arrears, &some(&[])))
        (register(page, &page.t("accounts"), Register::Accounts, &Rows::default()))
        (register(page, &page.t("bank-lines"), Register::BankLines, &some(&[])))
        (register(page, &page.t("journal"), Register::Journal, &some(&[])))
    }
}
