//! What happened to lines between militaries, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_partnership::By;
use quorate_partnership::continuity::{Event, Left, Recorded, Said};

use super::events::{listed, who};
use super::{day, minute};

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    let by = who(by);
    match event {
        Event::Recorded { line, recorded, .. } => {
            let Recorded { kind, title, sides, follows, .. } = recorded;
            let follows = follows.map_or_else(String::new, |line| format!("; it follows {line}"));
            format!("{by} records {line}, {}, \"{title}\", between {}{follows}", kind.name(), listed(sides))
        }
        Event::Confirmed { line, said, state, note } => {
            let note = note.as_ref().map_or_else(String::new, |note| format!(": \"{note}\""));
            format!("{by} confirms {line}{} as {}{note}", reported(*said), state.name())
        }
        Event::Tested { line, result, on, .. } => {
            format!("{by} enters a test of {line} on {}: {}", day(*on), result.name())
        }
        Event::OutageBegan { line, said, began, cause } => {
            let cause = cause.as_ref().map_or_else(String::new, |cause| format!(": \"{cause}\""));
            format!("{by} enters an outage of {line}{} since {}{cause}", reported(*said), minute(*began))
        }
        Event::Restored { line, said, at } => {
            format!("{by} enters that {line} works again{} since {}", reported(*said), minute(*at))
        }
        Event::FallBackStarted { line, confirm_by, fall_back, .. } => match fall_back {
            Some(started) => format!(
                "{started} is started in the place of {line}; its sides are to confirm it by {}",
                minute(*confirm_by)
            ),
            None => format!("what was said to take the place of {line} is started; it is no line on record"),
        },
        Event::Closed { line, reason, left, .. } => {
            format!("{by} ends {line}, for all its sides and for good: \"{reason}\"; {}", self::left(*left))
        }
        Event::EndReported { line, said, reason, left } => format!(
            "{by} reports that {} ended {line} for itself: \"{reason}\"; {}; the line stays open",
            said.of,
            self::left(*left)
        ),
    }
}

fn reported(said: Said) -> String {
    if said.is_reported() { format!(" for {}, as reported,", said.of) } else { String::new() }
}

/// Whose side, and by whom it is reported.
pub(crate) fn said_of(said: Said) -> String {
    if said.is_reported() {
        format!("{}, as reported by {}", said.of, said.by)
    } else {
        said.of.as_str().into()
    }
}

/// What there is in the place of a closed line.
pub(crate) fn left(left: Left) -> String {
    match left {
        Left::Nothing => "no fall-back".into(),
        Left::Line(line) => format!("its fall-back is {line}"),
        Left::Words => "its fall-back is no line on record".into(),
        Left::ClosedBefore(line) => format!("no fall-back: {line} was closed before"),
    }
}
