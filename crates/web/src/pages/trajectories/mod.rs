//! Trajectories: a scenario that the reader edits, run many times under the real rules, watched while it runs, and set beside
//! the same under another charter. Nothing is kept on the node's disk.

mod beside;
mod form;
mod one;

use std::sync::Arc;

use axum::Router;
use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, html};

use self::form::Filled;
use crate::app::App;
use crate::desk::named;
use crate::parts::{colon, exercise};
use crate::report::Tell;
use crate::shell::{Chapter, Content};
use crate::studies::{Reader, State, Study, Under};
use crate::visit::{Page, Visit};

/// The routes of the chapter.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/trajectories", get(show).post(form::begin))
        .route("/trajectories/compare", get(beside::show))
        .route("/trajectories/{id}", get(one::show))
        .route("/trajectories/{id}/live", get(one::live))
        .route("/trajectories/{id}/files/{file}", get(one::file))
        .route("/trajectories/{id}/stop", post(one::stop))
}

/// The name of the cookie by which a reader's studies are known.
fn cookie(visit: &Visit) -> String {
    named("reader", visit.app.settings.origin.as_deref())
}

/// Who asks, if it is somebody of whom something is kept.
fn reader(visit: &Visit, headers: &HeaderMap) -> Option<Reader> {
    Reader::of(headers, &cookie(visit)).filter(|reader| visit.app.studies.know(*reader))
}

async fn show(visit: Visit, headers: HeaderMap, Query(pairs): Query<Vec<(String, String)>>) -> Response {
    let of = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let reader = reader(&visit, &headers);
    let studies = visit.app.studies.of(reader);
    let like = of("like").and_then(|id| studies.iter().find(|one| one.id == id));
    let filled =
        like.map_or_else(|| Filled::of(of("scenario").unwrap_or_default()), |like| Filled::like(like));
    visit.apart(move |visit| listed(visit, &filled, &studies, None)).await
}

/// The form, and the reader's studies; and what is wrong, if anything is.
fn listed(visit: &Visit, filled: &Filled, studies: &[Arc<Study>], wrong: Option<&Markup>) -> Response {
    content(visit, "chapter-trajectories", |page| {
        html! {
            p { (page.t("traj-lead")) }
            @if let Some(wrong) = wrong { (wrong) }
            @if !studies.is_empty() { (list(page, studies)) }
            h2 { (page.t("traj-new")) }
            (form::form(page, filled))
        }
    })
}

/// A page of the chapter, with what stands on top of all of it.
fn content(visit: &Visit, title: &str, write: impl FnOnce(&Page<'_>) -> Markup) -> Response {
    visit.page_now(Chapter::Trajectories, |page| Content {
        title: page.t(title),
        body: html! {
            (exercise(page))
            p.answer { (page.t("traj-assumed")) }
            (write(page))
        },
    })
}

/// The reader's studies, and the way to set two of them beside each other.
fn list(page: &Page<'_>, studies: &[Arc<Study>]) -> Markup {
    let whole: Vec<&Arc<Study>> = studies.iter().filter(|one| one.state() == State::Whole).collect();
    html! {
        h2 { (page.t("traj-yours")) }
        ul { @for one in studies {
            li { a href=(page.to(&format!("/trajectories/{}", one.id))) { (name(page, one)) } (colon(page)) (state(page, one)) }
        } }
        @if whole.len() > 1 {
            form.act method="get" action=(page.to("/trajectories/compare")) {
                @for (at, key) in ["traj-first", "traj-second"].into_iter().enumerate() {
                    @let name_of = if at == 0 { "first" } else { "second" };
                    p.field {
                        label for=(name_of) { (page.t(key)) }
                        select id=(name_of) name=(name_of) {
                            // The newest second, the one before it first.
                            @for (place, one) in whole.iter().enumerate() {
                                option value=(one.id) selected[place == 1_usize.saturating_sub(at)] { (name(page, one)) }
                            }
                        }
                    }
                }
                p { button type="submit" { (page.t("traj-compare")) } }
            }
        } @else { p.soft { (page.t("traj-compare-how")) } }
        p.soft { (page.t("traj-kept")) }
    }
}

/// The texts of reports in the language of a page.
fn tell<'p>(page: &'p Page<'_>) -> Tell<'p> {
    Tell::new(&page.visit.app.texts, page.language())
}

/// What a study is called: its scenario, its charter, runs and seed.
fn name(page: &Page<'_>, study: &Study) -> String {
    let (runs, seed) = (study.asked.runs.to_string(), study.asked.seed.to_string());
    let under = page.t(under(study.asked.under));
    let title = study.model.scenario().title();
    page.with("traj-name", &[("title", title), ("charter", &under), ("runs", &runs), ("seed", &seed)])
}

/// The text that names a charter.
fn under(under: Under) -> &'static str {
    match under {
        Under::Exercise => "traj-under-exercise",
        Under::Consensus => "traj-under-consensus",
        Under::Own => "traj-under-own",
    }
}

/// How far a study is, in words.
fn state(page: &Page<'_>, study: &Study) -> String {
    let come = study.come();
    let (state, runs) = (come.state, come.runs.to_string());
    drop(come);
    let key = match state {
        State::Waits => "traj-waits",
        State::Runs => "traj-runs",
        State::Whole => "traj-whole",
        State::Stopped => "traj-stopped",
        State::Late => "traj-late",
        State::Broken => "traj-broken",
    };
    page.with(key, &[("runs", &runs), ("all", &study.asked.runs.to_string())])
}
