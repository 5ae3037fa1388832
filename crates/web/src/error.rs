//! What is said where there is no page.

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{DOCTYPE, html};

use crate::assets;

/// There is no such page. It is the same page, and takes the same time, for whoever asks and whatever is asked for.
pub(crate) async fn nowhere() -> Response {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "There is no such page" }
                link rel="stylesheet" href=(assets::style());
            }
            body {
                main.alone {
                    h1 { "There is no such page" }
                    p { "The address may be mistyped, or what it names is not on this record." }
                    p lang="fr" {
                        "Cette page n’existe pas : l’adresse est peut-être mal tapée, ou ce qu’elle nomme n’est pas dans ce registre."
                    }
                    p { a href="/" { "Begin at the front page · Revenir à l’accueil" } }
                }
            }
        }
    };
    (StatusCode::NOT_FOUND, page).into_response()
}
