//! Passkeys at the agent: one releases a key for what is shown, once, after its device has verified the holder anew.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use quorate_partnership::PublicKey;
use serde_json::json;
use webauthn_rs::prelude::PasskeyRegistration;

use super::shown::{self, language};
use super::{Agent, Held, Signatory};
use crate::error;
use crate::passkeys::{self, Asks, Kept, MAX_NAME_BYTES, Release, Shelf};
use crate::prepared::Author;
use crate::texts::Say;

/// What is signed to try a passphrase; no command and no challenge begins so.
const TRIED: &[u8] = b"quorate/agent-passkey/1\0";

/// The file of passkeys beside a key.
pub(super) struct Beside<'a>(pub(super) &'a dyn Signatory, pub(super) &'a Held);

impl Shelf for Beside<'_> {
    fn kept(&self) -> Result<Option<Vec<u8>>, String> {
        self.0.passkeys(self.1)
    }

    fn keep(&self, bytes: &[u8]) -> Result<(), String> {
        self.0.keep_passkeys(self.1, bytes)
    }
}

impl Held {
    pub(super) fn author(&self) -> Author {
        Author { post: self.post, key: self.key }
    }

    /// What a passkey of this key is for.
    pub(super) fn purpose(&self) -> String {
        format!("passkey of {} {} {}", self.partnership, self.post, self.key)
    }
}

impl Agent {
    fn named(&self, key: &str) -> Option<Held> {
        let key: PublicKey = key.parse().ok()?;
        self.signatory.held().into_iter().find(|held| held.key == key)
    }

    pub(super) fn kept(&self, held: &Held) -> Result<Vec<Kept>, String> {
        self.book.of(&Beside(&*self.signatory, held), held.author())
    }
}

/// The passkeys of a key, and one more.
pub(super) async fn show(
    State(agent): State<Arc<Agent>>,
    headers: HeaderMap,
    Path(key): Path<String>,
) -> Response {
    match agent.named(&key) {
        Some(held) => shown(&agent, &headers, &held, None),
        None => error::nowhere().await,
    }
}

fn shown(agent: &Agent, headers: &HeaderMap, held: &Held, wrong: Option<&str>) -> Response {
    let say = shown::say(agent, language(headers));
    let body = html! {
        p.lead { (say.text("agent-passkeys-lead", &[])) }
        p { strong { (held.post) } " · " (held.title) " · " code { (held.key.short()) } }
        @if let Some(wrong) = wrong { p.answer.fails role="alert" { (say.text(wrong, &[])) } }
        @match agent.kept(held) {
            Ok(kept) => {
                (list(&say, held, &kept))
                (one_more(agent, &say, held, &kept))
            }
            Err(_) => { p.answer.fails { (say.text("agent-passkeys-unread", &[])) } }
        }
        p { a href="/" { (say.text("agent", &[])) } }
    };
    shown::page(headers, &say.text("passkeys", &[]), &body).into_response()
}

fn list(say: &Say<'_>, held: &Held, kept: &[Kept]) -> Markup {
    html! {
        @if kept.is_empty() { p.none { (say.text("passkeys-none", &[])) } }
        @else {
            ul.plain {
                @for one in kept {
                    li.line {
                        strong { (one.name) }
                        form method="post" action=(format!("/passkeys/{}/remove", held.key)) {
                            input type="hidden" name="id" value=(one.id());
                            button.plain type="submit" aria-label=(say.text("passkey-remove-named", &[("name", &one.name)])) {
                                (say.text("passkey-remove", &[]))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn one_more(agent: &Agent, say: &Say<'_>, held: &Held, kept: &[Kept]) -> Markup {
    let made = agent.party.as_ref().and_then(|party| {
        let (mut options, state) = party.make(&held.post.to_string(), held.purpose().as_bytes(), kept)?;
        let salt = passkeys::salt()?;
        if held.encrypted {
            options
                .get_mut("extensions")?
                .as_object_mut()?
                .insert("prf".into(), json!({ "eval": { "first": &salt } }));
        }
        let sealed = serde_json::to_vec(&(state, salt)).ok()?;
        Some((options, agent.challenges.seal(&held.purpose(), &sealed)?))
    });
    let Some((options, sealed)) = made else {
        return html! { p.soft { (say.text("passkey-nowhere", &[("origin", &agent.origin)])) } };
    };
    let asks = Asks {
        to: &format!("/passkeys/{}", held.key),
        options: &options,
        failed: &say.text("passkey-failed", &[]),
    };
    html! {
        section {
            h2 { (say.text("passkey-register", &[])) }
            (passkeys::form(&asks, &html! {
                input type="hidden" name="sealed" value=(sealed);
                p.field {
                    label for="passkey-name" { (say.text("passkey-name", &[])) }
                    input type="text" id="passkey-name" name="name" required maxlength=(MAX_NAME_BYTES) autocomplete="off";
                }
                @if held.encrypted {
                    p.field {
                        label for="passphrase" { (say.text("agent-passphrase", &[])) }
                        input type="password" id="passphrase" name="passphrase" autocomplete="off" required
                            aria-describedby="passphrase-about";
                        small.soft id="passphrase-about" { (say.text("agent-passphrase-once", &[])) }
                    }
                }
                button type="submit" { (say.text("passkey-register", &[])) }
            }))
            p.soft.no-passkey { (say.text("passkey-script", &[])) }
        }
    }
}

type Sent = Vec<(String, String)>;

fn value<'s>(sent: &'s Sent, name: &str) -> &'s str {
    sent.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
}

/// Registers a passkey for a key, if its passphrase opens it.
pub(super) async fn register(
    State(agent): State<Arc<Agent>>,
    headers: HeaderMap,
    Path(key): Path<String>,
    Form(sent): Form<Sent>,
) -> Response {
    let Some(held) = agent.named(&key) else { return error::nowhere().await };
    if !agent.is_own_page(&headers) {
        return not();
    }
    match registered(&agent, &held, &sent) {
        Ok(()) => Redirect::to(&format!("/passkeys/{key}")).into_response(),
        Err(why) => {
            let mut page = shown(&agent, &headers, &held, Some(why));
            *page.status_mut() = StatusCode::FORBIDDEN;
            page
        }
    }
}

fn registered(agent: &Agent, held: &Held, sent: &Sent) -> Result<(), &'static str> {
    let name = passkeys::name_of(value(sent, "name")).ok_or("passkey-unnamed")?;
    let made = || {
        let (challenge, sealed) = agent.challenges.opened(&held.purpose(), value(sent, "sealed"))?;
        let (state, salt): (PasskeyRegistration, String) = serde_json::from_slice(&sealed).ok()?;
        let made = agent.party.as_ref()?.made(value(sent, "answer"), &state)?;
        agent.challenges.takes(&challenge).then_some((made, salt))
    };
    let (passkey, salt) = made().ok_or("passkey-not-made")?;
    let mut new = Kept::new(passkey, held.author(), name, None);
    if held.encrypted {
        let answer = serde_json::from_str(value(sent, "answer")).unwrap_or_default();
        let secret = passkeys::secret_of(&answer).ok_or("agent-passkey-no-secret")?;
        let passphrase = value(sent, "passphrase");
        agent.signatory.sign(held, TRIED, Some(passphrase)).map_err(|_| "agent-passkey-locked")?;
        new.release =
            Some(Release::seal(&secret, salt, &held.purpose(), passphrase).ok_or("passkey-not-made")?);
    }
    let added = agent.book.add(&Beside(&*agent.signatory, held), new, |_| true);
    added.map_err(|_| "agent-passkeys-unread")?.ok_or("passkey-too-many")
}

/// Removes a passkey of a key.
pub(super) async fn remove(
    State(agent): State<Arc<Agent>>,
    headers: HeaderMap,
    Path(key): Path<String>,
    Form(sent): Form<Sent>,
) -> Response {
    let Some(held) = agent.named(&key) else { return error::nowhere().await };
    if !agent.is_own_page(&headers) {
        return not();
    }
    match agent.book.remove(&Beside(&*agent.signatory, &held), held.author(), value(&sent, "id")) {
        Ok(_) => Redirect::to(&format!("/passkeys/{key}")).into_response(),
        Err(_) => shown(&agent, &headers, &held, Some("agent-passkeys-unread")),
    }
}

fn not() -> Response {
    (StatusCode::FORBIDDEN, "this form is not of the agent's own page").into_response()
}
