//! Paste your own: a text is checked as the charter in force is, and set beside it. Nothing is kept of it.

use std::sync::Arc;

use axum::Form;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use quorate_charter::{Body, Charter, Faults, MemberCode};
use quorate_foresight::{Assurance, Promise};
use quorate_records::Grid;
use serde::Deserialize;

use super::front::{answer, table};
use super::promises;
use crate::app::App;
use crate::parts::faults;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// The longest text that is checked here, in bytes; the command line takes longer ones.
const MAX_BYTES: usize = 64 * 1024;
/// With more members than these the procedure is not run: it takes too long for a page.
const MOST_REHEARSED: usize = 8;

/// What is asked.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    text: String,
    #[serde(default)]
    independent: String,
}

/// What a text comes to.
struct Found {
    assurance: Assurance,
    grid: Option<Grid>,
}

pub(crate) async fn show(visit: Visit) -> Response {
    let text = visit.app.door.charter_text().to_string();
    shown(&visit, &Asked { text, independent: String::new() }, None)
}

pub(crate) async fn check(visit: Visit, Form(asked): Form<Asked>) -> Response {
    if asked.text.len() > MAX_BYTES {
        return not(&visit, &Asked::default(), "try-long");
    }
    let Ok(_one) = Arc::clone(&visit.app.checks).try_acquire_owned() else {
        return not(&visit, &asked, "try-busy");
    };
    let own = asked.clone();
    match tokio::task::spawn_blocking(move || found(&own)).await {
        Ok(found) => shown(&visit, &asked, Some(&found)),
        Err(_) => axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Checks a text.
fn found(asked: &Asked) -> Result<Found, String> {
    let told = |drawn: &Faults| faults(&asked.text, drawn);
    let body = Body::read(&asked.text).map_err(|faults| told(&faults))?;
    let charter = match Charter::read(&asked.text) {
        Ok(charter) => Some(charter),
        // Another institution's text says how it decides, and nothing else.
        Err(_) if !asked.text.contains("[decisions]") => None,
        Err(faults) => return Err(told(&faults)),
    };
    let assurance = match &charter {
        Some(charter) if charter.members().count() <= MOST_REHEARSED => {
            Assurance::of(charter).rehearsed(charter, &asked.text)
        }
        Some(charter) => Assurance::of(charter),
        None => Assurance::of_body(&body),
    };
    let state: Option<MemberCode> = asked.independent.trim().parse().ok();
    let assurance = match state {
        Some(state) => assurance.independent_of(charter.as_ref(), state),
        None => assurance,
    };
    let grid = charter.as_ref().filter(|charter| charter.has_fund()).and_then(Grid::of);
    Ok(Found { assurance, grid })
}

/// Why a text is not checked now.
fn not(visit: &Visit, asked: &Asked, why: &str) -> Response {
    let why = visit.app.texts.say(visit.language).text(why, &[]);
    shown(visit, asked, Some(&Err(why)))
}

fn shown(visit: &Visit, asked: &Asked, found: Option<&Result<Found, String>>) -> Response {
    visit.page(Chapter::Charter, |page| Content {
        title: page.t("try-title"),
        body: html! {
            p.lead { (page.t("try-lead")) }
            @match found {
                Some(Ok(found)) => { (result(page, found)) }
                Some(Err(faults)) => { p.answer.fails role="alert" { (page.t("try-faults")) } pre lang="en" { (faults) } }
                None => {}
            }
            (form(page, asked))
        },
    })
}

fn form(page: &Page<'_>, asked: &Asked) -> Markup {
    html! {
        form.act method="post" action=(page.to("/charter/check")) {
            p.field {
                label for="text" { (page.t("try-text")) }
                textarea.charter id="text" name="text" rows="24" spellcheck="false" maxlength=(MAX_BYTES) { (asked.text) }
            }
            p.field {
                label for="independent" { (page.t("try-independent")) }
                input type="text" id="independent" name="independent" maxlength="3" pattern="[A-Z]{3}" value=(asked.independent);
            }
            button type="submit" { (page.t("try-ask")) }
        }
    }
}

/// What was found of the text, beside what was found of the one in force.
fn result(page: &Page<'_>, found: &Found) -> Markup {
    let force = page.visit.app.door.assurance();
    html! {
        @if let Some(unnamed) = found.assurance.unnamed() {
            p.answer {
                (page.with("try-unnamed", &[("state", &unnamed.state.to_string())]))
                @if !unnamed.near.is_empty() {
                    @let near: Vec<String> = unnamed.near.iter().map(ToString::to_string).collect();
                    " " (page.with("try-meant", &[("near", &near.join(", "))]))
                }
            }
        }
        p.answer .proven[found.assurance.holds()] .fails[!found.assurance.holds()] { (page.told(&found.assurance.answer())) }
        @if let Some(grid) = &found.grid { (answer(page, grid)) (table(page, grid)) }
        @if let Some(force) = &force { (beside(page, &found.assurance, force)) }
        @for promise in Promise::ALL {
            @let findings = promises::of(&found.assurance, promise);
            @if !findings.is_empty() {
                h3 { (page.t(&format!("promise-{}", promise.name()))) }
                @for finding in findings { (promises::finding(page, finding)) }
            }
        }
    }
}

/// Promise by promise, this text and the one in force.
fn beside(page: &Page<'_>, this: &Assurance, force: &Assurance) -> Markup {
    let words = |assurance: &Assurance, promise: Promise| {
        let counted = promises::counted(&promises::of(assurance, promise));
        let words: Vec<String> =
            counted.iter().map(|(count, key)| format!("{count} {}", page.t(key))).collect();
        words.join(", ")
    };
    html! {
        div.wide tabindex="0" role="region" aria-label=(page.t("try-beside")) {
            table {
                caption { (page.t("try-beside")) }
                thead { tr {
                    th scope="col" { (page.t("front-promises")) }
                    th scope="col" { (page.t("try-this")) }
                    th scope="col" { (page.t("charter-in-force")) }
                } }
                tbody { @for promise in Promise::ALL {
                    @let (one, other) = (words(this, promise), words(force, promise));
                    @if !one.is_empty() || !other.is_empty() {
                        tr {
                            th scope="row" { (page.t(&format!("promise-{}", promise.name()))) }
                            td { (one) }
                            td { (other) }
                        }
                    }
                } }
            }
        }
    }
}

impl App {
    /// How many texts are checked at once.
    pub(crate) const CHECKS: usize = 1;
}
