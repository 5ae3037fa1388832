//! The yes of the agent's holder, and the answer to the page that asked.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use base16ct::lower::encode_string;
use quorate_partnership::PublicKey;

use super::asked::{Asked, What};
use super::compartments::Reads;
use super::{Agent, Back, Held, shown};
use crate::desk::to_sign;

/// Signs what waits, if the yes is of the agent's own page.
pub(super) async fn confirm(
    State(agent): State<Arc<Agent>>,
    headers: HeaderMap,
    Form(sent): Form<Vec<(String, String)>>,
) -> Response {
    let value = |name: &str| sent.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
    let asked = agent.pending.get(value("asked")).filter(|_| agent.is_own_page(&headers));
    let Some(asked) = asked else { return nothing_waits() };
    let key: Option<PublicKey> = value("key").parse().ok();
    let held = agent.signatory.held().into_iter().find(|held| Some(held.key) == key && fits(&asked, held));
    let Some(held) = held else {
        let (waits, wrong) = ((value("asked"), &asked), Some("agent-no-key"));
        return shown::asked(&agent, &headers, waits, wrong, Reads::WhoOpened).await;
    };
    let passphrase = Some(value("passphrase")).filter(|text| !text.is_empty());
    let answer = answer(&agent, &asked, &held, passphrase);
    if answer.status() == StatusCode::UNAUTHORIZED {
        let (waits, wrong) = ((value("asked"), &asked), Some("agent-wrong"));
        return shown::asked(&agent, &headers, waits, wrong, Reads::WhoOpened).await;
    }
    agent.pending.end(value("asked"));
    answer
}

/// The answer where nothing waits.
pub(super) fn nothing_waits() -> Response {
    (StatusCode::FORBIDDEN, "nothing waits under this name: ask again from the node's page").into_response()
}

/// Whether a key signs this.
pub(super) fn fits(asked: &Asked, held: &Held) -> bool {
    match &asked.what {
        What::SignIn { partnership, .. } => held.partnership == *partnership,
        What::Command { command, .. } => held.key == command.key() && held.post == command.post(),
    }
}

/// Signs, and leads back to the page that asked.
pub(super) fn answer(agent: &Agent, asked: &Asked, held: &Held, passphrase: Option<&str>) -> Response {
    let Asked { origin, path, .. } = asked;
    let mut response = match &asked.what {
        What::SignIn { partnership, challenge } => {
            let bytes = to_sign(partnership, challenge, origin);
            let Ok(signature) = agent.signatory.sign(held, &bytes, passphrase) else {
                return StatusCode::UNAUTHORIZED.into_response();
            };
            let (challenge, signature) = (encode_string(challenge), encode_string(&signature));
            let said =
                format!("challenge={challenge}&post={}&key={}&signature={signature}", held.post, held.key);
            Redirect::to(&format!("{origin}{path}?{said}")).into_response()
        }
        What::Command { command, .. } => {
            let Ok(signature) = agent.signatory.sign(held, command.to_be_signed(), passphrase) else {
                return StatusCode::UNAUTHORIZED.into_response();
            };
            shown::signed(agent, asked, &command.with_signature(&signature))
        }
    };
    response.extensions_mut().insert(Back(origin.clone()));
    response
}
