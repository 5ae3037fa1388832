//! The calendar of what waits for the delegation (RFC 5545), and the addresses at which programs read it.

mod lines;

use std::sync::Arc;

use axum::Form;
use axum::extract::Query;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use tokio::task::spawn_blocking;

use super::form::{Sent, not, sender, value};
use super::instruct;
use crate::error;
use crate::pages::today;
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// What stands behind an address.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    key: Option<String>,
}

/// The calendar; to whoever may not read it, there is none.
pub(crate) async fn feed(visit: Visit, Query(asked): Query<Asked>) -> Response {
    let app = Arc::clone(&visit.app);
    let mut member = app.door.member();
    if !app.settings.open {
        let of = match &visit.session {
            Some(session) => Some(session.author),
            None => asked.key.and_then(|key| app.calendars.of(&key)),
        };
        let Some(author) = of else { return error::nowhere().await };
        // A key that lost its post reads nothing more.
        let door = Arc::clone(&app.door);
        let holds = spawn_blocking(move || door.holds(author.post, &author.key)).await;
        if !holds.unwrap_or_default() {
            return error::nowhere().await;
        }
        member = member.or(Some(author.post.member));
    }
    let page = Page { say: visit.app.texts.say(visit.language), visit: &visit };
    let text = lines::calendar(&page, &today::waiting(&page, member));
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    ([kind, (header::CONTENT_DISPOSITION, "inline; filename=\"quorate.ics\"")], text).into_response()
}

/// The way to the calendar, on the page that tells what waits.
pub(crate) fn way(page: &Page<'_>) -> Markup {
    let app = &page.visit.app;
    html! {
        section #calendar {
            h2 { (page.t("calendar")) }
            @match &page.visit.session {
                _ if app.settings.open => {
                    p { (page.t("calendar-says")) " " a href=(page.to("/today.ics")) { (page.t("calendar-address")) } "." }
                }
                Some(session) if !session.has_shown_key() => { p.answer { (page.t("desk-by-key-alone")) } }
                Some(session) => {
                    p { (page.t("calendar-says")) " " (page.t("calendar-secret")) }
                    @let has = app.calendars.has(&session.author);
                    @if has { p { (page.t("calendar-has")) } }
                    form method="post" action=(page.to("/today/calendar")) {
                        input type="hidden" name="token" value=(session.token);
                        button type="submit" name="do" value="make" { (page.t(if has { "calendar-again" } else { "calendar-make" })) } " "
                        @if has { button.plain type="submit" name="do" value="end" { (page.t("calendar-end")) } }
                    }
                }
                None => {}
            }
        }
    }
}

/// Makes somebody's address, or ends it.
pub(crate) async fn change(visit: Visit, headers: HeaderMap, Form(sent): Form<Sent>) -> Response {
    let session = match sender(&visit, &headers, &sent) {
        Ok(session) => session,
        Err(why) => return not(why),
    };
    let (app, makes) = (Arc::clone(&visit.app), value(&sent, "do") == Some("make"));
    let ends = value(&sent, "do") == Some("end");
    // An address reads as long as the key holds its post, whatever the ministry's account becomes.
    if makes && !session.has_shown_key() {
        return not("an address for calendars is made by whoever signed in by the key");
    }
    let changed = spawn_blocking(move || match (makes, ends) {
        (true, _) => app.calendars.make(session.author).map(Some),
        (_, true) => app.calendars.end(&session.author).map(|()| None),
        _ => Ok(None),
    });
    match changed.await {
        Ok(Ok(Some(secret))) => made(&visit, &secret),
        Ok(Err(why)) => instruct::failed(&visit, "calendar-failed", &why),
        _ => Redirect::to(&format!("/{}/today", visit.language.code())).into_response(),
    }
}

/// The address, shown once: the node keeps its hash alone.
fn made(visit: &Visit, secret: &str) -> Response {
    let origin = visit.app.settings.origin.clone().unwrap_or_default();
    let page = visit.page_now(Chapter::Today, |page| Content {
        title: page.t("calendar"),
        body: html! {
            p.answer { (page.t("calendar-made")) }
            p { code { (origin) (page.to("/today.ics")) "?key=" (secret) } }
            p.soft { (page.t("calendar-made-says")) }
            p { a href=(page.to("/today")) { (page.t("chapter-today")) } }
        },
    });
    ([(header::CACHE_CONTROL, "no-store")], page).into_response()
}
