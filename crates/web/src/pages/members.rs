//! The members, and where each stands.

use axum::response::Response;
use maud::html;
use quorate_records::Register;

use crate::parts::{Rows, register};
use crate::shell::{Chapter, Content};
use crate::visit::Visit;

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::Members, |page| Content {
        title: page.t("chapter-members"),
        body: html! {
            p.lead { (page.t("members-lead")) }
            ul.registers {
                @for (code, member) in page.records().charter().members() {
                    li {
                        a href=(page.to(&format!("/members/{code}"))) { (code) } " "
                        (page.language().of(member.name()))
                    }
                }
            }
            (register(page, &page.t("membership"), Register::Membership, &Rows::default()))
        },
    })
}
