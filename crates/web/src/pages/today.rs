//! What waits for this delegation, and what happens if it does nothing.

use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_partnership::DecisionNo;
use quorate_records::{Cell, Register, words};

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
    let table = page.records().register(Register::Decisions);
    let open = table
        .column("decision")
        .zip(table.column("stage"))
        .filter(|(_, stage)| stage.plain().starts_with("open"));
    let one = |(number, _): (&Cell, &Cell)| {
        let decision = DecisionNo(number.plain().parse().ok()?);
        let outlook = page.records().outlook(decision)?;
        let vote = outlook.vote?;
        let asked = member
            .is_none_or(|member| vote.conducts.iter().any(|one| one.member == member && waits(&one.does)));
        let adopted = vote.changes.as_ref().is_some_and(|changes| changes.adopted_now);
        asked.then(|| Waiting {
            what: page.with("waits-vote", &[("number", &number.plain()), ("title", &outlook.title)]),
            path: format!("/decisions/{}", decision.0),
            until: Some(vote.closes),
            otherwise: page.t(if adopted { "otherwise-adopted" } else { "otherwise-not-adopted" }),
        })
    };
    open.filter_map(one).collect()
}

/// Whether a member's conduct, in words, is that it has not voted yet.
fn waits(does: &str) -> bool {
    does.starts_with("has not voted") || does.starts_with("silent")
}

/// Consultations that the member has not acknowledged.
fn acknowledgements(page: &Page<'_>, member: Option<MemberCode>) -> Vec<Waiting> {
    let table = page.records().register(Register::Acknowledgements);
    let Some(member) = member else { return Vec::new() };
    let rows = table.column("consultation").zip(table.column("member").zip(table.column("acknowledged_at")));
    let mine = rows.filter(|(_, (of, at))| of.plain() == member.as_str() && **at == Cell::Empty);
    mine.map(|(number, _)| Waiting {
        what: page.with("waits-acknowledgement", &[("number", &number.plain())]),
        path: format!("/consultations/{}", number.plain()),
        until: None,
        otherwise: page.t("otherwise-missing"),
    })
    .collect()
}
