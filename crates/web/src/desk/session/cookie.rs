//! The cookie of a session. Browsers give a cookie to every port of a host: its name says for which it is.

use axum::http::{HeaderMap, header};

/// The name of the cookie of pages at an address. Where the address is encrypted, browsers themselves take a name that begins
/// so from that host alone, over encryption alone.
pub(super) fn name(origin: Option<&str>) -> String {
    named("session", origin)
}

/// The same for another cookie of these pages.
pub(crate) fn named(what: &str, origin: Option<&str>) -> String {
    let (scheme, host) = origin.and_then(|origin| origin.split_once("://")).unwrap_or_default();
    let port = host.rsplit_once(':').map(|(_, port)| port);
    let port = port.filter(|port| !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit()));
    let before = if scheme == "https" { "__Host-" } else { "" };
    let behind = port.map(|port| format!("-{port}")).unwrap_or_default();
    format!("{before}quorate-{what}{behind}")
}

/// What a cookie of this name holds.
pub(crate) fn secret_of<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs =
        cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(of, _)| *of == name).map(|(_, secret)| secret)
}

/// The cookie of a session: not for scripts, sent from other sites' pages only when a link is followed, gone with the browser.
pub(crate) fn cookie(secret: &str, origin: &str) -> String {
    format!("{}={secret}; {}", name(Some(origin)), attributes(origin))
}

/// The cookie that takes the place of one, and ends at once.
pub(crate) fn no_cookie(origin: &str) -> String {
    format!("{}=; {}; Max-Age=0", name(Some(origin)), attributes(origin))
}

/// What every cookie of these pages is bound by.
pub(crate) fn attributes(origin: &str) -> &'static str {
    match origin.starts_with("https:") {
        true => "Path=/; HttpOnly; SameSite=Lax; Secure",
        false => "Path=/; HttpOnly; SameSite=Lax",
    }
}
