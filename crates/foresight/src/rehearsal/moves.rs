//! What members do with money in other currencies in a rehearsal, beside [`acts`](super::acts).

use alloc::format;
use alloc::string::String;

use quorate_charter::Office;
use quorate_ledger::{Money, Rate};
use quorate_partnership::fund::{self, CountersignRate, EnterRate, Purpose, RateKind};
use quorate_partnership::{Day, RateNo};

use super::acts::{Act, act, line};

/// Enter a rate of a day.
pub(crate) fn rate(rate: Rate, day: Day) -> Option<Act> {
    let source = "assumed".parse().ok()?;
    let words = move || format!("fund rate {} {rate} --kind spot --source assumed", rate.base());
    let enter = EnterRate { rate, day, kind: RateKind::Spot, source };
    Some(act(Office::Treasurer, words, fund::Command::EnterRate(enter)))
}

/// Countersign a rate.
pub(crate) fn countersign_rate(rate: RateNo) -> Act {
    let words = move || format!("fund countersign-rate {}", rate.0);
    act(Office::Treasurer, words, fund::Command::CountersignRate(CountersignRate { rate }))
}

/// Enter the bank's line for money in another currency that was exchanged.
pub(crate) fn enter_exchange(sold: Money, bought: Money, day: Day, reference: &str) -> Option<Act> {
    let said = String::from(reference);
    let currency = sold.currency();
    let words =
        move || format!("bank enter {sold} --currency {currency} --bought {bought} --reference \"{said}\"");
    line(Purpose::Exchange { bought }, (sold, day), reference, words)
}
