//! All of it for programs. Amounts are decimal strings in the fund's currency; days count from day 0.

use quorate_charter::MemberCode;
use quorate_foresight::stress::{Failure, Least, Left, Outcome, Point, Row, Withheld, World};
use serde_json::{Value, json};

use super::names::promise;
use super::{ASSUMED, Found};
use crate::present::EXERCISE;

pub(super) fn json(found: &Found) -> String {
    let world = &found.world;
    let plan = world.plan();
    let abroad = world.abroad();
    let held = abroad.iter().map(|(held, cost)| {
        json!({ "amount": held.to_string(), "currency": held.currency().code(), "had-cost": cost.to_string() })
    });
    let promises = plan.promises().iter().map(|promise| {
        json!({ "name": promise.name, "to": promise.to.as_str(), "why": promise.why, "source": promise.source })
    });
    let each = found
        .defaults
        .iter()
        .map(|(set, told)| json!({ "members": codes(set.iter()), "outcome": outcome(world, told) }));
    let alone = found.late_alone.iter().map(
        |(member, of)| json!({ "member": member.as_str(), "least": least(found, of, |days| json!(days)) }),
    );
    let whole = json!({
        "exercise": EXERCISE,
        "assumed": ASSUMED,
        "title": plan.title(),
        "sources": plan.sources(),
        "promises": promises.collect::<Vec<Value>>(),
        "on-record": world.is_on_record(),
        "currency": world.currency().code(),
        "approved-before": money(world, world.approved()),
        "held-in-other-currencies": held.collect::<Vec<Value>>(),
        "ladder": found.ladder.rows.iter().map(|one| row(world, one)).collect::<Vec<Value>>(),
        "defaults": each.collect::<Vec<Value>>(),
        "late": { "all": least(found, &found.late, |days| json!(days)), "alone": alone.collect::<Vec<Value>>() },
        "fall": found.fall.as_ref().map(|of| least(found, of, |per_mille| json!(per_mille))),
        "at-once": found.at_once.iter().map(|told| outcome(world, told)).collect::<Vec<Value>>(),
        "least-defaults": least(found, &found.sets, |set| json!(codes(set.iter()))),
        "grid": {
            "points": found.grid.points,
            "runs": found.grid.runs,
            "complete": found.grid.complete,
            "least": found.grid.least.iter().map(|one| point(found, one)).collect::<Vec<Value>>(),
        },
        "withheld": found.withheld.as_ref().map(|told| withheld(world, told)),
    });
    format!("{whole:#}\n")
}

fn money(world: &World, minor: i128) -> Option<String> {
    world.money(minor).map(|money| money.to_string())
}

fn codes<'m>(members: impl Iterator<Item = &'m MemberCode>) -> Vec<&'m str> {
    members.map(MemberCode::as_str).collect()
}

fn row(world: &World, row: &Row) -> Value {
    let left = |left: &Left| {
        json!({
            "without": codes(left.without.iter()),
            "there": money(world, left.there),
            "callable": money(world, left.callable),
        })
    };
    json!({
        "days": row.rung.days,
        "to-be-paid": money(world, row.rung.due),
        "paid-in": money(world, row.rung.paid_in),
        "callable": money(world, row.rung.callable),
        "could-be-promised": money(world, row.rung.available),
        "could-be-paid": money(world, row.rung.cash),
        "nothing-called": row.nothing_called.iter().map(left).collect::<Vec<Value>>(),
        "all-called": row.all_called.iter().map(left).collect::<Vec<Value>>(),
    })
}

fn outcome(world: &World, outcome: &Outcome) -> Value {
    let served = outcome.served.iter().map(|served| {
        let tranches = served.tranches.iter().map(|tranche| {
            json!({
                "amount": money(world, tranche.amount),
                "by-day": tranche.by,
                "paid-on-day": tranche.paid,
                "in-time": tranche.is_in_time(),
            })
        });
        json!({
            "name": served.name,
            "to": served.to.as_str(),
            "asked-on-day": served.asks,
            "approved-on-day": served.approved,
            "refused-last-by": served.refused.map(|rule| rule.to_string()),
            "tranches": tranches.collect::<Vec<Value>>(),
        })
    });
    let by_member = |(member, minor): (&MemberCode, &i128)| json!({ "member": member.as_str(), "amount": money(world, *minor) });
    let in_default =
        outcome.in_default.iter().map(|(member, day)| json!({ "member": member.as_str(), "on-day": day }));
    let refused =
        outcome.refused.iter().map(|(rule, count)| json!({ "rule": rule.to_string(), "times": count }));
    json!({
        "served": served.collect::<Vec<Value>>(),
        "called": outcome.called.iter().map(by_member).collect::<Vec<Value>>(),
        "left-to-call": outcome.left.iter().map(by_member).collect::<Vec<Value>>(),
        "beyond-what-was-signed": money(world, outcome.beyond),
        "in-default": in_default.collect::<Vec<Value>>(),
        "lost-by-exchange": money(world, outcome.lost),
        "refused": refused.collect::<Vec<Value>>(),
        "commands": outcome.commands,
        "balanced": outcome.balanced,
    })
}

fn least<T>(found: &Found, least: &Least<T>, told: impl Fn(&T) -> Value) -> Value {
    let name = |place| found.calm().map(|calm| promise(calm, place)).unwrap_or_default();
    let of = least.of.iter().enumerate().map(|(place, of)| {
        json!({ "promise": name(place), "fails-by": of.iter().map(&told).collect::<Vec<Value>>() })
    });
    json!({ "of": of.collect::<Vec<Value>>(), "runs": least.runs, "complete": least.complete })
}

fn point(found: &Found, point: &Point) -> Value {
    let name = |place: &usize| found.calm().map(|calm| promise(calm, *place)).unwrap_or_default();
    json!({
        "days-late": point.late,
        "fall-per-mille": point.fall,
        "default": codes(point.members.iter()),
        "failing": point.failing.iter().map(name).collect::<Vec<String>>(),
    })
}

fn withheld(world: &World, told: &Withheld) -> Value {
    let fails = |fails: &Option<Failure>| {
        fails.as_ref().map(|fails| {
            let tranche = fails.served.as_ref().and_then(|served| served.tranches.first());
            json!({
                "on-day": fails.day,
                "asked": fails.served.is_some(),
                "by-day": tranche.map(|tranche| tranche.by),
                "paid-on-day": tranche.and_then(|tranche| tranche.paid),
            })
        })
    };
    let needs = told.needs.iter().map(|need| {
        json!({
            "capability": need.capability,
            "member": need.member.as_str(),
            "fails-at-best": fails(&need.at_best),
            "fails-at-worst": fails(&need.at_worst),
        })
    });
    let others =
        told.of_others.iter().map(|(capability, of)| json!({ "capability": capability, "of": of.as_str() }));
    json!({
        "needs": needs.collect::<Vec<Value>>(),
        "of-no-member": others.collect::<Vec<Value>>(),
        "at-best": outcome(world, &told.at_best),
        "at-worst": outcome(world, &told.at_worst),
    })
}
