//! What happened in the audit, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_partnership::By;
use quorate_partnership::audit::Event;

use super::day;
use super::events::who;
use crate::registers::about_subject;

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    let by = who(by);
    match event {
        Event::FindingOpened { finding, subject, severity, text, .. } => {
            format!("{by} opens {finding} about {}, {}: \"{text}\"", about_subject(*subject), severity.name())
        }
        Event::Answered { finding, text, corrected_by, .. } => {
            let corrected = corrected_by
                .map_or_else(String::new, |c| format!("; {} corrects it", about_subject(c.into())));
            format!("{by} answers {finding}: \"{text}\"{corrected}")
        }
        Event::FindingClosed { finding, .. } => format!("{by} closes {finding}"),
        Event::OpinionGiven { opinion, until, kind, replaces, basis, document, .. } => {
            let replaces =
                replaces.map_or_else(String::new, |earlier| format!(", in the place of {earlier}"));
            let basis = basis.as_ref().map_or_else(String::new, |basis| format!(": \"{basis}\""));
            let document =
                document.map_or_else(String::new, |hash| format!("; its report is {}", hash.short()));
            format!(
                "{by} gives {opinion} on the period until {}, {}{replaces}{basis}{document}",
                day(*until),
                kind.name()
            )
        }
    }
}
