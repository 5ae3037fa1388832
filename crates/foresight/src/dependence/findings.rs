//! Independence of a State, capability by capability, for `quorate check --independent-of`.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use quorate_charter::MemberCode;

use super::effect::{Effects, Unsaid};
use super::graph::{Dependencies, Thing, Withheld};
use super::outage::Outage;
use crate::finding::{Finding, Outcome, Place, Promise, fails, proven};

const HOW: &str =
    "by withholding all that is in its hands from day 0 on; assumes that all that is relied on is named";

/// One finding for each capability of another: that it goes on without this State, or when it fails.
pub(crate) fn findings(read: &Dependencies, of: MemberCode) -> Vec<Finding> {
    let withheld = Withheld { states: [of].into(), ..Withheld::default() };
    let effects = read.without(&withheld);
    let capabilities =
        read.things.iter().enumerate().filter(|(_, thing)| thing.member.is_some_and(|member| member != of));
    let finding = |(place, thing): (usize, &Thing)| {
        let outcome = outcome(read, place, thing, &effects, of);
        Finding::new(Promise::Independence, Place::named(&format!("capability {}", thing.name)), outcome, HOW)
    };
    capabilities.map(finding).collect()
}

fn outcome(
    read: &Dependencies,
    place: usize,
    thing: &Thing,
    effects: &Effects<'_>,
    of: MemberCode,
) -> Outcome {
    let name = |place: &usize| read.things.get(*place).map(|thing| thing.name.as_str()).unwrap_or_default();
    match effects.get(place) {
        None => proven(format!("{} goes on without {of}", thing.what), Vec::from([thing.source.clone()])),
        Some(effect) if effect.at_least.is_none() => {
            let unsaid: Vec<String> =
                effects.unsaid(effect).into_iter().map(|one| said(read, one, &name)).collect();
            Outcome::Undecided(format!(
                "{} may fail without {of}: it is not public {}",
                thing.what,
                unsaid.join(", ")
            ))
        }
        Some(effect) => {
            let chain = effects.chain(effect);
            let chain: Vec<&str> = chain.iter().map(name).collect();
            let says = format!("{} fails without {of}, {}", thing.what, spans(&effect.at_least));
            fails(says, Vec::from([of]), Vec::from([chain.join(" -> ")]))
        }
    }
}

fn spans(outage: &Outage) -> String {
    let span = |(from, until): (u32, Option<u32>)| match until {
        Some(until) => format!("from day {from} to day {until}"),
        None => format!("from day {from} on"),
    };
    outage.spans().map(span).collect::<Vec<_>>().join(", and ")
}

fn said<'n>(read: &Dependencies, unsaid: Unsaid, name: &impl Fn(&usize) -> &'n str) -> String {
    match unsaid {
        Unsaid::Lasts(place) => format!("how long {} lasts", name(&place)),
        Unsaid::ReplacedIn(place) => format!("when {} can be had otherwise", name(&place)),
        Unsaid::Declared(place) => format!("on what {} relies", name(&place)),
        Unsaid::State(place) => {
            let supplier = read.supplier_of(place).map(|one| one.name.as_str()).unwrap_or_default();
            format!("which State can make {supplier} withhold {}", name(&place))
        }
    }
}
