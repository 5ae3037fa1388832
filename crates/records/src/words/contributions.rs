//! What happened to pledges, agreements and what members owe, a sentence an event.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_ledger::{Entry, Money, Side};
use quorate_partnership::Moment;
use quorate_partnership::fund::{About, Asked, Condition, DueOf, Ending, Event, Instalment, Pledge};

use super::{amount, day, minute};
use crate::codes::{INTEREST, TO_BE_GIVEN_BACK};

/// The event in a sentence, or nothing where another sentence tells it.
pub(super) fn sentence(event: &Event) -> Option<String> {
    Some(match event {
        Event::Pledged { member, pledge } => format!("{member} pledges {}", pledged(pledge)),
        Event::PledgeEnded { member, ending: Ending::Withdrawn } => format!("{member} withdraws its pledge"),
        Event::PledgeEnded { member, ending: Ending::Lapsed } => format!("the pledge of {member} lapses"),
        Event::PledgeEnded { member, ending: Ending::Signed } => {
            format!("the pledge of {member} ends: it has signed")
        }
        Event::PledgeEnded { member, ending: Ending::Left } => {
            format!("the pledge of {member} ends: it left")
        }
        Event::PledgeReduced { member, left } => {
            format!("{member} has signed a part of what it pledged; {} are left", amount(*left))
        }
        Event::FellDue { member, amount: due, of } => {
            format!("{} fall due from {member}, {}", amount(*due), due_of(*of))
        }
        Event::NoteLodged { member, amount: sum, encashments, .. } => {
            format!("{member} lodges a note for {}, to be paid {}", amount(*sum), on_days(encashments))
        }
        Event::InDefault { member, owed, interest, .. } => {
            let interest = match interest.is_positive() {
                true => format!("; {} of interest on it are due", amount(*interest)),
                false => String::new(),
            };
            format!("{member} is in default on {}{interest}", amount(*owed))
        }
        Event::SteppedUp { call, of, total, parts, shortfall, due } => {
            let what = format!("what {of} did not pay of {call}, {},", amount(*total));
            if parts.is_empty() {
                format!(
                    "{what} is asked of nobody: whom the call bound is in default too, or has no more to be called for"
                )
            } else {
                let said = format!("{what} is asked of the others");
                format!("{said}{}{}{}", asked(parts), until(*due), short(*shortfall))
            }
        }
        Event::EmergencyCallEntered { number, by, total, until } => format!(
            "a treasurer of {by} asks for {number}, for {} that approved help lacks; another must sign before {}",
            amount(*total),
            minute(*until)
        ),
        Event::EmergencyCallMade { number, by, call } => {
            format!("a treasurer of {by} countersigns {number}, and it is {call}")
        }
        Event::EmergencyCallLapsed { number } => format!("{number} lapses: it was not countersigned in time"),
        Event::Posted { entry, about, .. } => return posted(entry, about),
        _ => return None,
    })
}

/// What of an agreement falls due on days to come.
pub(super) fn instalments(list: Option<&[Instalment]>) -> String {
    list.map_or_else(String::new, |list| format!("; to be paid in {}", on_days(list)))
}

/// When something asked for now is due, if that is not at once.
pub(super) fn until(due: Option<Moment>) -> String {
    due.map_or_else(String::new, |due| format!("; due {}", minute(due)))
}

/// What the register of a due calls it.
pub(crate) fn due_of(of: DueOf) -> String {
    match of {
        DueOf::Agreement => "under its agreement".into(),
        DueOf::Note => "by its note".into(),
        DueOf::Call { call, .. } => format!("of {call}"),
        DueOf::StepUp { call, of } => format!("of {call} for {of}"),
    }
}

fn on_days(list: &[Instalment]) -> String {
    let on = |next: &Instalment| format!("{} on {}", amount(next.amount), day(next.day));
    list.iter().map(on).collect::<Vec<String>>().join(", ")
}

fn asked(parts: &[Asked]) -> String {
    let parts: Vec<String> =
        parts.iter().map(|part| format!("{} {}", part.member, amount(part.amount))).collect();
    if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) }
}

fn short(shortfall: Money) -> String {
    if shortfall.is_positive() {
        format!("; {} are missing: none of them has more to be called for", amount(shortfall))
    } else {
        String::new()
    }
}

/// Of entries only those that no other sentence tells: interest at a payment, and what goes back.
fn posted(entry: &Entry, about: &About) -> Option<String> {
    let debit = entry.legs().iter().find(|leg| leg.side() == Side::Debit)?;
    let sum = amount(Money::new(debit.minor(), entry.book().currency()).ok()?);
    let of = debit.account().of();
    match (debit.account().code(), about) {
        (INTEREST, About::Line { .. } | About::Note { .. }) => {
            Some(format!("{of} owes {sum} of interest on what was late"))
        }
        (TO_BE_GIVEN_BACK, About::StepUp { call, of: debtor }) => Some(format!(
            "{sum} that {of} gave for {debtor} in {call} are its own again, and can be called again"
        )),
        _ => None,
    }
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
