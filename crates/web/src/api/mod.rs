//! The interface for other systems, over HTTP: what the pages show, as JSON, and commands that were signed elsewhere.
//!
//! One file a resource. What is served and what is described is one list: each route is given together with its description.

mod ask;
mod begin;
mod charter;
mod commands;
mod cursor;
mod decisions;
mod described;
mod events;
mod findings;
mod guard;
mod heights;
mod liquidity;
mod nodes;
mod partnership;
mod plan;
mod problem;
mod proof;
mod public;
mod registers;
mod value;

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef};
use axum::http::StatusCode;
use axum::middleware;
use axum::response::{IntoResponse as _, Response};
use quorate_partnership::MAX_COMMAND_BYTES;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use problem::{Kind, Problem};

/// The description of the interface, as it is served.
#[derive(Clone)]
pub(crate) struct Description(pub(crate) Arc<Value>);

impl FromRef<Arc<App>> for Description {
    fn from_ref(app: &Arc<App>) -> Description {
        Description(Arc::clone(&app.description))
    }
}

fn both() -> (Router<Arc<App>>, Value) {
    let (routes, described) = OpenApiRouter::with_openapi(described::head())
        .routes(routes!(begin::begin))
        .routes(routes!(begin::openapi))
        .routes(routes!(partnership::partnership))
        .routes(routes!(charter::charter))
        .routes(routes!(findings::findings))
        .routes(routes!(nodes::nodes))
        .routes(routes!(registers::registers))
        .routes(routes!(registers::register))
        .routes(routes!(public::registers))
        .routes(routes!(public::register))
        .routes(routes!(decisions::decision))
        .routes(routes!(proof::decision))
        .routes(routes!(heights::height))
        .routes(routes!(plan::plan))
        .routes(routes!(liquidity::liquidity))
        .routes(routes!(commands::give))
        .routes(routes!(commands::command))
        .routes(routes!(events::events))
        .split_for_parts();
    (routes, described::whole(&described))
}

/// The routes of the interface, to stand beside the pages.
pub(crate) fn routes() -> Router<Arc<App>> {
    let nowhere = || async { StatusCode::NOT_FOUND };
    let routes = both().0;
    // Whatever begins so is answered here, so that a mistyped address, too, is answered as a problem.
    let routes = ["/api", "/api/", "/api/{*rest}"]
        .iter()
        .fold(routes, |routes, path| routes.route(path, axum::routing::any(nowhere)));
    routes.layer(DefaultBodyLimit::max(MAX_COMMAND_BYTES)).layer(middleware::from_fn(guard::guard))
}

/// The interface as an OpenAPI 3.1 document.
#[must_use]
pub fn description() -> Value {
    both().1
}

/// The answer to whoever asks under another name than the one under which this is served.
pub(crate) fn not_here(why: &str) -> Response {
    let remedy = "ask at the address that `quorate pages` named, or with --origin";
    Problem::new(Kind::NotHere, why, remedy).into_response()
}

/// The answer to whoever is not signed in where only the members read.
pub(crate) fn not_signed_in() -> Response {
    let what = "here only who is signed in reads what the members read";
    let remedy = "sign in on a page, send a token that the page Other systems makes, or ask for what is for everybody: GET \
                  /api/v1/public";
    Problem::new(Kind::NotSignedIn, what, remedy).into_response()
}

/// The answer to whoever asks faster than is answered.
pub(crate) fn too_many() -> Response {
    let what = "this visitor has asked as much as one may for now";
    let remedy = "wait as long as Retry-After says; ask for more rows at once rather than more often";
    Problem::new(Kind::TooManyQuestions, what, remedy).into_response()
}
