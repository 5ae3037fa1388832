//! OCDS 1.1: a release for each approved case.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use quorate_charter::Public;
use quorate_ledger::Decimal;
use serde_json::{Number, Value, json as value};

use super::facts::{Case, Facts, Movement, Tranche, sum};
use crate::words;

/// The package of releases that are public.
pub(super) fn package(facts: &Facts<'_>, prefix: &str) -> String {
    let cases = facts.cases.iter().filter(|_| facts.is_public(Public::Cases));
    let whole = value!({
        "uri": format!("urn:quorate:{}:{}", facts.records.id(), facts.records.height()),
        "version": "1.1",
        "publishedDate": words::exact(facts.at),
        "publisher": { "name": facts.title().en },
        "releases": cases.map(|case| release(facts, prefix, case)).collect::<Value>(),
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn release(facts: &Facts<'_>, prefix: &str, case: &Case) -> Value {
    let ocid = format!("{prefix}-case-{}", case.number.0);
    let mut tags = Vec::from(["award", "contract"]);
    tags.extend((!case.paid.is_empty()).then_some("implementation"));
    // Who lends is paid too, once something comes back.
    let back = !case.repaid.is_empty() || !case.interest.is_empty();
    let fund_is = if back { vec!["buyer", "payer", "payee"] } else { vec!["buyer", "payer"] };
    let other_is = if back { vec!["supplier", "payee", "payer"] } else { vec!["supplier", "payee"] };
    tags.extend(case.closed.then_some("contractTermination"));
    let (fund, to) = (value!({ "id": "fund", "name": facts.title().en }), party(case));
    value!({
        "ocid": ocid,
        "id": format!("{ocid}-height-{}", facts.records.height()),
        "date": words::exact(facts.at),
        "language": "en",
        "tag": tags,
        "initiationType": "tender",
        "parties": [
            { "id": "fund", "name": facts.title().en, "name_fr": facts.title().fr, "roles": fund_is },
            { "id": case.beneficiary, "name": case.name.en, "name_fr": case.name.fr, "roles": other_is },
        ],
        "buyer": fund,
        "awards": [{
            "id": format!("decision-{}", case.decision),
            "title": format!("Case {}", case.number.0),
            "title_fr": format!("Dossier {}", case.number.0),
            "description": case.purpose,
            "status": "active",
            "date": first_day(case),
            "value": amount(facts, sum(&case.promised)),
            "suppliers": [to],
        }],
        "contracts": [contract(facts, case, &fund, &to)],
    })
}

fn contract(facts: &Facts<'_>, case: &Case, fund: &Value, to: &Value) -> Value {
    let transaction = |moved: &Movement, payer: &Value, payee: &Value| {
        value!({
            "id": format!("entry-{}", moved.entry.0),
            "date": midnight(moved),
            "value": amount(facts, moved.minor),
            "payer": payer,
            "payee": payee,
        })
    };
    let paid = case.paid.iter().map(|moved| transaction(moved, fund, to));
    // What comes back of a loan, and the interest on it, is paid by whom it was lent to.
    let back = case.repaid.iter().chain(&case.interest).map(|moved| transaction(moved, to, fund));
    let milestone = |tranche: &Tranche| {
        value!({
            "id": format!("tranche-{}", tranche.number),
            "title": format!("Condition of tranche {}", tranche.number),
            "title_fr": format!("Condition de la tranche {}", tranche.number),
            "description": tranche.condition,
            "status": if tranche.met { "met" } else { "scheduled" },
        })
    };
    value!({
        "id": format!("case-{}", case.number.0),
        "awardID": format!("decision-{}", case.decision),
        "status": if case.closed { "terminated" } else { "active" },
        "value": amount(facts, sum(&case.promised)),
        "implementation": {
            "transactions": paid.chain(back).collect::<Value>(),
            "milestones": case.tranches.iter().map(milestone).collect::<Value>(),
        },
    })
}

fn party(case: &Case) -> Value {
    value!({ "id": case.beneficiary, "name": case.name.en })
}

fn first_day(case: &Case) -> Value {
    case.promised.first().map_or(Value::Null, |movement| Value::String(midnight(movement)))
}

fn midnight(movement: &Movement) -> String {
    format!("{}T00:00:00Z", words::day(movement.day))
}

/// OCDS has numbers where we have decimal strings: every digit is kept.
fn amount(facts: &Facts<'_>, minor: i128) -> Value {
    let number =
        Decimal::new(minor, facts.currency).to_string().parse::<Number>().map_or(Value::Null, Value::Number);
    value!({ "amount": number, "currency": facts.currency.code() })
}
