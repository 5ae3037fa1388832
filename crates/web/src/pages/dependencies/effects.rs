//! What a withholding does, and when: for the best and for the worst that what is not public can be.

use maud::{Markup, html};
use quorate_foresight::dependence::{Days, Effect, Effects, Outage, Thing, Unsaid};
use quorate_records::words;

use super::{Found, ROWS, TOLD, own};
use crate::parts::colon;
use crate::visit::Page;

/// With no more than these, the way to each is open.
const FEW: usize = 4;

pub(super) fn effects(page: &Page<'_>, found: &Found<'_>) -> Markup {
    let names = |name: &&String| !found.unknown.contains(&name.as_str());
    let who: Vec<&str> = found.asked.withhold.iter().filter(names).map(String::as_str).collect();
    if who.is_empty() {
        return html! { p { (page.t("depend-nobody")) } };
    }
    let effects = found.read.without(&found.withheld);
    let mut told: Vec<&Effect> = effects.all().iter().filter(|effect| found.is_told(effect.place)).collect();
    told.sort_by_key(|effect| found.order(effect.place));
    let untouched: Vec<&str> = found
        .read
        .capabilities()
        .filter(|place| found.is_told(*place) && effects.get(*place).is_none())
        .map(|place| found.name(place))
        .take(ROWS)
        .collect();
    html! {
        h3 { (page.with("depend-withheld", &[("who", &who.join(", "))])) }
        @for effect in told.iter().take(ROWS) { (one(page, found, (&effects, effect), told.len() <= FEW)) }
        (more(page, told.len(), ROWS))
        @if !untouched.is_empty() {
            p.finding.proven { (page.t("depend-untouched")) " " (untouched.join(", ")) }
        }
    }
}

/// How many there are beyond those that are told.
pub(super) fn more(page: &Page<'_>, all: usize, told: usize) -> Markup {
    html! {
        @if let more @ 1.. = all.saturating_sub(told) {
            p.soft { (page.with("depend-more", &[("count", &more.to_string())])) }
        }
    }
}

fn one(
    page: &Page<'_>,
    found: &Found<'_>,
    (effects, effect): (&Effects<'_>, &Effect),
    is_open: bool,
) -> Markup {
    let Some(thing) = found.read.things().get(effect.place) else { return html! {} };
    let chain = effects.chain(effect);
    let chain: Vec<&Thing> = chain.into_iter().filter_map(|place| found.read.things().get(place)).collect();
    let lowest = chain.iter().min_by_key(|thing| thing.confidence);
    let unsaid = effects.unsaid(effect);
    let fails = !effect.at_least.is_none();
    html! {
        div.finding .fails[fails] {
            p {
                @if let Some(member) = thing.member { (member) " " }
                strong { (thing.name) } (colon(page)) (when(page, effect)) "."
                br; span.soft lang=[own(found.asked)] { (thing.what) }
            }
            @if chain.len() < 2 {
                @let is_withheld = effects.withholds(effect.place);
                p { (page.t(if is_withheld { "depend-by-itself" } else { "depend-by-itself-unknown" })) }
            }
            (links(page, found, &chain, is_open))
            @if let Some(lowest) = lowest {
                p.soft { (page.with("depend-lowest", &[("confidence", &confidence(page, lowest)), ("name", &lowest.name)])) }
            }
            @if !unsaid.is_empty() {
                p.soft { (page.t("depend-not-public")) " "
                    (unsaid.iter().take(TOLD).map(|one| said(page, found, *one)).collect::<Vec<_>>().join("; "))
                }
                (more(page, unsaid.len(), TOLD))
            }
        }
    }
}

/// The way by which the withholding comes to a capability: how long each thing goes on, and what it takes to have it otherwise.
fn links(page: &Page<'_>, found: &Found<'_>, chain: &[&Thing], is_open: bool) -> Markup {
    html! {
        details open[is_open] {
            summary { (page.with("depend-by-what", &[("way", &way(chain))])) }
            div.wide tabindex="0" role="region" aria-label=(way(chain)) {
                table {
                    thead { tr {
                        @for key in ["depend-thing", "depend-lasts", "depend-otherwise", "depend-cost", "depend-confidence", "depend-source"] {
                            th scope="col" { (page.t(key)) }
                        }
                    } }
                    tbody { @for thing in chain { tr {
                        th scope="row" { (thing.name) }
                        td.when { (lasts(page, thing.lasts)) }
                        td.when { (days(page, thing.replaced_in)) }
                        td.amount { @match thing.cost {
                            Some(cost) => { (words::grouped(cost)) " " (cost.currency().code()) }
                            None => { (page.t("depend-unknown-figure")) }
                        } }
                        td { (confidence(page, thing)) }
                        td.long lang=[own(found.asked)] { (thing.source) }
                    } } }
                }
            }
        }
    }
}

fn way(chain: &[&Thing]) -> String {
    let names: Vec<&str> = chain.iter().map(|thing| thing.name.as_str()).collect();
    names.join(" → ")
}

fn confidence(page: &Page<'_>, thing: &Thing) -> String {
    use quorate_foresight::dependence::Confidence;
    page.t(match thing.confidence {
        Confidence::Low => "depend-low",
        Confidence::Moderate => "depend-moderate",
        Confidence::High => "depend-high",
    })
}

/// When it fails, in words.
fn when(page: &Page<'_>, effect: &Effect) -> String {
    let most = spans(page, &effect.at_most);
    match (effect.is_known(), effect.at_least.is_none()) {
        (true, _) => page.with("depend-fails", &[("when", &most)]),
        (false, true) => page.with("depend-may-fail", &[("when", &most)]),
        (false, false) => {
            page.with("depend-fails-between", &[("least", &spans(page, &effect.at_least)), ("most", &most)])
        }
    }
}

fn spans(page: &Page<'_>, outage: &Outage) -> String {
    let span = |(from, until): (u32, Option<u32>)| match until {
        Some(until) => {
            let without = until.saturating_sub(from).to_string();
            let gaps = [("from", from.to_string()), ("until", until.to_string()), ("days", without)];
            page.with("depend-span", &gaps.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
        None => page.with("depend-span-open", &[("from", &from.to_string())]),
    };
    outage.spans().take(TOLD).map(span).collect::<Vec<_>>().join(&page.t("depend-and"))
}

/// When something can be had otherwise.
pub(super) fn days(page: &Page<'_>, days: Days) -> String {
    match days {
        Days::Known(days) => page.with("depend-days", &[("count", &days.to_string())]),
        Days::Endless => page.t("depend-never"),
        Days::NotPublic => page.t("depend-unknown-figure"),
    }
}

/// How long something goes on.
fn lasts(page: &Page<'_>, lasts: Days) -> String {
    if lasts == Days::Endless { page.t("depend-without-end") } else { days(page, lasts) }
}

/// What would have to be known.
fn said(page: &Page<'_>, found: &Found<'_>, unsaid: Unsaid) -> String {
    match unsaid {
        Unsaid::Lasts(place) => page.with("depend-unsaid-lasts", &[("name", found.name(place))]),
        Unsaid::ReplacedIn(place) => page.with("depend-unsaid-otherwise", &[("name", found.name(place))]),
        Unsaid::Declared(place) => page.with("depend-unsaid-declared", &[("name", found.name(place))]),
        Unsaid::State(place) => {
            let supplier = found.read.supplier_of(place).map(|one| one.name.as_str()).unwrap_or_default();
            page.with("depend-unsaid-state", &[("supplier", supplier), ("name", found.name(place))])
        }
    }
}
