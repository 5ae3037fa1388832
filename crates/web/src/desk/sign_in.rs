//! Signing in with a key that the member accredited: the agent signs a challenge, made for this address and used once.

use std::sync::Arc;

use axum::Form;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use base16ct::lower::encode_string;
use maud::{Markup, html};
use quorate_partnership::{Post, PublicKey};
use serde::Deserialize;
use tokio::task::spawn_blocking;

use super::form::{Sent, not, sender};
use super::session::{cookie, no_cookie, to_sign};
use super::sessions::not_kept;
use crate::prepared::Author;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::SignIn, |page| Content { title: page.t("sign-in"), body: body(page) })
}

fn body(page: &Page<'_>) -> Markup {
    let app = &page.visit.app;
    let challenge = app.challenges.make().map(|challenge| encode_string(&challenge));
    html! {
        @if let Some(session) = &page.visit.session {
            p.answer.proven { (page.with("signed-in-as", &[("post", &session.author.post.to_string())])) }
        }
        p.lead { (page.t("sign-in-says")) }
        @match (&app.settings.agent, challenge) {
            (Some(agent), Some(challenge)) => {
                form method="post" action=(format!("{agent}/sign-in")) {
                    input type="hidden" name="partnership" value=(page.records().id());
                    input type="hidden" name="challenge" value=(challenge);
                    input type="hidden" name="return" value=(page.to("/sign-in/answer"));
                    @if app.settings.exercise { (one_click(page)) }
                    @else { button type="submit" { (page.t("sign-in-go")) } }
                }
                p.soft { (page.with("sign-in-agent", &[("agent", agent)])) }
            }
            _ => { p.none { (page.t("sign-in-none")) } }
        }
        (super::passkeys::part(page))
        (super::openid::way(page))
    }
}

/// In an exercise: a button for each post of this node's member, which the exercise's agent signs in at once.
fn one_click(page: &Page<'_>) -> Markup {
    let offices = ["representative", "treasurer", "case-officer", "liaison-officer"];
    let credentials = page.records().register(quorate_records::Register::Credentials);
    let own = page.visit.app.door.member();
    let held = |office: &str| {
        let rows = credentials.column("member").zip(credentials.column("office"));
        let mut rows = rows.filter(|(member, _)| own.is_none_or(|own| member.plain() == own.as_str()));
        rows.any(|(_, held)| held.plain() == office)
    };
    let members = own
        .map_or_else(|| page.records().charter().members().map(|(code, _)| code).collect(), |own| vec![own]);
    html! {
        p.answer { (page.t("sign-in-exercise")) }
        div.choices {
            @for member in members {
                @for office in offices.iter().filter(|office| held(office)) {
                    @let post = format!("{member}/{office}");
                    button type="submit" name="post" value=(post) { (page.with("sign-in-as", &[("post", &post)])) }
                }
            }
        }
    }
}

/// What the agent answers.
#[derive(Deserialize)]
pub(crate) struct Answer {
    challenge: String,
    post: String,
    key: String,
    signature: String,
}

/// Takes the agent's answer, and begins a session.
pub(crate) async fn answer(visit: Visit, Query(answer): Query<Answer>) -> Response {
    let Some((author, challenge, signature)) = read(&answer) else {
        return (StatusCode::BAD_REQUEST, "this is not an answer of an agent").into_response();
    };
    let app = &visit.app;
    let origin = app.settings.origin.as_deref().unwrap_or_default();
    let id = visit.records.id();
    let own = app.door.member().is_none_or(|member| member == author.post.member);
    // The signature first: whoever has none uses up no challenge, and no time of the node.
    let is_signed = author.key.verifies(&to_sign(&id, &challenge, origin), &signature);
    let is_new = is_signed && app.challenges.takes(&challenge);
    let door = Arc::clone(&app.door);
    let holds = move || door.holds(author.post, &author.key);
    let holds = own && is_new && spawn_blocking(holds).await.unwrap_or_default();
    let secret = if holds { app.sessions.begin(author) } else { None };
    match secret {
        Some(secret) => {
            let set = [(header::SET_COOKIE, cookie(&secret, origin))];
            (set, Redirect::to(&format!("/{}/today", visit.language.code()))).into_response()
        }
        None => {
            let why = "not signed in: the challenge was not waiting, the signature is not of this key, or the key does not hold \
                       this post of this node's member now";
            (StatusCode::FORBIDDEN, why).into_response()
        }
    }
}

fn read(answer: &Answer) -> Option<(Author, [u8; 32], [u8; 64])> {
    let post: Post = answer.post.parse().ok()?;
    let key: PublicKey = answer.key.parse().ok()?;
    let (mut challenge, mut signature) = ([0; 32], [0; 64]);
    base16ct::lower::decode(&answer.challenge, &mut challenge).ok().filter(|read| read.len() == 32)?;
    base16ct::lower::decode(&answer.signature, &mut signature).ok().filter(|read| read.len() == 64)?;
    Some((Author { post, key }, challenge, signature))
}

/// Signs out.
pub(crate) async fn out(visit: Visit, headers: HeaderMap, Form(sent): Form<Sent>) -> Response {
    if let Err(why) = sender(&visit, &headers, &sent) {
        return not(why);
    }
    let ended = visit.app.sessions.end(&headers).await;
    if let Err(why) = ended {
        return not_kept(&why);
    }
    let origin = visit.app.settings.origin.as_deref().unwrap_or_default();
    ([(header::SET_COOKIE, no_cookie(origin))], Redirect::to(&format!("/{}/", visit.language.code())))
        .into_response()
}
