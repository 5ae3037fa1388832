//! What is refused before a page sees it, such as a form that is too long: in words, on a page.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use maud::html;

use super::{Agent, shown};
use crate::visit;

/// Answers with a page where only a status and words for programs would come.
pub(super) async fn in_words(State(agent): State<Arc<Agent>>, request: Request, next: Next) -> Response {
    let first = request.uri().path().split('/').nth(1).and_then(visit::language);
    let language = first.unwrap_or_else(|| shown::language(request.headers()));
    let response = next.run(request).await;
    let says = match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => "agent-no-way",
        StatusCode::PAYLOAD_TOO_LARGE => "agent-too-long",
        StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => "agent-no-form",
        _ => return response,
    };
    let say = shown::say(&agent, language);
    let body = html! {
        p.answer.fails role="alert" { (say.text(says, &[])) }
        p { a href="/" { (say.text("agent-back", &[])) } }
    };
    let page = shown::bare(language, &say.text("comp-not-done", &[]), &body);
    let mut answer = (response.status(), page).into_response();
    // Which ways there are is for programs to know.
    if let Some(allowed) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    answer
}
