//! All of it for programs.

use quorate_foresight::dependence::{By, Days, Effect, Effects, Event, Outage, Relied, Unsaid, Withheld};
use serde_json::{Value, json};

use super::{Asked, names};
use crate::present::EXERCISE;

pub(super) fn json(asked: &Asked<'_>, withheld: &Withheld, by: By) -> String {
    let effects = asked.read.without(withheld);
    let told_of_effects = effects.all().iter().filter(|effect| asked.is_told(effect.place));
    let told_of_effects: Vec<Value> = told_of_effects.map(|one| effect(asked, &effects, one)).collect();
    let cuts = asked.read.cuts(by);
    let told = asked.read.capabilities().filter(|place| asked.is_told(*place));
    let cuts = told.filter_map(|place| Some((place, cuts.get(place)?))).map(|(place, cuts)| {
        let set = |set: &Vec<Event>| set.iter().map(|one| names::event(asked.read, *one)).collect::<Vec<_>>();
        let sets: Vec<Vec<String>> = cuts.sets.iter().take(asked.limit).map(set).collect();
        json!({ "capability": names::thing(asked.read, place), "sets": sets, "count": cuts.sets.len(), "complete-to-size": cuts.up_to, "may-be-more": cuts.is_open })
    });
    let cuts: Vec<Value> = cuts.collect();
    let relied: Vec<Value> =
        asked.read.relied_on_by(asked.member).iter().map(|one| relied(asked, one)).collect();
    let shared = asked.read.shared_suppliers(asked.member);
    let shared = shared.iter().map(
        |one| json!({ "supplier": names::holder(asked.read, one.holder), "members": names::members(one) }),
    );
    let undeclared: Vec<&str> =
        asked.read.undeclared().map(|place| names::thing(asked.read, place)).collect();
    let whole = json!({
        "exercise": (!asked.is_real).then_some(EXERCISE),
        "title": asked.read.title(),
        "in-place-of-record": asked.replaced,
        "not-declared": undeclared,
        "suppliers-of-no-state": names::suppliers_of_no_state(asked.read).collect::<Vec<_>>(),
        "effects": told_of_effects,
        "cut-sets": cuts,
        "relied-on": relied,
        "shared-suppliers": shared.collect::<Vec<Value>>(),
    });
    format!("{whole:#}\n")
}

fn effect(asked: &Asked<'_>, effects: &Effects<'_>, effect: &Effect) -> Value {
    let chain = effects.chain(effect);
    let things = || chain.iter().filter_map(|place| asked.read.things().get(*place));
    let links: Vec<Value> = things()
        .map(|thing| json!({ "thing": thing.name, "confidence": thing.confidence.name(), "source": thing.source }))
        .collect();
    let lowest = things().map(|thing| thing.confidence).min().map(|lowest| lowest.name());
    let unsaid = effects.unsaid(effect).into_iter().map(|one| match one {
        Unsaid::Lasts(place) => json!({ "thing": names::thing(asked.read, place), "not-public": "lasts" }),
        Unsaid::ReplacedIn(place) => {
            json!({ "thing": names::thing(asked.read, place), "not-public": "replaced-in" })
        }
        Unsaid::Declared(place) => json!({ "thing": names::thing(asked.read, place), "not-public": "all" }),
        Unsaid::State(place) => json!({ "thing": names::thing(asked.read, place), "not-public": "state" }),
    });
    json!({
        "capability": names::thing(asked.read, effect.place),
        "fails-at-least": spans(&effect.at_least),
        "fails-at-most": spans(&effect.at_most),
        "known": effect.is_known(),
        "chain": links,
        "lowest-confidence": lowest,
        "not-known": unsaid.collect::<Vec<_>>(),
    })
}

fn spans(outage: &Outage) -> Vec<Value> {
    outage.spans().map(|(from, until)| json!({ "from-day": from, "until-day": until })).collect()
}

fn relied(asked: &Asked<'_>, one: &Relied) -> Value {
    let named =
        |places: &[usize]| places.iter().map(|place| names::thing(asked.read, *place)).collect::<Vec<_>>();
    let days = match one.burden.days {
        Days::Known(days) => json!(days),
        other => json!(other.to_string()),
    };
    json!({
        "holder": names::holder(asked.read, one.holder),
        "members": names::members(one),
        "capabilities": named(&one.capabilities),
        "things": named(&one.burden.things),
        "days-to-replace": days,
        "known-cost": one.burden.costs.values().map(|cost| cost.with_code().to_string()).collect::<Vec<_>>(),
        "too-large-to-sum": one.burden.too_large.iter().map(|currency| currency.code()).collect::<Vec<_>>(),
        "things-without-cost": one.burden.without_cost,
    })
}
