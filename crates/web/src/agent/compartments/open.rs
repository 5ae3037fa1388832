//! Opening the pages of compartments by the passphrase of the agent's store, and closing them.

use std::sync::Arc;

use axum::Form;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::html;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use super::entered::{Entered, Outside};
use super::session::PAUSE;
use super::{Rooms, list};
use crate::error;

/// All compartments; or to whom these pages are not open, the way in.
pub(super) async fn show(outside: Outside) -> Response {
    match outside.entered() {
        Ok(entered) => list::show(&entered, None).await,
        Err(outside) => asks(&outside, None),
    }
}

fn asks(outside: &Outside, wrong: Option<&str>) -> Response {
    let writer = outside.writer();
    let body = html! {
        p.lead { (writer.t("comp-open-says")) }
        @if let Some(wrong) = wrong { p.answer.fails role="alert" { (writer.t(wrong)) } }
        form method="post" action=(writer.to("/open")) {
            p.field {
                label for="passphrase" { (writer.t("comp-passphrase")) }
                input type="password" id="passphrase" name="passphrase" autocomplete="off" required;
            }
            button type="submit" { (writer.t("comp-open")) }
        }
    };
    let mut page = outside.page("", "comp", &body);
    if wrong.is_some() {
        *page.status_mut() = StatusCode::FORBIDDEN;
    }
    page
}

/// Opens them, if the passphrase is that of the store.
pub(super) async fn open(outside: Outside, Form(sent): Form<Vec<(String, String)>>) -> Response {
    let Some(rooms) = outside.rooms() else { return error::nowhere().await };
    let typed = sent.into_iter().find(|(name, _)| name == "passphrase").map(|(_, value)| value);
    match opened(rooms, typed.unwrap_or_default()).await {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], Redirect::to(&outside.to(""))).into_response(),
        Err(wrong) => asks(&outside, Some(wrong)),
    }
}

/// The cookie of whoever typed the passphrase of the store; or by which text it is said why there is none. A wrong one takes a
/// second, and few are tried at once.
pub(super) async fn opened(rooms: &Rooms, typed: String) -> Result<String, &'static str> {
    let _place = rooms.sessions.tries.try_acquire().map_err(|_| "comp-busy")?;
    let door = Arc::clone(&rooms.door);
    let opens = spawn_blocking(move || door.opens(&typed)).await;
    if !opens.unwrap_or_default() {
        sleep(PAUSE).await;
        return Err("comp-wrong");
    }
    rooms.sessions.begin().ok_or("comp-busy")
}

/// Closes them for this browser.
pub(super) async fn close(entered: Entered) -> Response {
    let Some(rooms) = entered.rooms() else { return error::nowhere().await };
    let cookie = rooms.sessions.end(&entered.headers);
    ([(header::SET_COOKIE, cookie)], Redirect::to(&entered.to(""))).into_response()
}
