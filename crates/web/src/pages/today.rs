//! What waits for this delegation, and what happens if it does nothing.

use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_partnership::ConsultationNo;
use quorate_records::{OpenVote, words};

use crate::desk::acts;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// How much is told at once; a page is to be read.
const MOST: usize = 100;

/// Something that waits: what it is, where, until when, and what happens by itself.
pub(super) struct Waiting {
    pub(super) what: String,
    pub(super) path: String,
    pub(super) until: Option<quorate_partnership::Moment>,
    pub(super) otherwise: String,
}

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::Today, |page| Content {
        title: page.t("chapter-today"),
        body: html! {
            p.lead { (page.t("today-lead")) }
            (acts::drafts(page))
            @let waiting = waiting(page, page.visit.app.door.member());
            @if waiting.is_empty() { p.none { (page.t("today-nothing")) } }
            @else { (list(page, &waiting)) }
        },
    })
}

fn list(page: &Page<'_>, waiting: &[Waiting]) -> Markup {
    html! {
        ol.waiting {
            @for one in waiting.iter().take(MOST) {
                li {
                    p { a href=(page.to(&one.path)) { (one.what) } }
                    @if let Some(until) = one.until { p { (page.t("until")) " " time { (words::minute(until)) } } }
                    p.soft { (page.t("if-nothing")) " " (one.otherwise) }
                }
            }
        }
        @if waiting.len() > MOST {
            p.soft { (page.with("waiting-more", &[("count", &waiting.len().saturating_sub(MOST).to_string())])) }
        }
    }
}

/// What waits, the earliest first.
pub(super) fn waiting(page: &Page<'_>, member: Option<MemberCode>) -> Vec<Waiting> {
    let mut all = votes(page, member);
    all.extend(acknowledgements(page, member));
    all.sort_by_key(|one| one.until.map_or(u64::MAX, |until| until.0));
    all
}

/// Open votes in which the member has not voted.
fn votes(page: &Page<'_>, member: Option<MemberCode>) -> Vec<Waiting> {
    let one = |vote: OpenVote| Waiting {
        what: page.with("waits-vote", &[("number", &vote.decision.0.to_string()), ("title", &vote.title)]),
        path: format!("/decisions/{}", vote.decision.0),
        until: Some(vote.closes),
        otherwise: page.t(if vote.adopted_now { "otherwise-adopted" } else { "otherwise-not-adopted" }),
    };
    page.records().open_votes(member).into_iter().map(one).collect()
}

/// Consultations that the member has not acknowledged.
fn acknowledgements(page: &Page<'_>, member: Option<MemberCode>) -> Vec<Waiting> {
    let one = |consultation: ConsultationNo| Waiting {
        what: page.with("waits-acknowledgement", &[("number", &consultation.0.to_string())]),
        path: format!("/consultations/{}", consultation.0),
        until: None,
        otherwise: page.t("otherwise-missing"),
    };
    member.into_iter().flat_map(|member| page.records().unacknowledged(member).map(one)).collect()
}
