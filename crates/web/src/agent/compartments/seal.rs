//! Sealing what was shown, and nothing else.

use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::door::{Made, NotShared, Stop};
use super::draft::{Draft, Sent, value};
use super::entered::Entered;
use super::frame::Writer;
use super::visible::line;
use super::wanted::{Wanted, Weighed};
use super::{share, words};
use crate::error;

/// How it ended.
enum Ended {
    Made(Made),
    /// Other words than were shown: these.
    Changed(Box<(Wanted, Weighed)>),
    Stop(Stop),
}

/// Seals a draft, if its words are those to which the holder said yes.
pub(super) async fn seal(entered: Entered, Form(sent): Form<Sent>) -> Response {
    let (Some(place), Some(rooms)) = (entered.place(), entered.rooms()) else {
        return error::nowhere().await;
    };
    let Some(mut draft) = rooms.drafts.take(place, value(&sent, "draft")) else {
        return share::again(&entered, place, None, "seal-gone").await;
    };
    let wanted = match share::read(place, &draft.sent) {
        Ok(wanted) if draft.text.is_some() => wanted,
        _ => return share::again(&entered, place, Some(draft), "wrong-file").await,
    };
    let shown = value(&sent, "digest").to_owned();
    let weighed = {
        let wanted = wanted.clone();
        entered.ask(move |door| door.weigh(&wanted)).await
    };
    let ended = match weighed {
        Err(stop) => Ended::Stop(stop),
        Ok(weighed) => {
            let writer = entered.writer();
            let words = draft.text.as_ref().map(|text| words::of(&writer, &wanted, &weighed, text));
            match words.is_some_and(|words| words.can_be_sealed && words.digest == shown) {
                false => Ended::Changed(Box::new((wanted, weighed))),
                true => {
                    let (back, ended) = sealed(&entered, draft, wanted, weighed).await;
                    draft = back;
                    ended
                }
            }
        }
    };
    match ended {
        Ended::Made(made) => {
            let writer = entered.writer();
            let body = html! {
                p.answer.proven { (writer.t("seal-done")) }
                (told(&writer, &made))
                p { a href=(entered.to(&format!("/{}", entered.gap(0)))) { (writer.t("comp-back-one")) } }
            };
            entered.page(&format!("/{}", entered.gap(0)), "seal-sealed", &body)
        }
        Ended::Changed(now) => {
            let (wanted, weighed) = *now;
            let mut page = share::words_page(&entered, draft, &wanted, &weighed, Some("seal-changed"));
            *page.status_mut() = StatusCode::CONFLICT;
            page
        }
        Ended::Stop(stop) => share::stopped(&entered, draft, &stop),
    }
}

/// Seals it. The draft comes back: what was not sealed can be tried again.
async fn sealed(entered: &Entered, mut draft: Draft, wanted: Wanted, weighed: Weighed) -> (Draft, Ended) {
    let (place, sent) = (draft.place, draft.sent.clone());
    let done = entered
        .ask(move |door| {
            let shared = match draft.text.as_mut().map(|text| text.laid.read()) {
                Some(Ok(mut text)) => door.share(&wanted, &weighed, &mut text),
                _ => Err(NotShared::Stop(Stop::Other("the text that was uploaded cannot be read".into()))),
            };
            let ended = match shared {
                Ok(made) => Ended::Made(made),
                Err(NotShared::Changed) => door
                    .weigh(&wanted)
                    .map_or_else(Ended::Stop, |now| Ended::Changed(Box::new((wanted, now)))),
                Err(NotShared::Stop(stop)) => Ended::Stop(stop),
            };
            Ok((draft, ended))
        })
        .await;
    done.unwrap_or_else(|stop| (Draft::of(place, sent, None), Ended::Stop(stop)))
}

/// What was made, and how it goes on.
pub(super) fn told(writer: &Writer<'_>, made: &Made) -> Markup {
    html! {
        @if !made.sent.is_empty() {
            p { (writer.t("made-sent")) " " (line(&made.sent.join(", "))) "." }
        }
        @if !made.files.is_empty() {
            p { (writer.t("made-files")) }
            ul {
                @for name in &made.files {
                    li { a href=(writer.to(&format!("/made/{name}"))) download=(name) { (name) } }
                }
            }
        }
    }
}
