//! Whether all approved help can be paid, by day, and on whom that hangs.

use std::collections::BTreeSet;

use axum::response::Response;
use maud::{Markup, html};
use quorate_records::{HORIZONS, Ladder, Liquidity, Register, Rung, Smallest, When, words};

use super::contributions::csv;
use super::{codes, grouped, page};
use crate::parts::{self, Head, Part, Pattern, bar, sheet};
use crate::visit::{Page, Visit};

pub(crate) async fn show(visit: Visit) -> Response {
    page(&visit, "fund-liquidity", |page| {
        let standing = page.records().liquidity();
        let ladder = standing.ladder(&HORIZONS, &BTreeSet::new());
        html! {
            p.lead { (page.t("liquidity-lead")) }
            (says(page, &ladder))
            (rungs(page, &ladder))
            (capacities(page, &standing))
            (owed(page, &standing))
            (beside(page, &standing))
        }
    })
}

/// Each horizon in a sentence.
fn says(page: &Page<'_>, ladder: &Ladder) -> Markup {
    html! {
        @for rung in &ladder.rungs {
            p.answer .proven[rung.is_payable()] .fails[!rung.is_payable()] {
                (day(page, rung)) (parts::colon(page)) (hangs(page, rung))
            }
        }
    }
}

fn day(page: &Page<'_>, rung: &Rung) -> String {
    if rung.days == 0 {
        page.t("liquidity-today")
    } else {
        page.with("liquidity-in", &[("days", &rung.days.to_string())])
    }
}

fn hangs(page: &Page<'_>, rung: &Rung) -> String {
    match rung.smallest() {
        Smallest::Nobody => page.t("liquidity-not-payable"),
        Smallest::None => page.t("liquidity-there"),
        Smallest::Members(members) => page.with("liquidity-hangs", &[("members", &codes(page, &members))]),
        Smallest::More(count) => page.with("liquidity-more", &[("count", &count.to_string())]),
    }
}

fn rungs(page: &Page<'_>, ladder: &Ladder) -> Markup {
    let keys = [
        "liquidity-cash",
        "liquidity-owed",
        "liquidity-approved",
        "liquidity-left",
        "liquidity-one",
        "liquidity-two",
        "liquidity-alone",
    ];
    let heads: Vec<Head> = [(page.t("liquidity-when"), false), (page.t("liquidity-bar"), false)]
        .into_iter()
        .chain(keys.map(|key| (page.t(key), true)))
        .collect();
    let whole = |rung: &Rung| rung.there().saturating_add(rung.owed()).max(rung.approved);
    let most = ladder.rungs.iter().map(whole).max().unwrap_or_default();
    let row = |rung: &Rung| {
        let (one, two) = (rung.without(1), rung.without(2));
        let left = |worst: &quorate_records::Worst| {
            html! { (grouped(page, worst.left)) br; small.soft { (codes(page, &worst.members)) } }
        };
        let parts = [
            Part { pattern: Pattern::Solid, minor: rung.there().max(0) },
            Part { pattern: Pattern::Hatched, minor: rung.owed() },
        ];
        vec![
            html! { (day(page, rung)) br; small.soft { (words::day(rung.until)) } },
            bar(most, &parts),
            grouped(page, rung.there()),
            grouped(page, rung.owed()),
            grouped(page, rung.approved),
            html! { strong { (grouped(page, rung.left())) } },
            left(&one),
            left(&two),
            grouped(page, rung.on_cash_alone()),
        ]
    };
    let rows: Vec<Vec<Markup>> = ladder.rungs.iter().map(row).collect();
    html! {
        section #ladder {
            (parts::heading(page, &page.t("liquidity-ladder"), Register::Liquidity))
            p.soft { (page.t("liquidity-ladder-says")) }
            ul.legend {
                li { span.key.solid {} (page.t("liquidity-cash")) }
                li { span.key.hatched {} (page.t("liquidity-owed")) }
            }
            (sheet(page, &page.t("liquidity-ladder"), &heads, &rows))
            (csv(page, Register::Liquidity))
        }
    }
}

/// What could be newly approved if nobody, the worst one, or the worst two defaulted.
fn capacities(page: &Page<'_>, standing: &Liquidity) -> Markup {
    let nobody = BTreeSet::new();
    let heads: [Head; 5] = [
        (page.t("capacity-if"), false),
        (page.t("capacity-worst"), false),
        (page.t("capacity-authority"), true),
        (page.t("liquidity-left"), true),
        (page.t("capacity-could"), true),
    ];
    let rows: Vec<Vec<Markup>> = [(0, "capacity-nobody"), (1, "capacity-one"), (2, "capacity-two")]
        .into_iter()
        .map(|(count, key)| {
            let found = standing.capacity(count, &nobody);
            vec![
                html! { (page.t(key)) },
                html! { (codes(page, &found.worst.members)) },
                grouped(page, found.authority),
                grouped(page, found.worst.left),
                html! { strong { (grouped(page, found.capacity)) } },
            ]
        })
        .collect();
    html! {
        section #capacity {
            (parts::heading(page, &page.t("capacity"), Register::Capacity))
            p.soft { (page.t("capacity-says")) }
            (sheet(page, &page.t("capacity"), &heads, &rows))
            (csv(page, Register::Capacity))
        }
    }
}

/// What each member owes, and when.
fn owed(page: &Page<'_>, standing: &Liquidity) -> Markup {
    let heads: [Head; 4] = [
        (page.told("Member"), false),
        (page.t("owed-what"), false),
        (page.t("owed-when"), false),
        (page.told("Amount"), true),
    ];
    let row = |owed: &quorate_records::Owed| {
        let when = match owed.when {
            When::Now => page.t("owed-now"),
            When::On(day) => words::day(day),
            When::Unknown => page.t("unknown"),
        };
        let member = owed.member;
        vec![
            html! { a href=(page.to(&format!("/fund/statements/{member}"))) { (member) } },
            html! { (page.language().say_in("statements", owed.kind.name())) },
            html! { (when) },
            grouped(page, owed.minor),
        ]
    };
    let rows: Vec<Vec<Markup>> = standing.owed.iter().map(row).collect();
    html! {
        section {
            (parts::heading(page, &page.t("owed"), Register::Statements))
            @if rows.is_empty() { p.none { (page.t("owed-nobody")) } }
            @else { (sheet(page, &page.t("owed"), &heads, &rows)) }
        }
    }
}

/// What is counted nowhere above.
fn beside(page: &Page<'_>, standing: &Liquidity) -> Markup {
    let nobody = BTreeSet::new();
    let prepaid = standing.prepaid.values().fold(0_i128, |sum, minor| sum.saturating_add(*minor));
    let figures = [
        ("beside-callable", standing.callable(0, &nobody), Register::Agreements),
        ("beside-callable-less", standing.callable(1, &nobody), Register::Agreements),
        ("beside-held", standing.held, Register::Accounts),
        ("beside-prepaid", prepaid, Register::Accounts),
        ("beside-undated", standing.undated(), Register::Statements),
        ("beside-flight", standing.in_flight, Register::Payments),
    ];
    html! {
        section {
            h2 { (page.t("beside")) }
            dl.figures {
                @for (key, minor, register) in figures {
                    div.figure {
                        dt { (parts::source(page, register, "", &html! { (page.t(key)) })) }
                        dd { (grouped(page, minor)) }
                    }
                }
                @for money in standing.held_abroad() {
                    div.figure {
                        dt { (parts::source(page, Register::Currencies, "", &html! { (page.t("beside-abroad")) })) }
                        dd { (parts::money(page, Some(money))) }
                    }
                }
            }
        }
    }
}
