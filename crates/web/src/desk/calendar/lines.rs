//! The lines of a calendar: escaped, folded, ended as RFC 5545 asks (3.1, 3.3.11).

use quorate_partnership::Moment;
use quorate_records::words;

use crate::pages::today::Waiting;
use crate::visit::Page;

/// The most bytes of a line before it is folded.
const LONGEST: usize = 75;

/// The calendar of what waits and has a deadline. Each has a name of its own that stays when the deadline moves.
pub(super) fn calendar(page: &Page<'_>, waiting: &[Waiting]) -> String {
    let mut out = String::new();
    let stamp = utc(page.records().at());
    let id = page.records().id();
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Quorate//Pages//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
    ] {
        line(&mut out, name, value);
    }
    line(&mut out, "NAME", &escaped(&page.t("calendar-name")));
    line(&mut out, "X-WR-CALNAME", &escaped(&page.t("calendar-name")));
    for one in waiting {
        let Some(until) = one.until else { continue };
        let name = one.path.trim_start_matches('/').replace('/', "-");
        line(&mut out, "BEGIN", "VEVENT");
        line(&mut out, "UID", &format!("{name}@{id}"));
        line(&mut out, "DTSTAMP", &stamp);
        line(&mut out, "DTSTART", &utc(until));
        line(&mut out, "SUMMARY", &escaped(&one.what));
        let otherwise = format!("{} {}", page.t("if-nothing"), one.otherwise);
        line(&mut out, "DESCRIPTION", &escaped(&otherwise));
        if let Some(origin) = &page.visit.app.settings.origin {
            line(&mut out, "URL", &format!("{origin}{}", page.to(&one.path)));
        }
        line(&mut out, "TRANSP", "TRANSPARENT");
        line(&mut out, "END", "VEVENT");
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

/// A moment in UTC: `20261201T090000Z`.
fn utc(moment: Moment) -> String {
    let exact = words::exact(moment);
    let seconds = exact.split('.').next().unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

/// A text in which marks of the form mean nothing.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

/// A line, folded where it is too long, never within a letter.
fn line(out: &mut String, name: &str, value: &str) {
    let mut length = 0_usize;
    for letter in name.chars().chain([':']).chain(value.chars()).filter(|letter| !letter.is_control()) {
        if length.saturating_add(letter.len_utf8()) > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length = length.saturating_add(letter.len_utf8());
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters_and_nothing_breaks_out_of_them() {
        let mut out = String::new();
        let text = format!("{}, a; b\\c\nEND:VEVENT\r\u{7}", "é".repeat(80));
        line(&mut out, "SUMMARY", &escaped(&text));
        assert!(out.ends_with("\r\n") && out.split("\r\n").all(|line| line.len() <= LONGEST), "{out}");
        let whole = out.replace("\r\n ", "");
        assert_eq!(whole, format!("SUMMARY:{}\\, a\\; b\\\\c\\nEND:VEVENT\\n\r\n", "é".repeat(80)));
    }

    #[test]
    fn moments_are_in_utc() {
        assert_eq!(utc(Moment(1_796_115_600_000)), "20261201T090000Z");
    }
}
