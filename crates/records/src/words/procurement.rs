//! What members buy together, a sentence an event.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_partnership::By;
use quorate_partnership::frameworks::procurement::{Event, Linked, Propose};

use super::events::who;
use super::{amount, day, minute};

pub(super) fn sentence(event: &Event, by: Option<&By>) -> String {
    let by = who(by);
    match event {
        Event::Proposed { procurement, text, until, .. } => format!(
            "{by} proposes {procurement}, \"{}\", for {}: {} at most, {} leads ({}), shares {}; it lapses at {} unless all sign",
            text.title,
            text.case,
            amount(text.total),
            text.lead,
            text.pathway.name(),
            shares(text),
            minute(*until)
        ),
        Event::Signed { procurement, .. } => format!("{by} signs {procurement} for its own share"),
        Event::TookEffect { procurement } => {
            format!("{procurement} takes effect: all that are named have signed")
        }
        Event::Lapsed { procurement } => format!("{procurement} lapses: not all that are named have signed"),
        Event::Contracted { procurement, reference, on, .. } => {
            format!("{by} says that the contract of {procurement} is made on {}: \"{reference}\"", day(*on))
        }
        Event::Linked { procurement, to, amount: of, .. } => {
            let what = match to {
                Linked::Offer(offer) => format!("{offer}"),
                Linked::Payment(payment) => format!("{payment}"),
            };
            let of = of.map_or_else(String::new, |of| format!(", {}", amount(of)));
            format!("{by} says that {what}{of} belongs to {procurement}")
        }
        Event::Delivered { procurement, what, on, .. } => {
            format!("{by} says that {procurement} is delivered on {}: \"{what}\"", day(*on))
        }
        Event::Accepted { procurement, .. } => format!("{by} accepts what {procurement} delivered"),
        Event::Completed { procurement } => format!("{procurement} is complete: all others have accepted"),
        Event::Ended { procurement, reason, .. } => format!("{by} ends {procurement}: \"{reason}\""),
    }
}

/// The shares, in parts of the whole.
pub(crate) fn shares(text: &Propose) -> String {
    let share = |share: &quorate_partnership::frameworks::procurement::Share| {
        format!("{} {}/{}", share.member, share.parts, text.whole)
    };
    text.shares.iter().map(share).collect::<Vec<String>>().join(", ")
}
