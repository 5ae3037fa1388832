//! What a form sends, and whether it may.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::session::Session;
use crate::visit::Visit;

/// The pairs of a form, in their order.
pub(super) type Sent = Vec<(String, String)>;

/// The first value of a name, if it is not empty.
pub(super) fn value<'s>(sent: &'s Sent, name: &str) -> Option<&'s str> {
    sent.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
}

/// Who sends a form: somebody who is signed in, from a page of this node that was made for them.
pub(super) fn sender(visit: &Visit, headers: &HeaderMap, sent: &Sent) -> Result<Session, &'static str> {
    let Some(session) = visit.session.clone() else {
        return Err("nobody is signed in");
    };
    let is_own = value(sent, "token") == Some(session.token.as_str()) && is_from_here(visit, headers);
    if is_own { Ok(session) } else { Err("this form is not of a page that was made for you") }
}

/// Whether a browser says that a form is of a page of this node.
pub(crate) fn is_from_here(visit: &Visit, headers: &HeaderMap) -> bool {
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    match (origin, &visit.app.settings.origin) {
        (Some(origin), Some(own)) => origin == own,
        _ => true,
    }
}

/// The answer to a form that may not be sent.
pub(crate) fn not(why: &'static str) -> Response {
    (StatusCode::FORBIDDEN, why).into_response()
}
