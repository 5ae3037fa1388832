//! A message of somebody else's, in lines that nobody takes for another's.

use super::WIDTH;
use super::text::unbroken;
use super::visible;

/// The width of the moment in front of every message.
const WHEN: usize = 25;
/// The least that stands in a line of a message, however narrow the terminal.
const LEAST: usize = 16;

/// The lines of a message. Its speaker stands in front of each, and none is so long that a terminal of this width breaks it:
/// what came to stand at the left would look like a line of its own.
pub(crate) fn said(when: &str, by: &str, text: &str, width: Option<usize>) -> Vec<String> {
    let width = width.unwrap_or(WIDTH).min(WIDTH);
    let room = width.saturating_sub(WHEN.saturating_add(by.chars().count()).saturating_add(2)).max(LEAST);
    let mut label = when;
    let mut lines = Vec::new();
    for line in text.split('\n').flat_map(|line| broken(&visible(&unbroken(line)), room)) {
        lines.push(format!("   {label:<20}  {by}: {line}").trim_end().to_owned());
        label = "";
    }
    lines
}

/// A line in pieces that have room, broken at a space where there is one.
fn broken(line: &str, room: usize) -> Vec<String> {
    let (mut pieces, mut piece, mut wide) = (Vec::new(), String::new(), 0_usize);
    for c in line.chars() {
        if wide.saturating_add(columns(c)) > room {
            let rest = piece.rfind(' ').map(|at| piece.split_off(at).trim_start().to_owned());
            pieces.push(std::mem::replace(&mut piece, rest.unwrap_or_default()));
            wide = piece.chars().map(columns).sum();
        }
        piece.push(c);
        wide = wide.saturating_add(columns(c));
    }
    pieces.push(piece);
    pieces
}

/// How many columns a character has at the most. What the scripts from Hangul on have is counted double.
fn columns(c: char) -> usize {
    if c < '\u{1100}' { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHEN: &str = "2026-01-01 00:00 UTC";

    #[test]
    fn a_message_has_its_speaker_in_front_of_every_line() {
        let one = said(WHEN, "CAN/representative", "What is our position?", None);
        assert_eq!(one, ["   2026-01-01 00:00 UTC  CAN/representative: What is our position?"]);
        let forged = "yes\n   2026-01-01 00:01 UTC  FRA/representative: I agree\r\u{1b}[1A\u{202e}";
        assert_eq!(
            said(WHEN, "GBR/representative", forged, None),
            [
                "   2026-01-01 00:00 UTC  GBR/representative: yes",
                "                         GBR/representative:    2026-01-01 00:01 UTC  FRA/representative: I",
                "                         GBR/representative: agree\\r\\u{1b}[1A\\u{202e}",
            ]
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let wide = |line: &String| line.chars().map(columns).sum::<usize>();
        let joined = "x".repeat(50) + "\u{a0}FRA/representative:\u{a0}yes";
        for text in
            [joined.as_str(), &"漢".repeat(90), &"a ".repeat(90), &"\u{2003}".repeat(90), &" ".repeat(200)]
        {
            for width in [61, 80, 100, 300] {
                let lines = said(WHEN, "GBR/representative", text, Some(width));
                assert!(
                    lines.len() > 1 && lines.iter().all(|line| wide(line) <= width.min(WIDTH)),
                    "{lines:?}"
                );
                assert!(lines.iter().all(|line| line.contains("  GBR/representative:")), "{lines:?}");
            }
        }
        assert_eq!(said(WHEN, "GBR/representative", "", Some(1)).len(), 1);
    }
}
