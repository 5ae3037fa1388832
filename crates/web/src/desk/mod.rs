//! Where a delegation works: who is signed in, what is drafted, and what is given once it is signed.
//!
//! No key is here. Somebody signs in by showing the agent's signature of a challenge, made with a key that the member
//! accredited; a command is prepared here, signed by the agent in its own process, and given from here.

mod act;
pub(crate) mod acts;
mod challenge;
mod draft;
mod drafts;
mod form;
mod session;
mod sign_in;
mod signed;
mod systems;
mod tokens;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use challenge::Challenges;
pub(crate) use drafts::Drafts;
pub(crate) use session::{Session, Sessions, chance, of_cookie, to_sign};
pub(crate) use tokens::Tokens;

/// The routes behind the language.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/sign-in", get(sign_in::show))
        .route("/sign-in/answer", get(sign_in::answer))
        .route("/sign-out", post(sign_in::out))
        .route("/acts", get(acts::show))
        .route("/acts/{name}", get(act::show).post(act::prepare))
        .route("/drafts/{id}", get(draft::show).post(draft::change))
        .route("/signed", post(signed::give))
        .route("/systems", get(systems::show).post(systems::change))
}
