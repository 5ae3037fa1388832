//! Verify by upload: a file that somebody holds is checked here as `quorate verify` checks it. Nothing is kept of it.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use maud::{Markup, html};
use quorate_records::proof::{
    Compared, Expected, Fault, MAX_RECORD_FILE_BYTES, Note, Proven, compare, is_consistency_file, verify,
};
use tokio::time::timeout;

use super::{certificate, verified};
use crate::app::App;
use crate::limits::Peer;
use crate::proved::NoProof;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// The largest form: a file and what a browser writes around it.
const MAX_FORM_BYTES: usize = MAX_RECORD_FILE_BYTES + 16 * 1024;
/// How long a file may take to come in.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a file was found to be.
pub(super) enum Found {
    /// A record file that proves a decision.
    Decision(Box<Proven>),
    /// A file that compares two checkpoints, or a checkpoint compared with the record here.
    Records(Box<Compared>),
    /// It proves nothing: the check that fails.
    Wrong(Fault),
    /// It is a checkpoint, and cannot be compared.
    NotCompared(NoProof),
}

/// Why nothing was checked.
#[derive(Clone, Copy)]
enum Not {
    Busy,
    Empty,
    TooLong,
    NoForm,
}

impl Not {
    fn text(self) -> (&'static str, StatusCode) {
        match self {
            Not::Busy => ("verify-busy", StatusCode::SERVICE_UNAVAILABLE),
            Not::Empty => ("verify-empty", StatusCode::BAD_REQUEST),
            Not::TooLong => ("verify-too-long", StatusCode::PAYLOAD_TOO_LARGE),
            Not::NoForm => ("verify-no-form", StatusCode::BAD_REQUEST),
        }
    }
}

/// The route that takes a file in, with a limit of its own.
pub(super) fn taken() -> MethodRouter<Arc<App>> {
    post(check).layer(DefaultBodyLimit::max(MAX_FORM_BYTES))
}

pub(crate) async fn show(visit: Visit) -> Response {
    shown(&visit, StatusCode::OK, form)
}

fn shown(visit: &Visit, status: StatusCode, write: impl FnOnce(&Page<'_>) -> Markup) -> Response {
    let mut shown = visit.page_now(Chapter::Record, |page| Content {
        title: page.t("verify-title"),
        body: html! { p.lead { (page.t("verify-says")) } (write(page)) },
    });
    if status != StatusCode::OK {
        *shown.status_mut() = status;
    }
    shown
}

fn form(page: &Page<'_>) -> Markup {
    html! {
        form.act method="post" action=(page.to("/record/verify")) enctype="multipart/form-data" {
            p.field {
                label for="file" { (page.t("verify-file")) }
                input type="file" id="file" name="file" required aria-describedby="file-about";
                small.soft id="file-about" { (page.t("verify-limits")) }
            }
            button type="submit" { (page.t("verify-ask")) }
        }
        p.soft { (page.t("verify-offline")) " " code { "quorate verify FILE" } }
    }
}

async fn check(visit: Visit, request: Request) -> Response {
    match checked(&visit, request).await {
        Ok(found) => {
            let status = match found {
                Found::NotCompared(_) => StatusCode::CONFLICT,
                _ => StatusCode::OK,
            };
            shown(
                &visit,
                status,
                |page| html! { (told(page, &found)) h2 { (page.t("verify-another")) } (form(page)) },
            )
        }
        Err(not) => {
            let (key, status) = not.text();
            shown(&visit, status, |page| html! { p.answer.fails role="alert" { (page.t(key)) } (form(page)) })
        }
    }
}

fn told(page: &Page<'_>, found: &Found) -> Markup {
    match found {
        Found::Decision(proven) => verified::decision(page, proven),
        Found::Records(compared) => verified::records(page, compared),
        Found::Wrong(fault) => verified::wrong(page, fault),
        Found::NotCompared(why) => html! { p.answer.fails role="alert" { (certificate::told(page, why)) } },
    }
}

/// Takes the file in, and checks it on a thread that may work for long.
async fn checked(visit: &Visit, request: Request) -> Result<Found, Not> {
    // Whoever comes when there is no room sends its file for nothing, and takes no memory here.
    let peer = request.extensions().get::<Peer>().copied();
    let _place = visit.app.uploads.take(peer).ok_or(Not::Busy)?;
    let bytes = timeout(PATIENCE, file(request)).await.map_err(|_| Not::NoForm)??;
    let one = Arc::clone(&visit.app.checks).try_acquire_owned().map_err(|_| Not::Busy)?;
    let app = Arc::clone(&visit.app);
    let found = tokio::task::spawn_blocking(move || {
        let found = found(&app, &bytes);
        drop(one);
        found
    });
    found.await.map_err(|_| Not::Busy)
}

/// The bytes of the form's file.
async fn file(request: Request) -> Result<Vec<u8>, Not> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Not::NoForm)?;
    let not = |why: axum::extract::multipart::MultipartError| match why.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Not::TooLong,
        _ => Not::NoForm,
    };
    while let Some(field) = form.next_field().await.map_err(not)? {
        if field.name() == Some("file") {
            let bytes = field.bytes().await.map_err(not)?;
            return if bytes.is_empty() { Err(Not::Empty) } else { Ok(bytes.to_vec()) };
        }
    }
    Err(Not::Empty)
}

/// What a file is, by what it begins with, and what it shows.
fn found(app: &App, bytes: &[u8]) -> Found {
    if bytes.starts_with(b"quorate/") {
        let text = String::from_utf8_lossy(bytes);
        return match Note::read(&text) {
            Ok(note) => app
                .door
                .compared(&note)
                .map_or_else(Found::NotCompared, |found| Found::Records(Box::new(found))),
            Err(fault) => Found::Wrong(fault),
        };
    }
    if is_consistency_file(bytes) {
        let found = compare(bytes, Expected::default());
        return found.map_or_else(Found::Wrong, |found| Found::Records(Box::new(found)));
    }
    verify(bytes, Expected::default()).map_or_else(Found::Wrong, |proven| Found::Decision(Box::new(proven)))
}
