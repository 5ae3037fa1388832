//! Two studies of a reader beside each other, run by run: the same members, needs and chance under two charters.

use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::Response;
use maud::{Markup, html};
use quorate_foresight::trajectory::{Beside, FIGURES};
use serde::Deserialize;

use super::{content, name, reader, tell};
use crate::error;
use crate::parts::colon;
use crate::report::{self, Compared, Measured};
use crate::studies::Study;
use crate::visit::{Page, Visit};

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    first: String,
    #[serde(default)]
    second: String,
}

pub(super) async fn show(visit: Visit, headers: HeaderMap, Query(asked): Query<Asked>) -> Response {
    let reader = reader(&visit, &headers);
    let one = |id: &str| visit.app.studies.get(reader, id);
    let (Some(first), Some(second)) = (one(&asked.first), one(&asked.second)) else {
        return error::nowhere().await;
    };
    let told = move |visit: &Visit| {
        content(visit, "traj-compare-title", |page| {
            html! {
                ul {
                    li { (page.t("traj-first")) (colon(page)) (link(page, &first)) }
                    li { (page.t("traj-second")) (colon(page)) (link(page, &second)) }
                }
                @if first.is_beside(&second) { (report::told_beside(&compared(page, &first, &second), &tell(page))) }
                @else { p.answer.fails role="alert" { (page.t("traj-not-beside")) } }
                p { a href=(page.to("/trajectories")) { (page.t("traj-all")) } }
            }
        })
    };
    visit.apart(told).await
}

fn link(page: &Page<'_>, study: &Study) -> Markup {
    html! { a href=(page.to(&format!("/trajectories/{}", study.id))) { (name(page, study)) } }
}

/// What both came to, measure by measure.
fn compared(page: &Page<'_>, first: &Study, second: &Study) -> Compared {
    let mut sides = FIGURES.map(|_| Beside::default());
    // One after the other: both may be the same study.
    let ones = first.come().figures.clone();
    let others = second.come().figures.clone();
    for (one, other) in ones.iter().zip(&others) {
        for (side, (one, other)) in sides.iter_mut().zip(one.iter().zip(other)) {
            side.add(*one, *other);
        }
    }
    let title = |study: &Study| page.language().of(study.model.charter().title()).to_owned();
    Compared {
        title: first.model.scenario().title().to_owned(),
        charters: (title(first), title(second)),
        runs: first.asked.runs,
        seed: first.asked.seed,
        measures: FIGURES.iter().zip(sides).map(|(figure, side)| Measured::of(figure, side)).collect(),
    }
}
