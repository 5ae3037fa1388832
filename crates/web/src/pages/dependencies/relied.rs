//! On whom members rely, together or alone, and what it takes to have things otherwise.

use maud::{Markup, html};
use quorate_foresight::dependence::{Burden, Holder, Relied};
use quorate_records::words;

use super::effects::{days, more};
use super::{Found, ROWS};
use crate::visit::Page;

pub(super) fn relied(page: &Page<'_>, found: &Found<'_>) -> Markup {
    let all = found.read.relied_on_by(found.asked.member);
    // With whom a supplier is shared is told of one member, too.
    let shared = found.read.shared_suppliers(found.asked.member);
    html! {
        h3 { (page.t("depend-relied")) }
        div.wide tabindex="0" role="region" aria-label=(page.t("depend-relied")) {
            table {
                thead { tr {
                    @for (key, number) in HEAD { th scope="col" .number[number] { (page.t(key)) } }
                } }
                tbody { @for one in all.iter().take(ROWS) { tr {
                    th scope="row" { (holder(found, one.holder)) }
                    td { (members(one)) }
                    td.number { (one.capabilities.len()) }
                    td.number { (one.burden.things.len()) }
                    td.when { (days(page, one.burden.days)) }
                    td { (cost(page, &one.burden)) }
                } } }
            }
        }
        (more(page, all.len(), ROWS))
        @if !shared.is_empty() {
            h3 { (page.t("depend-shared")) }
            ul { @for one in shared.iter().take(ROWS) {
                li { (page.with("depend-supplies", &[("name", &holder(found, one.holder)), ("members", &members(one))])) }
            } }
        }
    }
}

const HEAD: [(&str, bool); 6] = [
    ("depend-on-whom", false),
    ("depend-members", false),
    ("depend-capabilities", true),
    ("depend-things", true),
    ("depend-otherwise", false),
    ("depend-cost-known", false),
];

fn holder(found: &Found<'_>, holder: Holder) -> String {
    match holder {
        Holder::State(state) => state.to_string(),
        Holder::Supplier(place) => found.supplier(place).to_owned(),
    }
}

fn members(one: &Relied) -> String {
    one.members.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// What is known of the cost, and of how many things nothing is.
fn cost(page: &Page<'_>, burden: &Burden) -> Markup {
    let known: Vec<String> =
        burden.costs.values().map(|cost| words::grouped(*cost) + " " + cost.currency().code()).collect();
    let large = burden
        .too_large
        .iter()
        .map(|currency| page.with("depend-too-large", &[("currency", currency.code())]));
    let known: Vec<String> = known.into_iter().chain(large).collect();
    html! {
        @if known.is_empty() { (page.t("depend-unknown-figure")) } @else {
            @for (at, one) in known.iter().enumerate() { @if at > 0 { ", " } span.amount { (one) } }
            @if burden.without_cost > 0 {
                ", " (page.with("depend-cost-more", &[("count", &burden.without_cost.to_string())]))
            }
        }
    }
}
