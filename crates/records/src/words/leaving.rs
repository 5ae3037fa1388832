//! What happened when a State left, and to what it is owed, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_ledger::Money;
use quorate_partnership::fund::{Instalment, LeavingEvent};

use super::{amount, day};

pub(super) fn sentence(event: &LeavingEvent) -> String {
    use LeavingEvent as E;
    match event {
        E::IndicationEnded { of } => format!("what stands on record of the intention of {of} ends: it left"),
        E::Settled { member, reckoning, share, instalments, open, .. } => {
            let set_off = match reckoning.due.is_positive() {
                true => {
                    format!(", and the {} due from it are set off and count as paid", amount(reckoning.due))
                }
                false => String::new(),
            };
            let later =
                if open.is_empty() { "" } else { "; of what comes free of open cases it has its part later" };
            format!(
                "{member} is owed {} of the {} that the fund has beyond approved help: it had paid in {} of {}{set_off}{}{later}",
                amount(*share),
                amount(reckoning.net),
                amount(reckoning.paid),
                amount(reckoning.whole),
                by_days(instalments)
            )
        }
        E::Raised { member, case, came, amount: more, due, .. } => format!(
            "{} come free of {case} or come back on it: {member}, which left, is owed {} more, with the instalment of {}",
            amount(*came),
            amount(*more),
            day(*due)
        ),
        E::FellDue { member, day: on, amount: due } => {
            format!("{} of the settlement of {member} fall due on {}", amount(*due), day(*on))
        }
    }
}

fn by_days(instalments: &[Instalment]) -> String {
    let sum = |list: &[Instalment]| {
        list.iter().try_fold(None, |sum: Option<Money>, next| {
            sum.map_or(Ok(next.amount), |sum| sum.checked_add(next.amount)).map(Some)
        })
    };
    match (sum(instalments).ok().flatten(), instalments) {
        (Some(rest), [first, .., last]) => format!(
            "; {} fall due in {} instalments from {} to {}",
            amount(rest),
            instalments.len(),
            day(first.day),
            day(last.day)
        ),
        (Some(rest), [only]) => format!("; {} fall due on {}", amount(rest), day(only.day)),
        _ => String::new(),
    }
}
