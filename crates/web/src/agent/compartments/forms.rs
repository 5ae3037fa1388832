//! What is sealed by one form: a message, an acknowledgement, an answer.

use axum::Form;
use axum::extract::Request;
use axum::response::Response;
use maud::html;

use super::door::{Compartments, Made, Stop};
use super::draft::{Sent, value, values};
use super::entered::Entered;
use super::{seal, upload};
use crate::error;

/// Does something in the compartment of the path, and tells what was made.
pub(super) async fn done(
    entered: &Entered,
    act: impl FnOnce(&dyn Compartments, usize) -> Result<Made, Stop> + Send + 'static,
) -> Response {
    let Some(place) = entered.place() else { return error::nowhere().await };
    match entered.ask(move |door| act(door, place)).await {
        Ok(made) => {
            let (writer, here) = (entered.writer(), format!("/{}", entered.gap(0)));
            let body = html! {
                (seal::told(&writer, &made))
                p { a href=(writer.to(&here)) { (writer.t("comp-back-one")) } }
            };
            entered.page(&here, "seal-sealed", &body)
        }
        Err(stop) => entered.stopped(&stop),
    }
}

fn to(sent: &Sent) -> Vec<String> {
    values(sent, "carry").map(str::to_owned).collect()
}

/// A message. Browsers send lines that end with two characters.
pub(super) async fn say(entered: Entered, Form(sent): Form<Sent>) -> Response {
    let (text, to) = (value(&sent, "text").replace("\r\n", "\n"), to(&sent));
    done(&entered, move |door, place| door.say(place, &text, &to)).await
}

/// That a product came.
pub(super) async fn acknowledge(entered: Entered, Form(sent): Form<Sent>) -> Response {
    let (product, to) = (value(&sent, "product").to_owned(), to(&sent));
    done(&entered, move |door, place| door.acknowledge(place, &product, &to)).await
}

/// That something may not be passed on, and why.
pub(super) async fn refuse(entered: Entered, Form(sent): Form<Sent>) -> Response {
    let (question, to) = (value(&sent, "question").to_owned(), to(&sent));
    let why = value(&sent, "why").to_owned();
    done(&entered, move |door, place| door.refuse(place, &question, &why, &to)).await
}

/// That it may be acted on, and on what conditions.
pub(super) async fn consent(entered: Entered, Form(sent): Form<Sent>) -> Response {
    let (question, to) = (value(&sent, "question").to_owned(), to(&sent));
    let conditions = value(&sent, "conditions").to_owned();
    done(&entered, move |door, place| door.consent(place, &question, &conditions, &to)).await
}

/// That it may: by the product's file.
pub(super) async fn allow(entered: Entered, request: Request) -> Response {
    let Ok((sent, Some(mut text))) = upload::form(&entered, request).await else {
        return entered.stopped(&Stop::OtherFile);
    };
    let (question, to) = (value(&sent, "question").to_owned(), to(&sent));
    done(&entered, move |door, place| door.allow(place, &question, &mut *text.laid, &to)).await
}
