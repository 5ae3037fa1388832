//! The ladder as JSON: with what is assumed, what could be approved, and what is counted nowhere.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json as value};

use super::json::rows;
use crate::liquidity::{Ladder, Liquidity, Owed, When};
use crate::records::Records;
use crate::words;

/// The ladder as JSON, ending with a line feed, with where and when it was read. Unknown is `null`; amounts are decimal
/// strings in the fund's currency.
#[must_use]
pub fn liquidity_json(records: &Records, liquidity: &Liquidity, ladder: &Ladder) -> String {
    let money = |minor: i128| liquidity.money(minor).map(|money| money.to_string());
    let assumed: Vec<&str> = ladder.defaults.iter().map(quorate_charter::MemberCode::as_str).collect();
    let owed = |owed: &Owed| {
        value!({
            "member": owed.member.as_str(),
            "what": owed.kind.name(),
            "amount": money(owed.minor),
            "due": match owed.when {
                When::Now => Some("now".to_string()),
                When::On(day) => Some(words::day(day)),
                When::Unknown => None,
            },
        })
    };
    let callable = |(member, minor): (&quorate_charter::MemberCode, &i128)| value!({ "member": member.as_str(), "amount": money(*minor) });
    let abroad = |held: quorate_ledger::Money| value!({ "amount": held.to_string(), "currency": held.currency().code() });
    let invested = |(day, minor): (&quorate_partnership::Day, &i128)| value!({ "matures": words::day(*day), "amount": money(*minor) });
    let whole = value!({
        "partnership": records.id().to_string(),
        "height": records.height(),
        "at": words::exact(records.at()),
        "currency": liquidity.currency.code(),
        "assumed_to_default": assumed,
        "cash": money(liquidity.cash),
        "held_for_others": money(liquidity.held),
        "prepaid": money(liquidity.prepaid.values().fold(0, |sum, minor| sum.saturating_add(*minor))),
        "invested": liquidity.invested.iter().map(invested).collect::<Value>(),
        "approved": money(liquidity.approved),
        "with_the_bank": money(liquidity.in_flight),
        "authority": money(liquidity.authority),
        "owed": liquidity.owed.iter().map(owed).collect::<Value>(),
        "owed_on_unknown_days": money(liquidity.undated()),
        "held_in_other_currencies": liquidity.held_abroad().map(abroad).collect::<Value>(),
        "callable": liquidity.callable.iter().map(callable).collect::<Value>(),
        "ladder": rows(&ladder.table(liquidity)),
        "capacity": rows(&records.capacities(&ladder.defaults)),
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}
