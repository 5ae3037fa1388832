//! Whether all approved help can be paid, by day, and on which members that hangs.

use std::collections::BTreeSet;

use quorate_charter::MemberCode;
use quorate_records::{HORIZONS, liquidity_json};
use serde_json::Value;

use super::ask::{Answered, Ask, Asked, query};
use super::plan::with_fund;
use super::problem::Problem;

/// How often members can be assumed to default.
const MAX_DEFAULTS: usize = 64;

/// The ladder
///
/// What is there, what is owed and what is left, by day, if the named members pay nothing more; as `quorate fund liquidity
/// --format json` gives it. Amounts are decimal strings in `currency`, moments are RFC 3339, null is unknown.
#[utoipa::path(
    get, path = "/api/v1/liquidity", operation_id = "liquidity", tag = "The fund",
    params((
        "default" = Option<Vec<String>>, Query, max_items = 64, pattern = "^[A-Z]{3}$", nullable = false,
        description = "Members that are assumed to pay nothing more, by their codes; it may stand several times"
    )),
    responses((status = 200, description = "The ladder, what is owed, and what could be newly approved", body = Object))
)]
pub(crate) async fn liquidity(ask: Ask, Asked(asked): Asked<Vec<(String, String)>>) -> Answered {
    with_fund(&ask)?;
    if asked.len() > MAX_DEFAULTS {
        return Err(query(format!("default stands at most {MAX_DEFAULTS} times")));
    }
    let mut defaults: BTreeSet<MemberCode> = BTreeSet::new();
    for (key, value) in &asked {
        let member: Option<MemberCode> =
            Some(value).filter(|_| key == "default").and_then(|code| code.parse().ok());
        let member = member
            .ok_or_else(|| query("only `default` can be asked here, with a code of three capital letters"))?;
        if ask.records.charter().member(member).is_none() {
            return Err(Problem::nothing(format!("`{member}` is no member")));
        }
        defaults.insert(member);
    }
    let standing = ask.records.liquidity();
    let text = liquidity_json(&ask.records, &standing, &standing.ladder(&HORIZONS, &defaults));
    let whole: Value = serde_json::from_str(&text).map_err(|_| Problem::failed())?;
    ask.give(&whole)
}
