//! Frameworks of some members, existing arrangements, and what each member says it can do, members by items.

use axum::extract::Query;
use axum::response::Response;
use maud::{Markup, html};
use quorate_charter::MemberCode;
use quorate_partnership::frameworks::assessments::Sort;
use quorate_records::{Matrix, Register, Stands, State};
use serde::Deserialize;

use crate::parts::{Head, Rows, register, sheet};
use crate::shell::{Chapter, Content};
use crate::visit::{Page, Visit};

#[derive(Deserialize)]
pub(crate) struct Asked {
    without: Option<String>,
}

pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Response {
    let without: Option<MemberCode> = asked.without.as_deref().and_then(|code| code.parse().ok());
    visit.page(Chapter::Frameworks, |page| Content {
        title: page.t("chapter-frameworks"),
        body: html! {
            p.lead { (page.t("frameworks-lead")) }
            (list(page, "frameworks", Register::Frameworks))
            (matrices(page, without))
            (list(page, "gaps", Register::Gaps))
            (list(page, "arrangements", Register::Arrangements))
            (list(page, "what-falls", Register::WhatFalls))
            (list(page, "procurements", Register::JointProcurements))
        },
    })
}

fn list(page: &Page<'_>, key: &str, of: Register) -> Markup {
    register(page, &page.t(key), of, &Rows { most: 20, newest_first: true, ..Rows::default() })
}

/// The three matrices, under a switch between the States without which they are asked.
fn matrices(page: &Page<'_>, without: Option<MemberCode>) -> Markup {
    let all = [
        (Sort::Legal, Register::LegalAuthorities),
        (Sort::Pathway, Register::ProcurementPathways),
        (Sort::Standard, Register::Interoperability),
    ]
    .map(|(sort, register)| (page.records().matrix(sort), register));
    let states =
        all.iter().flat_map(|(matrix, _)| matrix.rows.iter()).flat_map(|row| row.states.iter().flatten());
    let mut named: Vec<MemberCode> = states.flat_map(|state| state.hangs_on.iter().copied()).collect();
    named.sort_unstable();
    named.dedup();
    html! {
        section #matrices {
            h2 { (page.t("matrices")) }
            p { (page.t("matrices-say")) }
            @if !named.is_empty() {
                nav.switch aria-label=(page.t("matrices-switch")) {
                    (switch(page, None, without))
                    @for state in named { (switch(page, Some(state), without)) }
                }
            }
            @for (matrix, register) in &all { (one(page, matrix, *register, without)) }
        }
    }
}

fn switch(page: &Page<'_>, state: Option<MemberCode>, chosen: Option<MemberCode>) -> Markup {
    let query = state.map(|state| format!("?without={state}")).unwrap_or_default();
    let label = match state {
        None => page.t("matrices-with"),
        Some(state) => page.with("matrices-without", &[("state", state.as_str())]),
    };
    let here = state == chosen;
    html! { a href=(format!("{}{query}#matrices", page.to("/frameworks"))) aria-current=[here.then_some("true")] { (label) } " " }
}

fn one(page: &Page<'_>, matrix: &Matrix, register: Register, without: Option<MemberCode>) -> Markup {
    let language = page.language();
    let title = matrix.title(language);
    let without: Vec<MemberCode> = without.into_iter().collect();
    let heads: Vec<Head> = matrix.headings(language).into_iter().map(|heading| (heading, false)).collect();
    let cell = |state: &Option<State>| match state {
        None => html! { span.unknown { (language.say_in("matrix", "not known")) } },
        Some(state) => {
            let gone = state.hangs_on.iter().any(|on| without.contains(on));
            let said = state.said(language, &without);
            html! {
                @if gone || state.stands != Stands::Now { strong { (said) } } @else { (said) }
                @if !state.hangs_on.is_empty() && !gone { br; small.soft { (hangs_on(page, state)) } }
            }
        }
    };
    let lines: Vec<Vec<Markup>> = matrix
        .rows
        .iter()
        .map(|row| {
            core::iter::once(html! { (row.label(language)) }).chain(row.states.iter().map(cell)).collect()
        })
        .collect();
    html! {
        h3 { (title) " " a.source href=(page.to(&format!("/record/{}", register.name()))) { (page.t("all-rows")) } }
        (sheet(page, &title, &heads, &lines))
    }
}

fn hangs_on(page: &Page<'_>, state: &State) -> String {
    let codes: Vec<&str> = state.hangs_on.iter().map(MemberCode::as_str).collect();
    format!("{} {}", page.language().say_in("matrix", "hangs on"), codes.join(", "))
}
