//! The front page: the minute of the demo. How far the plan has come, who could refuse whom, what is promised.

use axum::extract::Query;
use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::Charter;
use quorate_ledger::Money;
use quorate_records::{Answer, Grid, Register, words};
use serde::Deserialize;

use super::promises;
use crate::parts::{Part, Pattern, figure, member, money, shares};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// Other texts that the same members could have, from this project's charters.
const OTHERS: [(&str, &str, &str); 3] = [
    ("plain-55-65", "charter-plain", include_str!("../../../../charters/plain-55-65.toml")),
    (
        "contributions-only",
        "charter-contributions",
        include_str!("../../../../charters/contributions-only.toml"),
    ),
    ("consensus", "charter-consensus", include_str!("../../../../charters/consensus.toml")),
];

#[derive(Deserialize)]
pub(crate) struct Asked {
    charter: Option<String>,
}

pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Response {
    visit.page(Chapter::Front, |page| Content {
        title: page.t("front-title"),
        body: html! {
            p.lead { (page.t("front-lead")) }
            p { a href=(page.to("/brief")) { (page.t("brief-link")) } }
            @if page.records().charter().has_fund() { (plan(page)) (question(page, asked.charter.as_deref())) }
            section {
                h2 { (page.t("front-promises")) " " a.source href=(page.to("/charter")) { (page.t("all-findings")) } }
                (promises::strip(page))
            }
        },
    })
}

/// The bar to the target: paid, announced or signed beyond that, and open.
fn plan(page: &Page<'_>) -> Markup {
    let (plan, progress) = (page.records().plan(), page.records().progress());
    let currency = plan.target.currency();
    let amount = |minor| Money::new(minor, currency).ok();
    let paid = amount(progress.paid);
    let says = page.with(
        "plan-says",
        &[
            ("target", &words::grouped(plan.target)),
            ("paid", &paid.map(words::grouped).unwrap_or_default()),
            ("currency", currency.code()),
        ],
    );
    let parts = [
        Part { pattern: Pattern::Solid, minor: progress.paid },
        Part { pattern: Pattern::Hatched, minor: progress.unpaid() },
    ];
    html! {
        section {
            h2 { (page.t("front-plan")) " " a.source href=(page.to("/fund")) { (page.t("all-rows")) } }
            (shares(&page.t("front-plan"), &says, plan.target.minor(), &parts))
            ul.legend {
                li { span.key.solid {} (page.t("plan-paid")) " " strong { (money(page, paid)) } }
                li { span.key.hatched {} (page.t("plan-announced")) " " strong { (money(page, amount(progress.unpaid()))) } }
                li { span.key.empty {} (page.t("plan-open")) " " strong { (money(page, amount(progress.open()))) } }
            }
            dl.figures {
                (figure(page, &page.t("plan-target"), Some(plan.target), Register::Plan))
                @for share in &plan.shares {
                    div.figure {
                        dt { (member(page, share.member)) " " (page.told(share.standing)) }
                        dd {
                            @if share.standing == "not stated" { span.unknown { (page.t("unknown")) } }
                            @else { (money(page, share.amount)) }
                            @if let Some(source) = &share.source { " " small.soft translate="no" { (source) } }
                        }
                    }
                }
            }
            p.soft { (page.t("plan-binds")) }
        }
    }
}

/// Who asks by who alone refuses, under a switch between charters.
fn question(page: &Page<'_>, chosen: Option<&str>) -> Markup {
    let other = OTHERS.iter().find(|(name, ..)| Some(*name) == chosen);
    let grid = match other {
        Some((_, _, text)) => Charter::read(text).ok().and_then(|charter| Grid::of(&charter)),
        None => Grid::of(page.records().charter()),
    };
    html! {
        section #question {
            h2 { (page.t("question")) }
            p { (page.t("question-says")) }
            nav.switch aria-label=(page.t("question-switch")) {
                (switch(page, None, &page.t("charter-in-force"), other.is_none()))
                @for (name, key, _) in &OTHERS {
                    (switch(page, Some(name), &page.t(key), Some(*name) == chosen))
                }
            }
            @match grid {
                Some(grid) => { (answer(page, &grid)) (table(page, &grid)) }
                None => { p.none { (page.t("question-none")) } }
            }
        }
    }
}

fn switch(page: &Page<'_>, name: Option<&str>, label: &str, here: bool) -> Markup {
    let query = name.map(|name| format!("?charter={name}")).unwrap_or_default();
    html! { a href=(format!("{}{query}#question", page.to("/"))) aria-current=[here.then_some("true")] { (label) } " " }
}

pub(super) fn answer(page: &Page<'_>, grid: &Grid) -> Markup {
    let (blocked, pairs) = (grid.blocked().to_string(), grid.pairs().to_string());
    let blockers: Vec<String> = grid.blockers().iter().map(ToString::to_string).collect();
    html! {
        p.answer .fails[grid.blocked() > 0] .proven[grid.blocked() == 0] {
            @if grid.blocked() == 0 { (page.with("question-no", &[("pairs", &pairs)])) }
            @else { (page.with("question-yes", &[("members", &blockers.join(", ")), ("blocked", &blocked), ("pairs", &pairs)])) }
        }
    }
}

pub(super) fn table(page: &Page<'_>, grid: &Grid) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(page.t("question")) {
            table.grid {
                thead {
                    tr {
                        th scope="col" { (page.t("grid-asks")) }
                        @for refuses in &grid.members {
                            th scope="col" { (page.with("grid-refuses", &[("member", refuses.as_str())])) }
                        }
                    }
                }
                tbody {
                    @for (asks, row) in grid.members.iter().zip(&grid.rows) {
                        tr {
                            th scope="row" { (asks) }
                            @for answer in row { (cell(page, *answer)) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(page: &Page<'_>, answer: Answer) -> Markup {
    let (class, key) = match answer {
        Answer::Itself => ("itself", "grid-itself"),
        Answer::Adopted => ("proven", "grid-adopted"),
        Answer::ByClause => ("proven", "grid-clause"),
        Answer::Blocked(_) => ("fails", "grid-blocked"),
    };
    html! { td class=(class) { (page.t(key)) } }
}
