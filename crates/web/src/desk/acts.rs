//! What can be given: every act, by what it is about.

use axum::response::Response;
use maud::{Markup, html};

use super::drafts::Draft;
use crate::prepared::Act;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::Acts, |page| Content {
        title: page.t("chapter-acts"),
        body: html! {
            p.lead { (page.t("acts-lead")) }
            (drafts(page))
            (list(page, &page.visit.app.door.acts()))
        },
    })
}

/// The drafts of whoever is signed in.
pub(crate) fn drafts(page: &Page<'_>) -> Markup {
    let Some(session) = &page.visit.session else {
        return html! { p { a href=(page.to("/sign-in")) { (page.t("sign-in")) } } };
    };
    let open = page.visit.app.drafts.of(session.author.post.member);
    html! {
        @if let Some(why) = page.visit.app.drafts.fault() {
            p.answer.fails role="alert" { (page.t("drafts-unreadable")) }
            p lang="en" { (why) }
        }
        @if !open.is_empty() {
            section {
                h2 { (page.t("drafts")) }
                ul { @for draft in &open { li { (link(page, draft)) } } }
            }
        }
    }
}

fn link(page: &Page<'_>, draft: &Draft) -> Markup {
    html! {
        a href=(page.to(&format!("/drafts/{}", draft.prepared.id))) { (draft.author.post) ": " code { (draft.words.join(" ")) } }
        @if draft.checked.is_some() { " " (page.t("draft-checked")) }
    }
}

fn list(page: &Page<'_>, acts: &[Act]) -> Markup {
    let group = |act: &Act| act.name.split(' ').next().unwrap_or_default().to_owned();
    let mut groups: Vec<String> = acts.iter().map(group).collect();
    groups.dedup();
    html! {
        @for name in &groups {
            section {
                h2 { (page.language().label("", name)) }
                ul.registers {
                    @for act in acts.iter().filter(|act| group(act) == *name) {
                        li { a href=(page.to(&format!("/acts/{}", path(act)))) { (page.explained(&act.about)) } " " code.soft { (act.name) } }
                    }
                }
            }
        }
    }
}

/// An act's name in an address.
pub(super) fn path(act: &Act) -> String {
    act.name.replace(' ', ".")
}
