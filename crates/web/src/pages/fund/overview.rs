//! The fund at a glance: its position against the target, and what stands behind each figure.

use axum::response::Response;
use maud::{Markup, html};
use quorate_ledger::Money;
use quorate_records::{Register, words};

use super::{authority, contributions, flows, grouped, page, position};
use crate::parts::{Part, Pattern, Rows, register, shares, source};
use crate::visit::{Page, Visit};

pub(crate) async fn show(visit: Visit) -> Response {
    page(&visit, "chapter-fund", |page| {
        html! {
            p.lead { (page.t("fund-lead")) }
            (target(page))
            (contributions::section(page))
            (flows::section(page))
            (authority::section(page))
            (position::balance(page))
            (register(page, &page.t("pledges"), Register::Pledges, &Rows { most: 20, ..Rows::default() }))
            (register(page, &page.t("arrears"), Register::Arrears, &Rows { most: 20, ..Rows::default() }))
        }
    })
}

/// What is paid, signed beyond that, announced beyond that, and open, against the target.
fn target(page: &Page<'_>) -> Markup {
    let plan = page.records().progress();
    let currency = plan.target.currency();
    let text = |minor: i128| Money::new(minor, currency).map(words::amount).unwrap_or_default();
    let says = page.with(
        "fund-target-says",
        &[
            ("target", &words::amount(plan.target)),
            ("paid", &text(plan.paid)),
            ("signed", &text(plan.signed)),
        ],
    );
    let parts = [
        Part { pattern: Pattern::Solid, minor: plan.paid },
        Part { pattern: Pattern::Hatched, minor: plan.unpaid() },
    ];
    let line = |key: &str, minor: i128, register: Register| {
        html! { div.figure { dt { (source(page, register, "", &html! { (page.t(key)) })) } dd { (grouped(page, minor)) " "
        (currency) } } }
    };
    html! {
        section {
            h2 { (page.t("fund-target")) " " a.source href=(page.to("/record/plan")) { (page.t("all-rows")) } }
            p { (says) }
            (shares(&page.t("fund-target"), &says, plan.target.minor(), &parts))
            dl.figures {
                (line("plan-target", plan.target.minor(), Register::Plan))
                (line("fund-signed", plan.signed, Register::Agreements))
                (line("fund-received", plan.paid, Register::Agreements))
                (line("fund-announced-beyond", plan.only_announced(), Register::Plan))
                (line("fund-neither", plan.open(), Register::Plan))
            }
            p.soft { (page.t("plan-binds")) }
        }
    }
}
