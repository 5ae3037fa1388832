//! One study: what came of it so far, while it comes, and to be taken away.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::sse::{Event, KeepAlive};
use axum::response::{IntoResponse as _, Redirect, Response, Sse};
use futures_util::stream;
use maud::{Markup, html};
use quorate_foresight::trajectory::{Spread, Totals, tables};
use tokio::time::sleep;

use super::{content, name, reader, state, tell};
use crate::desk::{is_from_here, not_sent};
use crate::error;
use crate::parts::colon;
use crate::report::{self, Explored, More, Tell};
use crate::studies::Study;
use crate::visit::{Page, Visit};

/// What is new is told at most so often, so that whoever watches asks for no more pages than that.
const BEAT: Duration = Duration::from_secs(1);
/// How often something is sent where nothing happens, so that a broken line is noticed.
const ALIVE: Duration = Duration::from_secs(15);
/// Asked for with this, a page is not renewed where no script runs.
const STILL: &str = "still";

/// What can be taken away.
const FILES: [(&str, &str); 5] = [
    ("report.html", "traj-file-report"),
    ("runs.csv", "traj-file-runs"),
    ("quarters.csv", "traj-file-quarters"),
    ("scenario.toml", "traj-file-scenario"),
    ("charter.toml", "traj-file-charter"),
];

pub(super) async fn show(
    mut visit: Visit,
    headers: HeaderMap,
    Path((_, id)): Path<(String, String)>,
) -> Response {
    let Some(study) = visit.app.studies.get(reader(&visit, &headers), &id) else {
        return error::nowhere().await;
    };
    let is_still = visit.query == STILL;
    if study.state().is_open() {
        visit.arrives = Some((format!("/{}/trajectories/{id}/live", visit.language.code()), is_still));
    }
    visit.apart(move |visit| content(visit, "traj-title", |page| told(page, &study, is_still))).await
}

fn told(page: &Page<'_>, study: &Study, is_still: bool) -> Markup {
    let path = page.to(&format!("/trajectories/{}", study.id));
    let (runs, is_open) = *study.watch().borrow();
    html! {
        p { strong { (name(page, study)) } }
        @if is_open {
            p {
                progress.arriving value=(runs) max=(study.asked.runs) aria-label=(page.t("traj-progress")) {}
                " " (state(page, study))
            }
            form method="post" action=(format!("{path}/stop")) {
                p { button type="submit" id="stop" { (page.t("traj-stop")) } }
            }
            noscript { p.soft {
                @if is_still { (page.t("traj-still")) " " a href=(path) { (page.t("traj-renew")) } }
                @else { (page.t("traj-renews")) " " a href=(format!("{path}?{STILL}")) { (page.t("traj-hold")) } }
            } }
        } @else {
            p { (state(page, study)) }
            p { a href=(page.to(&format!("/trajectories?like={}", study.id))) { (page.t("traj-again")) } " · "
                a href=(page.to("/trajectories")) { (page.t("traj-all")) } }
        }
        @if runs > 0 { (files(page, &path)) (explored(study, |of| report::told(of, &tell(page)).0)) }
    }
}

/// What came so far, as a report is written from it: a copy, so that the runs need not wait for the page.
fn explored<T>(study: &Study, write: impl FnOnce(&Explored<'_>) -> T) -> T {
    let come = study.come();
    let (runs, spread, totals): (u64, Spread, Totals) = (come.runs, come.spread.clone(), come.totals.clone());
    drop(come);
    let asked = &study.asked;
    let again = format!(
        "quorate explore scenario.toml --charter charter.toml --runs {} --seed {} --out again",
        asked.runs, asked.seed
    );
    write(&Explored {
        study: &study.model,
        runs: 0..runs,
        all: asked.runs,
        seed: asked.seed,
        texts: (&asked.scenario, &study.charter),
        spread: &spread,
        totals: &totals,
        commands: vec![again],
        more: More::default(),
    })
}

fn files(page: &Page<'_>, path: &str) -> Markup {
    html! {
        details {
            summary { (page.t("traj-files")) }
            ul {
                @for (file, key) in FILES {
                    li { a href=(format!("{path}/files/{file}")) download=(file) { (file) } (colon(page)) (page.t(key)) }
                }
            }
        }
    }
}

pub(super) async fn file(
    visit: Visit,
    headers: HeaderMap,
    Path((_, id, file)): Path<(String, String, String)>,
) -> Response {
    let study = visit.app.studies.get(reader(&visit, &headers), &id);
    let Some(study) = study.filter(|_| FILES.iter().any(|(name, _)| *name == file)) else {
        return error::nowhere().await;
    };
    visit.apart(move |visit| taken(visit, &study, &file)).await
}

fn taken(visit: &Visit, study: &Study, file: &str) -> Response {
    let (csv, toml) = ("text/csv; charset=utf-8", "application/toml; charset=utf-8");
    let (kind, text) = match file {
        "runs.csv" => (csv, study.come().table.clone()),
        "quarters.csv" => (csv, tables::quarters(&study.model, &study.come().spread)),
        "scenario.toml" => (toml, study.asked.scenario.clone()),
        "charter.toml" => (toml, study.charter.to_string()),
        _ => {
            let tell = Tell::new(&visit.app.texts, visit.language);
            ("text/html; charset=utf-8", explored(study, |of| report::page(of, &tell)))
        }
    };
    let kept = (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file}\""));
    ([(header::CONTENT_TYPE, kind.to_owned()), kept], text).into_response()
}

pub(super) async fn stop(
    visit: Visit,
    headers: HeaderMap,
    Path((_, id)): Path<(String, String)>,
) -> Response {
    if !is_from_here(&visit, &headers) {
        return not_sent("this form is of no page of this node");
    }
    let Some(study) = visit.app.studies.get(reader(&visit, &headers), &id) else {
        return error::nowhere().await;
    };
    study.stop();
    Redirect::to(&format!("/{}/trajectories/{id}", visit.language.code())).into_response()
}

/// Tells how many runs there are now and as more come, and that no more come, as server-sent events.
pub(super) async fn live(
    visit: Visit,
    headers: HeaderMap,
    Path((_, id)): Path<(String, String)>,
) -> Response {
    let Some(study) = visit.app.studies.get(reader(&visit, &headers), &id) else {
        return error::nowhere().await;
    };
    let events = stream::unfold(Some((study.watch(), true)), |next| async move {
        let (mut watch, is_first) = next?;
        if !is_first {
            sleep(BEAT).await;
            watch.changed().await.ok()?;
        }
        let (runs, is_open) = *watch.borrow_and_update();
        let event = Event::default().event(if is_open { "runs" } else { "end" }).data(runs.to_string());
        Some((Ok::<Event, Infallible>(event), is_open.then_some((watch, false))))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}
