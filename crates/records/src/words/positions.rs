//! What was said about positions, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_partnership::By;
use quorate_partnership::positions::{Event, Subject};

use super::events::{listed, who};
use super::minute;

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    let giver = who(by);
    match event {
        Event::Sounded { sounding, by, of, on, leaning, replaces, .. } => {
            let of = if by == of { String::new() } else { format!(" of {of}, as reported") };
            let replaces =
                replaces.map_or_else(String::new, |earlier| format!(", in the place of {earlier}"));
            format!(
                "{giver} enters {sounding}{of} on \"{on}\": {}{replaces}; it binds nobody",
                leaning.name()
            )
        }
        Event::Explained { on, text, document, .. } => {
            let text = text.as_ref().map_or_else(String::new, |text| format!(": \"{text}\""));
            let document =
                document.map_or_else(String::new, |hash| format!("; the document is {}", hash.short()));
            format!("{giver} explains its position on {}{text}{document}", subject(on))
        }
        Event::Reported { of, office, on, tone, source, .. } => {
            format!("{giver} reports of {of}, its {office}, on \"{on}\": {} ({source})", tone.name())
        }
        Event::GroupingRecorded { grouping, name, states, source, .. } => {
            format!("{giver} records {grouping}, \"{name}\": {} ({source})", listed(states))
        }
        Event::GroupingRevised { grouping, version, states, source } => {
            format!("{giver} revises {grouping} to version {version}: {} ({source})", listed(states))
        }
        Event::BriefingAnnounced { briefing, to, subject, document, release, .. } => format!(
            "{giver} announces {briefing} of {} on \"{subject}\", document {}, to be released on {}",
            listed(to),
            document.short(),
            minute(*release)
        ),
        Event::BriefingReleased { briefing } => format!("{briefing} is released"),
        Event::Acknowledged { briefing, .. } => format!("{giver} acknowledges {briefing}"),
    }
}

/// On what a position is explained.
pub(crate) fn subject(on: &Subject) -> String {
    match on {
        Subject::Decision(decision) => format!("{decision}"),
        Subject::Text(document) => format!("document {document}"),
        Subject::Words(words) => format!("\"{words}\""),
    }
}
