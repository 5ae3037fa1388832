//! What the agent signed, given to those who order. It is exactly what was drafted here, or nothing.

use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use quorate_partnership::{MAX_COMMAND_BYTES, Signed};

use super::form::{Sent, value};
use crate::doorway::NotTaken;
use crate::visit::Visit;

/// Gives a signed draft. Giving the same again is safe: it is ordered once.
pub(crate) async fn give(visit: Visit, Form(sent): Form<Sent>) -> Response {
    let Some(bytes) = value(&sent, "signed").and_then(read) else {
        return (StatusCode::BAD_REQUEST, "this is not a signed command in hexadecimal digits")
            .into_response();
    };
    let signed = match Signed::read(&bytes, &visit.records.id()) {
        Ok(signed) => signed,
        Err(why) => return (StatusCode::BAD_REQUEST, why.to_string()).into_response(),
    };
    let id = signed.id();
    // The agent's page is of another site: no session comes with it, and the signature says whose it is.
    let drafted = visit.app.drafts.get(&id).filter(|draft| draft.author.key == signed.key());
    if drafted.is_none() || !signed.is_well_signed() {
        let why = "this is not what was drafted here, or it is not well signed";
        return (StatusCode::FORBIDDEN, why).into_response();
    }
    let app = visit.app.clone();
    let submitted = tokio::task::spawn_blocking(move || {
        app.door.submit(&bytes).map(|given| app.drafts.change(&id, |draft| draft.given = Some(given)))
    });
    match submitted.await {
        // It is ordered, whether or not the draft's drawer took note of it: giving it again says so again.
        Ok(Ok(_)) => Redirect::to(&format!("/{}/drafts/{id}", visit.language.code())).into_response(),
        Ok(Err(not)) => (StatusCode::CONFLICT, why(&not)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Why it is not in the record.
fn why(not: &NotTaken) -> String {
    match not {
        NotTaken::Form(what) | NotTaken::Failed(what) => what.clone(),
        NotTaken::Unauthentic { rule, what, remedy } => format!("{what} ({rule}). {remedy}"),
        NotTaken::NotYet => "it waits at the node until enough nodes agree; giving it again is safe".into(),
        NotTaken::Away => "the node does not run; give it again once it does".into(),
    }
}

fn read(digits: &str) -> Option<Vec<u8>> {
    if digits.len() > MAX_COMMAND_BYTES.saturating_mul(2) {
        return None;
    }
    base16ct::lower::decode_vec(digits).ok()
}
