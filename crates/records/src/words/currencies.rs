//! What happened with other currencies than the fund's, a sentence an event.

use alloc::format;
use alloc::string::String;

use quorate_ledger::Money;
use quorate_partnership::By;
use quorate_partnership::fund::CurrencyEvent;

use super::events::who;
use super::{amount, day};

pub(super) fn sentence(event: &CurrencyEvent, by: Option<&By>) -> String {
    use CurrencyEvent as E;
    match event {
        E::RateEntered { rate, .. } => {
            let said = &rate.said;
            let (base, quote) = (said.rate.base(), said.rate.quote());
            format!(
                "{} enters {}: one {base} is worth {}\u{a0}{quote}, {} of {} ({})",
                who(by),
                rate.number,
                said.rate,
                said.kind.name(),
                day(said.day),
                said.source
            )
        }
        E::RateRecorded { rate, .. } => format!("{} countersigns {rate}, and it is on record", who(by)),
        E::RateLapsed { rate } => format!("{rate} lapses: it was not countersigned in time"),
        E::Converted { line, received, worth, rate } => {
            format!("{line}: {} is worth {}, by {rate}", amount(*received), amount(*worth))
        }
        E::ConversionTakenBack { line, received, worth } => {
            format!("{} of {line}, worth {}, is held no more", amount(*received), amount(*worth))
        }
        E::Exchanged { line, sold, bought, cost } => format!(
            "{line}: {} that had cost {} is exchanged for {}, {}",
            amount(*sold),
            amount(*cost),
            amount(*bought),
            result(*bought, *cost, "gain", "loss", "without gain or loss")
        ),
        E::Revalued { day: of, held, cost, worth, rate } => {
            let by = rate.map_or_else(String::new, |rate| format!(", by {rate}"));
            format!(
                "{} held on {}, in the books at {}, is worth {}{by}: {}",
                amount(*held),
                day(*of),
                amount(*cost),
                amount(*worth),
                result(*worth, *cost, "more", "less", "no more and no less")
            )
        }
    }
}

/// By how much one is above or below the other, and which.
fn result(one: Money, other: Money, above: &str, below: &str, even: &str) -> String {
    let more = one.checked_sub(other).unwrap_or(Money::zero(one.currency()));
    match more.checked_neg() {
        _ if more.is_zero() => even.into(),
        Ok(less) if more.is_negative() => format!("{} {below}", amount(less)),
        _ => format!("{} {above}", amount(more)),
    }
}
