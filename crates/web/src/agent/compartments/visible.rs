//! What others wrote, so that everything in it is seen: it steers nothing and looks like nothing else.

use maud::{Markup, html};
use quorate_charter::visible;

/// A line of somebody else's. Controls, what turns the direction of reading, and whatever has no shape of its own stand as
/// `\u{...}`; spaces and accents stay as they are.
pub(super) fn line(text: &str) -> Markup {
    html! { bdi { (visible(text)) } }
}

/// A text of somebody else's in its lines.
pub(super) fn lines(text: &str) -> Markup {
    html! { @for (at, one) in text.split('\n').enumerate() { @if at > 0 { br; } (line(one)) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_page_or_hides() {
        let hostile = "<b>a\u{1b}[2J\r\u{202e}b\u{2066}c\u{200b}\u{e000}";
        let seen = "<bdi>&lt;b&gt;a\\u{1b}[2J\\r\\u{202e}b\\u{2066}c\\u{200b}\\u{e000}</bdi>";
        assert_eq!(line(hostile).into_string(), seen);
        assert_eq!(lines("one\n<i>").into_string(), "<bdi>one</bdi><br><bdi>&lt;i&gt;</bdi>");
        assert_eq!(line("« Résumé »\u{a0}: 日本").into_string(), "<bdi>« Résumé »\u{a0}: 日本</bdi>");
    }
}
