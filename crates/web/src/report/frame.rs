//! What stands around a report: a page whole in itself, which asks for nothing and runs nothing.

use base64ct::{Base64, Encoding as _};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::tell::Tell;
use crate::assets;
use crate::charts;

const STYLE: &str = include_str!("report.css");

/// The page: what it is called, and what stands in it below what stands on every exercise.
pub(super) fn page(title: &str, body: &Markup, tell: &Tell<'_>) -> String {
    let style = [assets::pages(), charts::style(), STYLE].concat();
    // Nothing but this very style: no script, no picture, no form, no address.
    let of_style = Base64::encode_string(&Sha256::digest(style.as_bytes()));
    let policy =
        format!("default-src 'none'; style-src 'sha256-{of_style}'; base-uri 'none'; form-action 'none'");
    let page = html! {
        (DOCTYPE)
        html lang=(tell.language.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body.report {
                aside.notice {
                    strong { (tell.t("exercise")) } " " (tell.t("exercise-says"))
                    p.line-of-report { strong { (tell.t("report-line")) } }
                }
                main { h1 { (title) } (body) }
            }
        }
    };
    page.into_string() + "\n"
}
