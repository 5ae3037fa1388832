//! What waits for this delegation, and what happens if it does nothing.

use std::sync::Arc;

use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_partnership::{ConsultationNo, DecisionNo, Moment};
use quorate_records::OpenVote;
use tokio::task::spawn_blocking;

use crate::desk::{acts, calendar, instruct};
use crate::parts::until;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// How much is told at once; a page is to be read.
const MOST: usize = 100;

/// Something that waits: what it is, where, until when, and what happens by itself.
pub(crate) struct Waiting {
    pub(crate) what: String,
    pub(crate) path: String,
    pub(crate) until: Option<Moment>,
    pub(crate) otherwise: String,
    /// The decision, where a vote is waited for.
    pub(crate) decision: Option<DecisionNo>,
}

/// The clock is asked on a thread that may wait.
pub(crate) async fn show(mut visit: Visit) -> Response {
    let app = Arc::clone(&visit.app);
    let now = spawn_blocking(move || app.door.now()).await.unwrap_or_else(|_| visit.records.at());
    // The time that is left is told by the minute.
    visit.beside = now.0.checked_div(60_000).unwrap_or_default().to_string();
    visit.page(Chapter::Today, |page| Content {
        title: page.t("chapter-today"),
        body: html! {
            p.lead { (page.t("today-lead")) }
            (acts::drafts(page))
            @let signed_in = page.visit.session.as_ref().map(|session| session.author.post.member);
            @let waiting = waiting(page, page.visit.app.door.member().or(signed_in));
            h2 { (page.t("today-waits")) }
            @if waiting.is_empty() { p.none { (page.t("today-nothing")) } }
            @else { (list(page, now, &waiting)) }
            (calendar::way(page))
        },
    })
}

fn list(page: &Page<'_>, now: Moment, waiting: &[Waiting]) -> Markup {
    html! {
        ol.waiting {
            @for one in waiting.iter().take(MOST) {
                li {
                    p { a href=(page.to(&one.path)) { (one.what) } }
                    @if let Some(moment) = one.until { (until(page, now, moment)) }
                    @if let Some(decision) = one.decision { (instruct::line(page, decision)) }
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
pub(crate) fn waiting(page: &Page<'_>, member: Option<MemberCode>) -> Vec<Waiting> {
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
        decision: Some(vote.decision),
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
        decision: None,
    };
    member.into_iter().flat_map(|member| page.records().unacknowledged(member).map(one)).collect()
}
