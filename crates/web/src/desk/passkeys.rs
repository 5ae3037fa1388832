//! Passkeys at a node: somebody who is signed in registers one for the post and key that signed in, and signs in by it later.

use std::sync::Arc;

use axum::Form;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use quorate_records::words;
use webauthn_rs::prelude::{DiscoverableAuthentication, PasskeyRegistration};

use super::form::{Sent, is_from_here, not, sender, value};
use super::session::{Session, Way, cookie};
use crate::doorway::Doorway;
use crate::drawer::Drawer;
use crate::passkeys::{self, Asks, Book, Kept, MAX_NAME_BYTES, Party, Shelf};
use crate::prepared::Author;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// What sealed things are for.
const SIGN_IN: &str = "passkey to sign in";

/// The passkeys of a node, and how they are asked for at its address.
pub(crate) struct Passkeys {
    party: Option<Party>,
    book: Book,
}

impl Passkeys {
    pub(crate) fn at(origin: Option<&str>) -> Passkeys {
        Passkeys { party: origin.and_then(Party::at), book: Book::default() }
    }
}

/// The drawer of a node's passkeys.
struct Here<'d>(&'d dyn Doorway);

impl Shelf for Here<'_> {
    fn kept(&self) -> Result<Option<Vec<u8>>, String> {
        self.0.kept(Drawer::Passkeys)
    }

    fn keep(&self, bytes: &[u8]) -> Result<(), String> {
        self.0.keep(Drawer::Passkeys, bytes)
    }
}

/// Signing in by passkey, or the way to one's own.
pub(super) fn part(page: &Page<'_>) -> Markup {
    let app = &page.visit.app;
    let Some(party) = &app.passkeys.party else {
        let origin = app.settings.origin.as_deref();
        return html! { @if let Some(origin) = origin { p.soft { (page.with("passkey-nowhere", &[("origin", origin)])) } } };
    };
    if page.visit.session.is_some() {
        return html! { p { a href=(page.to("/passkeys")) { (page.t("passkeys")) } } };
    }
    let asked = party.ask().and_then(|(options, state)| {
        Some((options, app.challenges.seal(SIGN_IN, &serde_json::to_vec(&state).ok()?)?))
    });
    let Some((options, sealed)) = asked else { return html! {} };
    let asks =
        Asks { to: &page.to("/sign-in/passkey"), options: &options, failed: &page.t("passkey-failed") };
    html! {
        section {
            h2 { (page.t("passkey-sign-in")) }
            p { (page.t("passkey-sign-in-says")) }
            (passkeys::form(&asks, &html! {
                input type="hidden" name="sealed" value=(sealed);
                button type="submit" { (page.t("passkey-sign-in")) }
            }))
            p.soft.no-passkey { (page.t("passkey-script")) }
        }
    }
}

/// Takes what a passkey answered, and begins a session.
pub(crate) async fn sign_in(visit: Visit, headers: HeaderMap, Form(sent): Form<Sent>) -> Response {
    if !is_from_here(&visit, &headers) {
        return not("this form is not of a page of this node");
    }
    visit
        .apart(move |visit| match signed_in(visit, &sent) {
            Some(secret) => {
                let origin = visit.app.settings.origin.as_deref().unwrap_or_default();
                let set = [(header::SET_COOKIE, cookie(&secret, origin))];
                (set, Redirect::to(&format!("/{}/today", visit.language.code()))).into_response()
            }
            None => refused(visit, "passkey-sign-in", "passkey-not-signed-in"),
        })
        .await
}

/// What the cookie is to hold, if a passkey that is kept answered, for a key that holds its post now.
fn signed_in(visit: &Visit, sent: &Sent) -> Option<String> {
    let app = &visit.app;
    let (challenge, state) = app.challenges.opened(SIGN_IN, value(sent, "sealed")?)?;
    let state: DiscoverableAuthentication = serde_json::from_slice(&state).ok()?;
    let answer = passkeys::answer_of(value(sent, "answer")?)?.credential;
    let party = app.passkeys.party.as_ref()?;
    let answered = app.passkeys.book.change(&Here(&*app.door), |all| {
        let kept =
            all.iter_mut().find(|kept| kept.passkey.cred_id().as_slice() == answer.get_credential_id())?;
        // The answer first: whoever has none uses up no challenge.
        let is_first =
            party.is_answered(&answer, state, &mut kept.passkey) && app.challenges.takes(&challenge);
        kept.author().filter(|_| is_first)
    });
    let author = answered.ok()??;
    let own = app.door.member().is_none_or(|member| member == author.post.member);
    let holds = own && app.door.holds(author.post, &author.key);
    if holds { app.sessions.begin_by(author, Way::Passkey) } else { None }
}

/// For what a registration is sealed: this session's, and no other's.
fn purpose(session: &Session) -> String {
    format!("passkey to register {} {} {}", session.author.post, session.author.key, session.token)
}

/// One's own passkeys, and one more.
pub(crate) async fn show(visit: Visit) -> Response {
    visit.apart(|visit| shown(visit, None)).await
}

fn shown(visit: &Visit, wrong: Option<&str>) -> Response {
    let Some(session) = visit.session.clone() else {
        return Redirect::to(&format!("/{}/sign-in", visit.language.code())).into_response();
    };
    let app = &visit.app;
    let kept = app.passkeys.book.of(&Here(&*app.door), session.author);
    visit.page(Chapter::SignIn, |page| Content {
        title: page.t("passkeys"),
        body: html! {
            p.lead { (page.with("passkeys-lead", &[("post", &session.author.post.to_string())])) }
            @if let Some(wrong) = wrong { p.answer.fails role="alert" { (page.t(wrong)) } }
            @match &kept {
                Ok(kept) => { (list(page, &session, kept)) (one_more(page, &session, kept)) }
                Err(_) => { p.answer.fails { (page.t("passkeys-unread")) } }
            }
        },
    })
}

fn list(page: &Page<'_>, session: &Session, kept: &[Kept]) -> Markup {
    html! {
        @if kept.is_empty() { p.none { (page.t("passkeys-none")) } }
        @else {
            ul.plain {
                @for one in kept {
                    li.line {
                        strong { (one.name) }
                        @if let Some(since) = one.since() {
                            " · " (page.t("passkey-since")) " " time { (words::minute(since)) }
                        }
                        form method="post" action=(page.to("/passkeys/remove")) {
                            input type="hidden" name="token" value=(session.token);
                            input type="hidden" name="id" value=(one.id());
                            button.plain type="submit" aria-label=(page.with("passkey-remove-named", &[("name", &one.name)])) {
                                (page.t("passkey-remove"))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn one_more(page: &Page<'_>, session: &Session, kept: &[Kept]) -> Markup {
    let app = &page.visit.app;
    // A passkey stands for the key later on, so the key itself has to be shown first: not another passkey, nor a provider.
    if session.way != Way::Key {
        return html! { p.answer { (page.t("passkey-by-key-alone")) } };
    }
    let Author { post, key } = session.author;
    let made = app.passkeys.party.as_ref().and_then(|party| {
        let (mut options, state) = party.make(&post.to_string(), format!("{post} {key}").as_bytes(), kept)?;
        passkeys::discoverable(&mut options);
        Some((options, app.challenges.seal(&purpose(session), &serde_json::to_vec(&state).ok()?)?))
    });
    let Some((options, sealed)) = made else { return part(page) };
    let asks = Asks { to: &page.to("/passkeys"), options: &options, failed: &page.t("passkey-failed") };
    html! {
        section {
            h2 { (page.t("passkey-register")) }
            (passkeys::form(&asks, &html! {
                input type="hidden" name="token" value=(session.token);
                input type="hidden" name="sealed" value=(sealed);
                p.field {
                    label for="passkey-name" { (page.t("passkey-name")) }
                    input type="text" id="passkey-name" name="name" required maxlength=(MAX_NAME_BYTES) autocomplete="off";
                }
                button type="submit" { (page.t("passkey-register")) }
            }))
            p.soft.no-passkey { (page.t("passkey-script")) }
        }
    }
}

/// Registers a passkey for the post and key of whoever sends this.
pub(crate) async fn register(visit: Visit, headers: HeaderMap, Form(sent): Form<Sent>) -> Response {
    let session = match sender(&visit, &headers, &sent) {
        Ok(session) => session,
        Err(why) => return not(why),
    };
    visit
        .apart(move |visit| match registered(visit, &session, &sent) {
            Ok(()) => Redirect::to(&format!("/{}/passkeys", visit.language.code())).into_response(),
            Err(why) => with_status(shown(visit, Some(why))),
        })
        .await
}

fn registered(visit: &Visit, session: &Session, sent: &Sent) -> Result<(), &'static str> {
    let app = &visit.app;
    if session.way != Way::Key {
        return Err("passkey-by-key-alone");
    }
    let name = value(sent, "name").and_then(passkeys::name_of).ok_or("passkey-unnamed")?;
    let made = || {
        let (challenge, state) = app.challenges.opened(&purpose(session), value(sent, "sealed")?)?;
        let state: PasskeyRegistration = serde_json::from_slice(&state).ok()?;
        let made = app.passkeys.party.as_ref()?.made(value(sent, "answer")?, &state)?;
        app.challenges.takes(&challenge).then_some(made)
    };
    let new = Kept::new(made().ok_or("passkey-not-made")?, session.author, name, Some(visit.records.at()));
    let stands = |author: Author| app.door.holds(author.post, &author.key);
    let added = app.passkeys.book.add(&Here(&*app.door), new, stands);
    added.map_err(|_| "passkeys-unread")?.ok_or("passkey-too-many")
}

/// Removes a passkey of whoever sends this.
pub(crate) async fn remove(visit: Visit, headers: HeaderMap, Form(sent): Form<Sent>) -> Response {
    let session = match sender(&visit, &headers, &sent) {
        Ok(session) => session,
        Err(why) => return not(why),
    };
    let (app, author, own) = (Arc::clone(&visit.app), session.author, session.name);
    let answer = visit
        .apart(move |visit| {
            let app = &visit.app;
            let id = value(&sent, "id").unwrap_or_default();
            match app.passkeys.book.remove(&Here(&*app.door), author, id) {
                Ok(_) => Redirect::to(&format!("/{}/passkeys", visit.language.code())).into_response(),
                Err(_) => with_status(shown(visit, Some("passkeys-unread"))),
            }
        })
        .await;
    // A device that was lost is out, too. Which passkey began a session is not known: all but this one end.
    let began = move |one: &Session| one.author == author && one.way == Way::Passkey && one.name != own;
    if answer.status().is_redirection()
        && let Err(why) = app.sessions.end_where(move |_, one| began(one)).await
    {
        return (StatusCode::INTERNAL_SERVER_ERROR, why).into_response();
    }
    answer
}

/// A page that says why not.
fn refused(visit: &Visit, title: &str, why: &str) -> Response {
    with_status(visit.page(Chapter::SignIn, |page| Content {
        title: page.t(title),
        body: html! {
            p.answer.fails role="alert" { (page.t(why)) }
            p { a href=(page.to("/sign-in")) { (page.t("sign-in")) } }
        },
    }))
}

fn with_status(mut page: Response) -> Response {
    *page.status_mut() = StatusCode::FORBIDDEN;
    page
}
