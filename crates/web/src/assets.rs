//! The style, the script and the mark: one small file each, served by the node itself.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use base16ct::lower::encode_string;
use sha2::{Digest as _, Sha256};

use crate::charts;
use crate::error;

const PAGES: &str = include_str!("assets/style.css");
const SCRIPT: &str = include_str!("assets/script.js");
const PASSKEYS: &str = include_str!("assets/passkeys.js");
const MARK: &str = include_str!("assets/mark.svg");

/// The style of the pages, and of the charts in them.
static STYLE: LazyLock<String> = LazyLock::new(|| [PAGES, charts::style()].concat());

/// The style of the pages alone.
pub(crate) fn pages() -> &'static str {
    PAGES
}

/// Where the style is: another address for each version, so that it can be kept for ever.
pub(crate) fn style() -> String {
    addressed("style.css", &STYLE)
}

/// Where the script is.
pub(crate) fn script() -> String {
    addressed("script.js", SCRIPT)
}

/// Where the script for passkeys is.
pub(crate) fn passkeys() -> String {
    addressed("passkeys.js", PASSKEYS)
}

fn addressed(name: &str, text: &str) -> String {
    let mut version = encode_string(&Sha256::digest(text.as_bytes()));
    version.truncate(16);
    format!("/assets/{name}?{version}")
}

/// Gives a file.
pub(crate) async fn asset(Path(file): Path<String>) -> Response {
    let (kind, text) = match file.as_str() {
        "style.css" => ("text/css; charset=utf-8", STYLE.as_str()),
        "script.js" => ("text/javascript; charset=utf-8", SCRIPT),
        "passkeys.js" => ("text/javascript; charset=utf-8", PASSKEYS),
        "mark.svg" => ("image/svg+xml", MARK),
        _ => return error::nowhere().await,
    };
    let kept = "public, max-age=31536000, immutable";
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, kept)], text).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_our_script_stays_below_200_lines() {
        let lines = SCRIPT.lines().count() + PASSKEYS.lines().count();
        assert!(lines < 200, "{lines} lines");
    }
}
