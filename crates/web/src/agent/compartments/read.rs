//! What a form says of a product, read strictly.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use quorate_charter::MemberCode;
use quorate_partnership::Moment;

use super::draft::{Sent, value, values};
use super::share::CLASSES;
use super::wanted::{Contains, LEVELS, Wanted};

/// How many States' material can be named in the form.
pub(super) const ROWS: usize = 3;

/// Reads it; or says by a text what is wrong, the first thing first.
pub(super) fn read(place: usize, sent: &Sent) -> Result<Wanted, &'static str> {
    let level = LEVELS.into_iter().find(|level| *level == value(sent, "level"));
    let class = CLASSES.iter().find(|(_, name, _)| *name == value(sent, "class")).map(|(class, _, _)| *class);
    let chosen: Result<Vec<MemberCode>, _> = values(sent, "to").map(str::parse).collect();
    let mut to = chosen.map_err(|_| "wrong-to")?;
    to.extend(codes(value(sent, "others")).ok_or("wrong-others")?);
    to.sort_unstable();
    to.dedup();
    Ok(Wanted {
        place,
        title: value(sent, "title").parse().map_err(|_| "wrong-title")?,
        policy: value(sent, "policy").parse().map_err(|_| "wrong-policy")?,
        level: level.ok_or("wrong-level")?,
        to,
        class: class.ok_or("wrong-class")?,
        held_back: !value(sent, "held-back").is_empty(),
        release: match value(sent, "release") {
            "" => None,
            text => Some(moment(text).ok_or("wrong-release")?),
        },
        contains: contains(sent).ok_or("wrong-contains")?,
        carry: values(sent, "carry").map(str::to_owned).collect(),
    })
}

/// Codes with commas or spaces between them.
pub(super) fn codes(text: &str) -> Option<Vec<MemberCode>> {
    let parts = text.split([',', ' ', ';']).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok()).collect()
}

fn contains(sent: &Sent) -> Option<Vec<Contains>> {
    let mut all = Vec::new();
    for row in 1..=ROWS {
        let of = |name: &str| value(sent, &format!("{name}-{row}")).to_owned();
        let (state, document, to) = (of("state"), of("document"), codes(&of("consent"))?);
        if state.is_empty() && document.is_empty() && to.is_empty() {
            continue;
        }
        let consent = match (document.as_str(), to.is_empty()) {
            ("", true) => None,
            (document, false) => Some((document.parse().ok()?, to)),
            // A consent to nobody is none.
            (_, true) => return None,
        };
        all.push(Contains { state: state.parse().ok()?, consent });
    }
    Some(all)
}

/// A minute as a browser's form has it, in UTC.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let time: DateTime = text.parse().ok()?;
    let millis = time.to_zoned(TimeZone::UTC).ok()?.timestamp().as_millisecond();
    u64::try_from(millis).ok().map(Moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(more: &[(&str, &str)]) -> Sent {
        let plain = [("title", "The coast"), ("policy", "EXERCISE"), ("level", "SECRET"), ("class", "year")];
        let all = more.iter().chain(&plain).map(|(name, value)| ((*name).into(), (*value).into()));
        all.collect()
    }

    #[test]
    fn what_is_left_out_is_nobody_and_nothing() {
        let wanted = read(0, &sent(&[])).unwrap();
        assert!(wanted.to.is_empty() && wanted.contains.is_empty() && wanted.release.is_none());
        assert!(!wanted.held_back && wanted.carry.is_empty());
    }

    #[test]
    fn who_is_chosen_is_read_once_each_and_strictly() {
        let wanted = read(0, &sent(&[("to", "FRA"), ("to", "CAN"), ("others", "NOR, CAN")])).unwrap();
        assert_eq!(wanted.to.iter().map(MemberCode::as_str).collect::<Vec<_>>(), ["CAN", "FRA", "NOR"]);
        for (name, text, key) in [
            ("to", "all", "wrong-to"),
            ("to", "", "wrong-to"),
            ("others", "NOR,everybody", "wrong-others"),
            ("title", "a\u{202e}b", "wrong-title"),
            ("policy", " ", "wrong-policy"),
            ("level", "secret", "wrong-level"),
            ("class", "ever", "wrong-class"),
            ("release", "tomorrow", "wrong-release"),
            ("state-1", "Norway", "wrong-contains"),
            ("document-1", "00", "wrong-contains"),
            ("consent-1", "CAN", "wrong-contains"),
        ] {
            assert_eq!(read(0, &sent(&[(name, text)])).err(), Some(key), "{name}={text}");
        }
    }

    #[test]
    fn a_consent_is_whole_or_none() {
        let hash = "0".repeat(64);
        let whole = [("state-2", "NOR"), ("document-2", hash.as_str()), ("consent-2", "CAN FRA")];
        let contains = read(0, &sent(&whole)).unwrap().contains;
        assert_eq!(contains.len(), 1);
        assert_eq!(contains[0].consent.as_ref().map(|(_, to)| to.len()), Some(2));
        assert_eq!(read(0, &sent(&whole[..2])).err(), Some("wrong-contains"));
        assert!(read(0, &sent(&whole[..1])).unwrap().contains[0].consent.is_none());
    }

    #[test]
    fn a_release_time_is_in_utc() {
        let wanted = read(0, &sent(&[("release", "2026-01-01T00:00")])).unwrap();
        assert_eq!(wanted.release, Some(Moment(1_767_225_600_000)));
    }
}
