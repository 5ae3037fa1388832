//! What is to be carried from here, and what came.

use std::io::{self, Read};

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header;
use axum::response::{IntoResponse as _, Redirect, Response};
use futures_util::stream;
use maud::{Markup, html};
use tokio::task::spawn_blocking;

use super::door::{MadeFile, Stop};
use super::entered::Entered;
use super::frame::Writer;
use super::held::Came;
use super::visible::line;
use super::{list, stops, upload};

/// How much of a file is read at a time.
const PIECE_BYTES: usize = 64 * 1024;
/// The longest parcel that is taken in.
const MAX_PARCEL_BYTES: u64 = 16 * 1024 * 1024;

/// What was made here and waits to be carried by hand.
pub(super) fn waits(writer: &Writer<'_>, made: &[MadeFile]) -> Markup {
    html! {
        @if !made.is_empty() {
            section {
                h2 { (writer.t("made")) }
                p.soft { (writer.t("made-says")) }
                ul.plain {
                    @for one in made {
                        @let to = writer.to(&format!("/made/{}", one.name));
                        li.line {
                            a href=(to) download=(one.name) { (one.name) } ", "
                            (writer.with("comp-bytes", &[("count", &one.bytes.to_string())])) " "
                            form method="post" action=(format!("{to}/remove")) {
                                button.plain type="submit" aria-label=(writer.with("made-remove-named", &[("name", &one.name)])) {
                                    (writer.t("made-remove"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The forms by which what came is taken in.
pub(super) fn take_in(writer: &Writer<'_>) -> Markup {
    html! {
        section {
            h2 { (writer.t("take")) }
            p.soft { (writer.t("take-says")) }
            form method="post" action=(writer.to("/inbox")) {
                button type="submit" { (writer.t("take-inbox")) }
            }
            form.act method="post" action=(writer.to("/take")) enctype="multipart/form-data" {
                p.field {
                    label for="parcel" { (writer.t("take-parcel")) }
                    input type="file" id="parcel" name="parcel" required;
                }
                button type="submit" { (writer.t("take-go")) }
            }
        }
    }
}

/// Takes in a parcel that was uploaded.
pub(super) async fn take(entered: Entered, request: Request) -> Response {
    let text = match upload::form(&entered, request).await {
        Ok((_, Some(text))) if text.bytes <= MAX_PARCEL_BYTES => text,
        _ => return entered.stopped(&Stop::NoParcel),
    };
    let came = entered
        .ask(move |door| {
            let mut text = text;
            let mut bytes = Vec::new();
            let read = text.laid.read().and_then(|read| read.take(MAX_PARCEL_BYTES).read_to_end(&mut bytes));
            read.map_err(|error| Stop::Other(error.to_string()))?;
            door.take(&bytes)
        })
        .await;
    match came {
        Ok(came) => {
            let told = {
                let writer = entered.writer();
                html! { section { h2 { (writer.t("took")) } (all(&writer, &came)) } }
            };
            list::show(&entered, Some(told)).await
        }
        Err(stop) => entered.stopped(&stop),
    }
}

/// Takes in all that the carrier brought.
pub(super) async fn inbox(entered: Entered) -> Response {
    let came = match entered.ask(|door| door.take_inbox()).await {
        Ok(came) => came,
        Err(stop) => return entered.stopped(&stop),
    };
    let told = {
        let writer = entered.writer();
        html! {
            section {
                h2 { (writer.t("took")) }
                @if came.is_empty() { p.none { (writer.t("took-nothing")) } }
                @for (from, came) in &came { h3 { (writer.t("took-from")) " " (line(from)) } (all(&writer, came)) }
            }
        }
    };
    list::show(&entered, Some(told)).await
}

fn all(writer: &Writer<'_>, came: &[Came]) -> Markup {
    html! { ul { @for one in came { li { (told(writer, one)) } } } }
}

fn told(writer: &Writer<'_>, came: &Came) -> Markup {
    let by = |key: &str, by: &dyn ToString| writer.with(key, &[("by", &by.to_string())]);
    let text = match came {
        Came::Change(post) => by("came-change", post),
        Came::AcceptedBy(member) => by("came-accepted", member),
        Came::InForce(epoch) => writer.with("came-in-force", &[("epoch", &epoch.to_string())]),
        Came::Out => writer.t("stop-removed"),
        Came::Said(post) => by("came-said", post),
        Came::Instructed(post) => by("came-instructed", post),
        Came::Granted => writer.t("came-granted"),
        Came::Shared(post) => by("came-shared", post),
        Came::Obliged(post) => by("came-obliged", post),
        Came::TearLine(post) => by("came-tear-line", post),
        Came::Asked(post) => by("came-asked", post),
        Came::Answered(post) => by("came-answered", post),
        Came::Acknowledged(post) => by("came-acknowledged", post),
        Came::Committed(post) => by("came-committed", post),
        Came::Letter(post, to) => {
            writer.with("came-letter", &[("by", &post.to_string()), ("to", &to.to_string())])
        }
        Came::Known => writer.t("came-known"),
        Came::Stays => writer.t("came-stays"),
        Came::Alarm(alarm) => return html! { strong.alarm { (stops::alarm(writer, *alarm)) } },
        Came::Refused(stop) => return html! { (writer.t("came-refused")) " " (stops::told(writer, stop)) },
    };
    html! { (text) }
}

/// Gives a file that was made here, piece by piece.
pub(super) async fn give(entered: Entered) -> Response {
    let name = entered.gap(0).to_owned();
    // It stands in a header, between quotes.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    if !name.chars().all(is_plain) {
        return entered.stopped(&Stop::NoSuch);
    }
    let asked = name.clone();
    let (bytes, file) = match entered.ask(move |door| door.read_made(&asked)).await {
        Ok(opened) => opened,
        Err(stop) => return entered.stopped(&stop),
    };
    let pieces = stream::try_unfold(file, |mut file| async move {
        let read = spawn_blocking(move || -> io::Result<_> {
            let mut piece = vec![0; PIECE_BYTES];
            let read = file.read(&mut piece)?;
            piece.truncate(read);
            Ok((Bytes::from(piece), file))
        });
        let (piece, file) = read.await.map_err(io::Error::other)??;
        io::Result::Ok((!piece.is_empty()).then_some((piece, file)))
    });
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_LENGTH, bytes.to_string()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, Body::from_stream(pieces)).into_response()
}

/// Removes one: it was carried.
pub(super) async fn remove(entered: Entered) -> Response {
    let name = entered.gap(0).to_owned();
    match entered.ask(move |door| door.remove_made(&name)).await {
        Ok(()) => Redirect::to(&entered.to("")).into_response(),
        Err(stop) => entered.stopped(&stop),
    }
}
