//! The pages: one file each. Each shows what the records hold, and decides nothing.

mod ahead;
mod articles;
mod brief;
mod case;
mod certificate;
mod charter;
mod consultation;
mod continuity;
mod decision;
mod decisions;
mod dependencies;
mod frameworks;
mod front;
mod fund;
mod history;
mod member;
mod members;
mod network;
mod promises;
mod record;
mod rooms;
pub(crate) mod today;
mod trajectories;
mod try_charter;
mod verified;
mod verify;

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderMap, header};
use axum::response::Redirect;
use axum::routing::get;

use crate::app::App;
pub(crate) use front::show as front;

use crate::visit::preferred;

/// The routes behind the language.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/today", get(today::show))
        .route("/brief", get(brief::show))
        .route("/decisions", get(decisions::show))
        .route("/decisions/{number}", get(decision::show))
        .route("/decisions/{number}/proof", get(certificate::proof))
        .route("/cases", get(rooms::cases))
        .route("/cases/{number}", get(case::show))
        .route("/consultations", get(rooms::consultations))
        .route("/consultations/{number}", get(consultation::show))
        .route("/frameworks", get(frameworks::show))
        .route("/continuity", get(continuity::show))
        .route("/positions", get(rooms::positions))
        .route("/capabilities", get(rooms::capabilities))
        .route("/dependencies", get(dependencies::show).post(dependencies::ask))
        .route("/charter", get(charter::show))
        .route("/charter/check", get(try_charter::show).post(try_charter::check))
        .route("/members", get(members::show))
        .route("/members/{code}", get(member::show))
        .route("/network", get(network::show))
        .route("/representatives", get(rooms::representatives))
        .route("/record", get(record::show))
        .route("/record/checkpoint", get(record::checkpoint))
        .route("/record/verify", get(verify::show).merge(verify::taken()))
        .route("/record/{register}", get(record::register))
        .route("/public", get(record::public))
        .route("/public/checkpoint", get(record::checkpoint))
        .route("/public/{register}", get(record::public_register))
        .merge(fund::routes())
        .merge(trajectories::routes())
}

/// Where a visitor begins: at the front page, in the language that it asks for.
pub(crate) async fn begin(headers: HeaderMap) -> Redirect {
    let accepts = headers.get(header::ACCEPT_LANGUAGE).and_then(|accepts| accepts.to_str().ok());
    Redirect::to(&format!("/{}/", preferred(accepts).code()))
}
