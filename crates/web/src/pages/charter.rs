//! The charter in force, and what was found of its promises.

use axum::response::Response;
use maud::{Markup, html};
use quorate_foresight::Promise;
use quorate_records::Register;

use super::articles::articles;
use super::promises;
use crate::parts::{Rows, ours, register};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::Charter, |page| Content {
        title: page.t("chapter-charter"),
        body: html! {
            p.lead { (page.t("charter-lead")) }
            p { a.button href=(page.to("/charter/check")) { (page.t("try-title")) } }
            (rules(page))
            (articles(page))
            section {
                h2 { (page.t("front-promises")) }
                (findings(page))
            }
            (register(page, &page.t("instruments"), Register::Instruments, &Rows::default()))
        },
    })
}

fn rules(page: &Page<'_>) -> Markup {
    let charter = page.records().charter();
    html! {
        section {
            h2 { (page.t("charter-rules")) }
            dl.rules {
                @for rule in charter.body().rules() {
                    dt { (rule.name()) }
                    dd { code { (rule.adopted_when()) } }
                }
            }
        }
    }
}

fn findings(page: &Page<'_>) -> Markup {
    let Some(assurance) = page.visit.app.door.assurance() else {
        return html! { p.none { (page.t("promises-wait")) } };
    };
    html! {
        p { (ours(page, &assurance.answer())) }
        @for promise in Promise::ALL {
            @let found = promises::of(&assurance, promise);
            @if !found.is_empty() {
                h3 id=(promise.name()) { (page.t(&format!("promise-{}", promise.name()))) }
                p.soft { (page.t(&format!("promise-{}-says", promise.name()))) }
                @for finding in found { (promises::finding(page, finding)) }
            }
        }
    }
}
