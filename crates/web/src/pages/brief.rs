//! The brief for the minister: on one sheet, where things stand, what waits, and what comes by time alone.

use axum::response::Response;
use maud::{Markup, html};
use quorate_ledger::Money;
use quorate_partnership::DecisionNo;
use quorate_records::{Cell, OpenVote, Register, words};

use super::{ahead, promises, today};
use crate::parts::{Part, Pattern, all_rows, colon, newest_of, shares};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

/// How many lines of each kind fit the sheet.
const LINES: usize = 5;
/// How many of what comes by time alone.
const AHEAD: usize = 7;

pub(crate) async fn show(visit: Visit) -> Response {
    visit.page(Chapter::Front, |page| Content {
        title: page.t("brief"),
        body: html! {
            div.brief {
                p.lead { (page.with("brief-lead", &[("at", &words::minute(page.records().at()))])) }
                @if page.records().charter().has_fund() { (plan(page)) }
                div.columns {
                    (waits(page))
                    (decisions(page))
                    (cases(page))
                    (next(page))
                }
                section { h2 { (page.t("brief-promises")) } (promises::strip(page)) }
            }
        },
    })
}

fn plan(page: &Page<'_>) -> Markup {
    let plan = page.records().progress();
    let text = |minor| Money::new(minor, plan.target.currency()).map(words::amount).unwrap_or_default();
    let says = page.with(
        "brief-plan-says",
        &[
            ("target", &text(plan.target.minor())),
            ("signed", &text(plan.signed)),
            ("paid", &text(plan.paid)),
            ("announced", &text(plan.promised)),
        ],
    );
    let parts = [
        Part { pattern: Pattern::Solid, minor: plan.paid },
        Part { pattern: Pattern::Hatched, minor: plan.unpaid() },
    ];
    html! {
        section {
            h2 { (page.t("front-plan")) " " a.source href=(page.to("/fund")) { (page.t("all-rows")) } }
            (shares(&page.t("front-plan"), &says, plan.target.minor(), &parts))
            p { (says) " " (page.t("plan-binds")) }
        }
    }
}

fn waits(page: &Page<'_>) -> Markup {
    let waiting = today::waiting(page, page.visit.app.door.member());
    html! {
        section {
            h2 { (page.t("brief-waits")) " " a.source href=(page.to("/today")) { (page.t("chapter-today")) } }
            @if waiting.is_empty() { p.none { (page.t("today-nothing")) } }
            ul {
                @for one in waiting.iter().take(LINES) {
                    li {
                        a href=(page.to(&one.path)) { (one.what) }
                        @if let Some(until) = one.until { ", " (page.t("brief-until")) " " time { (words::minute(until)) } }
                        ". " span.soft { (page.t("if-nothing")) " " (one.otherwise) }
                    }
                }
            }
            (more(page, waiting.len(), "/today"))
        }
    }
}

/// How many more there are than fit the sheet.
fn more(page: &Page<'_>, all: usize, path: &str) -> Markup {
    let beyond = all.saturating_sub(LINES);
    html! {
        @if beyond > 0 { p { a href=(page.to(path)) { (page.with("brief-more", &[("count", &beyond.to_string())])) } } }
    }
}

fn decisions(page: &Page<'_>) -> Markup {
    let numbers: Vec<DecisionNo> = page.records().undecided().collect();
    let open = page.records().open_votes(None);
    html! {
        section {
            h2 { (page.t("brief-decisions")) " " a.source href=(page.to("/decisions")) { (page.t("chapter-decisions")) } }
            @if numbers.is_empty() { p.none { (page.t("brief-decisions-none")) } }
            ul { @for number in numbers.iter().rev().take(LINES) { (decision(page, *number, &open)) } }
            (more(page, numbers.len(), "/decisions"))
        }
    }
}

/// One of them. Who could still change an open vote is for its own page: to find that out takes time.
fn decision(page: &Page<'_>, number: DecisionNo, open: &[OpenVote]) -> Markup {
    let link = page.to(&format!("/decisions/{}", number.0));
    let name = page.with("decision-title", &[("number", &number.0.to_string())]);
    let line = |title: &str, rest: Markup| {
        html! {
            li { a href=(link) { (name) } (colon(page)) span translate="no" { (title) } ". " (rest) }
        }
    };
    if let Some(vote) = open.iter().find(|vote| vote.decision == number) {
        let outcome = page.t(if vote.adopted_now { "brief-adopted" } else { "brief-not-adopted" });
        let rest =
            html! { (page.t("decision-closes")) " " time { (words::minute(vote.closes)) } ". " (outcome) };
        return line(&vote.title, rest);
    }
    let Some(outlook) = page.records().outlook(number) else { return html! {} };
    let rest = match &outlook.vote {
        None => html! { (page.told(outlook.stage)) "." },
        Some(vote) => html! { (page.t("decision-closes")) " " time { (words::minute(vote.closes)) } ". " },
    };
    line(&outlook.title, rest)
}

fn cases(page: &Page<'_>) -> Markup {
    let open: Vec<String> = page.records().open_cases().map(|case| case.0.to_string()).collect();
    html! {
        section {
            h2 { (page.t("chapter-cases")) " " a.source href=(page.to("/cases")) { (page.t("all-rows")) } }
            @if open.is_empty() { p.none { (page.t("brief-cases-none")) } }
            ul { @for number in open.iter().rev().take(LINES) { (case(page, number)) } }
            (more(page, open.len(), "/cases"))
        }
    }
}

fn case(page: &Page<'_>, number: &str) -> Markup {
    let table = newest_of(page, Register::Cases, "case", number);
    html! {
        @for row in all_rows(&table) {
            li {
                a href=(page.to(&format!("/cases/{number}"))) { (page.with("case-title", &[("number", number)])) }
                (colon(page)) (row.given("beneficiary")) ", " (row.told(page, "kind")) ", "
                span translate="no" { (row.given("purpose")) } ". " (row.told(page, "stage")) "; "
                (page.with("brief-case-paid", &[("paid", &unbroken(row.cell("paid"))), ("total", &unbroken(row.cell("total")))]))
            }
        }
    }
}

fn next(page: &Page<'_>) -> Markup {
    let coming = ahead::ahead(page);
    html! {
        section {
            h2 { (page.t("brief-next")) }
            @if coming.is_empty() { p.none { (page.t("brief-next-none")) } }
            ul {
                @for one in coming.iter().take(AHEAD) {
                    li { time { (one.when.readable()) } (colon(page)) a href=(page.to(&one.path)) { (one.what) } }
                }
            }
        }
    }
}

/// An amount at whose spaces no line is broken.
fn unbroken(cell: &Cell) -> String {
    cell.readable().replace(' ', "\u{a0}")
}
