//! The agent's own pages: what is asked for, read from the bytes themselves.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use base16ct::lower::encode_string;
use maud::{DOCTYPE, Markup, html};
use quorate_partnership::Signed;
use quorate_records::words::{self, Language};

use super::asked::{Asked, What};
use super::compartments::Reads;
use super::confirm::fits;
use super::{Agent, Back, Held, approve, compartments};
use crate::assets;
use crate::texts::{Say, set};
use crate::visit::{self, preferred};

/// Which keys the agent has.
pub(super) async fn keys(State(agent): State<Arc<Agent>>, headers: HeaderMap) -> Response {
    let say = say(&agent, language(&headers));
    let body = html! {
        p.lead { (say.text("agent-lead", &[])) }
        @if agent.signatory.is_exercise() { p.answer.fails { (say.text("agent-exercise", &[])) } }
        ul {
            @for held in agent.signatory.held() {
                li { (held.post) " · " (held.title) " · " code { (held.key.short()) }
                    @if held.encrypted { " · " (say.text("agent-encrypted", &[])) }
                    " · " a href=(format!("/passkeys/{}", held.key)) aria-label=(passkeys_of(&say, &held)) { (say.text("passkeys", &[])) } }
            }
        }
        @if agent.rooms.is_some() {
            p { a href=(format!("/{}/compartments", language(&headers).code())) { (say.text("comp", &[])) } }
        }
    };
    page(&headers, &say.text("agent", &[]), &body).into_response()
}

fn passkeys_of(say: &Say<'_>, held: &Held) -> String {
    say.text("agent-passkeys-of", &[("post", &held.post.to_string()), ("key", &held.key.short())])
}

/// What is asked for, with the way to say yes.
pub(super) async fn asked(
    agent: &Arc<Agent>,
    headers: &HeaderMap,
    (name, asked): (&str, &Asked),
    wrong: Option<&str>,
    reads: Reads,
) -> Response {
    let language = language_of(asked, headers);
    let instructions = compartments::part(agent, headers, (name, asked), reads).await;
    let say = say(agent, language);
    let fitting: Vec<Held> = agent.signatory.held().into_iter().filter(|held| fits(asked, held)).collect();
    let title = match asked.what {
        What::SignIn { .. } => say.text("agent-sign-in", &[]),
        What::Command { .. } => say.text("agent-sign", &[]),
    };
    let body = html! {
        @if let Some(wrong) = wrong { p.answer.fails role="alert" { (say.text(wrong, &[])) } }
        p { (say.text("agent-asks", &[])) " " strong { (asked.origin) } }
        @if let What::Command { command, .. } = &asked.what { (what(&say, language, command)) }
        (instructions)
        @if fitting.is_empty() { p.answer.fails { (say.text("agent-no-key", &[])) } }
        @else { (approve::part(&say, name, asked)) (yes(&say, name, &fitting)) }
        p.soft { (say.text("agent-no", &[])) }
    };
    let mut response = bare(language, &title, &body).into_response();
    response.extensions_mut().insert(Back(asked.origin.clone()));
    response
}

/// The command, as the agent itself reads it.
fn what(say: &Say<'_>, language: Language, command: &Signed) -> Markup {
    html! {
        p { (say.text("agent-command", &[("post", &command.post().to_string())])) }
        p.answer { (set(language, words::command(command.command(), command.post().member, language))) }
        details {
            summary { (say.text("agent-whole", &[])) }
            p { code { (command.command().provision().name()) } }
            dl.about {
                @for (name, value) in words::fields(command.command(), language) {
                    div { dt { (name) } dd { (value) } }
                }
            }
        }
        dl.about {
            div { dt { (say.text("draft-id", &[])) } dd { code { (command.id()) } } }
            div { dt { (say.text("draft-expires", &[])) } dd { time { (words::minute(command.expires())) } } }
        }
    }
}

/// One button for each key that fits.
fn yes(say: &Say<'_>, name: &str, fitting: &[Held]) -> Markup {
    html! {
        form method="post" action="/confirm" {
            input type="hidden" name="asked" value=(name);
            @if fitting.iter().any(|held| held.encrypted) {
                p.field {
                    label for="passphrase" { (say.text("agent-passphrase", &[])) }
                    input type="password" id="passphrase" name="passphrase" autocomplete="off" required;
                }
            }
            div.choices {
                @for held in fitting {
                    button type="submit" name="key" value=(held.key) {
                        (say.text("agent-yes", &[("post", &held.post.to_string())]))
                    }
                }
            }
        }
    }
}

/// What was signed, and the way to give it to the node that asked.
pub(super) fn signed(agent: &Agent, asked: &Asked, bytes: &[u8]) -> Response {
    let language = of_page(asked).unwrap_or_default();
    let say = say(agent, language);
    let body = html! {
        p.answer.proven { (say.text("agent-signed", &[])) }
        form method="post" action=(format!("{}{}", asked.origin, asked.path)) {
            input type="hidden" name="signed" value=(encode_string(bytes));
            button type="submit" autofocus { (say.text("agent-give", &[("origin", &asked.origin)])) }
        }
    };
    bare(language, &say.text("agent-sign", &[]), &body).into_response()
}

/// The language of the page that asks.
fn of_page(asked: &Asked) -> Option<Language> {
    let code = asked.path.strip_prefix('/')?.split('/').next()?;
    visit::language(code)
}

/// The language in which something that is asked for is shown.
pub(super) fn language_of(asked: &Asked, headers: &HeaderMap) -> Language {
    of_page(asked).unwrap_or_else(|| language(headers))
}

pub(super) fn language(headers: &HeaderMap) -> Language {
    preferred(headers.get(header::ACCEPT_LANGUAGE).and_then(|accepts| accepts.to_str().ok()))
}

pub(super) fn say(agent: &Agent, language: Language) -> Say<'_> {
    Say::new(&agent.texts, language)
}

pub(super) fn page(headers: &HeaderMap, title: &str, body: &Markup) -> Markup {
    bare(language(headers), title, body)
}

pub(super) fn bare(language: Language, title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="icon" href="/assets/mark.svg" type="image/svg+xml";
                link rel="stylesheet" href=(assets::style());
                script src=(assets::passkeys()) defer {}
            }
            body { main.alone { h1 { (title) } (body) } }
        }
    }
}
