//! What is assumed: every number, of whom, and where it is from.

use std::collections::BTreeMap;

use maud::{Markup, html};
use quorate_foresight::trajectory::{Event, Scenario};

use super::tell::Tell;

/// A number of a scenario, as it stands in its file.
#[derive(Clone, Debug)]
pub(super) struct Assumed {
    /// Its name in the file.
    pub(super) name: String,
    /// The number, or the amount.
    pub(super) value: String,
    /// Of whom it is.
    pub(super) whom: Whom,
    /// Where it is from, as the file says it; nothing, where it says nothing.
    pub(super) source: String,
    /// Whether it holds since the file leaves it out.
    pub(super) is_left_out: bool,
}

/// Of whom a number is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    /// Of every run.
    Run,
    /// Of every member of which nothing else is said.
    Every,
    /// Of one member.
    Member(String),
    /// Of one member towards another.
    Towards(String, String),
    /// Of the outside power.
    Outside,
    /// Of all alike.
    Model,
    /// Of a part of the file, by its name there.
    Part(String),
}

/// What a number is, by its name in the file.
const KNOWN: [(&str, &str); 27] = [
    ("quarters", "assumed-quarters"),
    ("affinity", "assumed-affinity"),
    ("cost", "assumed-cost"),
    ("threat", "assumed-threat"),
    ("need", "assumed-need"),
    ("reliance", "assumed-reliance"),
    ("delay", "assumed-delay"),
    ("hazard", "assumed-hazard"),
    ("leaves-below", "assumed-leaves-below"),
    ("paid-in", "assumed-paid-in"),
    ("callable", "assumed-callable"),
    ("capability", "assumed-capability"),
    ("pressure", "assumed-pressure"),
    ("withholding", "assumed-withholding"),
    ("moderation", "assumed-moderation"),
    ("noise", "assumed-noise"),
    ("margin", "assumed-margin"),
    ("learns", "assumed-learns"),
    ("need-by-threat", "assumed-need-by-threat"),
    ("hazard-by-strain", "assumed-hazard-by-strain"),
    ("leaves-after", "assumed-leaves-after"),
    ("answer-days", "assumed-answer-days"),
    ("bank-days", "assumed-bank-days"),
    ("request", "assumed-request"),
    ("keep", "assumed-keep"),
    ("call", "assumed-call"),
    ("towards", "assumed-affinity"),
];

fn meaning(name: &str, tell: &Tell<'_>) -> String {
    KNOWN.iter().find(|(known, _)| *known == name).map(|(_, key)| tell.t(key)).unwrap_or_default()
}

fn whom(whom: &Whom, tell: &Tell<'_>) -> String {
    match whom {
        Whom::Run => tell.t("assumed-of-run"),
        Whom::Every => tell.t("assumed-of-every"),
        Whom::Member(member) => member.clone(),
        Whom::Towards(member, other) => tell.with("assumed-towards", &[("member", member), ("other", other)]),
        Whom::Outside => tell.t("assumed-of-outside"),
        Whom::Model => tell.t("assumed-of-model"),
        Whom::Part(name) => name.clone(),
    }
}

/// When something happens.
pub(super) fn when(event: &Event, last: u32, tell: &Tell<'_>) -> String {
    let (from, until) = (event.from.to_string(), event.until.to_string());
    match (event.from, event.until) {
        (one, other) if one == other => tell.with("assumed-in", &[("from", &from)]),
        (_, until) if until >= last => tell.with("assumed-from", &[("from", &from)]),
        _ => tell.with("assumed-between", &[("from", &from), ("until", &until)]),
    }
}

/// As it stands at the beginning of a line.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What is assumed to happen, each thing once, where it is of several members.
pub(super) fn happens(scenario: &Scenario, tell: &Tell<'_>) -> Markup {
    let mut told: Vec<(String, &str, &str)> = Vec::new();
    let mut events: Vec<&Event> = scenario.events().iter().collect();
    events.sort_by_key(|event| event.from);
    for event in events {
        let one = (when(event, scenario.quarters(), tell), event.why.as_str(), event.source.as_str());
        if !told.contains(&one) {
            told.push(one);
        }
    }
    html! {
        @if told.is_empty() { p { (tell.t("report-nothing-happens")) } }
        @else { ul { @for (when, why, source) in &told {
            li { (capital(when)) (tell.colon()) (why) " " span.side { "(" (source) ")" } }
        } } }
    }
}

/// Every number.
pub(super) fn table(assumed: &[Assumed], scenario: &Scenario, tell: &Tell<'_>) -> Markup {
    let label = tell.t("report-assumed");
    html! {
        div.wide tabindex="0" role="region" aria-label=(label) {
            table.assumed {
                thead { tr {
                    th scope="col" { (tell.t("assumed-name")) }
                    th.number scope="col" { (tell.t("assumed-value")) }
                    th scope="col" { (tell.t("assumed-whom")) }
                    th scope="col" { (tell.t("assumed-source")) }
                } }
                tbody {
                    @for one in assumed { tr {
                        th scope="row" { code { (one.name) } " " span.side { (meaning(&one.name, tell)) } }
                        td.number { (one.value) }
                        td { (whom(&one.whom, tell)) }
                        td { @if one.is_left_out { (tell.t("assumed-left-out")) } @else { (one.source) } }
                    } }
                    @for (event, members) in of_events(scenario, tell) { tr {
                        th scope="row" { code { (event.what.name()) } " " span.side { (tell.t("assumed-change")) } }
                        td.number { (if event.by < 0 { "\u{2212}" } else { "+" }) (event.by.unsigned_abs()) }
                        td { (members.join("; ")) ", " (when(event, scenario.quarters(), tell)) (tell.colon()) (event.why) }
                        td { (event.source) }
                    } }
                }
            }
        }
    }
}

/// Events that say the same of several members are one line, with all of whom they are.
fn of_events<'s>(scenario: &'s Scenario, tell: &Tell<'_>) -> Vec<(&'s Event, Vec<String>)> {
    let mut order: Vec<(&Event, Vec<String>)> = Vec::new();
    let mut places = BTreeMap::new();
    for event in scenario.events() {
        let members = match (event.member, event.towards) {
            (Some(member), Some(other)) => whom(&Whom::Towards(member.to_string(), other.to_string()), tell),
            (Some(member), None) => member.to_string(),
            (None, Some(other)) => whom(&Whom::Towards(tell.t("assumed-of-all"), other.to_string()), tell),
            (None, None) if event.what.is_outside() => tell.t("assumed-of-outside"),
            (None, None) => tell.t("assumed-of-all"),
        };
        let same = (event.what, event.by, event.from, event.until, &event.why, &event.source);
        let at = *places.entry(same).or_insert(order.len());
        match order.get_mut(at) {
            Some((_, all)) => all.push(members),
            None => order.push((event, vec![members])),
        }
    }
    order
}
