//! Samples of capabilities.

use quorate_partnership::capabilities::{
    Command, Confidence, Days, Declare, Event, Kind, Named, Thing, Withdraw,
};
use quorate_partnership::{Audience, Wording};

use crate::commands::{phrase, usd};
use crate::events::{Sample, member};

fn named(names: &[&str]) -> Vec<Named> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

/// A thing of each kind, and with each number of what can be left out.
fn things() -> [Thing; 5] {
    let held = Thing {
        name: "airframes".parse().unwrap(),
        what: Wording::new(Some(phrase("aircraft")), Some(phrase("avions"))).unwrap(),
        kind: Kind::Component,
        needs: Vec::new(),
        one_of: Vec::new(),
        lasts: Days::NotPublic,
        replaced_in: Days::NotPublic,
        confidence: Confidence::Low,
        source: phrase("the budget"),
        audience: Audience::Members,
        in_hands_of: Some(member("XZZ")),
        supplier: None,
        cost: None,
    };
    let capability = Thing {
        name: "lift".parse().unwrap(),
        kind: Kind::Capability,
        needs: named(&["XAA/airframes", "XBB/tankers"]),
        one_of: vec![named(&["XAA/base", "XBB/base"]), named(&["XAA/crews", "XBB/crews", "XCC/crews"])],
        lasts: Days::Known(0),
        replaced_in: Days::Endless,
        audience: Audience::Public,
        in_hands_of: None,
        ..held.clone()
    };
    let supplied = Thing {
        kind: Kind::Service,
        lasts: Days::Known(90),
        confidence: Confidence::Moderate,
        in_hands_of: None,
        supplier: Some("maker".parse().unwrap()),
        ..held.clone()
    };
    let priced = Thing {
        kind: Kind::Data,
        lasts: Days::Endless,
        replaced_in: Days::Known(1500),
        confidence: Confidence::High,
        in_hands_of: None,
        cost: Some(usd("40.00")),
        ..held.clone()
    };
    let whole = Thing {
        kind: Kind::Base,
        in_hands_of: held.in_hands_of,
        supplier: supplied.supplier.clone(),
        ..priced.clone()
    };
    [capability, held, supplied, priced, whole]
}

const DECLARED: [&str; 5] = [
    "capability declare, a capability",
    "capability declare, a component in the hands of a State",
    "capability declare, a service of a supplier",
    "capability declare, data at a cost",
    "capability declare, a base with all of it",
];

/// Commands about capabilities.
pub(crate) fn commands() -> Vec<crate::commands::Sample> {
    let by = "XAA/representative";
    let declared = DECLARED.into_iter().zip(things());
    let mut commands: Vec<_> =
        declared.map(|(name, thing)| (name, by, Command::Declare(Declare { thing }).into())).collect();
    let withdrawn = Withdraw { name: "airframes".parse().unwrap() };
    commands.push(("capability withdraw", by, Command::Withdraw(withdrawn).into()));
    commands
}

const HAPPENED: [&str; 5] =
    ["capability declared", "component declared", "service declared", "data declared", "base declared"];

/// What is declared of capabilities.
pub(crate) fn events() -> Vec<Sample> {
    let by = member("XAA");
    let declared = HAPPENED.into_iter().zip(things()).zip(1..);
    let mut events: Vec<Sample> = declared
        .map(|((name, thing), version)| {
            (name, Event::Declared { by, version, thing: Box::new(thing) }.into())
        })
        .collect();
    events.push(("capability withdrawn", Event::Withdrawn { by, name: "airframes".parse().unwrap() }.into()));
    events
}
