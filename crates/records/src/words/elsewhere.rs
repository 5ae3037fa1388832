//! What happened about help elsewhere, in words.

use alloc::format;
use alloc::string::String;

use quorate_partnership::cases::{Declared, ElsewhereEvent as Event, RelationEffect};

use super::amount;

/// What a decision on the relation to the other body does, after *to*.
pub(crate) fn effect(effect: &RelationEffect) -> String {
    match effect {
        RelationEffect::StandDown { case } => format!("let help to {case} stand down"),
        RelationEffect::Resume { case } => format!("let help to {case} go on"),
        RelationEffect::Count { case, body, amount: sum, source } => {
            let sum = amount(*sum);
            format!("count at least {sum} as given elsewhere for {case} by \"{body}\": \"{source}\"")
        }
    }
}

pub(super) fn sentence(event: &Event) -> String {
    match event {
        Event::Declared { case, number, by, of_beneficiary, declared, source, .. } => {
            let source = source.as_ref().map_or_else(String::new, |source| format!(": \"{source}\""));
            let how = if *of_beneficiary { "says" } else { "reports" };
            match declared {
                Some(Declared { body, amount: sum, progress }) => format!(
                    "{by} {how} that \"{body}\" gives {} for {case}, {}: word {number}{source}",
                    amount(*sum),
                    progress.name()
                ),
                None => {
                    format!("{by} says that nothing is given elsewhere for {case}, word {number}{source}")
                }
            }
        }
        Event::Counted { case, body, amount: sum, source, decision } => {
            let sum = amount(*sum);
            format!(
                "at least {sum} counts as given elsewhere for {case} by \"{body}\": \"{source}\", by {decision}"
            )
        }
        Event::StoodDown { case, decision } => {
            format!(
                "help to {case} stands down, by {decision}: nothing more is instructed or countersigned, and what is released stays"
            )
        }
        Event::Resumed { case, decision } => format!("help to {case} goes on, by {decision}"),
    }
}
