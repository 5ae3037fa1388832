//! What happened to pledges, agreements and what members owe, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_partnership::fund::{Condition, Ending, Event, Pledge};

use super::{amount, day};

/// The event in a sentence, or nothing where another sentence tells it.
pub(super) fn sentence(event: &Event) -> Option<String> {
    Some(match event {
        Event::Pledged { member, pledge } => format!("{member} pledges {}", pledged(pledge)),
        Event::PledgeEnded { member, ending: Ending::Withdrawn } => format!("{member} withdraws its pledge"),
        Event::PledgeEnded { member, ending: Ending::Lapsed } => format!("the pledge of {member} lapses"),
        Event::PledgeEnded { member, ending: Ending::Signed } => {
            format!("the pledge of {member} ends: it has signed")
        }
        Event::PledgeReduced { member, left } => {
            format!("{member} has signed a part of what it pledged; {} are left", amount(*left))
        }
        _ => return None,
    })
}

fn pledged(pledge: &Pledge) -> String {
    let amount = pledge.amount.map_or_else(|| "an amount not stated".into(), amount);
    let condition = match &pledge.condition {
        None => String::new(),
        Some(Condition::Words(words)) => format!(" ({words})"),
        Some(Condition::Matching(share)) => {
            let share = format!("{}/{}", share.numerator(), share.denominator());
            format!(", and at most {share} of what the others pledge or sign")
        }
    };
    let lapses = pledge.lapses.map_or_else(String::new, |on| format!(", until {}", day(on)));
    format!("{amount}{condition}{lapses}")
}
