//! Where a delegation works: who is signed in, what is drafted, and what is given once it is signed.
//!
//! No key is here. Somebody signs in by showing the agent's signature of a challenge, made with a key that the member
//! accredited; a command is prepared here, signed by the agent in its own process, and given from here.

mod act;
pub(crate) mod acts;
pub(crate) mod calendar;
mod calendars;
mod challenge;
mod draft;
mod drafts;
mod effects;
mod form;
pub(crate) mod instruct;
mod instructions;
mod openid;
mod passkeys;
mod sealed;
mod session;
mod sessions;
mod sign_in;
mod signed;
mod systems;
mod tokens;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

pub(crate) use calendars::Calendars;
pub(crate) use challenge::Challenges;
pub(crate) use drafts::Drafts;
pub use effects::{EFFECTS, Effect};
pub(crate) use form::{is_from_here, not as not_sent};
pub(crate) use instructions::Instructions;
pub use openid::OpenId;
pub(crate) use openid::SignIn;
pub(crate) use passkeys::Passkeys;
pub(crate) use session::{Session, Sessions, attributes, chance, named, secret_of, to_sign};
pub(crate) use tokens::Tokens;

/// The routes behind the language.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/sign-in", get(sign_in::show))
        .route("/sign-in/answer", get(sign_in::answer))
        .route("/sign-in/openid", get(openid::begin))
        .route("/sign-in/openid/answer", get(openid::answer))
        .route("/sign-in/passkey", post(passkeys::sign_in))
        .route("/passkeys", get(passkeys::show).post(passkeys::register))
        .route("/passkeys/remove", post(passkeys::remove))
        .route("/sign-out", post(sign_in::out))
        .route("/acts", get(acts::show))
        .route("/acts/{name}", get(act::show).post(act::prepare))
        .route("/drafts/{id}", get(draft::show).post(draft::change))
        .route("/signed", post(signed::give))
        .route("/systems", get(systems::show).post(systems::change))
        .route("/today/calendar", post(calendar::change).get(crate::error::nowhere))
        .route("/today.ics", get(calendar::feed))
        .route("/decisions/{number}/instruction", post(instruct::write).get(crate::error::nowhere))
        .route("/representatives/sessions", get(sessions::show).post(sessions::end))
}
