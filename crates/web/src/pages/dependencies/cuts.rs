//! Who makes a capability fail: alone, or with one or two others.

use maud::{Markup, html};
use quorate_foresight::dependence::{By, Cuts, Event, Search};

use super::effects::more;
use super::{Found, ROWS, TOLD};
use crate::visit::Page;

/// How far sets are searched in a file that anybody may send: the terminal holds a hundred thousand of each thing.
const SEARCH: Search = Search { sets: 2_000, looked_at: 1_000_000 };

pub(super) fn cuts(page: &Page<'_>, found: &Found<'_>) -> Markup {
    let title = match found.asked.by {
        By::State => "depend-cuts-states",
        By::Supplier => "depend-cuts-suppliers",
        By::Thing => "depend-cuts-things",
    };
    let cuts = found.read.cuts_within(found.asked.by, SEARCH);
    let mut all: Vec<usize> = found.read.capabilities().filter(|place| found.is_told(*place)).collect();
    all.sort_by_key(|place| found.order(*place));
    let told = all.iter().take(ROWS).filter_map(|place| Some((place, cuts.get(*place)?)));
    html! {
        h3 { (page.t(title)) }
        p.soft { (page.t("depend-cuts-says")) }
        div.wide tabindex="0" role="region" aria-label=(page.t(title)) {
            table {
                thead { tr {
                    th scope="col" { (page.t("depend-capability")) }
                    th scope="col" { (page.t("depend-how-many")) }
                    th scope="col" { (page.t("depend-without-all-of")) }
                } }
                tbody { @for (place, cuts) in told { tr {
                    th scope="row" {
                        @if let (Some(member), _) = found.order(*place) { (member) " " }
                        (found.name(*place))
                    }
                    td { (answer(page, &cuts)) }
                    td {
                        @if !cuts.sets.is_empty() { ul.plain {
                            @for set in cuts.sets.iter().take(TOLD) { li { (set_of(page, found, set)) } }
                        } }
                        (more(page, cuts.sets.len(), TOLD))
                    }
                } } }
            }
        }
        (more(page, all.len(), ROWS))
    }
}

fn set_of(page: &Page<'_>, found: &Found<'_>, set: &[Event]) -> String {
    let name = |event: &Event| match event {
        Event::State(state) => state.to_string(),
        Event::Supplier(place) => found.supplier(*place).to_owned(),
        Event::Thing(place) => found.name(*place).to_owned(),
    };
    set.iter().map(name).collect::<Vec<_>>().join(&page.t("depend-with"))
}

/// How many there are, the single points of failure first, and how far they were searched.
fn answer(page: &Page<'_>, cuts: &Cuts) -> Markup {
    let of = |size: usize| cuts.sets.iter().filter(|set| set.len() == size).count();
    let sizes = [(of(1), "depend-single"), (of(2), "depend-pairs"), (of(3), "depend-threes")];
    html! {
        ul.plain {
            @if cuts.sets.is_empty() && cuts.up_to > 0 { li { (page.t("depend-none")) } }
            @for (many, key) in sizes {
                @if many > 0 { li { (page.with(key, &[("count", &many.to_string())])) } }
            }
            @if cuts.is_open { li { strong { (page.t("depend-open")) } } }
            @match cuts.up_to {
                3 => {}
                0 => { li { strong { (page.t("depend-too-many")) } } }
                size => { li { strong { (page.with("depend-only-to", &[("size", &size.to_string())])) } } }
            }
        }
    }
}
